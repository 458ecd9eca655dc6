//! The program serving a house: started on a port of its own, killed or asked to stop, and never left behind.
//! It refuses a program that panicked, whatever it answered.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::program::Place;
use crate::visitor::{Form, Visitor};

const PASSWORD: &str = "una frase bien larga";

#[derive(Debug)]
pub(crate) struct Serving {
    child: Child,
    pub(crate) addr: SocketAddr,
    /// What it says, kept off the disk that a case fills.
    said: TempDir,
    /// From its start until it answered that it is ready.
    pub(crate) was_ready_after: Duration,
}

/// Below the ports that the system gives to whoever connects.
pub(crate) fn free_port() -> u16 {
    let first = u16::try_from(std::process::id() % 10_000).expect("small");
    let port = (0..1_000).map(|n| 10_000 + (first + n * 7) % 10_000);
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    port.into_iter().find(is_free).expect("a free port")
}

/// Whether it says that it answers; it ends otherwise. Nothing more is said there.
fn answers(out: BufReader<ChildStdout>) -> bool {
    let mut lines = out.lines().map_while(Result::ok);
    lines.any(|line| line.starts_with("Palabra answers at "))
}

/// That this process may have so many connections at once.
pub(crate) fn may_connect(at_once: usize) {
    let may = server::listen::sockets::for_connections(at_once);
    assert!(
        may >= at_once,
        "the system lets it have {may}: raise ulimit -n"
    );
}

impl Serving {
    pub(crate) async fn of(place: &Place) -> Self {
        Self::at(place, ([127, 0, 0, 1], free_port()).into()).await
    }

    pub(crate) async fn at(place: &Place, addr: SocketAddr) -> Self {
        Self::begin(place.command(&["serve"]), place, addr).await
    }

    /// By whatever command ends in it.
    pub(crate) async fn begin(command: Command, place: &Place, addr: SocketAddr) -> Self {
        let began = Self::tried(command, place, addr).await;
        began.unwrap_or_else(|said| panic!("it does not serve: {said}"))
    }

    /// Or what it said before it ended.
    pub(crate) async fn tried(
        mut command: Command,
        place: &Place,
        addr: SocketAddr,
    ) -> Result<Self, String> {
        std::fs::create_dir_all(place.file("site/pkg")).expect("a site");
        let said = tempfile::tempdir().expect("a folder");
        let log = File::create(said.path().join("log")).expect("a log");
        let began = Instant::now();
        command
            .env("LEPTOS_SITE_ROOT", "site")
            .env("PALABRA_ADDR", addr.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::from(log));
        let mut child = command.spawn().expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let mut serving = Self {
            child,
            addr,
            said,
            was_ready_after: Duration::ZERO,
        };
        let answers = tokio::task::spawn_blocking(move || answers(out));
        if !answers.await.expect("no panic") {
            serving.child.wait().expect("a child");
            serving.never_panicked();
            return Err(serving.log());
        }
        let ready = Visitor::of(addr).get("/readyz").await;
        assert!(
            ready.as_ref().is_ok_and(|answer| answer.status == 200),
            "{ready:?}"
        );
        serving.was_ready_after = began.elapsed();
        Ok(serving)
    }

    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.said.path().join("log")).unwrap_or_default()
    }

    /// As a machine that loses its power does: without a word.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
        self.never_panicked();
    }

    /// As `systemctl stop` asks.
    pub(crate) async fn stop(mut self) {
        let pid = Pid::from_child(&self.child);
        kill_process(pid, Signal::TERM).expect("asked");
        let (serving, ended) = tokio::task::spawn_blocking(move || {
            let ended = self.child.wait();
            (self, ended.expect("a child"))
        })
        .await
        .expect("no panic");
        assert!(ended.success(), "{ended}: {}", serving.log());
        serving.never_panicked();
    }

    fn never_panicked(&self) {
        let log = self.log();
        assert!(!log.contains("panicked"), "{log}");
    }

    /// Ana, signed in by a link of her own.
    pub(crate) async fn ana(&self, place: &Place) -> Visitor {
        let addr = [("PALABRA_ADDR", self.addr.to_string())];
        let addr: Vec<_> = addr.iter().map(|(name, to)| (*name, to.as_str())).collect();
        let added = place.run_with(&["user", "add", "ana@casa.example"], &addr);
        let (_, link) = added.out.split_once("/bienvenida/").expect("a link");
        let token = link.split_whitespace().next().expect("a token");
        let fields = [("password", PASSWORD), ("password_again", PASSWORD)];
        let mut visitor = Visitor::of(self.addr);
        let form = Form::new(&format!("/bienvenida/{token}"), &fields);
        let answer = visitor.post(&form).await.expect("an answer");
        let cookie = answer.header("set-cookie").expect("a session");
        cookie
            .split(';')
            .next()
            .expect("a pair")
            .clone_into(&mut visitor.cookie);
        visitor
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
