//! A PostgreSQL of a case's own, and one that follows it: started, killed, started again, and gone with the case.
//! It refuses to be durable beyond the case.

use std::fs::File;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, getuid, kill_process};
use tempfile::TempDir;

use crate::serving::{free_addr, until};

pub(crate) struct Postgres {
    dir: TempDir,
    port: u16,
    server: Option<Child>,
}

impl Postgres {
    /// One in which there is nothing yet.
    pub(crate) async fn new() -> Self {
        let mut postgres = Self::nowhere();
        let made = as_postgres("initdb")
            .args(["--auth", "trust", "--username", "palabra", "--no-sync"])
            .args(["--encoding", "UTF8", "--locale", "C", "--pgdata"])
            .arg(postgres.data())
            .output();
        let made = made.expect("initdb runs");
        assert!(made.status.success(), "{made:?}");
        postgres.start().await;
        postgres
    }

    /// One that follows this one from now on, and is only read.
    pub(crate) async fn follower(&self) -> Self {
        let mut follower = Self::nowhere();
        let copied = as_postgres("pg_basebackup")
            .args([
                "--dbname",
                &self.url(),
                "--write-recovery-conf",
                "--no-sync",
            ])
            .args(["--checkpoint", "fast", "--pgdata"])
            .arg(follower.data())
            .output();
        let copied = copied.expect("pg_basebackup runs");
        assert!(copied.status.success(), "{copied:?}");
        follower.start().await;
        follower
    }

    fn nowhere() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        if getuid().is_root() {
            chown(dir.path(), Some(id("-u")), Some(id("-g"))).expect("postgres's own");
        }
        Self {
            dir,
            port: free_addr().port(),
            server: None,
        }
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    pub(crate) fn url(&self) -> String {
        format!("postgres://palabra@127.0.0.1:{}/postgres", self.port)
    }

    /// Until it answers.
    pub(crate) async fn start(&mut self) {
        let log = self.dir.path().join("log");
        let log = File::options().create(true).append(true).open(log);
        let mut command = as_postgres("postgres");
        command.arg("-D").arg(self.data());
        for setting in [
            &format!("port={}", self.port),
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
        ] {
            command.args(["-c", setting]);
        }
        let server = command
            .stdout(Stdio::null())
            .stderr(log.expect("a log"))
            .spawn();
        self.server = Some(server.expect("postgres starts"));
        until("PostgreSQL answers", async || {
            let asked = Command::new(program("pg_isready"))
                .args(["--quiet", "--dbname", &self.url()])
                .status();
            asked.expect("pg_isready runs").success()
        })
        .await;
    }

    /// At once, as `pg_ctl stop -m immediate`.
    pub(crate) fn kill(&mut self) {
        if let Some(mut server) = self.server.take() {
            kill_process(Pid::from_child(&server), Signal::QUIT).expect("it is there");
            server.wait().expect("gone");
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.kill();
    }
}

/// PostgreSQL's own programs, which `script/postgres` puts on PATH.
fn program(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut files = std::env::split_paths(&path).map(|folder| folder.join(name));
    let found = files.find(|file| file.is_file());
    found.unwrap_or_else(|| panic!("{name} is not on PATH: run script/test server"))
}

/// It refuses to run as root: then it runs as Debian's user for it.
fn as_postgres(name: &str) -> Command {
    let mut command = Command::new(program(name));
    if getuid().is_root() {
        command.uid(id("-u")).gid(id("-g")).current_dir("/");
    }
    command
}

fn id(which: &str) -> u32 {
    let asked = Command::new("id").args([which, "postgres"]).output();
    let said = String::from_utf8(asked.expect("id runs").stdout);
    said.expect("text")
        .trim()
        .parse()
        .expect("a user called postgres")
}
