//! Sessions: read from the cookie before every answer, begun at sign-in, ended when asked, idle or old.
//! It refuses to note each use: once in five minutes is enough to know that somebody is there.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use domain::ids::PersonId;
use domain::time::Timestamp;
use http::HeaderMap;
use ledger::{LedgerError, NewSession, SessionLimits};
use ui::read::visit::{Visit, Visitor};

use super::cookie;
use super::token::{NoRandomness, Token};
use crate::listen::Peer;
use crate::problem;
use crate::security::client;
use crate::state::App;

const MINUTE: i64 = 60 * 1_000_000;
/// Unused for so long, it ends.
const IDLE: i64 = 12 * 60 * MINUTE;
/// Used or not, it ends.
const WHOLE: i64 = 7 * 24 * 60 * MINUTE;
const NOTED_AGAIN_AFTER: i64 = 5 * MINUTE;
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
    let Some(session) = app.ledger.session(&hash, limits).await? else {
        return Ok(None);
    };
    if session.last_seen_at.plus_micros(NOTED_AGAIN_AFTER) < now {
        // Whether it is noted is no reason not to answer.
        if let Err(error) = app.ledger.touch_session(hash, now).await {
            tracing::warn!(%error, "the use of a session was not noted");
        }
    }
    let house = app.ledger.house().await?;
    Ok(house.active(session.person).map(|_| Visitor {
        person: session.person,
        session: hash,
        seen_after: limits.seen_after,
    }))
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
