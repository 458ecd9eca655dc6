//! One line of a chain against its own sealed bytes: the columns beside them say the same, or somebody changed them.

use domain::entry::Entry;
use domain::seal;
use domain::text::{Digest, TextRef};
use sqlx::FromRow;
use uuid::Uuid;

use crate::facts::Line;
use crate::sealed::Sealed;
use crate::submit::actor_id;

/// A line with every column of its.
#[derive(Debug, FromRow)]
pub(super) struct Columns {
    pub(super) version: i64,
    command_id: Uuid,
    n: i64,
    kind: String,
    matter_id: Option<Uuid>,
    thread_id: Option<Uuid>,
    audience: String,
    actor_kind: String,
    actor_id: Option<Uuid>,
    happened_at: i64,
    recorded_at: i64,
    leaf: Vec<u8>,
    sealed: Sealed,
}

/// What a line says of itself.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) leaf: Digest,
    pub(super) is_as_sealed: bool,
    pub(super) command: Uuid,
    pub(super) texts: Vec<TextRef>,
}

impl Columns {
    /// Hashes the bytes as they stand and holds the columns against them.
    pub(super) fn tell<F: Line>(&self, stream: Uuid) -> Told {
        let leaf = seal::leaf(&self.sealed.0);
        let entry = Entry::<F>::unseal(&self.sealed.0).ok();
        let is_as_sealed = self.leaf == leaf.0
            && entry
                .as_ref()
                .is_some_and(|entry| self.agrees(entry, stream));
        Told {
            leaf,
            is_as_sealed,
            command: self.command_id,
            texts: entry.map(|entry| entry.fact.texts()).unwrap_or_default(),
        }
    }

    fn agrees<F: Line>(&self, entry: &Entry<F>, stream: Uuid) -> bool {
        entry.stream.uuid() == stream
            && entry.version.cast_signed() == self.version
            && entry.command.uuid() == self.command_id
            && i64::from(entry.n) == self.n
            && entry.fact.code() == self.kind
            && entry.matter.map(|matter| matter.id.uuid()) == self.matter_id
            && entry.matter.map(|matter| matter.thread.uuid()) == self.thread_id
            && entry.audience.code() == self.audience
            && entry.actor.code() == self.actor_kind
            && actor_id(&entry.actor) == self.actor_id
            && entry.happened_at.micros() == self.happened_at
            && entry.recorded_at.micros() == self.recorded_at
    }
}
