//! A backup is a ledger: one SQLite file with the same tables and columns, whichever engine it was taken from, so that
//! `palabra verify` reads it as it stands, `palabra serve` could open it, and `restore` copies it into either engine.
//! It refuses to overwrite anything.

mod copy;

use std::fs::File;
use std::path::{Path, PathBuf};

use sqlx::Connection;
use sqlx::postgres::PgConnectOptions;
use uuid::Uuid;

use crate::db::{Address, Db};
use crate::migrate;
use crate::sql::{stream as sql, writer};
use crate::tx::{Tx, all, execute, on, raw};
use crate::writer::sqlite::{self, IfMissing};
use crate::{Ledger, LedgerError, outbox};

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
    /// name only once it is whole and on the disk, and has no other file beside it.
    ///
    /// # Errors
    /// `Backup` when the file is there already or cannot be written, `Statement`.
    pub async fn backup(&self, file: &Path) -> Result<Copied, LedgerError> {
        let cannot = |why: &dyn std::fmt::Display| LedgerError::Backup {
            file: file.to_path_buf(),
            why: why.to_string(),
        };
        if file.exists() {
            return Err(cannot(&"it is there already"));
        }
        let part = Part::of(file);
        let address = Address::Sqlite(part.0.clone());
        migrate::migrate(&address).await?;
        let copied = match self.address() {
            Address::Sqlite(source) => into_file(&address, &part.0, From::File(source)).await?,
            Address::Postgres(_) => {
                let source = From::Rows(self.snapshot().await?);
                into_file(&address, &part.0, source).await?
            }
        };
        part.finish(file).map_err(|error| cannot(&error))?;
        Ok(copied)
    }

    /// Copies a backup into a database that holds nothing yet, making its file or tables.
    ///
    /// # Errors
    /// `Backup` when the database holds something, and whatever [`Ledger::open`] says of the file.
    pub async fn restore(file: &Path, url: &str) -> Result<Copied, LedgerError> {
        let backup = Address::Sqlite(file.to_path_buf());
        backup.must_exist()?;
        let readers = migrate::open(&backup).await?;

        let address = Address::parse(url)?;
        migrate::migrate(&address).await?;
        if !is_empty(&address).await? {
            return Err(LedgerError::Backup {
                file: file.to_path_buf(),
                why: format!("{} holds a ledger already", address.shown()),
            });
        }
        match &address {
            Address::Sqlite(path) => into_file(&address, path, From::Backup(file)).await,
            Address::Postgres(options) => {
                let mut source = readers.snapshot().await?;
                into_server(&address, options, &mut source).await
            }
        }
    }
}

/// A backup that has no name yet: gone, with all that SQLite laid beside it, unless it is finished.
struct Part(PathBuf);

impl Part {
    fn of(file: &Path) -> Self {
        let part = Self(beside(file, ".part"));
        part.forget();
        part
    }

    /// Gives it its name, once it is on the disk; and waits until the name is there too.
    fn finish(self, file: &Path) -> std::io::Result<()> {
        File::open(&self.0)?.sync_all()?;
        std::fs::rename(&self.0, file)?;
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }

    fn forget(&self) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            // Mostly it is not there.
            let _ = std::fs::remove_file(beside(&self.0, suffix));
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        self.forget();
    }
}

fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

async fn is_empty(address: &Address) -> Result<bool, LedgerError> {
    let readers = Db::open(address).await?;
    let mut tx = readers.snapshot().await?;
    let none = Uuid::nil();
    let streams = all!(tx, (Uuid,), sql::STREAMS_IN_STREAMS, none, 1_i64)?;
    drop(tx);
    readers.close().await;
    Ok(streams.is_empty())
}

/// Where the rows come from.
enum From<'a> {
    /// A ledger that goes on.
    File(&'a Path),
    /// One that may have gone on since.
    Backup(&'a Path),
    Rows(Tx),
}

/// All rows in one transaction, durable when this returns.
async fn into_file(
    address: &Address,
    path: &Path,
    source: From<'_>,
) -> Result<Copied, LedgerError> {
    let connection = sqlite::connect(path, IfMissing::Fail)
        .await
        .map_err(|error| address.unopened(error))?;
    let mut target = Tx::Writer(connection);
    raw!(target, writer::ONE_FILE)?;
    if let From::File(source) | From::Backup(source) = &source {
        execute!(target, writer::ATTACH, read_only(source))?;
    }
    raw!(target, writer::BEGIN_IMMEDIATE)?;
    let copied = match source {
        From::File(_) => copy::attached(&mut target).await?,
        From::Backup(_) => {
            let copied = copy::attached(&mut target).await?;
            outbox::of_a_backup(&mut target).await?;
            copied
        }
        From::Rows(mut source) => copy::rows(&mut source, &mut target).await?,
    };
    raw!(target, writer::COMMIT)?;
    if let Tx::Writer(connection) = target {
        connection.close().await?;
    }
    Ok(copied)
}

/// The address of a file that is only read, whatever its name.
fn read_only(file: &Path) -> String {
    let mut address = String::from("file:");
    for letter in file.to_string_lossy().chars() {
        match letter {
            '%' => address.push_str("%25"),
            '?' => address.push_str("%3f"),
            '#' => address.push_str("%23"),
            letter => address.push(letter),
        }
    }
    address.push_str("?mode=ro");
    address
}

async fn into_server(
    address: &Address,
    options: &PgConnectOptions,
    source: &mut Tx,
) -> Result<Copied, LedgerError> {
    let pool = sqlx::PgPool::connect_with(options.clone())
        .await
        .map_err(|error| address.unopened(error))?;
    let mut target = Tx::Postgres(pool.begin().await?);
    let copied = copy::rows(source, &mut target).await?;
    outbox::of_a_backup(&mut target).await?;
    if let Tx::Postgres(transaction) = target {
        transaction.commit().await?;
    }
    pool.close().await;
    Ok(copied)
}
