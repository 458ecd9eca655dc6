//! Runs `palabra` in a folder of its own, with none of this machine's settings.

use std::path::PathBuf;
use std::process::{Command, Output};

use ledger::{Engine, Ledger};
use tempfile::TempDir;

/// Each case once a test on each engine.
macro_rules! on_both_engines {
    ($($case:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $case() {
                super::$case($crate::program::Place::new()).await;
            })*
        }
        mod postgres {
            $(#[tokio::test]
            async fn $case() {
                super::$case($crate::program::Place::on(ledger::Engine::Postgres)).await;
            })*
        }
    };
}

pub(crate) struct Place {
    pub(crate) dir: TempDir,
    url: String,
}

/// What the program said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self::on(Engine::Sqlite)
    }

    pub(crate) fn on(engine: Engine) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let url = match engine {
            Engine::Sqlite => format!("sqlite:{}", dir.path().join("palabra.db").display()),
            Engine::Postgres => new_database(),
        };
        Self { dir, url }
    }

    pub(crate) fn url(&self) -> String {
        self.url.clone()
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> String {
        let file = self.file(name);
        std::fs::write(&file, bytes).expect("a file");
        file.display().to_string()
    }

    pub(crate) fn run(&self, args: &[&str]) -> Said {
        self.run_with(args, &[])
    }

    pub(crate) fn run_with(&self, args: &[&str], settings: &[(&str, &str)]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_palabra"));
        command
            .args(args)
            .current_dir(self.dir.path())
            .env_clear()
            .env("DATABASE_URL", self.url());
        command.envs(settings.iter().copied());
        said(&command.output().expect("the program runs"))
    }

    /// With a house in which one person serves customers.
    pub(crate) fn with_a_house() -> Self {
        let place = Self::new();
        place.found();
        place
    }

    pub(crate) fn found(&self) {
        assert_eq!(self.run(&["migrate"]).code, 0);
        let added = self.run(&[
            "user",
            "add",
            "ana@casa.example",
            "--name",
            "Ana",
            "--role",
            "account_manager",
        ]);
        assert_eq!(added.code, 0, "{added:?}");
    }

    pub(crate) async fn ledger(&self) -> Ledger {
        Ledger::open(&self.url()).await.expect("the ledger")
    }
}

/// A database of its own on the server that `script/postgres` starts.
fn new_database() -> String {
    let server = std::env::var("PALABRA_TEST_POSTGRES").expect(
        "PALABRA_TEST_POSTGRES is not set: run script/test server, or script/postgres cargo nextest run -p server",
    );
    let name = format!("palabra_{}", uuid::Uuid::now_v7().simple());
    let made = Command::new("createdb")
        .args(["--maintenance-db", &server, &name])
        .output()
        .expect("script/postgres finds createdb");
    assert!(made.status.success(), "{made:?}");
    let (before, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{before}/{name}")
}

fn said(output: &Output) -> Said {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    Said {
        code: output.status.code().unwrap_or(-1),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}
