//! What is to be done again and again, by whichever server of the house comes first: a row for each, claimed for a
//! while. Who does not come back loses it. It refuses to know what is done, and to trust a clock that ran ahead.

use std::time::Duration;

use domain::time::Timestamp;
use uuid::Uuid;

use crate::sql::jobs as sql;
use crate::tx::{execute, on};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

/// Something to be done again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recurring {
    /// Which: the key of its row.
    pub name: &'static str,
    /// How long after it was done it is due again.
    pub every: Duration,
    /// How long whoever took it has it to themselves: longer than it ever takes.
    pub lease: Duration,
}

impl Ledger {
    /// Takes what is due and nobody has, for whoever that is; whether it was taken. Of many who ask at once one does.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn claim_job(
        &self,
        job: Recurring,
        by: Uuid,
        now: Timestamp,
    ) -> Result<bool, LedgerError> {
        self.write(Claim { job, by, now }).await
    }

    /// It was done and is due again after its time; false where another had taken it meanwhile.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn job_done(
        &self,
        job: Recurring,
        by: Uuid,
        now: Timestamp,
    ) -> Result<bool, LedgerError> {
        self.write(Finish { job, by, now }).await
    }

    /// It was not done: whoever asks next may take it.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn let_job_go(&self, job: Recurring, by: Uuid) -> Result<(), LedgerError> {
        self.write(LetGo { job, by }).await
    }
}

fn after(now: Timestamp, time: Duration) -> i64 {
    let micros = i64::try_from(time.as_micros()).unwrap_or(i64::MAX);
    now.micros().saturating_add(micros)
}

struct Claim {
    job: Recurring,
    by: Uuid,
    now: Timestamp,
}

job!(Claim -> bool, |claim, tx| {
    let Recurring { name, every, lease } = claim.job;
    let (now, until, due_by) = (claim.now.micros(), after(claim.now, lease), after(claim.now, every));
    let mut taken = execute!(tx, sql::JOB_CLAIM, name, claim.by, now, until, due_by)?;
    if taken == 0 {
        taken = execute!(tx, sql::JOB_FIRST, name, claim.by, now, until)?;
    }
    Ok(match taken {
        0 => Done::Undone(false),
        _ => Done::Kept(true, Vec::new()),
    })
});

struct Finish {
    job: Recurring,
    by: Uuid,
    now: Timestamp,
}

job!(Finish -> bool, |finish, tx| {
    let next = after(finish.now, finish.job.every);
    let done = execute!(tx, sql::JOB_DONE, finish.job.name, finish.by, next)?;
    Ok(Done::Kept(done > 0, Vec::new()))
});

struct LetGo {
    job: Recurring,
    by: Uuid,
}

job!(LetGo -> (), |given, tx| {
    execute!(tx, sql::JOB_LET_GO, given.job.name, given.by)?;
    Ok(Done::Kept((), Vec::new()))
});
