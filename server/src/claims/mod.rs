//! What a customer takes away from a claim and comes back with: the receipt, their page by its link, what a key tells.
//! A link opens one claim and nothing else of its account; whoever asks for one that is none is told that there is no
//! such page. It refuses to say who somebody is to whoever has but a key.

mod code;
mod known;
mod pdf;
mod status;
mod theirs;

pub use code::svg;
pub use status::{ask, see};
pub use theirs::{at_account, link, link_pdf, link_receipt, pdf};
