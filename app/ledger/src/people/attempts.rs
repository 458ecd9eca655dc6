//! Tries to sign in, counted by whatever the caller tells apart: an account, a network address.
//! It refuses to know how many are too many.

use domain::time::Timestamp;

use crate::sql::{attempts_held, people as sql};
use crate::tx::{Tx, all, execute, on, optional};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

/// Whose attempts are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Attempts {
    /// What is told apart: `email`, `address`.
    pub scope: String,
    /// Which one of them.
    pub key: String,
}

/// A try that was counted, to be taken back where it was no failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    attempts: Attempts,
    at: Timestamp,
    n: i64,
}

impl Ledger {
    /// One more of each, unless one of them was tried as often as it may be after an instant: then `None`, and none is
    /// counted. Reading the count and adding to it are one write, so that of many at once no more are let through
    /// than of as many one after the other.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn attempt(
        &self,
        limits: Vec<(Attempts, u64)>,
        after: Timestamp,
        now: Timestamp,
    ) -> Result<Option<Vec<Tried>>, LedgerError> {
        self.write(Attempt { limits, after, now }).await
    }

    /// As if these had not been tried.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn take_back(&self, tried: Vec<Tried>) -> Result<(), LedgerError> {
        self.write(TakeBack { tried }).await
    }

    /// None any more: the person came in.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn clear_attempts(&self, attempts: Attempts) -> Result<(), LedgerError> {
        self.write(Clear { attempts }).await
    }

    /// Deletes those before an instant; how many.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn forget_attempts(&self, before: Timestamp) -> Result<u64, LedgerError> {
        self.write(Forget { before }).await
    }
}

struct Attempt {
    limits: Vec<(Attempts, u64)>,
    after: Timestamp,
    now: Timestamp,
}

job!(Attempt -> Option<Vec<Tried>>, |job, tx| {
    let mut tried = Vec::with_capacity(job.limits.len());
    for (attempts, max) in &job.limits {
        let Some(one) = counted(tx, attempts, *max, (job.after, job.now)).await? else {
            return Ok(Done::Undone(None));
        };
        tried.push(one);
    }
    Ok(Done::Kept(Some(tried), Vec::new()))
});

async fn counted(
    tx: &mut Tx,
    attempts: &Attempts,
    max: u64,
    (after, now): (Timestamp, Timestamp),
) -> Result<Option<Tried>, LedgerError> {
    let (scope, key) = (attempts.scope.as_str(), attempts.key.as_str());
    let held = attempts_held(tx.engine());
    execute!(tx, held, scope, key)?;
    let (after, until) = (after.micros(), now.micros());
    let count = optional!(tx, (i64,), sql::ATTEMPTS, scope, key, after, until)?;
    if count.is_some_and(|(count,)| count.unsigned_abs() >= max) {
        return Ok(None);
    }
    let next = optional!(tx, (i64,), sql::ATTEMPT_NEXT, scope, key, now.micros())?;
    let n = next.map_or(0, |(n,)| n);
    execute!(tx, sql::ATTEMPT_ADD, scope, key, now.micros(), n)?;
    Ok(Some(Tried {
        attempts: attempts.clone(),
        at: now,
        n,
    }))
}

struct TakeBack {
    tried: Vec<Tried>,
}

job!(TakeBack -> (), |job, tx| {
    for Tried { attempts, at, n } in &job.tried {
        let (scope, key) = (attempts.scope.as_str(), attempts.key.as_str());
        execute!(tx, sql::ATTEMPT_TAKE_BACK, scope, key, at.micros(), *n)?;
    }
    Ok(Done::Kept((), Vec::new()))
});

struct Clear {
    attempts: Attempts,
}

job!(Clear -> (), |job, tx| {
    let (scope, key) = (job.attempts.scope.as_str(), job.attempts.key.as_str());
    execute!(tx, sql::ATTEMPTS_CLEAR, scope, key)?;
    Ok(Done::Kept((), Vec::new()))
});

struct Forget {
    before: Timestamp,
}

job!(Forget -> u64, |job, tx| {
    let gone = execute!(tx, sql::ATTEMPTS_FORGET, job.before.micros())?;
    Ok(Done::Kept(gone, Vec::new()))
});
