//! The schema: the same tables and columns on both engines, and every statement prepared on each.

use ledger::{Engine, statements};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqlSafeStr, SqliteConnection};

use crate::support::{self, Fresh, look};

on_both_engines![every_statement_is_prepared];

async fn every_statement_is_prepared(fresh: &Fresh) {
    let engine = fresh.ledger.engine();
    for (name, sql) in statements(engine) {
        let prepared = match engine {
            Engine::Sqlite => {
                let mut connection = SqliteConnection::connect(&fresh.url)
                    .await
                    .expect("the file");
                connection
                    .prepare(AssertSqlSafe(sql.clone()).into_sql_str())
                    .await
                    .map(|_| ())
            }
            Engine::Postgres => {
                let mut connection = PgConnection::connect(&fresh.url).await.expect("the server");
                connection
                    .prepare(AssertSqlSafe(sql.clone()).into_sql_str())
                    .await
                    .map(|_| ())
            }
        };
        prepared.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[tokio::test]
async fn both_engines_have_the_same_tables_and_columns() {
    let sqlite = support::fresh(Engine::Sqlite).await;
    let postgres = support::fresh(Engine::Postgres).await;
    let of_sqlite = look(
        &sqlite.url,
        "SELECT m.name, c.name, CASE c.\"notnull\" WHEN 1 THEN 'NO' ELSE 'YES' END
         FROM sqlite_master m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2",
    )
    .await;
    let of_postgres = look(
        &postgres.url,
        "SELECT CAST(table_name AS TEXT) COLLATE \"C\", CAST(column_name AS TEXT) COLLATE \"C\",
           CAST(is_nullable AS TEXT)
         FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2",
    )
    .await;
    assert!(!of_sqlite.is_empty());
    assert_eq!(of_sqlite, of_postgres);
}

#[test]
fn the_steps_have_the_same_names_on_both_engines() {
    let names = |engine: &str| {
        let folder = format!("{}/../../migrations/{engine}", env!("CARGO_MANIFEST_DIR"));
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
