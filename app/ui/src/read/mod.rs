//! What the screens read, one file per noun; on the server, also what each request brings with it.
//! Refuses to write: every write is a form's POST.

mod request;
#[cfg(feature = "ssr")]
pub mod visit;

pub use request::{Answer, DemoPerson, Draft, SignIn, SignInRefusal};
