//! Who asks: passwords, sessions, cookies, one-time links, and the pages by which people come and go.
//! It refuses to know what a person may do; the table of endpoints and `domain` say that.

pub mod cookie;
pub mod failure;
pub mod guard;
pub mod house;
pub mod links;
pub mod pages;
pub mod password;
pub mod session;
pub mod sign_in;
pub mod token;
pub mod welcome;
