//! Sessions: who is signed in where, and until when.
//! It refuses to know a token: it is given SHA-256 of it.

use std::sync::Arc;

use domain::house::House;
use domain::ids::{PersonId, StreamId};
use domain::time::Timestamp;
use uuid::Uuid;

use super::{TokenHash, instant};
use crate::load::{nowhere, stands};
use crate::sql::people as sql;
use crate::tx::{all, execute, on, optional};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

/// A session to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// SHA-256 of its token.
    pub token: TokenHash,
    /// Whose it is.
    pub person: PersonId,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
    /// From which network address it was made.
    pub address: String,
    /// Which browser, in its own words.
    pub agent: String,
}

/// A session that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of its token.
    pub token: TokenHash,
    /// Whose it is.
    pub person: PersonId,
    /// Since when.
    pub created_at: Timestamp,
    /// Last used, as far as [`Ledger::touch_session`] was told.
    pub last_seen_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
    /// From which network address it was made.
    pub address: String,
    /// Which browser, in its own words.
    pub agent: String,
}

/// What a session must meet to hold at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLimits {
    /// The instant.
    pub now: Timestamp,
    /// It must have been used after this.
    pub seen_after: Timestamp,
}

/// Somebody signed in, and the house they are of, at the same moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Their session.
    pub session: Session,
    /// The house as it stands.
    pub house: Arc<House>,
}

type Row = (Vec<u8>, Uuid, i64, i64, i64, String, String);

/// With the head of the house.
type InHouse = (
    Vec<u8>,
    Uuid,
    i64,
    i64,
    i64,
    String,
    String,
    Option<i64>,
    Option<Vec<u8>>,
);

fn session(row: Row) -> Result<Session, LedgerError> {
    let (token, person, created_at, last_seen_at, expires_at, address, agent) = row;
    Ok(Session {
        token: token
            .try_into()
            .map_err(|_| LedgerError::stored("session", "its token is not 32 bytes"))?,
        person: PersonId::from_uuid(person),
        created_at: instant(created_at),
        last_seen_at: instant(last_seen_at),
        expires_at: instant(expires_at),
        address,
        agent,
    })
}

impl Ledger {
    /// Signs a person in.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn start_session(
        &self,
        session: NewSession,
        now: Timestamp,
    ) -> Result<(), LedgerError> {
        self.write(Start { session, now }).await
    }

    /// The session of a token, if it holds: not revoked, not expired, not left unused, its person not locked. With
    /// it the house, which whoever answers asks next: one statement tells both, unless the house moved.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn signed_in(
        &self,
        token: &TokenHash,
        limits: SessionLimits,
    ) -> Result<Option<SignedIn>, LedgerError> {
        let mut tx = self.reader().await?;
        let (now, seen) = (limits.now.micros(), limits.seen_after.micros());
        let (token, house) = (token.to_vec(), StreamId::HOUSE.uuid());
        let found = optional!(tx, InHouse, sql::SESSION, token, now, seen, house)?;
        let Some((token, person, created, last_seen, expires, address, agent, version, head)) =
            found
        else {
            return Ok(None);
        };
        let stands = version.zip(head).map_or(Ok(nowhere()), stands)?;
        Ok(Some(SignedIn {
            session: session((token, person, created, last_seen, expires, address, agent))?,
            // A version that was committed stays as it is: it may be read by itself.
            house: self.houses().at(&mut tx, stands).await?,
        }))
    }

    /// A person's sessions that hold, the newest first.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn sessions(
        &self,
        person: PersonId,
        limits: SessionLimits,
    ) -> Result<Vec<Session>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let (now, seen) = (limits.now.micros(), limits.seen_after.micros());
        let rows = all!(tx, Row, sql::SESSIONS, person.uuid(), now, seen)?;
        rows.into_iter().map(session).collect()
    }

    /// Notes that a session was used. Each call is a durable write: ask only now and then.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn touch_session(&self, token: TokenHash, now: Timestamp) -> Result<(), LedgerError> {
        self.write(Touch { token, now }).await
    }

    /// Signs out one session; whether it was there to be signed out.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn end_session(&self, token: TokenHash, now: Timestamp) -> Result<bool, LedgerError> {
        self.write(End { token, now }).await
    }

    /// Signs a person out everywhere; of how many sessions.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn end_sessions(&self, person: PersonId, now: Timestamp) -> Result<u64, LedgerError> {
        self.write(EndAll { person, now }).await
    }

    /// Deletes sessions that expired before an instant; how many.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn forget_sessions(&self, before: Timestamp) -> Result<u64, LedgerError> {
        self.write(Forget { before }).await
    }
}

struct Start {
    session: NewSession,
    now: Timestamp,
}

job!(Start -> (), |job, tx| {
    let session = &job.session;
    execute!(
        tx,
        sql::SESSION_ADD,
        session.token.to_vec(),
        session.person.uuid(),
        job.now.micros(),
        session.expires_at.micros(),
        session.address.as_str(),
        session.agent.as_str(),
    )?;
    Ok(Done::Kept((), Vec::new()))
});

struct Touch {
    token: TokenHash,
    now: Timestamp,
}

job!(Touch -> (), |job, tx| {
    execute!(tx, sql::SESSION_TOUCH, job.token.to_vec(), job.now.micros())?;
    Ok(Done::Kept((), Vec::new()))
});

struct End {
    token: TokenHash,
    now: Timestamp,
}

job!(End -> bool, |job, tx| {
    let ended = execute!(tx, sql::SESSION_REVOKE, job.token.to_vec(), job.now.micros())?;
    Ok(Done::Kept(ended > 0, Vec::new()))
});

struct EndAll {
    person: PersonId,
    now: Timestamp,
}

job!(EndAll -> u64, |job, tx| {
    let ended = execute!(tx, sql::SESSIONS_REVOKE, job.person.uuid(), job.now.micros())?;
    Ok(Done::Kept(ended, Vec::new()))
});

struct Forget {
    before: Timestamp,
}

job!(Forget -> u64, |job, tx| {
    let gone = execute!(tx, sql::SESSIONS_FORGET, job.before.micros())?;
    Ok(Done::Kept(gone, Vec::new()))
});
