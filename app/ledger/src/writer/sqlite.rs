//! SQLite's writer: one task owns the only writable connection, takes what is queued, commits, and only
//! then answers. On any error the connection is closed and the whole batch answered *unavailable*:
//! sqlx-sqlite 0.9.0 acknowledges writes that are not in the file when it is used otherwise.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};

use futures::FutureExt;
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::sync::{broadcast, mpsc, oneshot};

use super::work::{Job, Kept, Queued, Work};
use crate::LedgerError;
use crate::db::sqlite_options;
use crate::live::Live;
use crate::sql::writer as sql;
use crate::tx::{Tx, execute, on};

const BATCH_MAX: usize = 256;
const QUEUE_MAX: usize = 4096;
const WAL_BYTES_WORRYING: u64 = 256 * 1024 * 1024;

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
        .connect()
        .await
}

impl Queue {
    /// Starts the task on a connection that is already open.
    pub(crate) fn start(
        path: PathBuf,
        connection: SqliteConnection,
        live: broadcast::Sender<Live>,
    ) -> Self {
        let (messages, queue) = mpsc::channel(QUEUE_MAX);
        let task = Task {
            path,
            tx: Some(Tx::Writer(connection)),
            live,
        };
        tokio::spawn(task.serve(queue));
        Self { messages }
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
}

impl Task {
    async fn serve(mut self, mut queue: mpsc::Receiver<Message>) {
        let mut closing = None;
        while let Some(first) = queue.recv().await {
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
            if closing.is_some() {
                break;
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
                batch.into_iter().for_each(Work::answer);
                super::tell(&self.live, hints);
                self.watch_wal();
            }
            Err(error) => {
                let jobs = batch.len();
                tracing::error!(%error, source = ?error, jobs, "a batch was not written; the file is reopened");
                batch.into_iter().for_each(Work::unavailable);
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
        match (outcome, tx) {
            (Ok(hints), tx) => {
                self.tx = Some(tx);
                Ok(hints)
            }
            (Err(error), Tx::Writer(connection)) => {
                let _ = connection.close_hard().await;
                Err(error)
            }
            (Err(error), _) => Err(error),
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
    fn watch_wal(&self) {
        let mut wal = self.path.clone().into_os_string();
        wal.push("-wal");
        let bytes = std::fs::metadata(wal).map_or(0, |log| log.len());
        if bytes > WAL_BYTES_WORRYING {
            tracing::warn!(bytes, "the write-ahead log is not being checkpointed");
        }
    }
}

/// The whole batch in one transaction, each job in its savepoint.
async fn write(tx: &mut Tx, batch: &mut [Box<dyn Work>]) -> Result<Vec<Live>, LedgerError> {
    let mut hints = Vec::new();
    execute!(tx, sql::BEGIN_IMMEDIATE)?;
    for work in batch {
        execute!(tx, sql::SAVEPOINT)?;
        match work.run(tx).await? {
            Kept::Yes(of_job) => hints.extend(of_job),
            Kept::No => {
                execute!(tx, sql::ROLLBACK_TO)?;
            }
        }
        execute!(tx, sql::RELEASE)?;
    }
    execute!(tx, sql::COMMIT)?;
    Ok(hints)
}
