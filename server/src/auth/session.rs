//! Sessions: read from the cookie before every answer, begun at sign-in, ended when asked, idle or old.
//! It refuses to note each use: once in five minutes is enough to know that somebody is there, and who has hours left
//! does not wait for the note.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Mutex;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use domain::ids::PersonId;
use domain::time::Timestamp;
use http::HeaderMap;
use ledger::{Ledger, LedgerError, NewSession, SessionLimits, SignedIn, TokenHash};
use ui::read::visit::{Visit, Visitor};

use super::cookie;
use super::token::{NoRandomness, Token};
use crate::listen::Peer;
use crate::problem;
use crate::security::client;
use crate::state::App;
use crate::telemetry::causes;

const MINUTE: i64 = 60 * 1_000_000;
/// Unused for so long, it ends.
const IDLE: i64 = 12 * 60 * MINUTE;
/// Used or not, it ends.
const WHOLE: i64 = 7 * 24 * 60 * MINUTE;
const NOTED_AGAIN_AFTER: i64 = 5 * MINUTE;
const ASKED_AGAIN_AFTER: i64 = MINUTE;
const AGENT_CHARACTERS_MAX: usize = 200;

/// A session could not begin.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    /// No token.
    #[error(transparent)]
    Token(#[from] NoRandomness),
    /// Not kept.
    #[error(transparent)]
    Keep(#[from] LedgerError),
}

/// What a session must meet now.
#[must_use]
pub fn limits(now: Timestamp) -> SessionLimits {
    SessionLimits {
        now,
        seen_after: now.plus_micros(-IDLE),
    }
}

/// Puts the [`Visit`] into the request: the instant, and who is signed in.
pub async fn visit(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let now = app.clock.now();
    let visitor = match cookie::read(request.headers(), &app.config.public) {
        Some(token) => match visitor(&app, &token, now).await {
            Ok(visitor) => visitor,
            Err(error) => {
                return problem::of_ledger(&error);
            }
        },
        None => None,
    };
    request.extensions_mut().insert(Visit { now, visitor });
    next.run(request).await
}

async fn visitor(app: &App, token: &Token, now: Timestamp) -> Result<Option<Visitor>, LedgerError> {
    let (hash, limits) = (token.hash(), limits(now));
    let Some(SignedIn { session, house }) = app.ledger.signed_in(&hash, limits).await? else {
        return Ok(None);
    };
    if session.last_seen_at.plus_micros(NOTED_AGAIN_AFTER) < now && app.noting().is_due(hash, now) {
        let noted = note(app.ledger.clone(), hash, now);
        // A session about to end must be known to be used before it is answered.
        if session.last_seen_at.plus_micros(IDLE / 2) < now {
            noted.await;
        } else {
            tokio::spawn(noted);
        }
    }
    let person = house.active(session.person).map(|_| session.person);
    Ok(person.map(|person| Visitor {
        person,
        session: hash,
        seen_after: limits.seen_after,
        house,
    }))
}

/// Whether it is noted is no reason not to answer.
async fn note(ledger: Ledger, session: TokenHash, now: Timestamp) {
    if let Err(error) = ledger.touch_session(session, now).await {
        tracing::warn!(error = causes(&error), "the use of a session was not noted");
    }
}

/// Which sessions' use is being noted: while the writer is slow, each is asked of it once.
#[derive(Debug, Default)]
pub struct Noting(Mutex<HashMap<TokenHash, Timestamp>>);

impl Noting {
    /// Whether it is time to note that session again; asking counts as noting.
    fn is_due(&self, session: TokenHash, now: Timestamp) -> bool {
        let Ok(mut asked) = self.0.lock() else {
            return false;
        };
        asked.retain(|_, at| at.plus_micros(ASKED_AGAIN_AFTER) > now);
        match asked.entry(session) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(now);
                true
            }
        }
    }
}

/// Begins one; the token goes into the cookie and nowhere else.
///
/// # Errors
/// See [`BeginError`].
pub async fn begin(
    app: &App,
    person: PersonId,
    headers: &HeaderMap,
    peer: Option<Peer>,
) -> Result<Token, BeginError> {
    let token = Token::mint()?;
    let now = app.clock.now();
    let agent = headers
        .get(http::header::USER_AGENT)
        .and_then(|value| value.to_str().ok());
    let session = NewSession {
        token: token.hash(),
        person,
        expires_at: now.plus_micros(WHOLE),
        address: client::address(headers, peer, app.config.trusted_hops),
        agent: agent
            .unwrap_or_default()
            .chars()
            .take(AGENT_CHARACTERS_MAX)
            .collect(),
    };
    app.ledger.start_session(session, now).await?;
    Ok(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_use_is_noted_once_a_minute_however_often_it_is_seen() {
        let (noting, now) = (Noting::default(), Timestamp::from_micros(0));
        assert!(noting.is_due([1; 32], now));
        assert!(!noting.is_due([1; 32], now.plus_micros(MINUTE - 1)));
        assert!(noting.is_due([2; 32], now), "another's is another's");
        assert!(noting.is_due([1; 32], now.plus_micros(MINUTE)));
    }
}
