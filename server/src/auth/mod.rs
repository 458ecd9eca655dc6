//! Who asks: passwords, sessions, cookies, one-time links, and the pages by which people come and go.
//! It refuses to know what a person may do; the table of endpoints and `domain` say that.

use axum::extract::Request;
use ui::read::visit::{Visit, Visitor};

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

/// Who asks; nobody, where nobody is signed in.
pub(crate) fn visitor(request: &Request) -> Option<&Visitor> {
    request.extensions().get::<Visit>()?.visitor.as_ref()
}
