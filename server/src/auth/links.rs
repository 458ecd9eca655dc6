//! One-time links: the first administrator's, and those by which somebody chooses a password.
//! It refuses to keep a link: what is kept is its hash, and the link is shown once.

use domain::ids::PersonId;
use domain::time::Timestamp;
use ledger::{Ledger, LedgerError, NewInvitation};

use super::token::{NoRandomness, Token};

/// What a link makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The first administrator.
    First,
    /// A password for somebody known.
    Password(PersonId),
}

const DAY: i64 = 24 * 60 * 60 * 1_000_000;
const FIRST: &str = "first";
const PASSWORD: &str = "password";

/// No link could be given.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// No token.
    #[error(transparent)]
    Token(#[from] NoRandomness),
    /// Not kept.
    #[error(transparent)]
    Keep(#[from] LedgerError),
}

/// Gives a link out; a newer one takes the place of older ones for the same.
///
/// # Errors
/// See [`LinkError`].
pub async fn give(
    ledger: &Ledger,
    purpose: Purpose,
    origin: &str,
    now: Timestamp,
) -> Result<String, LinkError> {
    let (code, person, days) = match purpose {
        Purpose::First => (FIRST, None, 1),
        Purpose::Password(person) => (PASSWORD, Some(person), 3),
    };
    let token = Token::mint()?;
    let invitation = NewInvitation {
        token: token.hash(),
        purpose: code.to_owned(),
        person,
        expires_at: now.plus_micros(days * DAY),
    };
    ledger.invite(invitation, now).await?;
    Ok(format!("{origin}/bienvenida/{}", token.text()))
}

/// What the link is for, while it may be used.
#[must_use]
pub fn purpose(invitation: &ledger::Invitation) -> Option<Purpose> {
    match (invitation.purpose.as_str(), invitation.person) {
        (FIRST, None) => Some(Purpose::First),
        (PASSWORD, Some(person)) => Some(Purpose::Password(person)),
        _ => None,
    }
}
