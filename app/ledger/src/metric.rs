//! What is counted of the ledger, by name, for whoever watches: nothing, where nobody does.
//! It refuses any label: what was written, by whom and on what stays in the ledger.

use std::path::Path;
use std::time::Instant;

use metrics::{gauge, histogram};

/// From asking for a write until it is answered.
const WRITE_SECONDS: &str = "palabra_ledger_write_seconds";
/// Writes asked for and not answered yet.
const WRITES_WAITING: &str = "palabra_ledger_writes_waiting";
/// How many writes one commit made durable.
const COMMIT_WRITES: &str = "palabra_ledger_commit_writes";
/// How long SQLite's write-ahead log is.
const WAL_BYTES: &str = "palabra_ledger_wal_bytes";

/// Writes that wait for their answer, as long as this is held.
pub(crate) struct Waiting(usize);

impl Waiting {
    pub(crate) fn begin(writes: usize) -> Self {
        gauge!(WRITES_WAITING).increment(float(writes));
        Self(writes)
    }
}

/// Also where whoever asked went away.
impl Drop for Waiting {
    fn drop(&mut self) {
        gauge!(WRITES_WAITING).decrement(float(self.0));
    }
}

pub(crate) fn answered(asked: Instant) {
    histogram!(WRITE_SECONDS).record(asked.elapsed());
}

pub(crate) fn committed(writes: usize) {
    histogram!(COMMIT_WRITES).record(float(writes));
}

pub(crate) fn wal_bytes(bytes: u64) {
    gauge!(WAL_BYTES).set(bytes as f64);
}

/// The log beside a file.
pub(crate) fn wal_of(file: &Path) -> u64 {
    let mut wal = file.to_path_buf().into_os_string();
    wal.push("-wal");
    std::fs::metadata(wal).map_or(0, |log| log.len())
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
