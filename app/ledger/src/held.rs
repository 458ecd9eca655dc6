//! That one program alone serves from a file: a lock beside it, which the system lets go of when the program ends,
//! however it ends. It refuses to keep out the commands of a line that write beside it: SQLite's own lock orders those.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::db::Address;
use crate::{Ledger, LedgerError};

/// The lock, held as long as this is.
#[derive(Debug)]
#[must_use]
pub struct Held(#[expect(dead_code, reason = "the lock is the open file")] Option<File>);

impl Ledger {
    /// Takes the lock of whoever serves; on PostgreSQL several may, and there is none.
    ///
    /// # Errors
    /// `InUse` when another program has it, `ReadOnly` when its file cannot be made.
    pub fn hold(&self) -> Result<Held, LedgerError> {
        match self.address() {
            Address::Postgres(_) => Ok(Held(None)),
            Address::Sqlite(path) => hold(path, self.shown()).map(|file| Held(Some(file))),
        }
    }
}

fn hold(path: &Path, database: String) -> Result<File, LedgerError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-serving");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(beside);
    let Ok(file) = file else {
        return Err(LedgerError::ReadOnly { database });
    };
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(LedgerError::InUse { database }),
        // Where the file system knows no locks there is nothing to ask.
        Err(TryLockError::Error(_)) => Ok(file),
    }
}
