//! What stories do not reach, one capability a file.

mod clocks;
mod dues;
mod imports;
mod late;
mod orders;
mod promises;
mod receipts;
mod unrecorded;
