//! A migration cut short, by a kill at its n-th write or by a connection that breaks, and run again: it ends right,
//! whatever was left of the first.

use std::process::{Command, Output};

use ledger::Engine;

use crate::program::{Place, program};
use crate::running::kept;

/// Early, and further and further on; beyond the last write it is not cut short any more.
const POINTS: [usize; 11] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144];

/// The n-th call of that name ends otherwise than it should.
fn cut_short(place: &Place, call: &str, fault: &str, n: usize) -> Output {
    let mut strace = Command::new("strace");
    strace
        .args(["--follow-forks", "--output", "/dev/null"])
        .arg(format!("--trace={call}"))
        .arg(format!("--inject={call}:{fault}:when={n}"))
        .arg(program())
        .arg("migrate");
    let ran = place.settle(strace).output();
    ran.expect("strace is there: script/setup --test installs it")
}

/// At how many points it was cut short; each time it ended right the second time.
fn cut_at_each(on: Engine, call: &str, fault: &str) -> usize {
    let mut cut = 0;
    for n in POINTS {
        let place = Place::on(on);
        let first = cut_short(&place, call, fault, n);
        if first.status.success() {
            break;
        }
        let said = String::from_utf8_lossy(&first.stderr).into_owned();
        assert!(!said.contains("panicked"), "{call} {n}: {said}");
        let is_killed = fault == "signal=KILL";
        assert!(
            is_killed || said.starts_with("palabra: "),
            "{call} {n}: {said}"
        );
        place.found();
        kept::sound(&place);
        cut += 1;
    }
    cut
}

#[test]
fn a_migration_of_a_file_killed_at_any_write_is_run_again() {
    let writes = cut_at_each(Engine::Sqlite, "pwrite64", "signal=KILL");
    let flushes = cut_at_each(Engine::Sqlite, "fsync,fdatasync", "signal=KILL");
    let lengths = cut_at_each(Engine::Sqlite, "ftruncate", "signal=KILL");
    println!("killed at {writes} writes, {flushes} flushes, {lengths} changes of length");
    assert!(writes > 5 && flushes > 1 && lengths > 0);
}

#[test]
fn a_migration_of_a_file_whose_writes_fail_says_so_and_is_run_again() {
    let writes = cut_at_each(Engine::Sqlite, "pwrite64", "error=EIO");
    let flushes = cut_at_each(Engine::Sqlite, "fsync,fdatasync", "error=EIO");
    assert!(writes > 2 && flushes > 0, "{writes}, {flushes}");
}

#[test]
fn a_migration_of_postgres_killed_or_cut_off_is_run_again() {
    let killed = cut_at_each(Engine::Postgres, "sendto", "signal=KILL");
    let cut_off = cut_at_each(Engine::Postgres, "sendto", "error=ECONNRESET");
    println!("killed at {killed} messages, cut off at {cut_off}");
    assert!(killed > 4 && cut_off > 4);
}
