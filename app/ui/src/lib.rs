//! Palabra's screens: rendered on the server, alive in the browser.
//! They refuse to know tables, sockets and clocks: what a request brings is handed to them.

#![expect(
    unreachable_pub,
    reason = "what `#[component]` and `#[server]` write is pub"
)]

mod offline;
mod pages;
mod parts;
pub mod problem;
pub mod read;
mod routes;
#[cfg(feature = "ssr")]
mod shell;
pub mod words;

pub use routes::App;
#[cfg(feature = "ssr")]
pub use shell::shell;
