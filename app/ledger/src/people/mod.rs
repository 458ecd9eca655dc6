//! Who may come in: what a sign-in needs to remember, written through the same writer as everything else.
//! It refuses to know passwords, cookies and roles: it keeps hashes, and people are the House's.

mod attempts;
mod credentials;
mod invitations;
mod secrets;
mod sessions;
mod welcome;

pub use attempts::{Attempts, Tried};
pub use credentials::Credential;
pub use invitations::{Invitation, NewInvitation};
pub use sessions::{NewSession, Session, SessionLimits, SignedIn};
pub use welcome::{Admitted, Newcomer, Welcome, Welcomed};

use domain::time::Timestamp;

/// SHA-256 of a token; the token itself is never stored.
pub type TokenHash = [u8; 32];

/// An instant read from a column.
fn instant(micros: i64) -> Timestamp {
    Timestamp::from_micros(micros)
}
