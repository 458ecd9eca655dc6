//! The server over HTTP, in this process: each case has its own database file and its own router.
//! Files follow the addresses; no case sleeps, and none knows another.

mod browser;
mod endpoints;
mod entry;
mod headers;
mod live;
mod slow;
mod support;
mod welcome;
mod writes;
