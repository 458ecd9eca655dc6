//! What stories do not reach, one capability a file.

mod amends;
mod bearing;
mod clocks;
mod course;
mod dues;
mod imports;
mod late;
mod orders;
mod promises;
mod unrecorded;
