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
use crate::load::{self, Houses, Standing};
use crate::sql::{self, stream};
use crate::tx::{Tx, all, execute, on, optional};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

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
        };
        let houses = self.houses();
        self.write(Submit { submission, houses }).await
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
            mark(tx, submission).await?;
            Done::Kept(outcome, vec![moved])
        }
        // What a source states is known again, although it changed nothing.
        Outcome::Duplicate { .. } | Outcome::Unchanged if submission.mark.is_some() => {
            mark(tx, submission).await?;
            Done::Kept(outcome, Vec::new())
        }
        Outcome::Duplicate { .. } | Outcome::Unchanged | Outcome::Refused(_) => Done::Undone(outcome),
    })
});

async fn mark(tx: &mut Tx, submission: &Submitted) -> Result<(), LedgerError> {
    match &submission.mark {
        Some(mark) => {
            mark.put(tx, submission.envelope.stream, submission.now)
                .await
        }
        None => Ok(()),
    }
}

/// Within a job of another's too: the caller keeps what was applied or undoes it.
pub(crate) async fn apply(
    tx: &mut Tx,
    submission: &Submitted,
    houses: &Houses,
) -> Result<Outcome, LedgerError> {
    let envelope = &submission.envelope;
    if !is_addressed_right(envelope) || has_a_null_character(envelope) {
        return Ok(refused(Why::BrokenForm));
    }
    let standing = lock(tx, envelope.stream).await?;
    let digest = envelope.digest();
    let stands = stands::read(tx, envelope.stream, envelope.id).await?;
    if let Some(known) = stands.command {
        return Ok(known.outcome(digest));
    }
    let house = houses.with_head(tx, stands.house).await?;
    let from = append::From {
        standing,
        digest,
        house_version: house.version,
    };
    match &envelope.command {
        Command::Account(command) => {
            decide::account(tx, submission, command, from, stands.account, &house).await
        }
        Command::House(command) => decide::house(tx, submission, command, from, &house).await,
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

/// Holds the stream: whoever comes second waits here, and sees what the first wrote.
async fn lock(tx: &mut Tx, stream: StreamId) -> Result<Standing, LedgerError> {
    let locking = sql::stream_locked(tx.engine());
    let id = stream.uuid();
    if let Some(row) = optional!(tx, (i64, Vec<u8>), locking, id)? {
        return load::stands(row);
    }
    let empty = domain::seal::EMPTY.0.to_vec();
    execute!(tx, stream::STREAM_ADD, id, empty)?;
    let row = optional!(tx, (i64, Vec<u8>), locking, id)?;
    row.map_or(Ok(load::nowhere()), load::stands)
}

fn refused(why: Why) -> Outcome {
    Outcome::Refused(vec![Refusal::whole(why)])
}
