//! A job, and a job in the queue with the one who waits for it.
//! It refuses to know transactions: it says only whether what was written is to be kept.

use futures::future::BoxFuture;
use tokio::sync::oneshot;

use crate::LedgerError;
use crate::live::Live;
use crate::tx::Tx;

/// What a job leaves.
#[derive(Debug)]
pub(crate) enum Done<T> {
    /// What it wrote stays; these hints go out with the commit.
    Kept(T, Vec<Live>),
    /// Nothing it wrote stays.
    Undone(T),
}

/// Something to be written as a whole. It may be run several times, each on a database as if it had never run.
pub(crate) trait Job: Send + Sync + 'static {
    type Out: Send + 'static;

    fn run<'a>(&'a self, tx: &'a mut Tx) -> BoxFuture<'a, Result<Done<Self::Out>, LedgerError>>;
}

/// What the writer knows of a job in its queue.
pub(super) trait Work: Send {
    /// Runs it; an error of the engine's is given back, any other is kept for the answer.
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, Result<Kept, LedgerError>>;
    /// After the commit.
    fn answer(self: Box<Self>);
    /// After the batch was lost, to that error.
    fn lost(self: Box<Self>, error: &LedgerError);
}

/// Whether the savepoint stays.
pub(super) enum Kept {
    Yes(Vec<Live>),
    No,
}

pub(super) struct Queued<J: Job> {
    job: J,
    outcome: Option<Result<J::Out, LedgerError>>,
    asker: oneshot::Sender<Result<J::Out, LedgerError>>,
}

impl<J: Job> Queued<J> {
    pub(super) fn new(job: J, asker: oneshot::Sender<Result<J::Out, LedgerError>>) -> Self {
        Self {
            job,
            outcome: None,
            asker,
        }
    }
}

impl<J: Job> Work for Queued<J> {
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, Result<Kept, LedgerError>> {
        Box::pin(async move {
            let (outcome, kept) = match self.job.run(tx).await {
                Ok(Done::Kept(out, hints)) => (Ok(out), Kept::Yes(hints)),
                Ok(Done::Undone(out)) => (Ok(out), Kept::No),
                Err(error) if error.is_of_the_engine() => return Err(error),
                Err(error) => (Err(error), Kept::No),
            };
            self.outcome = Some(outcome);
            Ok(kept)
        })
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or(Err(LedgerError::Unavailable));
        // Whoever went away does not want to know.
        let _ = self.asker.send(outcome);
    }

    fn lost(self: Box<Self>, error: &LedgerError) {
        let _ = self.asker.send(Err(error.not_kept()));
    }
}

/// A job whose body is one expression over its own fields: `job!(Name -> Out, |job, tx| …)`.
macro_rules! job {
    ($name:ident -> $out:ty, |$job:ident, $tx:ident| $body:block) => {
        impl $crate::writer::Job for $name {
            type Out = $out;

            fn run<'a>(
                &'a self,
                $tx: &'a mut $crate::tx::Tx,
            ) -> futures::future::BoxFuture<
                'a,
                Result<$crate::writer::Done<$out>, $crate::LedgerError>,
            > {
                let $job = self;
                Box::pin(async move { $body })
            }
        }
    };
}

pub(crate) use job;
