//! Lines as they stand: read back from their sealed bytes, and the texts that they point to.
//! It refuses to fold them: what they make of an account is the domain's.

use std::collections::{BTreeMap, BTreeSet};

use domain::entry::Entry;
use domain::fact::Fact;
use domain::house::HouseFact;
use domain::ids::{AttachmentId, StreamId, TextId};
use domain::text::{Digest, TextRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::LedgerError;
use crate::sealed::Sealed;
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on};

/// What both kinds of fact can say of themselves.
pub(crate) trait Line: Serialize + DeserializeOwned + Send + Sync {
    fn code(&self) -> &'static str;
    fn texts(&self) -> Vec<TextRef>;
    /// What it points to beside texts, and its digest.
    fn attachment(&self) -> Option<(AttachmentId, Digest)>;
}

impl Line for Fact {
    fn code(&self) -> &'static str {
        Fact::code(self)
    }

    fn texts(&self) -> Vec<TextRef> {
        Fact::texts(self)
    }

    fn attachment(&self) -> Option<(AttachmentId, Digest)> {
        Fact::attachment(self)
    }
}

impl Line for HouseFact {
    fn code(&self) -> &'static str {
        HouseFact::code(self)
    }

    fn texts(&self) -> Vec<TextRef> {
        HouseFact::texts(self)
    }

    fn attachment(&self) -> Option<(AttachmentId, Digest)> {
        None
    }
}

/// More than any stream has: for reading one whole.
pub(crate) const ALL: i64 = i64::MAX;

/// The lines of a stream after a version, at most so many, oldest first.
pub(crate) async fn after<F: Line>(
    tx: &mut Tx,
    stream: StreamId,
    version: u64,
    limit: i64,
) -> Result<Vec<Entry<F>>, LedgerError> {
    let after = version.cast_signed();
    let rows = all!(
        tx,
        (i64, Sealed),
        sql::FACTS_AFTER,
        stream.uuid(),
        after,
        limit
    )?;
    rows.into_iter().map(unseal).collect()
}

pub(crate) fn unseal<F: Line>((version, sealed): (i64, Sealed)) -> Result<Entry<F>, LedgerError> {
    let entry =
        Entry::<F>::unseal(&sealed.0).map_err(|error| LedgerError::stored("fact", error))?;
    if entry.version != version.cast_unsigned() {
        return Err(LedgerError::stored("fact", "its version is another"));
    }
    Ok(entry)
}

/// A text's words; `None` once they were erased.
pub(crate) type Bodies = BTreeMap<TextId, Option<String>>;

/// A text as it stands: id, salt, body.
pub(crate) type TextRow = (Uuid, Option<Vec<u8>>, Option<String>);

/// How many ids one statement takes.
pub(crate) const IDS_AT_ONCE: usize = 32;

/// Thirty-two to bind, the last repeated where there are fewer.
pub(crate) fn padded<T: Copy + Send + Sync>(some: &[T]) -> impl Iterator<Item = T> + Send {
    (0..IDS_AT_ONCE).filter_map(|place| some.get(place).or(some.last()).copied())
}

/// The rows of those texts; those that are not there are left out.
pub(crate) async fn text_rows(
    tx: &mut Tx,
    stream: StreamId,
    ids: impl IntoIterator<Item = TextId>,
) -> Result<Vec<TextRow>, LedgerError> {
    let ids: BTreeSet<_> = ids.into_iter().map(TextId::uuid).collect();
    let ids: Vec<_> = ids.into_iter().collect();
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(IDS_AT_ONCE) {
        let asked = crate::sql::texts(tx.engine());
        let rows = on!(tx, conn => {
            let mut query = sqlx::query_as::<_, TextRow>(asked).bind(stream.uuid());
            for id in padded(some) {
                query = query.bind(id);
            }
            query.fetch_all(conn).await
        })?;
        found.extend(rows);
    }
    Ok(found)
}

/// The words of those texts.
pub(crate) async fn bodies(
    tx: &mut Tx,
    stream: StreamId,
    ids: impl IntoIterator<Item = TextId>,
) -> Result<Bodies, LedgerError> {
    let rows = text_rows(tx, stream, ids).await?;
    Ok(rows
        .into_iter()
        .map(|(id, _, body)| (TextId::from_uuid(id), body))
        .collect())
}
