//! The program as a house runs it: one server or two, stopped, killed, watched, and behind a proxy.
//! Each case has its own database and its own ports, and none outlives it.

#[macro_use]
#[path = "../engines/mod.rs"]
mod engines;

mod nginx;
mod postgres;
mod serving;
mod visitor;

mod log;
mod metrics;
mod proxy;
mod replica;
mod stop;
mod two;
