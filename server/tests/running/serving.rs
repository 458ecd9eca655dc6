//! The program serving a house: started on a port of its own, killed or asked to stop, and never left behind.
//! It refuses a program that panicked, whatever it answered.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use super::until;
use super::visitor::Visitor;
use crate::program::Place;

#[derive(Debug)]
pub(crate) struct Serving {
    child: Child,
    pub(crate) addr: SocketAddr,
    /// What it says, kept off the disk that a case fills.
    said: TempDir,
}

/// Nobody's yet, this case's alone, and below the ports that the system gives to whoever connects.
pub(crate) fn free_addr() -> SocketAddr {
    static TRIED: AtomicU32 = AtomicU32::new(0);
    loop {
        let n = TRIED.fetch_add(1, Ordering::SeqCst);
        let port = 10_000 + (std::process::id().wrapping_mul(13) + n) % 10_000;
        let addr = ([127, 0, 0, 1], u16::try_from(port).expect("a port")).into();
        if TcpListener::bind(addr).is_ok() {
            return addr;
        }
    }
}

/// Whether it says that it answers; it ends otherwise. Nothing more is said there.
fn answers(out: BufReader<ChildStdout>) -> bool {
    let mut lines = out.lines().map_while(Result::ok);
    lines.any(|line| line.starts_with("Palabra answers at "))
}

impl Serving {
    pub(crate) async fn of(place: &Place) -> Self {
        Self::with(place, free_addr(), &[]).await
    }

    /// There, and with these settings.
    pub(crate) async fn with(place: &Place, addr: SocketAddr, settings: &[(&str, &str)]) -> Self {
        let mut command = place.command(&["serve"]);
        command.envs(settings.iter().copied());
        Self::begin(command, place, addr).await
    }

    /// By whatever command ends in it.
    pub(crate) async fn begin(command: Command, place: &Place, addr: SocketAddr) -> Self {
        let began = Self::tried(command, place, addr).await;
        began.unwrap_or_else(|said| panic!("it does not serve: {said}"))
    }

    /// Or what it said before it ended.
    pub(crate) async fn tried(
        command: Command,
        place: &Place,
        addr: SocketAddr,
    ) -> Result<Self, String> {
        let serving = Self::said_to_answer(command, place, addr).await?;
        let ready = Visitor::of(addr).get("/readyz").await;
        let is_ready = ready.as_ref().is_ok_and(|answer| answer.status == 200);
        assert!(is_ready, "{ready:?}");
        Ok(serving)
    }

    /// It says that it answers, and was not asked yet; or what it said before it ended.
    pub(crate) async fn said_to_answer(
        mut command: Command,
        place: &Place,
        addr: SocketAddr,
    ) -> Result<Self, String> {
        std::fs::create_dir_all(place.file("site/pkg")).expect("a site");
        let said = tempfile::tempdir().expect("a folder");
        let log = File::create(said.path().join("log")).expect("a log");
        command
            .env("LEPTOS_SITE_ROOT", "site")
            .env("PALABRA_ADDR", addr.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::from(log));
        let mut child = command.spawn().expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let mut serving = Self { child, addr, said };
        let answers = tokio::task::spawn_blocking(move || answers(out));
        if !answers.await.expect("no panic") {
            serving.child.wait().expect("a child");
            serving.never_panicked();
            return Err(serving.log());
        }
        Ok(serving)
    }

    /// Ana, signed in here.
    pub(crate) async fn ana(&self, place: &Place) -> Visitor {
        Visitor::ana(place, self.addr).await
    }

    /// What it wrote to standard error.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.said.path().join("log")).expect("a log")
    }

    /// As a machine that loses its power does: without a word.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
        self.never_panicked();
    }

    /// As `systemctl stop` asks, and in good order; what it had said.
    pub(crate) async fn stop(mut self) -> String {
        kill_process(Pid::from_child(&self.child), Signal::TERM).expect("asked");
        let mut ended = None;
        until("it stops", async || {
            ended = self.child.try_wait().expect("a child");
            ended.is_some()
        })
        .await;
        let log = self.log();
        assert!(ended.is_some_and(|how| how.success()), "{ended:?}: {log}");
        self.never_panicked();
        log
    }

    fn never_panicked(&self) {
        let log = self.log();
        assert!(!log.contains("panicked"), "{log}");
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // Shown where the case failed.
        println!("{} said:\n{}", self.addr, self.log());
    }
}
