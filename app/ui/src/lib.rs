//! Palabra's screens: rendered on the server, alive in the browser.
//! They refuse to know tables, sockets and clocks: what a request brings is handed to them.

pub mod read;
