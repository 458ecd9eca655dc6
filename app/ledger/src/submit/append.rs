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
use crate::facts::{self, Line};
use crate::load::Standing;
use crate::sealed::Sealed;
use crate::sql::{ROWS_MAX, stream as sql};
use crate::tx::{Tx, execute, on};

/// What is appended to, and by which command.
#[derive(Debug, Clone, Copy)]
pub(super) struct From {
    pub(super) standing: Standing,
    pub(super) digest: Digest,
    /// Of the house that decides.
    pub(super) house_version: u64,
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Appended<F> {
    Entries(Vec<Entry<F>>),
    TextReused,
}

pub(super) async fn append<F: Line>(
    tx: &mut Tx,
    submission: &Submitted,
    from: From,
    drafts: Vec<Draft<F>>,
    texts: &[&Text],
) -> Result<Appended<F>, LedgerError> {
    if !add_texts(tx, submission, &drafts, texts).await? {
        return Ok(Appended::TextReused);
    }
    let envelope = &submission.envelope;
    let mut head = from.standing.head;
    let mut entries = Vec::with_capacity(drafts.len());
    let mut lines = Vec::with_capacity(drafts.len());
    for ((n, version), draft) in (0..).zip(from.standing.version + 1..).zip(drafts) {
        let entry = draft.stamp(&Stamp {
            stream: envelope.stream,
            version,
            command: envelope.id,
            n,
            actor: &submission.actor,
            device: envelope.device,
            recorded_at: submission.now,
            sent_at: envelope.sent_at,
            house_version: from.house_version,
        });
        let sealed = entry.seal();
        let leaf = seal::leaf(&sealed);
        head = seal::head(head, leaf);
        lines.push((leaf, Sealed(sealed)));
        entries.push(entry);
    }
    add(tx, &entries, lines).await?;
    close(tx, submission, from, &entries, head).await?;
    Ok(Appended::Entries(entries))
}

/// Moves the head, and notes the command as applied.
async fn close<F>(
    tx: &mut Tx,
    submission: &Submitted,
    from: From,
    entries: &[Entry<F>],
    head: Digest,
) -> Result<(), LedgerError> {
    let envelope = &submission.envelope;
    let stream = envelope.stream.uuid();
    let last = from.standing.version + entries.len() as u64;
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
        from.digest.0.to_vec(),
        (from.standing.version + 1).cast_signed(),
        last.cast_signed(),
        submission.now.micros(),
    )?;
    Ok(())
}

async fn add<F: Line>(
    tx: &mut Tx,
    entries: &[Entry<F>],
    lines: Vec<(Digest, Sealed)>,
) -> Result<(), LedgerError> {
    let mut lines = lines.into_iter();
    for some in entries.chunks(ROWS_MAX) {
        on!(tx, conn => {
            let mut query = sqlx::query(sql::facts_add(some.len()));
            for (entry, (leaf, sealed)) in some.iter().zip(&mut lines) {
                query = query
                    .bind(entry.stream.uuid())
                    .bind(entry.version.cast_signed())
                    .bind(entry.command.uuid())
                    .bind(i64::from(entry.n))
                    .bind(entry.fact.code())
                    .bind(entry.matter.map(|matter| matter.id.uuid()))
                    .bind(entry.matter.map(|matter| matter.thread.uuid()))
                    .bind(entry.audience.code())
                    .bind(entry.actor.code())
                    .bind(actor_id(&entry.actor))
                    .bind(entry.happened_at.micros())
                    .bind(entry.recorded_at.micros())
                    .bind(leaf.0.to_vec())
                    .bind(sealed);
            }
            query.execute(conn).await.map(|_| ())
        })?;
    }
    Ok(())
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
    let pointed = drafts.iter().flat_map(|draft| draft.fact.texts());
    // Those not brought stand already.
    let mut new: Vec<_> = pointed
        .filter_map(|reference| brought.remove(&reference.id))
        .collect();
    let ids = new.iter().map(|text| text.id);
    for (id, salt, body) in facts::text_rows(tx, submission.envelope.stream, ids).await? {
        let is_other = |text: &&Text| text.id.uuid() == id && !is_same(&salt, &body, text);
        if new.iter().any(is_other) {
            return Ok(false);
        }
        new.retain(|text| text.id.uuid() != id);
    }
    for some in new.chunks(ROWS_MAX) {
        on!(tx, conn => {
            let mut query = sqlx::query(sql::texts_add(some.len()));
            for text in some {
                query = query
                    .bind(submission.envelope.stream.uuid())
                    .bind(text.id.uuid())
                    .bind(text.salt.0.to_vec())
                    .bind(text.body.as_str());
            }
            query.execute(conn).await.map(|_| ())
        })?;
    }
    Ok(true)
}

/// A source states the same words again; once erased, they stay erased.
fn is_same(salt: &Option<Vec<u8>>, body: &Option<String>, text: &Text) -> bool {
    match (salt, body) {
        (Some(salt), Some(body)) => *salt == text.salt.0 && *body == text.body,
        (None, None) => true,
        _ => false,
    }
}
