//! The two engines: reading an address, and the readers' pools.
//! It refuses to write: the only writable connection is the writer's.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{PgPool, SqlitePool};

use crate::LedgerError;
use crate::trouble;
use crate::tx::{Engine, Tx};

const READERS_MAX: u32 = 8;
/// On PostgreSQL, where many writers share one flush of the log.
const WRITERS_MAX: u32 = 16;
/// As many as anything asks for at once, so that the reading thread never waits for whoever takes them.
const ROWS_HELD: usize = 2_048;
/// Statements of several rows have a text for each number of rows.
const STATEMENTS_HELD: usize = 256;
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(2);
/// Whoever waits for a replica could have read from the ledger's own database meanwhile.
const REPLICA_ACQUIRE_TIMEOUT: Duration = Duration::from_millis(500);
/// A write is worth a longer wait: whoever is told to try again must type nothing anew, but waits too.
const WRITERS_ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// A writer that waits longer than this is told to try again; and none holds a row while it does nothing.
const WRITERS_WAIT: [(&str, &str); 3] = [
    ("lock_timeout", "3s"),
    ("statement_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "10s"),
];

/// Where a database is.
#[derive(Debug, Clone)]
pub(crate) enum Address {
    Sqlite(PathBuf),
    Postgres(Box<PgConnectOptions>),
}

impl Address {
    /// `sqlite:path` (or `sqlite://path`), `postgres://…` (or `postgresql://…`).
    pub(crate) fn parse(url: &str) -> Result<Self, LedgerError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            // A database in memory has no reader beside its writer, and keeps nothing.
            if path.is_empty() || path.contains(":memory:") || path.contains('?') {
                return Err(LedgerError::Address);
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url).map_err(|_| LedgerError::Address)?;
            // Durable whatever the server's own setting.
            let options = options
                .application_name("palabra")
                .options([("synchronous_commit", "on")]);
            return Ok(Self::Postgres(Box::new(options)));
        }
        Err(LedgerError::Address)
    }

    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// For sentences: the file, or the server and the database, never the password.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Sqlite(path) => path.display().to_string(),
            Self::Postgres(options) => format!(
                "postgres://{}:{}/{}",
                options.get_host(),
                options.get_port(),
                options.get_database().unwrap_or("")
            ),
        }
    }

    pub(crate) fn unopened(&self, source: sqlx::Error) -> LedgerError {
        LedgerError::Open {
            database: self.shown(),
            source,
        }
    }

    /// What it means that a file which can be read does not open for writing.
    pub(crate) fn unwritable(&self, source: sqlx::Error) -> LedgerError {
        match trouble::is_read_only(&source) {
            true => self.read_only(),
            false => self.unopened(source),
        }
    }

    pub(crate) fn read_only(&self) -> LedgerError {
        LedgerError::ReadOnly {
            database: self.shown(),
        }
    }

    /// A file that nobody may write, or in a folder that nobody may write, as SQLite must: told before it is opened.
    pub(crate) fn must_be_writable(&self) -> Result<(), LedgerError> {
        let Self::Sqlite(path) = self else {
            return Ok(());
        };
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        for place in std::iter::once(path.as_path()).chain(folder) {
            let about = std::fs::metadata(place);
            if about.is_ok_and(|about| about.permissions().readonly()) {
                return Err(self.read_only());
            }
        }
        Ok(())
    }

    /// A missing file is told apart before SQLite makes an empty one.
    pub(crate) fn must_exist(&self) -> Result<(), LedgerError> {
        match self {
            Self::Sqlite(path) if !path.is_file() => Err(LedgerError::Missing {
                database: self.shown(),
            }),
            Self::Sqlite(_) | Self::Postgres(_) => Ok(()),
        }
    }

    /// The folder the file is to stand in.
    pub(crate) fn make_folder(&self) -> Result<(), LedgerError> {
        let Self::Sqlite(path) = self else {
            return Ok(());
        };
        match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
                .map_err(|source| LedgerError::Folder {
                    folder: folder.to_path_buf(),
                    source,
                }),
            _ => Ok(()),
        }
    }
}

/// What every connection to the file has in common.
pub(crate) fn sqlite_options(path: &std::path::Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .row_buffer_size(ROWS_HELD)
        .statement_cache_capacity(STATEMENTS_HELD)
}

/// For looking at a file before anything is changed in it.
pub(crate) fn sqlite_reading(path: &std::path::Path) -> SqliteConnectOptions {
    sqlite_options(path)
        .read_only(true)
        .pragma("query_only", "ON")
}

/// The server's connections for writing: apart from the readers', so that neither waits for the other.
pub(crate) fn postgres_writers(options: &PgConnectOptions) -> PgPool {
    let pool = postgres_pool(WRITERS_MAX).acquire_timeout(WRITERS_ACQUIRE_TIMEOUT);
    pool.connect_lazy_with(
        options
            .clone()
            .statement_cache_capacity(STATEMENTS_HELD)
            .options(WRITERS_WAIT),
    )
}

/// Those of a replica, which need not be there.
pub(crate) fn postgres_replica(options: &PgConnectOptions) -> PgPool {
    postgres_pool(READERS_MAX)
        .acquire_timeout(REPLICA_ACQUIRE_TIMEOUT)
        .connect_lazy_with(options.clone().options([("statement_timeout", "10s")]))
}

/// One connection that listens, and one that speaks.
pub(crate) fn postgres_hints(options: &PgConnectOptions) -> PgPool {
    postgres_pool(2).connect_lazy_with(options.clone())
}

/// Before each use a connection is asked whether it is still there: a write is not refused because the server restarted.
pub(crate) fn postgres_pool(connections_max: u32) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections_max)
        .acquire_timeout(ACQUIRE_TIMEOUT)
}

/// The readers.
#[derive(Debug, Clone)]
pub(crate) enum Db {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Db {
    pub(crate) async fn open(address: &Address) -> Result<Self, LedgerError> {
        match address {
            Address::Sqlite(path) => SqlitePoolOptions::new()
                .max_connections(READERS_MAX)
                // A file does not hang up.
                .test_before_acquire(false)
                .acquire_timeout(ACQUIRE_TIMEOUT)
                .connect_with(sqlite_reading(path))
                .await
                .map(Self::Sqlite),
            Address::Postgres(options) => postgres_pool(READERS_MAX)
                .connect_with(options.as_ref().clone())
                .await
                .map(Self::Postgres),
        }
        .map_err(|source| address.unopened(source))
    }

    /// One moment of the database: all that is read in it belongs together.
    pub(crate) async fn snapshot(&self) -> Result<Tx, LedgerError> {
        Ok(match self {
            Self::Sqlite(pool) => Tx::Reader(pool.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                    .await?,
            ),
        })
    }

    /// For one statement: no transaction is opened around it.
    pub(crate) async fn reader(&self) -> Result<Tx, LedgerError> {
        Ok(match self {
            Self::Sqlite(pool) => Tx::ReaderAlone(pool.acquire().await?),
            Self::Postgres(pool) => Tx::PostgresAlone(pool.acquire().await?),
        })
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}
