//! A connection of the bench's own beside the ledger: with the writer's settings, for writing the same rows barely; or
//! for filling a database. It refuses to know the ledger's code.

use std::str::FromStr as _;

use ledger::Engine;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, PgConnection, SqliteConnection};

/// As many as the ledger's writer holds.
const STATEMENTS_HELD: usize = 256;

pub(crate) enum Hands {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// One expression, compiled for both engines.
macro_rules! with {
    ($hands:expr, $conn:ident => $body:expr) => {
        match $hands {
            $crate::hands::Hands::Sqlite($conn) => $body,
            $crate::hands::Hands::Postgres($conn) => $body,
        }
    };
}

impl Hands {
    /// As the ledger's writer connects.
    pub(crate) async fn as_the_writer(url: &str) -> Self {
        match url.strip_prefix("sqlite:") {
            Some(path) => {
                let options = SqliteConnectOptions::new()
                    .filename(path)
                    .foreign_keys(true)
                    .row_buffer_size(128)
                    .statement_cache_capacity(STATEMENTS_HELD)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .pragma("recursive_triggers", "ON")
                    .pragma("journal_size_limit", "67108864");
                Self::Sqlite(options.connect().await.expect("the file"))
            }
            None => {
                let options = PgConnectOptions::from_str(url)
                    .expect("an address")
                    .options([("synchronous_commit", "on")])
                    .statement_cache_capacity(STATEMENTS_HELD);
                Self::Postgres(options.connect().await.expect("the database"))
            }
        }
    }

    /// For laying down what is not measured: as fast as the engine can.
    pub(crate) async fn in_a_hurry(url: &str) -> Self {
        let mut hands = Self::as_the_writer(url).await;
        if hands.engine() == Engine::Sqlite {
            hands
                .run("PRAGMA journal_mode = OFF; PRAGMA cache_size = -1048576")
                .await;
        }
        hands.run(hands.hurried()).await;
        hands
    }

    /// From now on a commit waits for the disk.
    pub(crate) fn durable(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "PRAGMA synchronous = FULL",
            Self::Postgres(_) => "SET synchronous_commit = on",
        }
    }

    /// From now on none does.
    pub(crate) fn hurried(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "PRAGMA synchronous = OFF",
            Self::Postgres(_) => "SET synchronous_commit = off",
        }
    }

    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Statements that take nothing, sent as they are.
    pub(crate) async fn run(&mut self, sql: &str) {
        let text = AssertSqlSafe(sql.to_owned());
        let done = with!(self, conn => sqlx::raw_sql(text).execute(conn).await.map(|_| ()));
        done.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// As the ledger's writer begins; its pool asks a server's connection first whether it is still there.
    pub(crate) async fn begin(&mut self) {
        match self {
            Self::Sqlite(_) => self.run("BEGIN IMMEDIATE").await,
            Self::Postgres(conn) => {
                conn.ping().await.expect("still there");
                self.run("BEGIN").await;
            }
        }
    }

    pub(crate) async fn commit(&mut self) {
        self.run("COMMIT").await;
    }

    pub(crate) async fn close(self) {
        let closed = match self {
            Self::Sqlite(conn) => conn.close().await,
            Self::Postgres(conn) => conn.close().await,
        };
        closed.expect("closed");
    }
}
