//! A PostgreSQL of a case's own, which may be stopped: the one that `script/postgres` starts is everybody's.
//! It refuses to outlive the case.

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, getuid, kill_process};
use tempfile::TempDir;

use super::serving::free_addr;
use crate::program::Place;

#[derive(Debug)]
pub(crate) struct Postgres {
    dir: TempDir,
    pub(crate) port: u16,
    settings: Vec<String>,
    server: Option<Child>,
}

impl Postgres {
    /// One in which there is nothing yet.
    pub(crate) fn new(settings: &[&str]) -> Self {
        let trusting = ["--auth", "trust", "--username", "palabra"];
        let plain = ["--encoding", "UTF8", "--locale", "C"];
        Self::made("initdb", &[trusting, plain].concat(), settings)
    }

    /// By one of PostgreSQL's own programs.
    pub(crate) fn made(by: &str, args: &[&str], settings: &[&str]) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        if getuid().is_root() {
            chown(dir.path(), Some(id("-u")), Some(id("-g"))).expect("postgres's own");
        }
        let mut postgres = Self {
            dir,
            port: free_addr().port(),
            settings: settings.iter().map(|one| (*one).to_owned()).collect(),
            server: None,
        };
        let mut command = as_postgres(by);
        command.args(args).args(["--no-sync", "--pgdata"]);
        let made = command.arg(postgres.data()).output().expect(by);
        assert!(made.status.success(), "{made:?}");
        postgres.start();
        postgres
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    pub(crate) fn url(&self) -> String {
        format!("postgres://palabra@127.0.0.1:{}/postgres", self.port)
    }

    /// A house begins in it.
    pub(crate) fn house(&self) -> Place {
        let place = Place {
            dir: tempfile::tempdir().expect("a folder"),
            url: self.url(),
        };
        place.found();
        place
    }

    /// Until it answers.
    pub(crate) fn start(&mut self) {
        let mut command = as_postgres("postgres");
        command.arg("-D").arg(self.data());
        command.args(["-p", &self.port.to_string()]);
        let ours = ["listen_addresses=127.0.0.1", "unix_socket_directories="];
        for setting in ours
            .into_iter()
            .chain(self.settings.iter().map(String::as_str))
        {
            command.args(["-c", setting]);
        }
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut server = command.spawn().expect("postgres starts");
        let said = BufReader::new(server.stderr.take().expect("its log"));
        self.server = Some(server);
        let mut log = Vec::new();
        let mut lines = said.lines().map_while(Result::ok);
        let is_ready = lines.by_ref().any(|line| {
            let is_ready = line.contains("ready to accept ");
            log.push(line);
            is_ready
        });
        assert!(is_ready, "{log:#?}");
        // Whoever stops reading makes it wait.
        std::thread::spawn(move || lines.for_each(drop));
    }

    /// Until it is gone. `INT` cuts its connections and writes what was committed; after `QUIT`, as if it were killed,
    /// it recovers when it starts.
    pub(crate) fn stop(&mut self, how: Signal) {
        if let Some(mut server) = self.server.take() {
            kill_process(Pid::from_child(&server), how).expect("it is there");
            server.wait().expect("gone");
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.stop(Signal::QUIT);
    }
}

/// PostgreSQL's own programs, which `script/postgres` puts on PATH.
fn program(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut files = std::env::split_paths(&path).map(|folder| folder.join(name));
    let found = files.find(|file| file.is_file());
    found.unwrap_or_else(|| {
        panic!(
            "{name} is not on PATH: run script/test server, or script/postgres cargo nextest run …"
        )
    })
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
    let said = String::from_utf8(asked.expect("id runs").stdout).expect("text");
    said.trim().parse().expect("a user called postgres")
}
