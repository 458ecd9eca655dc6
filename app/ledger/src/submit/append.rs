//! The append: each draft is stamped, sealed onto the head before it and inserted, with the texts it points to.
//! It refuses to overwrite: a text whose id is taken is no other text.

use std::collections::BTreeMap;

use domain::context::Actor;
use domain::entry::{Draft, Entry, Stamp};
use domain::seal;
use domain::text::{Digest, Text};
use uuid::Uuid;

use super::Submitted;
use crate::LedgerError;
use crate::facts::Line;
use crate::load::Standing;
use crate::sealed::Sealed;
use crate::sql::stream as sql;
use crate::tx::{Tx, all, execute, on, optional};

/// What came of it.
#[derive(Debug)]
pub(super) enum Appended<F> {
    Entries(Vec<Entry<F>>),
    TextReused,
}

pub(super) async fn append<F: Line>(
    tx: &mut Tx,
    submission: &Submitted,
    standing: Standing,
    house_version: u64,
    drafts: Vec<Draft<F>>,
    texts: &[&Text],
) -> Result<Appended<F>, LedgerError> {
    if !add_texts(tx, submission, &drafts, texts).await? {
        return Ok(Appended::TextReused);
    }
    let envelope = &submission.envelope;
    let mut head = standing.head;
    let mut entries = Vec::with_capacity(drafts.len());
    for ((n, version), draft) in (0..).zip(standing.version + 1..).zip(drafts) {
        let entry = draft.stamp(&Stamp {
            stream: envelope.stream,
            version,
            command: envelope.id,
            n,
            actor: &submission.actor,
            device: envelope.device,
            recorded_at: submission.now,
            sent_at: envelope.sent_at,
            house_version,
        });
        let leaf = add(tx, &entry).await?;
        head = seal::head(head, leaf);
        entries.push(entry);
    }
    close(tx, submission, standing, &entries, head).await?;
    Ok(Appended::Entries(entries))
}

/// Moves the head, and notes the command as applied.
async fn close<F>(
    tx: &mut Tx,
    submission: &Submitted,
    standing: Standing,
    entries: &[Entry<F>],
    head: Digest,
) -> Result<(), LedgerError> {
    let envelope = &submission.envelope;
    let stream = envelope.stream.uuid();
    let last = standing.version + entries.len() as u64;
    execute!(
        tx,
        sql::STREAM_MOVE,
        stream,
        last.cast_signed(),
        head.0.to_vec()
    )?;
    execute!(
        tx,
        sql::COMMAND_ADD,
        stream,
        envelope.id.uuid(),
        envelope.digest().0.to_vec(),
        (standing.version + 1).cast_signed(),
        last.cast_signed(),
        submission.now.micros(),
    )?;
    Ok(())
}

async fn add<F: Line>(tx: &mut Tx, entry: &Entry<F>) -> Result<Digest, LedgerError> {
    let sealed = entry.seal();
    let leaf = seal::leaf(&sealed);
    execute!(
        tx,
        sql::FACT_ADD,
        entry.stream.uuid(),
        entry.version.cast_signed(),
        entry.command.uuid(),
        i64::from(entry.n),
        entry.fact.code(),
        entry.matter.map(|matter| matter.id.uuid()),
        entry.matter.map(|matter| matter.thread.uuid()),
        entry.audience.code(),
        entry.actor.code(),
        actor_id(&entry.actor),
        entry.happened_at.micros(),
        entry.recorded_at.micros(),
        leaf.0.to_vec(),
        Sealed(sealed.clone()),
    )?;
    Ok(leaf)
}

pub(crate) fn actor_id(actor: &Actor) -> Option<Uuid> {
    match actor {
        Actor::Person { person, .. } => Some(person.uuid()),
        Actor::Customer { contact } => Some(contact.uuid()),
        Actor::House | Actor::Import { .. } => None,
    }
}

/// Keeps those texts that a fact points to. False when the id of one is taken.
async fn add_texts<F: Line>(
    tx: &mut Tx,
    submission: &Submitted,
    drafts: &[Draft<F>],
    texts: &[&Text],
) -> Result<bool, LedgerError> {
    let mut brought = BTreeMap::new();
    for text in texts {
        let before = brought.insert(text.id, *text);
        if before.is_some_and(|before| before != *text) {
            return Ok(false);
        }
    }
    let stream = submission.envelope.stream.uuid();
    for reference in drafts.iter().flat_map(|draft| draft.fact.texts()) {
        // Not brought: the fact points to one that stands already.
        let Some(text) = brought.remove(&reference.id) else {
            continue;
        };
        let id = text.id.uuid();
        match optional!(tx, Kept, sql::TEXT, stream, id)? {
            Some(kept) if is_same(&kept, text) => continue,
            Some(_) => return Ok(false),
            None => {}
        }
        execute!(
            tx,
            sql::TEXT_ADD,
            stream,
            id,
            text.salt.0.to_vec(),
            text.body.as_str(),
        )?;
    }
    Ok(true)
}

type Kept = (Option<Vec<u8>>, Option<String>);

/// A source states the same words again; once erased, they stay erased.
fn is_same((salt, body): &Kept, text: &Text) -> bool {
    match (salt, body) {
        (Some(salt), Some(body)) => *salt == text.salt.0 && *body == text.body,
        (None, None) => true,
        _ => false,
    }
}
