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
    fails_at_each("fsync,fdatasync", ALONE, 8).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_that_fails_costs_no_acknowledged_write() {
    fails_at_each("pwrite64", TOGETHER, 8).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_of_length_that_fails_costs_no_acknowledged_write() {
    fails_at_each("ftruncate", TOGETHER, 1).await;
}

/// At so many points at least it failed indeed: few files change their length.
async fn fails_at_each(calls: &str, writing: Writing, failed_min: usize) {
    let fresh = support::fresh(Engine::Sqlite).await;
    founded(&fresh).await;
    let whole = std::fs::read(fresh.dir.path().join("new/ledger.db")).expect("its bytes");
    let (mut failed, mut acknowledged, mut in_vain) = (0, 0, 0);
    for n in points() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("ledger.db");
        std::fs::write(&file, &whole).expect("a copy");
        let url = format!("sqlite:{}", file.display());
        let (has_failed, kept) = fails_at(&url, calls, n, writing, &dir.path().join("calls"));
        failed += usize::from(has_failed);
        acknowledged += kept.len();
        nothing_is_lost(&url, &kept).await;
        in_vain = if has_failed { 0 } else { in_vain + 1 };
        // No thread calls so often.
        if in_vain > 2 {
            break;
        }
    }
    println!("{calls}: failed at {failed} points, {acknowledged} acknowledged");
    assert!(
        failed >= failed_min && acknowledged > 0,
        "{failed}, {acknowledged}"
    );
}

/// Each thread's n-th call of those fails: whoever opens the file anew begins to count anew. Whether one did, and what
/// was acknowledged.
fn fails_at(url: &str, calls: &str, n: usize, writing: Writing, log: &Path) -> (bool, Vec<String>) {
    let mut strace = Command::new("strace");
    strace
        .args(["--follow-forks", "--seccomp-bpf", "--output"])
        .arg(log)
        .arg(format!("--trace={calls}"))
        .arg(format!("--inject={calls}:error=EIO:when={n}"))
        .arg(this_program());
    let ran = child_of(&mut strace, url, writing)
        .wait_with_output()
        .expect("ran");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(
        ran.status.success() && !said.contains("panicked"),
        "{calls} {n}: {said}"
    );
    let log =
        std::fs::read_to_string(log).expect("strace is there: script/setup --test installs it");
    let kept = String::from_utf8_lossy(&ran.stdout)
        .lines()
        .filter_map(kept_in)
        .collect();
    (log.contains("(INJECTED)"), kept)
}
