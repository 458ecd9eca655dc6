//! A house in a database of its own, and servers of it: started with their settings, stopped or killed, never left behind.
//! It refuses a server that panicked.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use domain::context::Role;
use domain::time::Timestamp;
use ledger::{Engine, Ledger};
use rustix::process::{Pid, Signal, kill_process};
use server::auth::house;
use server::auth::password::Hashing;
use server::calendar;
use server::clock::Clock;
use server::config::Founding;
use tempfile::TempDir;

use crate::engines;
use crate::visitor::{Answer, Visitor};

pub(crate) const ANA: &str = "ana@casa.example";
pub(crate) const PASSWORD: &str = "una frase bien larga";
/// Started, or stopped, on a busy machine too.
pub(crate) const WITHIN: Duration = Duration::from_secs(30);

/// A house in which Ana works.
pub(crate) struct House {
    pub(crate) dir: TempDir,
    pub(crate) url: String,
}

impl House {
    pub(crate) async fn on(engine: Engine) -> Self {
        let house = Self::to_be(engine).await;
        house.begins().await;
        house
    }

    /// One that the first server begins.
    pub(crate) async fn to_be(engine: Engine) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let url = engines::address(engine, dir.path());
        Self::empty(dir, url).await
    }

    /// In a database that there is.
    pub(crate) async fn at(url: String) -> Self {
        let house = Self::empty(tempfile::tempdir().expect("a folder"), url).await;
        house.begins().await;
        house
    }

    async fn empty(dir: TempDir, url: String) -> Self {
        std::fs::create_dir_all(dir.path().join("site/pkg")).expect("a site");
        Ledger::migrate(&url).await.expect("a schema");
        Self { dir, url }
    }

    async fn begins(&self) {
        let ledger = Ledger::open(&self.url).await.expect("a ledger");
        let founding = Founding {
            name: "La casa".to_owned(),
            store: "Tienda".to_owned(),
            zone: calendar::zone("Europe/Madrid").expect("a zone"),
        };
        let now = Clock::machine().now();
        house::found(&ledger, &founding, now)
            .await
            .expect("a house");
        employ(&ledger, now).await;
        ledger.close().await;
    }

    /// Ana, as a form names her.
    pub(crate) async fn owner(&self) -> String {
        let ledger = Ledger::open(&self.url).await.expect("a ledger");
        let credentials = ledger.credentials().await.expect("credentials");
        ledger.close().await;
        credentials[0].person.to_string()
    }

    /// A command of the line, in this house.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_palabra"));
        command
            .args(args)
            .current_dir(self.dir.path())
            .env_clear()
            .env("DATABASE_URL", &self.url)
            .env("LEPTOS_SITE_ROOT", "site");
        command
    }

    /// Everything is sealed as it was written, and shown as its facts make it.
    pub(crate) fn is_sound(&self) {
        for args in [&["verify"][..], &["rebuild", "--check"]] {
            let said = self.command(args).output().expect("it runs");
            assert!(said.status.success(), "{args:?}: {said:?}");
        }
    }
}

async fn employ(ledger: &Ledger, now: Timestamp) {
    let roles = vec![Role::AccountManager];
    let added = house::add_person(ledger, ANA, roles, now).await;
    let person = added.expect("a person");
    let known = ledger.set_email(person, ANA, now).await;
    assert!(known.expect("an address"));
    let hash = Hashing::default().hash(PASSWORD.to_owned()).await;
    let kept = ledger.set_password_hash(person, hash.expect("a hash"), now);
    assert!(kept.await.expect("a password"));
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

/// One server of a house.
pub(crate) struct Serving {
    child: Child,
    pub(crate) addr: SocketAddr,
    said: TempDir,
}

impl Serving {
    /// Started there, with these settings, and ready.
    pub(crate) async fn at(house: &House, addr: SocketAddr, settings: &[(&str, &str)]) -> Self {
        let said = tempfile::tempdir().expect("a folder");
        let file = |name| Stdio::from(File::create(said.path().join(name)).expect("a file"));
        let mut command = house.command(&["serve"]);
        command
            .env("PALABRA_ADDR", addr.to_string())
            .envs(settings.iter().copied())
            .stdout(file("out"))
            .stderr(file("log"));
        let child = command.spawn().expect("the program starts");
        let mut serving = Self { child, addr, said };
        let visitor = Visitor::of(addr);
        let is_ready = |answer: Result<Answer, _>| answer.is_ok_and(|answer| answer.status == 200);
        until("it is ready", async || {
            let ended = serving.child.try_wait().expect("a child");
            assert!(ended.is_none(), "it ended: {}", serving.log());
            is_ready(visitor.get("/readyz").await)
        })
        .await;
        serving
    }

    pub(crate) async fn of(house: &House, settings: &[(&str, &str)]) -> Self {
        Self::at(house, free_addr(), settings).await
    }

    /// What it wrote to standard error.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.said.path().join("log")).expect("a log")
    }

    /// Without a word, as a machine that loses its power.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
        self.never_panicked();
    }

    /// As `systemctl stop` asks; how it ended, and what it had said.
    pub(crate) async fn stop(mut self) -> (ExitStatus, String) {
        kill_process(Pid::from_child(&self.child), Signal::TERM).expect("asked");
        let mut ended = None;
        until("it stops", async || {
            ended = self.child.try_wait().expect("a child");
            ended.is_some()
        })
        .await;
        self.never_panicked();
        (ended.expect("it ended"), self.log())
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

/// Awaits what must come.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let mut again = tokio::time::interval(Duration::from_millis(10));
    let awaited = async {
        while !is_so().await {
            again.tick().await;
        }
    };
    let came = tokio::time::timeout(WITHIN, awaited).await;
    came.unwrap_or_else(|_| panic!("never: {what}"));
}
