//! Runs `palabra` in a folder of its own, with none of this machine's settings.

use std::path::PathBuf;
use std::process::{Command, Output};

use ledger::{Engine, Ledger};
use tempfile::TempDir;

use crate::engines;

pub(crate) struct Place {
    pub(crate) dir: TempDir,
    pub(crate) url: String,
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
        let url = engines::address(engine, dir.path());
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
        let mut command = self.command(args);
        command.envs(settings.iter().copied());
        said(&command.output().expect("the program runs"))
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(args);
        self.settle(command)
    }

    /// In the place's folder, with its database and no other setting.
    pub(crate) fn settle(&self, mut command: Command) -> Command {
        let folder = self.dir.path();
        command.current_dir(folder).env_clear();
        command.env("DATABASE_URL", self.url());
        command
    }

    /// A house in which one person serves customers.
    pub(crate) fn with_a_house() -> Self {
        Self::with_a_house_on(Engine::Sqlite)
    }

    pub(crate) fn with_a_house_on(engine: Engine) -> Self {
        let place = Self::on(engine);
        place.found();
        place
    }

    /// A house begins here.
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

/// The one just built; or another, such as a release, by a setting of the bench's.
pub(crate) fn program() -> PathBuf {
    let other = std::env::var_os("PALABRA_TEST_PROGRAM").map(PathBuf::from);
    other.unwrap_or_else(|| env!("CARGO_BIN_EXE_palabra").into())
}

pub(crate) fn said(output: &Output) -> Said {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    Said {
        code: output.status.code().unwrap_or(-1),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}
