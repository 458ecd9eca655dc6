//! What the machine's processors did while something was measured, as the system counts it: whether there was more to be
//! had, and who had it. It refuses to know what was measured.

use std::fs::read_to_string;

/// The system counts in hundredths of a second.
const MICROSECONDS: u64 = 10_000;

/// Times since the machine began.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Processors {
    all: u64,
    busy: u64,
    own: u64,
}

impl Processors {
    pub(crate) fn now() -> Self {
        let told = read_to_string("/proc/stat").unwrap_or_default();
        let first = told.lines().next().unwrap_or_default();
        let times: Vec<u64> = first.split_whitespace().skip(1).map(number).collect();
        let all = times.iter().take(8).sum();
        let idle: u64 = times.iter().skip(3).take(2).sum();
        Self {
            all,
            busy: all - idle,
            own: own(),
        }
    }

    /// Since then, in words.
    pub(crate) fn told(self) -> String {
        let now = Self::now();
        let all = (now.all - self.all).max(1);
        let own = now.own.saturating_sub(self.own);
        let others = (now.busy - self.busy).saturating_sub(own);
        let many = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        format!(
            "processors: {many}, {} % of their time taken by this, {} % by other programs",
            100 * own / all,
            100 * others / all
        )
    }

    /// The same, and how much of it each of so many took.
    pub(crate) fn told_of_each(self, what: &str, count: usize) -> String {
        let own = own().saturating_sub(self.own) * MICROSECONDS;
        let each = own / u64::try_from(count).unwrap_or(u64::MAX).max(1);
        format!("a {what} takes {each} µs of a processor; {}", self.told())
    }
}

/// Of this program, of those it ran, and of PostgreSQL.
fn own() -> u64 {
    let of_servers = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let servers = of_servers.filter_map(|process| {
        let told = read_to_string(process.path().join("stat")).ok()?;
        told.contains("(postgres)").then(|| of(&told, 2))
    });
    of(&read_to_string("/proc/self/stat").unwrap_or_default(), 4) + servers.sum::<u64>()
}

/// The first so many times of a process: its own, in programs and in the system; then of those that it waited for.
fn of(stat: &str, times: usize) -> u64 {
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    after_name
        .split_whitespace()
        .skip(11)
        .take(times)
        .map(number)
        .sum()
}

fn number(word: &str) -> u64 {
    word.parse().unwrap_or(0)
}
