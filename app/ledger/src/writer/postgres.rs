//! PostgreSQL's writer: a transaction for each job, or for several of one key, run again where two met.
//! It refuses to trust a transaction that failed: it is rolled back and its connection cleared by sqlx.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

use domain::ids::StreamId;
use sqlx::{PgPool, Postgres, Transaction};
use tokio::time::{Instant, sleep_until};

use super::turns::Turns;
use super::work::{Done, Job};
use crate::LedgerError;
use crate::announce::Announcer;
use crate::metric;
use crate::sql::writer as sql;
use crate::trouble::Trouble;
use crate::tx::{Tx, on, raw};

const ATTEMPTS_MAX: u32 = 12;
const FIRST_WAIT: Duration = Duration::from_millis(2);
const WAIT_DOUBLES_MAX: u32 = 6;
/// PostgreSQL keeps so many savepoints of a transaction at hand; more are looked up on disk.
pub(super) const TOGETHER_MAX: usize = 60;

/// Two transactions met: serialization failure, deadlock; or both inserted the same key, and the second
/// will now see the first.
const MET: [&str; 3] = ["40001", "40P01", "23505"];
/// The row of a stream on which many write.
const WAITED_IN_VAIN: &str = "55P03";

/// Where jobs run, who is next on each stream, and who tells of them.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    pub(crate) pool: PgPool,
    pub(crate) announcer: Announcer,
    pub(crate) turns: Turns,
}

impl Server {
    pub(super) async fn close(&self) {
        self.pool.close().await;
        self.announcer.close().await;
    }
}

pub(super) async fn run<J: Job>(
    server: Server,
    on: Option<StreamId>,
    job: J,
) -> Result<J::Out, LedgerError> {
    let _turn = match on {
        Some(stream) => Some(server.turns.on(stream).await?),
        None => None,
    };
    one(&server, &job).await
}

/// In their order: many of them in one transaction, each kept or not by itself.
pub(super) async fn run_in_order<J: Job>(
    server: Server,
    jobs: Vec<J>,
) -> Vec<Result<J::Out, LedgerError>> {
    let mut outcomes = Vec::with_capacity(jobs.len());
    for some in jobs.chunks(TOGETHER_MAX) {
        match several(&server, some).await {
            Ok(of_some) => outcomes.extend(of_some),
            // One of them fails whatever is done: it must not take the others with it.
            Err(error) if error.trouble() == Trouble::Broken => {
                for job in some {
                    outcomes.push(one(&server, job).await);
                }
            }
            Err(error) => {
                outcomes.extend(some.iter().map(|_| Err(error.not_kept())));
            }
        }
    }
    outcomes
}

async fn one<J: Job>(server: &Server, job: &J) -> Result<J::Out, LedgerError> {
    let mut attempts = Attempts(0);
    loop {
        match once(server, job).await {
            Err(error) if attempts.another(&error).await => {}
            Err(error) if error.is_of_the_engine() => {
                tracing::error!(error = error.chain(), "a write was not kept");
                return Err(error.not_kept());
            }
            outcome => return outcome,
        }
    }
}

async fn several<J: Job>(
    server: &Server,
    jobs: &[J],
) -> Result<Vec<Result<J::Out, LedgerError>>, LedgerError> {
    let mut attempts = Attempts(0);
    loop {
        match together(server, jobs).await {
            Err(error) if attempts.another(&error).await => {}
            Err(error) => {
                let jobs = jobs.len();
                tracing::error!(error = error.chain(), jobs, "writes were not kept");
                return Err(error);
            }
            outcomes => return outcomes,
        }
    }
}

async fn once<J: Job>(server: &Server, job: &J) -> Result<J::Out, LedgerError> {
    let mut tx = Tx::Postgres(server.pool.begin().await?);
    let done = job.run(&mut tx).await?;
    let transaction = begun(tx)?;
    match done {
        Done::Kept(out, hints) => {
            transaction.commit().await?;
            metric::committed(1);
            server.announcer.tell(hints);
            Ok(out)
        }
        Done::Undone(out) => {
            transaction.rollback().await?;
            Ok(out)
        }
    }
}

async fn together<J: Job>(
    server: &Server,
    jobs: &[J],
) -> Result<Vec<Result<J::Out, LedgerError>>, LedgerError> {
    let mut tx = Tx::Postgres(server.pool.begin().await?);
    let mut outcomes = Vec::with_capacity(jobs.len());
    let mut hints = Vec::new();
    raw!(tx, sql::SAVEPOINT)?;
    for job in jobs {
        let (outcome, then) = match job.run(&mut tx).await {
            Ok(Done::Kept(out, of_job)) => {
                hints.extend(of_job);
                (Ok(out), sql::NEXT_SAVEPOINT)
            }
            Ok(Done::Undone(out)) => (Ok(out), sql::ROLLBACK_TO),
            Err(error) if error.is_of_the_engine() => return Err(error),
            Err(error) => (Err(error), sql::ROLLBACK_TO),
        };
        raw!(tx, then)?;
        outcomes.push(outcome);
    }
    begun(tx)?.commit().await?;
    metric::committed(jobs.len());
    server.announcer.tell(hints);
    Ok(outcomes)
}

fn begun(tx: Tx) -> Result<Transaction<'static, Postgres>, LedgerError> {
    match tx {
        Tx::Postgres(transaction) => Ok(transaction),
        _ => Err(LedgerError::Unavailable),
    }
}

/// How often two may meet before it is given up.
struct Attempts(u32);

impl Attempts {
    /// Whether to try once more; a while later, by chance, so that the two do not meet again.
    async fn another(&mut self, error: &LedgerError) -> bool {
        self.0 += match said(error).as_deref() {
            // It waited for a row all the time that a writer waits: once more, and no longer.
            Some(WAITED_IN_VAIN) => ATTEMPTS_MAX / 2,
            _ => 1,
        };
        if !has_met(error) || self.0 >= ATTEMPTS_MAX {
            return false;
        }
        let chance = RandomState::new().build_hasher().finish();
        sleep_until(Instant::now() + wait(self.0, chance)).await;
        true
    }
}

/// From nothing up to a time that doubles with each attempt.
fn wait(attempt: u32, chance: u64) -> Duration {
    let longest = FIRST_WAIT * 2_u32.pow(attempt.min(WAIT_DOUBLES_MAX));
    longest.mul_f64(f64::from(u16::try_from(chance >> 48).unwrap_or(0)) / f64::from(u16::MAX))
}

fn has_met(error: &LedgerError) -> bool {
    said(error).is_some_and(|code| MET.contains(&code.as_ref()) || code == WAITED_IN_VAIN)
}

/// What PostgreSQL said, by its code.
fn said(error: &LedgerError) -> Option<Cow<'_, str>> {
    let LedgerError::Statement(source) = error else {
        return None;
    };
    source.as_database_error()?.code()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_met_wait_longer_each_time_and_never_long() {
        assert_eq!(wait(1, 0), Duration::ZERO);
        assert_eq!(wait(1, u64::MAX), 2 * FIRST_WAIT);
        assert!(wait(3, u64::MAX) > wait(2, u64::MAX));
        assert_eq!(wait(ATTEMPTS_MAX, u64::MAX), 64 * FIRST_WAIT);
    }
}
