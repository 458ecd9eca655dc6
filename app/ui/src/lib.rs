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
#[cfg(feature = "ssr")]
mod problem_page;
pub mod read;
mod routes;
#[cfg(feature = "ssr")]
mod shell;
pub mod words;

#[cfg(feature = "ssr")]
pub use problem_page::problem_page;
pub use routes::App;
#[cfg(feature = "ssr")]
pub use shell::shell;
