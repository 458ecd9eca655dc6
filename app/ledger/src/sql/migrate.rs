//! The schema's own record of its steps. Not in the list of statements: the first runs before any table stands.

pub(crate) use super::tables;

pub(crate) const MAKE_STEPS: &str = "CREATE TABLE IF NOT EXISTS schema_steps (
    version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)";
pub(crate) const ADD_STEP: &str = "INSERT INTO schema_steps (version, name) VALUES ($1, $2)";
pub(crate) const STEPS: &str = "SELECT version FROM schema_steps";

/// On PostgreSQL two programs may start at once; on SQLite the write lock does this.
pub(crate) const ONE_MIGRATION_AT_A_TIME: &str = "SELECT pg_advisory_xact_lock(7244661) IS NULL";
