//! One line of a chain against its own sealed bytes: the columns beside them say the same, or somebody changed them.

use domain::entry::Entry;
use domain::ids::AttachmentId;
use domain::seal;
use domain::text::{Digest, TextRef};
use sqlx::{ColumnIndex, Decode, FromRow, Row, Type};
use uuid::Uuid;

use crate::facts::Line as Fact;
use crate::sealed::Sealed;
use crate::submit::actor_id;

/// A line with every column of its, as far as they can be read.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) stream: Uuid,
    pub(super) version: i64,
    columns: Option<Columns>,
}

#[derive(Debug, FromRow)]
struct Columns {
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
    /// The last version of its command, where that is kept as applied.
    applied: Option<i64>,
}

/// A column of another type than it was given is no failure of the statement: the line is not what was written.
impl<'r, R: Row> FromRow<'r, R> for Line
where
    &'static str: ColumnIndex<R>,
    Uuid: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    Columns: FromRow<'r, R>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        Ok(Self {
            stream: row.try_get("stream_id")?,
            version: row.try_get("version")?,
            columns: Columns::from_row(row).ok(),
        })
    }
}

/// What a line says of itself.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) leaf: Digest,
    pub(super) is_as_sealed: bool,
    pub(super) is_applied: bool,
    /// Nobody's where the line cannot be read.
    pub(super) command: Uuid,
    pub(super) texts: Vec<TextRef>,
    pub(super) attached: Option<(AttachmentId, Digest)>,
}

impl Line {
    /// Hashes the bytes as they stand and holds the columns against them.
    pub(super) fn tell<F: Fact>(&self) -> Told {
        let Some(columns) = &self.columns else {
            return Told {
                leaf: seal::leaf(&[]),
                is_as_sealed: false,
                is_applied: true,
                command: Uuid::nil(),
                texts: Vec::new(),
                attached: None,
            };
        };
        let leaf = seal::leaf(&columns.sealed.0);
        let entry = Entry::<F>::unseal(&columns.sealed.0).ok();
        let agrees = |entry: &Entry<F>| {
            entry.stream.uuid() == self.stream
                && entry.version.cast_signed() == self.version
                && columns.agree(entry)
        };
        Told {
            leaf,
            is_as_sealed: columns.leaf == leaf.0 && entry.as_ref().is_some_and(agrees),
            is_applied: columns.applied.is_some(),
            command: columns.command_id,
            attached: entry.as_ref().and_then(|entry| entry.fact.attachment()),
            texts: entry.map(|entry| entry.fact.texts()).unwrap_or_default(),
        }
    }
}

impl Columns {
    fn agree<F: Fact>(&self, entry: &Entry<F>) -> bool {
        entry.command.uuid() == self.command_id
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
