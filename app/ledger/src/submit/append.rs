//! The append: each draft is stamped, sealed onto the head before it and inserted, with the texts it points to.
//! It refuses to overwrite: a text whose id is taken is no other text.

use std::collections::BTreeMap;

use domain::context::Actor;
use domain::entry::{Draft, Entry, Stamp};
use domain::ids::StreamId;
use domain::seal;
use domain::text::{Digest, Text};
use uuid::Uuid;

use super::Submitted;
use super::stands::Taken;
use crate::LedgerError;
use crate::cell::Cell;
use crate::facts::{self, Line};
use crate::load::Standing;
use crate::sealed::Sealed;
use crate::sql::{ROWS_MAX, stream as sql};
use crate::tx::Tx;
use crate::writes::Writes;

/// What is appended to, and by which command.
#[derive(Debug, Clone, Copy)]
pub(super) struct From {
    pub(super) standing: Standing,
    /// Whether ids of the texts it brings are taken.
    pub(super) taken: Taken,
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
    writes: &mut Writes,
    submission: &Submitted,
    from: From,
    drafts: Vec<Draft<F>>,
    texts: &[&Text],
) -> Result<Appended<F>, LedgerError> {
    let Some(new) = new_texts(tx, submission, from, &drafts, texts).await? else {
        return Ok(Appended::TextReused);
    };
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
    add_texts(writes, envelope.stream, &new);
    add(writes, &entries, lines);
    close(writes, submission, from, &entries, head);
    Ok(Appended::Entries(entries))
}

/// Moves the head, and notes the command as applied.
fn close<F>(
    writes: &mut Writes,
    submission: &Submitted,
    from: From,
    entries: &[Entry<F>],
    head: Digest,
) {
    let envelope = &submission.envelope;
    let stream = envelope.stream.uuid();
    let last = from.standing.version + entries.len() as u64;
    let moved = vec![stream.into(), last.cast_signed().into(), head.0.into()];
    writes.add(sql::STREAM_MOVE, moved);
    let applied = vec![
        stream.into(),
        envelope.id.uuid().into(),
        from.digest.0.into(),
        (from.standing.version + 1).cast_signed().into(),
        last.cast_signed().into(),
        submission.now.micros().into(),
    ];
    writes.add(sql::COMMAND_ADD, applied);
}

fn add<F: Line>(writes: &mut Writes, entries: &[Entry<F>], lines: Vec<(Digest, Sealed)>) {
    let mut lines = lines.into_iter();
    for some in entries.chunks(ROWS_MAX) {
        let rows = some.iter().zip(&mut lines);
        let cells = rows.flat_map(|(entry, line)| row(entry, line)).collect();
        writes.add(sql::facts_add(some.len()), cells);
    }
}

fn row<F: Line>(entry: &Entry<F>, (leaf, sealed): (Digest, Sealed)) -> [Cell; 14] {
    [
        entry.stream.uuid().into(),
        entry.version.cast_signed().into(),
        entry.command.uuid().into(),
        i64::from(entry.n).into(),
        entry.fact.code().into(),
        entry.matter.map(|matter| matter.id.uuid()).into(),
        entry.matter.map(|matter| matter.thread.uuid()).into(),
        entry.audience.code().into(),
        entry.actor.code().into(),
        actor_id(&entry.actor).into(),
        entry.happened_at.micros().into(),
        entry.recorded_at.micros().into(),
        leaf.0.into(),
        sealed.into(),
    ]
}

pub(crate) fn actor_id(actor: &Actor) -> Option<Uuid> {
    match actor {
        Actor::Person { person, .. } => Some(person.uuid()),
        Actor::Customer { contact } => Some(contact.uuid()),
        Actor::House | Actor::Import { .. } => None,
    }
}

/// Those texts that a fact points to and that are not there yet; none at all when the id of one is another's.
async fn new_texts<'t, F: Line>(
    tx: &mut Tx,
    submission: &Submitted,
    from: From,
    drafts: &[Draft<F>],
    texts: &[&'t Text],
) -> Result<Option<Vec<&'t Text>>, LedgerError> {
    let mut brought = BTreeMap::new();
    for text in texts {
        let before = brought.insert(text.id, *text);
        if before.is_some_and(|before| before != *text) {
            return Ok(None);
        }
    }
    let pointed = drafts.iter().flat_map(|draft| draft.fact.texts());
    // Those not brought stand already.
    let mut new: Vec<_> = pointed
        .filter_map(|reference| brought.remove(&reference.id))
        .collect();
    if from.taken == Taken::None {
        return Ok(Some(new));
    }
    let ids = new.iter().map(|text| text.id);
    for (id, salt, body) in facts::text_rows(tx, submission.envelope.stream, ids).await? {
        let is_other = |text: &&Text| text.id.uuid() == id && !is_same(&salt, &body, text);
        if new.iter().any(is_other) {
            return Ok(None);
        }
        new.retain(|text| text.id.uuid() != id);
    }
    Ok(Some(new))
}

fn add_texts(writes: &mut Writes, stream: StreamId, new: &[&Text]) {
    for some in new.chunks(ROWS_MAX) {
        let row = |text: &&Text| -> [Cell; 4] {
            let id = text.id.uuid();
            [
                stream.uuid().into(),
                id.into(),
                text.salt.0.into(),
                text.body.as_str().into(),
            ]
        };
        writes.add(
            sql::texts_add(some.len()),
            some.iter().flat_map(row).collect(),
        );
    }
}

/// A source states the same words again; once erased, they stay erased.
fn is_same(salt: &Option<Vec<u8>>, body: &Option<String>, text: &Text) -> bool {
    match (salt, body) {
        (Some(salt), Some(body)) => *salt == text.salt.0 && *body == text.body,
        (None, None) => true,
        _ => false,
    }
}
