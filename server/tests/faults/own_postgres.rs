//! A PostgreSQL of a case's own, which may be stopped: the one that `script/postgres` starts is everybody's.
//! It refuses to be durable beyond the case, and to outlive it.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, getuid, kill_process};
use tempfile::TempDir;

use crate::serving::free_port;

pub(crate) struct OwnPostgres {
    dir: TempDir,
    pub(crate) port: u16,
    settings: Vec<String>,
    server: Option<Child>,
}

/// How it is stopped.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stop {
    /// Connections are cut, what was committed is written.
    Fast,
    /// As if it were killed: it recovers when it starts.
    Immediate,
}

/// PostgreSQL's own programs, which `script/postgres` puts on PATH.
fn program(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").expect("PATH");
    let found = std::env::split_paths(&path).map(|folder| folder.join(name));
    found
        .into_iter()
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("{name} is not on PATH: run script/test server, or script/postgres cargo nextest run …"))
}

/// PostgreSQL refuses to run as root: then it runs as Debian's user for it.
fn as_postgres(name: &str) -> Command {
    let mut command = Command::new(program(name));
    if getuid().is_root() {
        command.uid(id("-u")).gid(id("-g")).current_dir("/");
    }
    command
}

fn id(which: &str) -> u32 {
    let asked = Command::new("id")
        .args([which, "postgres"])
        .output()
        .expect("id");
    let said = String::from_utf8_lossy(&asked.stdout);
    said.trim().parse().expect("a user called postgres")
}

impl OwnPostgres {
    pub(crate) fn start(settings: &[&str]) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        if getuid().is_root() {
            let (user, group) = (id("-u"), id("-g"));
            std::os::unix::fs::chown(dir.path(), Some(user), Some(group)).expect("postgres's own");
        }
        let made = as_postgres("initdb")
            .args([
                "--auth",
                "trust",
                "--username",
                "palabra",
                "--encoding",
                "UTF8",
            ])
            .args(["--locale", "C", "--no-sync", "--pgdata"])
            .arg(dir.path().join("data"))
            .output()
            .expect("initdb runs");
        assert!(made.status.success(), "{made:?}");
        let mut postgres = Self {
            dir,
            port: free_port(),
            settings: settings.iter().map(|one| (*one).to_owned()).collect(),
            server: None,
        };
        postgres.again();
        postgres
    }

    pub(crate) fn url(&self) -> String {
        format!("postgres://palabra@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts it, and waits until it answers.
    pub(crate) fn again(&mut self) {
        let mut command = as_postgres("postgres");
        command.arg("-D").arg(self.dir.path().join("data"));
        command.args(["-p", &self.port.to_string()]);
        for setting in ["listen_addresses=127.0.0.1", "unix_socket_directories="] {
            command.args(["-c", setting]);
        }
        for setting in &self.settings {
            command.args(["-c", setting]);
        }
        let mut server = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("postgres starts");
        let said = BufReader::new(server.stderr.take().expect("its log"));
        self.server = Some(server);
        let mut log = Vec::new();
        let mut lines = said.lines().map_while(Result::ok);
        let is_ready = lines.by_ref().any(|line| {
            let is_ready = line.contains("ready to accept connections");
            log.push(line);
            is_ready
        });
        assert!(is_ready, "{log:#?}");
        // Whoever stops reading makes it wait.
        std::thread::spawn(move || lines.for_each(drop));
    }

    /// Waits until it is gone.
    pub(crate) fn stop(&mut self, how: Stop) {
        let signal = match how {
            Stop::Fast => Signal::INT,
            Stop::Immediate => Signal::QUIT,
        };
        if let Some(mut server) = self.server.take() {
            kill_process(Pid::from_child(&server), signal).expect("it is there");
            server.wait().expect("gone");
        }
    }
}

impl Drop for OwnPostgres {
    fn drop(&mut self) {
        self.stop(Stop::Immediate);
    }
}
