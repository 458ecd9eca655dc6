//! Which row of which outside source was last written, and how it read then: what makes a re-import write nothing.
//! It refuses to read files, and to know what a row says.

use domain::ids::StreamId;
use domain::text::Digest;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::digest;
use crate::sql::project as sql;
use crate::tx::{Tx, all, execute, on, optional};
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

type Row = (Uuid, Vec<u8>, i64);

fn imported((stream, read, seq): Row) -> Result<Imported, LedgerError> {
    Ok(Imported {
        stream: StreamId::from_uuid(stream),
        digest: digest(read)?,
        seq: seq.cast_unsigned(),
    })
}

impl Mark {
    pub(crate) async fn put(
        &self,
        tx: &mut Tx,
        stream: StreamId,
        now: Timestamp,
    ) -> Result<(), LedgerError> {
        execute!(
            tx,
            sql::IMPORT_PUT,
            self.source.as_str(),
            self.key.as_str(),
            stream.uuid(),
            self.digest.0.to_vec(),
            self.seq.cast_signed(),
            now.micros(),
        )?;
        Ok(())
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
        let mut found = Vec::with_capacity(keys.len());
        for key in keys {
            let row = optional!(tx, Row, sql::IMPORT, source, key.as_str())?;
            found.push(row.map(imported).transpose()?);
        }
        Ok(found)
    }
}
