//! The writer's own words: where a batch begins and ends. Not prepared in the suite: they are no queries.

pub(crate) const BEGIN_IMMEDIATE: &str = "BEGIN IMMEDIATE";
pub(crate) const COMMIT: &str = "COMMIT";
pub(crate) const SAVEPOINT: &str = "SAVEPOINT job";
pub(crate) const ROLLBACK_TO: &str = "ROLLBACK TO job";
pub(crate) const RELEASE: &str = "RELEASE job";
pub(crate) const CHECKPOINT: &str = "PRAGMA wal_checkpoint(TRUNCATE)";
/// A hint for every server of the house; delivered with the commit, and never without it.
pub(crate) const NOTIFY: &str = "SELECT pg_notify('palabra_live', $1) IS NULL";
