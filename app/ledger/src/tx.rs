//! A connection inside a transaction, of either engine, and the macros that run one SQL text on both.
//! It refuses to know any table; whether the work is kept is decided by the writer, not here.

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};

/// Which engine a database runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file, one writer.
    Sqlite,
    /// A server.
    Postgres,
}

/// Where statements run: inside the writer's batch, or in a reader's snapshot.
#[derive(Debug)]
pub(crate) enum Tx {
    /// The only writable connection to the file. Never sqlx's own transactions here: they
    /// acknowledged writes that were not in the file.
    Writer(SqliteConnection),
    /// A snapshot of the file on a read-only connection.
    Reader(Transaction<'static, Sqlite>),
    /// A read-only connection for one statement.
    ReaderAlone(PoolConnection<Sqlite>),
    /// A transaction of the server's.
    Postgres(Transaction<'static, Postgres>),
    /// A connection to the server for one statement that only reads.
    PostgresAlone(PoolConnection<Postgres>),
}

/// The bare connection, for [`on!`].
pub(crate) enum Conn<'t> {
    Sqlite(&'t mut SqliteConnection),
    Postgres(&'t mut PgConnection),
}

impl Tx {
    pub(crate) fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Writer(writer) => Conn::Sqlite(writer),
            Self::Reader(snapshot) => Conn::Sqlite(snapshot),
            Self::ReaderAlone(connection) => Conn::Sqlite(connection),
            Self::Postgres(transaction) => Conn::Postgres(transaction),
            Self::PostgresAlone(connection) => Conn::Postgres(connection),
        }
    }

    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Writer(_) | Self::Reader(_) | Self::ReaderAlone(_) => Engine::Sqlite,
            Self::Postgres(_) | Self::PostgresAlone(_) => Engine::Postgres,
        }
    }
}

/// One expression, compiled and run on both engines: `on!(tx, conn => …conn…)`.
macro_rules! on {
    ($tx:expr, $conn:ident => $body:expr) => {
        match $tx.conn() {
            $crate::tx::Conn::Sqlite($conn) => $body,
            $crate::tx::Conn::Postgres($conn) => $body,
        }
    };
}

/// Runs a statement; how many rows it touched.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $arg:expr)* $(,)?) => {
        on!($tx, conn => sqlx::query($sql)$(.bind($arg))*.execute(conn).await.map(|done| done.rows_affected()))
    };
}

/// All rows of a SELECT, as `$row`.
macro_rules! all {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        on!($tx, conn => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*.fetch_all(conn).await)
    };
}

/// The row of a SELECT that has one or none. Always read to its end: a statement left half-way
/// keeps SQLite's transaction open.
macro_rules! optional {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        all!($tx, $row, $sql $(, $arg)*).map(|rows| rows.into_iter().next())
    };
}

/// Runs a text that takes nothing, of one statement or several; it is sent as it is.
macro_rules! raw {
    ($tx:expr, $sql:expr) => {
        on!($tx, conn => sqlx::raw_sql($sql).execute(conn).await.map(|_| ()))
    };
}

pub(crate) use {all, execute, on, optional, raw};
