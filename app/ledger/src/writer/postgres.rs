//! PostgreSQL's writer: a transaction for each job, run again where two met.
//! It refuses to trust a transaction that failed: it is rolled back and its connection cleared by sqlx.

use sqlx::PgPool;

use super::work::{Done, Job};
use crate::LedgerError;
use crate::sql::writer as sql;
use crate::tx::{Tx, all, on};

const ATTEMPTS_MAX: u32 = 12;

/// Two transactions met: serialization failure, deadlock; or both inserted the same key, and the second
/// will now see the first.
const MET: [&str; 3] = ["40001", "40P01", "23505"];

pub(super) async fn run<J: Job>(pool: PgPool, job: J) -> Result<J::Out, LedgerError> {
    let mut attempt = 1;
    loop {
        match once(&pool, &job).await {
            Err(error) if has_met(&error) && attempt < ATTEMPTS_MAX => attempt += 1,
            Err(error) if error.is_of_the_engine() => {
                tracing::error!(%error, source = ?error, attempt, "a write was not kept");
                return Err(LedgerError::Unavailable);
            }
            outcome => return outcome,
        }
    }
}

async fn once<J: Job>(pool: &PgPool, job: &J) -> Result<J::Out, LedgerError> {
    let mut tx = Tx::Postgres(pool.begin().await?);
    let done = job.run(&mut tx).await?;
    if let Done::Kept(_, hints) = &done {
        for hint in hints {
            all!(tx, (bool,), sql::NOTIFY, hint.to_payload())?;
        }
    }
    let Tx::Postgres(transaction) = tx else {
        return Err(LedgerError::Unavailable);
    };
    match done {
        Done::Kept(out, _) => {
            transaction.commit().await?;
            Ok(out)
        }
        Done::Undone(out) => {
            transaction.rollback().await?;
            Ok(out)
        }
    }
}

fn has_met(error: &LedgerError) -> bool {
    let LedgerError::Statement(source) = error else {
        return false;
    };
    source
        .as_database_error()
        .and_then(|database| database.code())
        .is_some_and(|code| MET.contains(&code.as_ref()))
}
