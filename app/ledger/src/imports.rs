//! Which row of which outside source was last written, and how it read then: what makes a re-import write nothing.
//! It refuses to read files, and to know what a row says.

use std::collections::HashMap;

use domain::ids::StreamId;
use domain::text::Digest;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::digest;
use crate::facts::{IDS_AT_ONCE, padded};
use crate::sql::project as sql;
use crate::tx::on;
use crate::writes::Writes;
use crate::{Ledger, LedgerError};

/// A row of a source, to be remembered together with the command that states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The source's name.
    pub source: String,
    /// The row's key there.
    pub key: String,
    /// How it reads.
    pub digest: Digest,
    /// How many times it has read otherwise before: part of the command's id, so that a row that changes back is
    /// another command.
    pub seq: u64,
}

/// A row of a source, as it was last written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// To where.
    pub stream: StreamId,
    /// How it read.
    pub digest: Digest,
    /// Its `seq`.
    pub seq: u64,
}

type Row = (String, Uuid, Vec<u8>, i64);

fn imported((key, stream, read, seq): Row) -> Result<(String, Imported), LedgerError> {
    let row = Imported {
        stream: StreamId::from_uuid(stream),
        digest: digest(read)?,
        seq: seq.cast_unsigned(),
    };
    Ok((key, row))
}

impl Mark {
    pub(crate) fn put(&self, writes: &mut Writes, stream: StreamId, now: Timestamp) {
        let row = vec![
            self.source.as_str().into(),
            self.key.as_str().into(),
            stream.uuid().into(),
            self.digest.0.into(),
            self.seq.cast_signed().into(),
            now.micros().into(),
        ];
        writes.add(sql::IMPORT_PUT, row);
    }
}

impl Ledger {
    /// How those rows of a source were last written, in the order of their keys; `None` for a row never seen.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn imported(
        &self,
        source: &str,
        keys: &[String],
    ) -> Result<Vec<Option<Imported>>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let mut found = HashMap::with_capacity(keys.len());
        for some in keys.chunks(IDS_AT_ONCE) {
            let some: Vec<&str> = some.iter().map(String::as_str).collect();
            let rows = on!(tx, conn => {
                let mut query = sqlx::query_as::<_, Row>(sql::IMPORTS).bind(source);
                for key in padded(&some) {
                    query = query.bind(key);
                }
                query.fetch_all(conn).await
            })?;
            for row in rows {
                let (key, row) = imported(row)?;
                found.insert(key, row);
            }
        }
        Ok(keys.iter().map(|key| found.get(key).copied()).collect())
    }
}
