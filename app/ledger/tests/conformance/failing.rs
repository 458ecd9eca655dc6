//! The n-th flush, write or change of length of the file fails, for every n: nothing is acknowledged that is not kept,
//! nothing panics, and what stands is sound. A sample of them here; each of 300 by a setting of the bench's.

use std::path::Path;
use std::process::Command;

use ledger::Engine;

use crate::child::{Writing, child_of, founded, kept_in, nothing_is_lost, this_program};
use crate::support;

const UP_TO: usize = 300;
const SAMPLE: [usize; 11] = [1, 2, 3, 4, 6, 9, 20, 50, 100, 200, UP_TO];
/// One whose every commit is a flush, and several whose batches are large.
const ALONE: Writing = Writing {
    writers: 1,
    writes: Some(UP_TO as u128 + 10),
};
const TOGETHER: Writing = Writing {
    writers: 8,
    writes: Some(20),
};

fn points() -> Vec<usize> {
    match std::env::var_os("PALABRA_FAULTS_EACH") {
        Some(_) => (1..=UP_TO).collect(),
        None => SAMPLE.to_vec(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flush_that_fails_costs_no_acknowledged_write() {
    fails_at_each("fsync,fdatasync", ALONE, (8, 6)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_that_fails_costs_no_acknowledged_write() {
    fails_at_each("pwrite64", TOGETHER, (8, 3)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_of_length_that_fails_costs_no_acknowledged_write() {
    fails_at_each("ftruncate", TOGETHER, (1, 0)).await;
}

/// At so many points at least it failed, and at as many it went on by itself: few files change their length.
async fn fails_at_each(calls: &str, writing: Writing, (failed_min, healed_min): (usize, usize)) {
    let fresh = support::fresh(Engine::Sqlite).await;
    founded(&fresh).await;
    let whole = std::fs::read(fresh.dir.path().join("new/ledger.db")).expect("its bytes");
    let (mut failed, mut healed, mut acknowledged, mut in_vain) = (0, 0, 0, 0);
    for n in points() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("ledger.db");
        std::fs::write(&file, &whole).expect("a copy");
        let url = format!("sqlite:{}", file.display());
        let seen = fails_at(&url, calls, n, writing, &dir.path().join("calls"));
        nothing_is_lost(&url, &seen.kept).await;
        failed += usize::from(seen.has_failed);
        healed += usize::from(seen.has_healed);
        acknowledged += seen.kept.len();
        in_vain = if seen.has_failed { 0 } else { in_vain + 1 };
        // No thread calls so often.
        if in_vain > 2 {
            break;
        }
    }
    let seen =
        format!("{calls}: failed at {failed} points, went on after {healed}, {acknowledged} kept");
    println!("{seen}");
    assert!(
        failed >= failed_min && healed >= healed_min && acknowledged > 0,
        "{seen}"
    );
}

struct Seen {
    has_failed: bool,
    /// Something was kept after something was not.
    has_healed: bool,
    kept: Vec<String>,
}

/// Each thread's n-th call of those fails: whoever opens the file anew begins to count anew.
fn fails_at(url: &str, calls: &str, n: usize, writing: Writing, log: &Path) -> Seen {
    let mut strace = Command::new("strace");
    strace
        .args(["--follow-forks", "--seccomp-bpf", "--output"])
        .arg(log)
        .arg(format!("--trace={calls}"))
        .arg(format!("--inject={calls}:error=EIO:when={n}"))
        .arg(this_program());
    let ran = child_of(&mut strace, url, writing).wait_with_output();
    let ran = ran.expect("strace is there: script/setup --test installs it");
    let said = String::from_utf8_lossy(&ran.stderr);
    let is_well = ran.status.success() && !said.contains("panicked");
    assert!(is_well, "{calls} {n}: {said}");
    let log = std::fs::read_to_string(log).expect("what strace saw");
    let told = String::from_utf8_lossy(&ran.stdout);
    let after = told.split_once("refused").map_or("", |(_, after)| after);
    Seen {
        has_failed: log.contains("(INJECTED)"),
        has_healed: after.lines().any(|line| kept_in(line).is_some()),
        kept: told.lines().filter_map(kept_in).collect(),
    }
}
