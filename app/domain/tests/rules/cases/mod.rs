//! What stories do not reach, one capability a file.

mod attachments;
mod clocks;
mod dues;
mod imports;
mod late;
mod mail;
mod orders;
mod promises;
mod unrecorded;
