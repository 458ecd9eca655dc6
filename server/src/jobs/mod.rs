//! What is done again and again beside answering: each job by one server of the house at a time, whichever claims it.
//! It refuses to begin one while it stops, and to hold up the stop for longer than connections may.

pub mod mail;
mod tidy;

use std::time::Duration;

use futures::future::BoxFuture;
use ledger::{LedgerError, Recurring};
use tokio::sync::watch;
use uuid::Uuid;

use crate::metrics;
use crate::state::App;
use crate::telemetry::causes;

/// How often it is asked whether one is due.
const ASKED_EVERY: Duration = Duration::from_secs(30);

/// A job, and how it is done.
struct Work {
    recurring: Recurring,
    run: fn(App) -> BoxFuture<'static, Result<(), LedgerError>>,
}

/// All there are.
const ALL: &[Work] = &[Work {
    recurring: tidy::RECURRING,
    run: |app| Box::pin(tidy::run(app)),
}];

/// What became of a job that was due, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// This server did it.
    Done,
    /// It is not due, or another server has it.
    NotOurs,
    /// It failed, and is tried again by whoever comes first.
    Failed,
}

/// Does what is due, until the server stops: then what was begun is done, and nothing more is.
pub async fn run(app: App, closing: watch::Receiver<bool>) {
    let by = Uuid::now_v7();
    futures::join!(
        recurring(app.clone(), by, closing.clone()),
        mail::run(app, by, closing)
    );
}

async fn recurring(app: App, by: Uuid, mut closing: watch::Receiver<bool>) {
    let mut again = tokio::time::interval(ASKED_EVERY);
    loop {
        tokio::select! {
            _ = closing.wait_for(|is_closing| *is_closing) => return,
            _ = again.tick() => {}
        }
        turn(&app, by).await;
    }
}

/// Each job once, if it is due and this server, by that name, is the one to do it.
pub async fn turn(app: &App, by: Uuid) -> Vec<(&'static str, Turn)> {
    let mut turns = Vec::with_capacity(ALL.len());
    for work in ALL {
        let name = work.recurring.name;
        let turn = one(app, work, by).await.unwrap_or_else(|error| {
            tracing::warn!(job = name, error = causes(&error), "a job was not done");
            metrics::worked(name, "failed");
            Turn::Failed
        });
        turns.push((name, turn));
    }
    turns
}

async fn one(app: &App, work: &Work, by: Uuid) -> Result<Turn, LedgerError> {
    let job = work.recurring;
    if !app.ledger.claim_job(job, by, app.clock.now()).await? {
        return Ok(Turn::NotOurs);
    }
    if let Err(error) = (work.run)(app.clone()).await {
        app.ledger.let_job_go(job, by).await?;
        return Err(error);
    }
    app.ledger.job_done(job, by, app.clock.now()).await?;
    metrics::worked(job.name, "done");
    tracing::debug!(job = job.name, "a job was done");
    Ok(Turn::Done)
}
