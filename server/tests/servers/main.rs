//! The program as a house runs it: one server or two, stopped, killed, watched, and behind a proxy.
//! Each case has its own database and its own ports, and none outlives it.

#[macro_use]
#[path = "../engines/mod.rs"]
mod engines;
#[path = "../forms/mod.rs"]
mod forms;
#[path = "../cli/program.rs"]
#[expect(
    dead_code,
    reason = "shared with the commands' cases, which use all of it"
)]
mod program;
#[path = "../running/mod.rs"]
mod running;
#[path = "../smtp/mod.rs"]
#[expect(
    dead_code,
    reason = "shared with the cases over HTTP, which use all of it"
)]
mod smtp;

mod hints;
mod nginx;

mod log;
mod mail;
mod metrics;
mod proxy;
mod replica;
mod stop;
mod two;
