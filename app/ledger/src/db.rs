//! The two engines: reading an address, and the readers' pools.
//! It refuses to write: the only writable connection is the writer's.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{PgPool, SqlitePool};

use crate::LedgerError;
use crate::tx::{Engine, Tx};

const READERS_MAX: u32 = 8;
const SERVER_CONNECTIONS_MAX: u32 = 16;
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

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
            Address::Sqlite(path) => {
                let options = sqlite_options(path)
                    .read_only(true)
                    .pragma("query_only", "ON");
                SqlitePoolOptions::new()
                    .max_connections(READERS_MAX)
                    // A file does not hang up.
                    .test_before_acquire(false)
                    .acquire_timeout(ACQUIRE_TIMEOUT)
                    .connect_with(options)
                    .await
                    .map(Self::Sqlite)
            }
            Address::Postgres(options) => PgPoolOptions::new()
                .max_connections(SERVER_CONNECTIONS_MAX)
                .acquire_timeout(ACQUIRE_TIMEOUT)
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
