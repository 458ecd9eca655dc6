//! The program's own secrets: bytes made once and the same ever after, for every server of the house.
//! It refuses to know what they sign, and to make randomness: the caller brings it.

use crate::sql::people as sql;
use crate::tx::{all, execute, on, optional};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

impl Ledger {
    /// The secret of that name; `fresh` becomes it when there is none yet.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn secret(&self, name: &str, fresh: Vec<u8>) -> Result<Vec<u8>, LedgerError> {
        let name = name.to_owned();
        self.write(Secret { name, fresh }).await
    }

    /// The secret of that name, if there is one: for who may write nothing.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn known_secret(&self, name: &str) -> Result<Option<Vec<u8>>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let known = optional!(tx, (Vec<u8>,), sql::SECRET, name)?;
        Ok(known.map(|(secret,)| secret))
    }
}

struct Secret {
    name: String,
    fresh: Vec<u8>,
}

job!(Secret -> Vec<u8>, |job, tx| {
    if let Some((known,)) = optional!(tx, (Vec<u8>,), sql::SECRET, job.name.as_str())? {
        return Ok(Done::Undone(known));
    }
    execute!(tx, sql::SECRET_ADD, job.name.as_str(), job.fresh.as_slice())?;
    Ok(Done::Kept(job.fresh.clone(), Vec::new()))
});
