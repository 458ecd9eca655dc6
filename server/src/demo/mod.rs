//! The demo: a house with its people, the stories, and ordinary customers, told around today.
//! It refuses to stand beside real customers.

/// What the demo's people write after the at.
const AT: &str = "@demo.palabra.example";

/// Whether that address is one of the demo's people's.
#[must_use]
pub fn is_demo(email: &str) -> bool {
    email.ends_with(AT)
}
