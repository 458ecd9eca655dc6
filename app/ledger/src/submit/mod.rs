//! The one way to write: a command meets what stands, inside one transaction, and what it means is appended,
//! projected and committed together, or nothing is. It refuses to mint ids and to ask the time.

mod append;
mod decide;
mod evidence;
mod many;
mod stands;

use domain::command::Command;
use domain::context::Actor;
use domain::entry::Envelope;
use domain::ids::StreamId;
use domain::refusal::{Refusal, Why};
use domain::time::Timestamp;
use std::sync::Arc;

use crate::live::Live;
use crate::load::Houses;
use crate::tx::Tx;
use crate::writer::{Done, job};
use crate::writes::Writes;
use crate::{Attached, Ledger, LedgerError, attachments};

pub(crate) use append::actor_id;
pub use many::Submitted;

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It happened: these are the versions of its facts, first and last.
    Applied {
        /// Of its first fact.
        first: u64,
        /// Of its last.
        last: u64,
    },
    /// It had happened already, by this very id; nothing was written again.
    Duplicate {
        /// Of its first fact, then.
        first: u64,
        /// Of its last.
        last: u64,
    },
    /// It changes nothing, so nothing was written.
    Unchanged,
    /// It may not be; nothing was written.
    Refused(Vec<Refusal>),
}

impl Ledger {
    /// Submits a command; the answer comes once it is durable. `now` is the server's clock and becomes `recorded_at`.
    ///
    /// # Errors
    /// `Unavailable` when it is not known to be written: send it again, with the same id. `Closed`, `Stored`.
    pub async fn submit(
        &self,
        envelope: Envelope,
        actor: Actor,
        now: Timestamp,
    ) -> Result<Outcome, LedgerError> {
        let submission = Submitted {
            envelope,
            actor,
            now,
            mark: None,
            attached: None,
        };
        self.submit_one(submission).await
    }

    /// Submits a command that adds an attachment, with its bytes: both are kept, or neither is.
    ///
    /// # Errors
    /// As [`Ledger::submit`].
    pub async fn attach(
        &self,
        envelope: Envelope,
        actor: Actor,
        now: Timestamp,
        attached: Attached,
    ) -> Result<Outcome, LedgerError> {
        let submission = Submitted {
            envelope,
            actor,
            now,
            mark: None,
            attached: Some(attached),
        };
        self.submit_one(submission).await
    }

    async fn submit_one(&self, submission: Submitted) -> Result<Outcome, LedgerError> {
        let (stream, houses) = (submission.envelope.stream, self.houses());
        self.write_on(stream, Submit { submission, houses }).await
    }
}

struct Submit {
    submission: Submitted,
    houses: Arc<Houses>,
}

job!(Submit -> Outcome, |job, tx| {
    let submission = &job.submission;
    let outcome = apply(tx, submission, &job.houses).await?;
    Ok(match outcome {
        Outcome::Applied { last, .. } => {
            let moved = Live::Moved { stream: submission.envelope.stream, version: last };
            Done::Kept(outcome, vec![moved])
        }
        // What a source states is known again, although it changed nothing.
        Outcome::Duplicate { .. } | Outcome::Unchanged if submission.mark.is_some() => {
            Done::Kept(outcome, Vec::new())
        }
        Outcome::Duplicate { .. } | Outcome::Unchanged | Outcome::Refused(_) => Done::Undone(outcome),
    })
});

/// Within a job of another's too: the caller keeps what was applied or undoes it.
pub(crate) async fn apply(
    tx: &mut Tx,
    submission: &Submitted,
    houses: &Houses,
) -> Result<Outcome, LedgerError> {
    let mut writes = Writes::default();
    let outcome = decided(tx, submission, houses, &mut writes).await?;
    if matches!(outcome, Outcome::Refused(_)) {
        return Ok(outcome);
    }
    if let Some(mark) = &submission.mark {
        mark.put(&mut writes, submission.envelope.stream, submission.now);
    }
    writes.send(tx).await?;
    Ok(outcome)
}

async fn decided(
    tx: &mut Tx,
    submission: &Submitted,
    houses: &Houses,
    writes: &mut Writes,
) -> Result<Outcome, LedgerError> {
    let envelope = &submission.envelope;
    let is_whole = attachments::is_beside(envelope, submission.attached.as_ref());
    if !is_whole || !is_addressed_right(envelope) || has_a_null_character(envelope) {
        return Ok(refused(Why::BrokenForm));
    }
    let digest = envelope.digest();
    let stands = stands::held(tx, envelope).await?;
    if let Some(known) = stands.command {
        return Ok(known.outcome(digest));
    }
    let house = houses.with_head(tx, stands.house).await?;
    let from = append::From {
        standing: stands.standing,
        taken: stands.taken,
        digest,
        house_version: house.version,
    };
    match &envelope.command {
        Command::Account(command) => {
            let account = stands.account;
            decide::account(tx, writes, submission, command, from, account, &house).await
        }
        Command::House(command) => {
            decide::house(tx, writes, submission, command, from, &house).await
        }
    }
}

/// A command of the house goes to the house's stream, and only those.
fn is_addressed_right(envelope: &Envelope) -> bool {
    match envelope.command {
        Command::Account(_) => envelope.stream != StreamId::HOUSE,
        Command::House(_) => envelope.stream == StreamId::HOUSE,
    }
}

/// PostgreSQL keeps no text with one, and both engines answer alike.
fn has_a_null_character(envelope: &Envelope) -> bool {
    let texts = envelope.command.texts();
    texts.iter().any(|text| text.body.contains('\0'))
}

fn refused(why: Why) -> Outcome {
    Outcome::Refused(vec![Refusal::whole(why)])
}
