//! Failed sign-ins, counted by whatever the caller tells apart: an account, a network address.
//! It refuses to know how many are too many.

use domain::time::Timestamp;

use crate::sql::people as sql;
use crate::tx::{all, execute, on, optional};
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

impl Ledger {
    /// How many there were after an instant.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn attempts(
        &self,
        attempts: &Attempts,
        after: Timestamp,
    ) -> Result<u64, LedgerError> {
        let mut tx = self.snapshot().await?;
        let (scope, key) = (attempts.scope.as_str(), attempts.key.as_str());
        let count = optional!(tx, (i64,), sql::ATTEMPTS, scope, key, after.micros())?;
        Ok(count.map_or(0, |(count,)| count.unsigned_abs()))
    }

    /// One more.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn record_attempt(
        &self,
        attempts: Attempts,
        now: Timestamp,
    ) -> Result<(), LedgerError> {
        self.write(Record { attempts, now }).await
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

struct Record {
    attempts: Attempts,
    now: Timestamp,
}

job!(Record -> (), |job, tx| {
    let (scope, key) = (job.attempts.scope.as_str(), job.attempts.key.as_str());
    let at = job.now.micros();
    let same_instant = optional!(tx, (i64,), sql::ATTEMPT_NEXT, scope, key, at)?;
    let n = same_instant.map_or(0, |(count,)| count);
    execute!(tx, sql::ATTEMPT_ADD, scope, key, at, n)?;
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
