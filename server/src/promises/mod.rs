//! A promise read back and signed: the screen it is read on, what is sealed of it, and what the customer takes away.
//! A link opens one signature and nothing else of its account; whoever asks for one that is none is told that there is
//! no such page. It refuses to seal words that a browser sent: they are made here, as they were for the screen.

mod known;
mod pdf;
mod read_back;
mod sign;
mod theirs;

pub(crate) use read_back::with_what_is_shown;
pub use sign::{read, write};
pub use theirs::{at_account, link, link_pdf, pdf};
