//! Each case once on each engine, and a database of its own for it.
//! It refuses to leave an engine out: without a PostgreSQL its cases fail.

use std::path::Path;
use std::process::Command;

use ledger::Engine;

macro_rules! on_both_engines {
    ($($case:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $case() {
                super::$case(ledger::Engine::Sqlite).await;
            })*
        }
        mod postgres {
            $(#[tokio::test]
            async fn $case() {
                super::$case(ledger::Engine::Postgres).await;
            })*
        }
    };
}

/// An address at which there is no schema yet.
pub(crate) fn address(engine: Engine, folder: &Path) -> String {
    match engine {
        Engine::Sqlite => format!("sqlite:{}", folder.join("palabra.db").display()),
        Engine::Postgres => new_database(),
    }
}

/// By PostgreSQL's own command: nothing but the ledger speaks SQL.
fn new_database() -> String {
    let server = std::env::var("PALABRA_TEST_POSTGRES").expect(
        "PALABRA_TEST_POSTGRES is not set: run script/test server, or script/postgres cargo nextest run …",
    );
    let name = format!("palabra_{}", uuid::Uuid::now_v7().simple());
    let made = Command::new("createdb")
        .args(["--maintenance-db", &server, &name])
        .output()
        .expect("createdb is on PATH");
    assert!(made.status.success(), "{made:?}");
    let (before, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{before}/{name}")
}
