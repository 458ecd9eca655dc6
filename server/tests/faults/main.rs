//! What may happen to a house, done to the program itself: killed, cut off, filled up, slowed down. In each case no
//! acknowledged command is lost or doubled, `verify` and `rebuild --check` pass, and whoever asks reads a sentence.
//! No case knows another, and each has a database of its own.

#[macro_use]
#[path = "../engines/mod.rs"]
mod engines;
#[path = "../forms/mod.rs"]
mod forms;
#[path = "../cli/program.rs"]
mod program;
#[path = "../running/mod.rs"]
mod running;
#[path = "../smtp/mod.rs"]
#[expect(
    dead_code,
    reason = "shared with the cases over HTTP, which use all of it"
)]
mod smtp;

mod figures;
mod load;

mod backup;
mod broken_page;
mod contended;
mod crowded;
mod full;
mod killed;
mod mail;
mod migration;
mod opening;
mod slow;
mod stopped;
