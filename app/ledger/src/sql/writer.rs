//! The writer's own words: where a batch begins and ends. Not prepared in the suite: they are no queries.

pub(crate) const BEGIN_IMMEDIATE: &str = "BEGIN IMMEDIATE";
pub(crate) const COMMIT: &str = "COMMIT";
pub(crate) const ROLLBACK: &str = "ROLLBACK";
pub(crate) const SAVEPOINT: &str = "SAVEPOINT job";
/// What the job before wrote stays, as far as the whole does.
pub(crate) const NEXT_SAVEPOINT: &str = "RELEASE SAVEPOINT job; SAVEPOINT job";
/// What the job before wrote goes; its savepoint serves the next one.
pub(crate) const ROLLBACK_TO: &str = "ROLLBACK TO SAVEPOINT job";
pub(crate) const CHECKPOINT: &str = "PRAGMA wal_checkpoint(TRUNCATE)";
/// A file that is filled and given away has no log beside it, and each of its pages is written once.
pub(crate) const ONE_FILE: &str = "PRAGMA journal_mode = DELETE; PRAGMA cache_size = -65536";
/// Another file, by its address, beside the one that is open.
pub(crate) const ATTACH: &str = "ATTACH DATABASE $1 AS source";
/// Moves when another connection than this one has committed.
pub(crate) const FOREIGN_COMMITS: &str = "SELECT data_version FROM pragma_data_version";
/// Which process of the server speaks on this connection.
pub(crate) const PROCESS: &str = "SELECT pg_backend_pid()";
/// A hint for every server of the house.
pub(crate) const NOTIFY: &str = "SELECT pg_notify('palabra_live', $1) IS NULL";
/// What the engine finds wrong with its own file, a row each; `ok` where nothing is.
pub(crate) const INTEGRITY: &str = "PRAGMA integrity_check(100)";
