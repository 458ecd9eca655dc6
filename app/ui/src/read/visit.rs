//! Who asks and when, given by context to every page and every read on the server, beside the `Ledger` itself.
//! It refuses to decide who may: the server's table of endpoints has said so before anything here runs.

use std::sync::Arc;

use domain::context::{Actor, Role, Via};
use domain::house::House;
use domain::ids::PersonId;
use domain::time::Timestamp;
use leptos::prelude::*;

/// The request as pages and reads see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The instant of the request: `as_of` of whatever is read.
    pub now: Timestamp,
    /// Who is signed in.
    pub visitor: Option<Visitor>,
}

/// Somebody signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// The person, of the House.
    pub person: PersonId,
    /// SHA-256 of the session's token.
    pub session: [u8; 32],
    /// Sessions not used since this instant no longer hold.
    pub seen_after: Timestamp,
    /// The house as it stood when they were known: whoever answers them needs no other.
    pub house: Arc<House>,
}

impl Visitor {
    /// What they may do.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        self.house.roles(self.person)
    }

    /// As the one who asks for a command.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Person {
            person: self.person,
            via: Via::Desk,
        }
    }
}

/// The visit of the request being answered.
///
/// # Errors
/// When there is none: a page rendered outside a request.
pub fn visit() -> Result<Visit, ServerFnError> {
    use_context::<Visit>().ok_or_else(|| ServerFnError::new("no request"))
}

/// Who is signed in.
///
/// # Errors
/// When nobody is.
pub fn visitor() -> Result<Visitor, ServerFnError> {
    let visit = visit()?;
    visit
        .visitor
        .ok_or_else(|| ServerFnError::new("not signed in"))
}
