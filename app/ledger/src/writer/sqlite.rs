//! SQLite's writer: one task, on a thread of its own, owns the only writable connection, takes what is queued, commits,
//! and only then answers. On any error the connection is closed and the whole batch answered *unavailable*:
//! sqlx-sqlite 0.9.0 acknowledges writes that are not in the file when it is used otherwise.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::time::Duration;

use futures::FutureExt;
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::time::Instant;

use super::work::{Job, Kept, Queued, Work};
use crate::LedgerError;
use crate::db::{Address, sqlite_options};
use crate::live::Live;
use crate::metric;
use crate::sql::writer as sql;
use crate::tx::{Tx, all, execute, on, optional, raw};

const BATCH_MAX: usize = 256;
const QUEUE_MAX: usize = 4096;
const WAL_BYTES_WORRYING: u64 = 256 * 1024 * 1024;
/// What a log that once grew is cut back to.
const WAL_BYTES_KEPT: &str = "67108864";
const WORRIED_EVERY: Duration = Duration::from_secs(60);
/// Other programs write to the file too: an import, a command of the line.
const LOOKED_EVERY: Duration = Duration::from_secs(1);

/// Whether a file that is not there is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IfMissing {
    Create,
    Fail,
}

enum Message {
    Work(Box<dyn Work>),
    Close(oneshot::Sender<()>),
}

/// The way into the writer.
#[derive(Debug, Clone)]
pub(crate) struct Queue {
    messages: mpsc::Sender<Message>,
}

/// What the writer will say of a job.
#[derive(Debug)]
pub(crate) struct Answer<T>(oneshot::Receiver<Result<T, LedgerError>>);

impl<T> Answer<T> {
    pub(crate) async fn wait(self) -> Result<T, LedgerError> {
        self.0.await.map_err(|_| LedgerError::Closed)?
    }
}

/// Opens the file for writing. Only the writer and the migration before it call this.
pub(crate) async fn connect(
    path: &Path,
    if_missing: IfMissing,
) -> Result<SqliteConnection, sqlx::Error> {
    sqlite_options(path)
        .create_if_missing(if_missing == IfMissing::Create)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("recursive_triggers", "ON")
        .pragma("journal_size_limit", WAL_BYTES_KEPT)
        .connect()
        .await
}

/// Opens the file of a ledger for writing, and makes sure that it may be written.
pub(crate) async fn open(address: &Address, path: &Path) -> Result<SqliteConnection, LedgerError> {
    let opened = async {
        let mut connection = connect(path, IfMissing::Fail).await?;
        for sql in [sql::BEGIN_IMMEDIATE, sql::ROLLBACK] {
            sqlx::raw_sql(sql).execute(&mut connection).await?;
        }
        Ok(connection)
    };
    opened.await.map_err(|error| address.unwritable(error))
}

impl Queue {
    /// Starts the task on a connection that is already open.
    pub(crate) fn start(
        path: PathBuf,
        connection: SqliteConnection,
        live: broadcast::Sender<Live>,
    ) -> std::io::Result<Self> {
        let (messages, queue) = mpsc::channel(QUEUE_MAX);
        let task = Task {
            path,
            tx: Some(Tx::Writer(connection)),
            live,
            commits_seen: None,
            looked_at: Instant::now(),
            worried_at: None,
        };
        // Pages are drawn on the program's own threads; a commit does not wait for them.
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()?;
        std::thread::Builder::new()
            .name("palabra-writer".to_owned())
            .spawn(move || runtime.block_on(task.serve(queue)))?;
        Ok(Self { messages })
    }

    /// Puts a job in the queue; jobs are taken in this order.
    pub(crate) async fn ask<J: Job>(&self, job: J) -> Result<Answer<J::Out>, LedgerError> {
        let (asker, answer) = oneshot::channel();
        let work = Message::Work(Box::new(Queued::new(job, asker)));
        let sent = self.messages.send(work).await;
        sent.map_err(|_| LedgerError::Closed)?;
        Ok(Answer(answer))
    }

    pub(super) async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.messages.send(Message::Close(done)).await.is_ok() {
            let _ = closed.await;
        }
    }
}

struct Task {
    path: PathBuf,
    tx: Option<Tx>,
    live: broadcast::Sender<Live>,
    /// The mark of other programs' commits, as this connection last saw it.
    commits_seen: Option<i64>,
    looked_at: Instant,
    worried_at: Option<Instant>,
}

impl Task {
    async fn serve(mut self, mut queue: mpsc::Receiver<Message>) {
        self.commits_seen = self.foreign_commits().await;
        let mut closing = None;
        while closing.is_none() {
            let first = match tokio::time::timeout(LOOKED_EVERY, queue.recv()).await {
                Ok(Some(first)) => first,
                Ok(None) => break,
                Err(_) => {
                    self.look().await;
                    continue;
                }
            };
            let mut batch = Vec::new();
            let mut next = Some(first);
            while let Some(message) = next {
                match message {
                    Message::Work(work) => batch.push(work),
                    Message::Close(done) => closing = Some(done),
                }
                let is_full = batch.len() >= BATCH_MAX || closing.is_some();
                next = if is_full { None } else { queue.try_recv().ok() };
            }
            self.settle(batch).await;
            if self.looked_at.elapsed() >= LOOKED_EVERY {
                self.look().await;
            }
        }
        self.stop().await;
        if let Some(done) = closing {
            let _ = done.send(());
        }
    }

    /// Commits the batch and answers it.
    async fn settle(&mut self, mut batch: Vec<Box<dyn Work>>) {
        if batch.is_empty() {
            return;
        }
        // A job that panics must not take the writer with it: its batch is lost like any other.
        let committed = AssertUnwindSafe(self.commit(&mut batch)).catch_unwind();
        let outcome = committed.await.unwrap_or(Err(LedgerError::Unavailable));
        match outcome {
            Ok(hints) => {
                // It stands now; whoever is answered and listens from then on hears of later ones alone.
                super::tell(&self.live, hints);
                metric::committed(batch.len());
                batch.into_iter().for_each(Work::answer);
                self.watch_wal();
            }
            Err(error) => {
                let jobs = batch.len();
                tracing::error!(
                    error = error.chain(),
                    jobs,
                    "a batch was not written; the file is reopened"
                );
                batch.into_iter().for_each(|work| work.lost(&error));
            }
        }
    }

    /// After an error there is no connection: the next batch opens the file again.
    async fn commit(&mut self, batch: &mut [Box<dyn Work>]) -> Result<Vec<Live>, LedgerError> {
        let mut tx = match self.tx.take() {
            Some(tx) => tx,
            None => Tx::Writer(connect(&self.path, IfMissing::Fail).await?),
        };
        let outcome = write(&mut tx, batch).await;
        self.keep(tx, outcome).await
    }

    async fn keep<T>(&mut self, tx: Tx, outcome: Result<T, LedgerError>) -> Result<T, LedgerError> {
        match (outcome, tx) {
            (Ok(done), tx) => {
                self.tx = Some(tx);
                Ok(done)
            }
            (Err(error), Tx::Writer(connection)) => {
                // Its marks are its own: another connection counts anew.
                self.commits_seen = None;
                let _ = connection.close_hard().await;
                Err(error)
            }
            (Err(error), _) => Err(error),
        }
    }

    /// Whether another program has committed since: what it wrote was told to nobody here.
    async fn look(&mut self) {
        self.looked_at = Instant::now();
        metric::wal_bytes(metric::wal_of(&self.path));
        let Some(now) = self.foreign_commits().await else {
            return;
        };
        if self.commits_seen.replace(now) != Some(now) {
            super::tell(&self.live, [Live::Missed]);
        }
    }

    async fn foreign_commits(&mut self) -> Option<i64> {
        let mut tx = self.tx.take()?;
        let asked = optional!(tx, (i64,), sql::FOREIGN_COMMITS).map_err(LedgerError::from);
        match self.keep(tx, asked).await {
            Ok(row) => row.map(|(mark,)| mark),
            Err(error) => {
                tracing::warn!(error = error.chain(), "the file could not be looked at");
                None
            }
        }
    }

    async fn stop(mut self) {
        if let Some(mut tx) = self.tx.take() {
            let checkpoint = execute!(tx, sql::CHECKPOINT);
            if let Err(error) = checkpoint {
                tracing::warn!(%error, "the file was closed without a checkpoint");
            }
            if let Tx::Writer(connection) = tx {
                let _ = connection.close().await;
            }
        }
    }

    /// A log that only grows means that something reads for ever.
    fn watch_wal(&mut self) {
        let is_fresh = |at: Instant| at.elapsed() < WORRIED_EVERY;
        if self.worried_at.is_some_and(is_fresh) {
            return;
        }
        let bytes = metric::wal_of(&self.path);
        if bytes > WAL_BYTES_WORRYING {
            self.worried_at = Some(Instant::now());
            tracing::warn!(bytes, "the write-ahead log is not being checkpointed");
        }
    }
}

/// The whole batch in one transaction.
async fn write(tx: &mut Tx, batch: &mut [Box<dyn Work>]) -> Result<Vec<Live>, LedgerError> {
    raw!(tx, sql::BEGIN_IMMEDIATE)?;
    match batch {
        [only] => alone(tx, only).await,
        several => together(tx, several).await,
    }
}

/// One that is not kept is rolled back as a whole: it needs no savepoint.
async fn alone(tx: &mut Tx, work: &mut Box<dyn Work>) -> Result<Vec<Live>, LedgerError> {
    match work.run(tx).await? {
        Kept::Yes(hints) => {
            raw!(tx, sql::COMMIT)?;
            Ok(hints)
        }
        Kept::No => {
            raw!(tx, sql::ROLLBACK)?;
            Ok(Vec::new())
        }
    }
}

/// Each job in its savepoint; the last one ends with the commit.
async fn together(tx: &mut Tx, batch: &mut [Box<dyn Work>]) -> Result<Vec<Live>, LedgerError> {
    let mut hints = Vec::new();
    raw!(tx, sql::SAVEPOINT)?;
    for work in batch {
        match work.run(tx).await? {
            Kept::Yes(of_job) => {
                hints.extend(of_job);
                raw!(tx, sql::NEXT_SAVEPOINT)?;
            }
            Kept::No => raw!(tx, sql::ROLLBACK_TO)?,
        }
    }
    raw!(tx, sql::COMMIT)?;
    Ok(hints)
}
