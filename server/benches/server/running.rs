//! The program as it runs: `palabra serve` on a port of its own, and what the system says that it takes.
//! It refuses to know what is asked of it.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use http::StatusCode;

use crate::client::Client;

/// What a tick of the system's clock of processes is.
const TICKS_A_SECOND: f64 = 100.0;
const ASKED_EVERY: Duration = Duration::from_millis(1);
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    pub(crate) addr: SocketAddr,
    /// From its start until it said that it was ready.
    pub(crate) ready_after: Duration,
}

pub(crate) fn program() -> PathBuf {
    let named = std::env::var_os("PALABRA_BIN").map(PathBuf::from);
    named.expect("PALABRA_BIN is the release program")
}

impl Running {
    pub(crate) async fn start(url: &str) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let addr = free.local_addr().expect("an address");
        drop(free);
        let began = Instant::now();
        let child = Command::new(program())
            .arg("serve")
            .env("DATABASE_URL", url)
            .env("PALABRA_ADDR", addr.to_string())
            .env("PALABRA_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut asking = tokio::time::interval(ASKED_EVERY);
        while !is_ready(addr).await {
            assert!(began.elapsed() < PATIENCE, "it is not ready");
            asking.tick().await;
        }
        Self {
            child,
            addr,
            ready_after: began.elapsed(),
        }
    }

    /// As a power cut does.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }

    /// Asked to, in order.
    pub(crate) fn stop(mut self) {
        let asked = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(asked.expect("kill").success());
        self.child.wait().expect("gone");
    }

    /// Seconds of processor that it took so far.
    pub(crate) fn cpu(&self) -> f64 {
        cpu_of(self.child.id()).expect("it runs")
    }

    /// The most memory that it held so far, in megabytes.
    pub(crate) fn memory_peak(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("it runs");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<f64>().ok());
        kib.expect("its memory") * 1024.0 / 1e6
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn is_ready(addr: SocketAddr) -> bool {
    match Client::at(addr, "").await {
        Ok(mut client) => client.get("/readyz").await.0 == StatusCode::OK,
        Err(_) => false,
    }
}

/// Seconds of processor of a process, of itself and its system calls.
fn cpu_of(pid: u32) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name, in brackets, may hold spaces.
    let (_, after) = stat.rsplit_once(") ")?;
    let ticks = after.split(' ').skip(11).take(2);
    Some(
        ticks
            .filter_map(|ticks| ticks.parse::<f64>().ok())
            .sum::<f64>()
            / TICKS_A_SECOND,
    )
}

/// Seconds of processor of every process of PostgreSQL on this machine.
pub(crate) fn cpu_of_postgres() -> f64 {
    let processes = std::fs::read_dir("/proc").expect("the list of processes");
    let pids = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    let is_postgres = |pid: &u32| {
        std::fs::read_to_string(format!("/proc/{pid}/comm"))
            .is_ok_and(|name| name.trim() == "postgres")
    };
    pids.filter(is_postgres).filter_map(cpu_of).sum()
}
