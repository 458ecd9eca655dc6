//! A fresh ledger for a case, and hands beside the ledger's own: for looking into the tables and for meddling.
//! It refuses to share: each case has its own file or its own database.

use ledger::{Engine, Ledger};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;

/// Each case once a test on each engine.
macro_rules! on_both_engines {
    ($($case:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                super::$case(&$crate::support::fresh(ledger::Engine::Sqlite).await).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                super::$case(&$crate::support::fresh(ledger::Engine::Postgres).await).await;
            })*
        }
    };
}

/// A ledger that nobody else knows.
pub(crate) struct Fresh {
    pub(crate) ledger: Ledger,
    pub(crate) url: String,
    pub(crate) dir: TempDir,
}

/// An address at which there is no schema yet.
pub(crate) async fn nowhere(engine: Engine) -> (String, TempDir) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let url = match engine {
        Engine::Sqlite => format!("sqlite:{}", dir.path().join("new/ledger.db").display()),
        Engine::Postgres => new_database().await,
    };
    (url, dir)
}

pub(crate) async fn fresh(engine: Engine) -> Fresh {
    let (url, dir) = nowhere(engine).await;
    Ledger::migrate(&url).await.expect("a schema");
    let ledger = Ledger::open(&url).await.expect("an open ledger");
    Fresh { ledger, url, dir }
}

async fn new_database() -> String {
    let server = std::env::var("PALABRA_TEST_POSTGRES")
        .expect("PALABRA_TEST_POSTGRES is not set: run script/test ledger, or script/postgres cargo test -p ledger");
    let name = format!("palabra_{}", uuid::Uuid::now_v7().simple());
    let mut connection = PgConnection::connect(&server).await.expect("PostgreSQL");
    sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&mut connection)
        .await
        .expect("a database of its own");
    let (before, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{before}/{name}")
}

/// Statements run beside the ledger, as somebody with the database's password would.
pub(crate) async fn meddle(url: &str, sql: &str) -> Result<u64, sqlx::Error> {
    let sql = AssertSqlSafe(sql.to_owned());
    match url.strip_prefix("sqlite:") {
        Some(path) => {
            let mut connection = SqliteConnection::connect(&format!("sqlite:{path}")).await?;
            let done = sqlx::raw_sql(sql).execute(&mut connection).await;
            connection.close().await?;
            done.map(|done| done.rows_affected())
        }
        None => {
            let mut connection = PgConnection::connect(url).await?;
            let done = sqlx::raw_sql(sql).execute(&mut connection).await;
            connection.close().await?;
            done.map(|done| done.rows_affected())
        }
    }
}

/// Rows of texts, looked at beside the ledger.
pub(crate) async fn look(url: &str, sql: &str) -> Vec<Vec<String>> {
    use sqlx::Row;
    macro_rules! cells {
        ($connection:expr) => {{
            let rows = sqlx::query(AssertSqlSafe(sql.to_owned()))
                .fetch_all(&mut $connection)
                .await
                .unwrap_or_else(|error| panic!("{sql}: {error}"));
            rows.iter()
                .map(|row| {
                    (0..row.len())
                        .map(|cell| row.get::<String, _>(cell))
                        .collect()
                })
                .collect()
        }};
    }
    match url.strip_prefix("sqlite:") {
        Some(path) => cells!(
            SqliteConnection::connect(&format!("sqlite:{path}"))
                .await
                .expect("the file")
        ),
        None => cells!(PgConnection::connect(url).await.expect("the database")),
    }
}
