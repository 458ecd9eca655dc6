//! Is what stands what was written? The chains, line by line, and every projection against a replay from zero.
//! It refuses to mend a chain; projections it writes anew when asked to.

mod attached;
mod chain;
mod rebuild;
mod texts;
mod verify;
mod walk;

pub(crate) use rebuild::fill;
pub use rebuild::{Difference, Rebuilt};
pub use verify::{Fault, Verified, What};
