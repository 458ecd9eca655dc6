//! The one door of every write: a job goes in, what became of it comes out after the commit, never before.
//! It refuses to know what a job writes; how each engine keeps it stands in the two files beside this one.

pub(crate) mod postgres;
pub(crate) mod sqlite;
#[cfg(test)]
mod tests;
mod turns;
mod work;

use std::collections::BTreeMap;

use domain::ids::StreamId;
use futures::stream::{self, StreamExt};
use tokio::sync::broadcast;

pub(crate) use turns::Turns;
pub(crate) use work::{Done, Job, job};

use crate::LedgerError;
use crate::live::Live;

/// So many transactions of them are run beside each other on PostgreSQL, half of its connections.
const BESIDE_EACH_OTHER: usize = 8;

/// Takes jobs; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) enum Writer {
    Sqlite(sqlite::Queue),
    Postgres(postgres::Server),
}

impl Writer {
    /// Runs a job and answers once what it wrote is durable. A job may be run more than once before
    /// it is kept once. A caller that goes away does not stop its job. One that writes on a stream waits its turn there.
    pub(crate) async fn run<J: Job>(
        &self,
        on: Option<StreamId>,
        job: J,
    ) -> Result<J::Out, LedgerError> {
        match self {
            Self::Sqlite(queue) => queue.ask(job).await?.wait().await,
            Self::Postgres(server) => {
                let running = tokio::spawn(postgres::run(server.clone(), on, job));
                running.await.unwrap_or(Err(LedgerError::Unavailable))
            }
        }
    }

    /// Runs jobs, each kept or not by itself; those of the same key in their order. The answers come in the order
    /// of the jobs. Many are committed at once; on PostgreSQL those of one key by one transaction, beside others.
    pub(crate) async fn run_all<K: Ord, J: Job>(
        &self,
        jobs: Vec<(K, J)>,
    ) -> Vec<Result<J::Out, LedgerError>> {
        match self {
            Self::Sqlite(queue) => {
                let mut asked = Vec::with_capacity(jobs.len());
                for (_, job) in jobs {
                    asked.push(queue.ask(job).await);
                }
                let mut outcomes = Vec::with_capacity(asked.len());
                for answer in asked {
                    outcomes.push(match answer {
                        Ok(answer) => answer.wait().await,
                        Err(error) => Err(error),
                    });
                }
                outcomes
            }
            Self::Postgres(server) => {
                let mut keys: BTreeMap<K, Vec<(usize, J)>> = BTreeMap::new();
                for (place, (key, job)) in jobs.into_iter().enumerate() {
                    keys.entry(key).or_default().push((place, job));
                }
                let mut outcomes: Vec<_> = stream::iter(gathered(keys.into_values()))
                    .map(|some| in_order(server.clone(), some))
                    .buffer_unordered(BESIDE_EACH_OTHER)
                    .flat_map(stream::iter)
                    .collect()
                    .await;
                outcomes.sort_by_key(|(place, _)| *place);
                outcomes.into_iter().map(|(_, outcome)| outcome).collect()
            }
        }
    }

    /// Waits for what is queued, then closes the file.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(queue) => queue.close().await,
            Self::Postgres(server) => server.close().await,
        }
    }
}

type Placed<T> = Vec<(usize, Result<T, LedgerError>)>;

/// Keys of few jobs each are brought together, in the order of their keys: so no two wait for each other.
fn gathered<J>(keys: impl Iterator<Item = Vec<(usize, J)>>) -> Vec<Vec<(usize, J)>> {
    let mut gathered: Vec<Vec<(usize, J)>> = Vec::new();
    for of_key in keys {
        match gathered.last_mut() {
            Some(last) if last.len() + of_key.len() <= postgres::TOGETHER_MAX => {
                last.extend(of_key);
            }
            _ => gathered.push(of_key),
        }
    }
    gathered
}

async fn in_order<J: Job>(server: postgres::Server, jobs: Vec<(usize, J)>) -> Placed<J::Out> {
    let (places, jobs): (Vec<_>, Vec<_>) = jobs.into_iter().unzip();
    let running = tokio::spawn(postgres::run_in_order(server, jobs));
    match running.await {
        Ok(outcomes) => places.into_iter().zip(outcomes).collect(),
        Err(_) => places
            .into_iter()
            .map(|place| (place, Err(LedgerError::Unavailable)))
            .collect(),
    }
}

/// Nobody listening is no failure.
pub(crate) fn tell(live: &broadcast::Sender<Live>, hints: impl IntoIterator<Item = Live>) {
    for hint in hints {
        let _ = live.send(hint);
    }
}
