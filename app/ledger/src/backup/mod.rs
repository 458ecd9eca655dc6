//! A backup is a ledger: one SQLite file with the same tables and columns, whichever engine it was taken from, so that
//! `palabra verify` reads it as it stands, `palabra serve` could open it, and `restore` copies it into either engine.
//! It refuses to overwrite anything.

mod copy;

use std::path::{Path, PathBuf};

use sqlx::Connection;

use crate::db::{Address, Db};
use crate::migrate;
use crate::sql::{stream as sql, writer};
use crate::tx::{Tx, execute, on};
use crate::writer::sqlite::{self, IfMissing};
use crate::{Ledger, LedgerError};

/// How much was copied.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copied {
    /// Tables.
    pub tables: u64,
    /// Rows of all of them.
    pub rows: u64,
}

impl Ledger {
    /// Writes all of the ledger, as of one moment, into a new file; other work goes on beside it. The file takes its
    /// name only once it is whole and on the disk.
    ///
    /// # Errors
    /// `Backup` when the file is there already or cannot be written, `Statement`.
    pub async fn backup(&self, file: &Path) -> Result<Copied, LedgerError> {
        let cannot = |why: String| LedgerError::Backup {
            file: file.to_path_buf(),
            why,
        };
        if file.exists() {
            return Err(cannot("it is there already".to_owned()));
        }
        let part = part(file);
        if part.exists() {
            std::fs::remove_file(&part).map_err(|error| cannot(error.to_string()))?;
        }
        let address = Address::Sqlite(part.clone());
        migrate::migrate(&address).await?;
        let mut source = self.snapshot().await?;
        let copied = into(&address, &mut source).await?;
        std::fs::rename(&part, file).map_err(|error| cannot(error.to_string()))?;
        Ok(copied)
    }

    /// Copies a backup into a database that holds nothing yet, making its file or tables.
    ///
    /// # Errors
    /// `Backup` when the database holds something, and whatever [`Ledger::open`] says of the file.
    pub async fn restore(file: &Path, url: &str) -> Result<Copied, LedgerError> {
        let backup = Address::Sqlite(file.to_path_buf());
        backup.must_exist()?;
        let readers = Db::open(&backup).await?;
        let mut source = readers.snapshot().await?;
        migrate::check(&backup, &mut source).await?;

        let address = Address::parse(url)?;
        migrate::migrate(&address).await?;
        if !is_empty(&address).await? {
            return Err(LedgerError::Backup {
                file: file.to_path_buf(),
                why: format!("{} holds a ledger already", address.shown()),
            });
        }
        into(&address, &mut source).await
    }
}

fn part(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

async fn is_empty(address: &Address) -> Result<bool, LedgerError> {
    let readers = Db::open(address).await?;
    let mut tx = readers.snapshot().await?;
    let house = domain::ids::StreamId::HOUSE.uuid();
    let first = on!(tx, conn => sqlx::query_as::<_, (i64, Vec<u8>)>(sql::STREAM)
        .bind(house).fetch_all(conn).await)?;
    let others = on!(tx, conn => sqlx::query_as::<_, (uuid::Uuid, i64, Vec<u8>)>(sql::STREAMS_AFTER)
        .bind(house).bind(1_i64).fetch_all(conn).await)?;
    drop(tx);
    readers.close().await;
    Ok(first.is_empty() && others.is_empty())
}

/// All rows in one transaction, durable when this returns.
async fn into(address: &Address, source: &mut Tx) -> Result<Copied, LedgerError> {
    match address {
        Address::Sqlite(path) => {
            let connection = sqlite::connect(path, IfMissing::Fail)
                .await
                .map_err(|error| address.unopened(error))?;
            let mut target = Tx::Writer(connection);
            execute!(target, writer::BEGIN_IMMEDIATE)?;
            let copied = copy::all(source, &mut target).await?;
            execute!(target, writer::COMMIT)?;
            execute!(target, writer::CHECKPOINT)?;
            if let Tx::Writer(connection) = target {
                connection.close().await?;
            }
            Ok(copied)
        }
        Address::Postgres(options) => {
            let pool = sqlx::PgPool::connect_with(options.as_ref().clone())
                .await
                .map_err(|error| address.unopened(error))?;
            let mut target = Tx::Postgres(pool.begin().await?);
            let copied = copy::all(source, &mut target).await?;
            if let Tx::Postgres(transaction) = target {
                transaction.commit().await?;
            }
            pool.close().await;
            Ok(copied)
        }
    }
}
