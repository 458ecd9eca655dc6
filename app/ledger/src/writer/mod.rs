//! The one door of every write: a job goes in, what became of it comes out after the commit, never before.
//! It refuses to know what a job writes; how each engine keeps it stands in the two files beside this one.

mod postgres;
pub(crate) mod sqlite;
mod work;

use sqlx::PgPool;
use tokio::sync::broadcast;

pub(crate) use work::{Done, Job, job};

use crate::LedgerError;
use crate::live::Live;

/// Takes jobs; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) enum Writer {
    Sqlite(sqlite::Queue),
    Postgres(PgPool),
}

impl Writer {
    /// Runs a job and answers once what it wrote is durable. A job may be run more than once before
    /// it is kept once. A caller that goes away does not stop its job.
    pub(crate) async fn run<J: Job>(&self, job: J) -> Result<J::Out, LedgerError> {
        match self {
            Self::Sqlite(queue) => queue.run(job).await,
            Self::Postgres(pool) => postgres::run(pool, job).await,
        }
    }

    /// Waits for what is queued, then closes the file.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(queue) => queue.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// Nobody listening is no failure.
pub(crate) fn tell(live: &broadcast::Sender<Live>, hints: impl IntoIterator<Item = Live>) {
    for hint in hints {
        let _ = live.send(hint);
    }
}
