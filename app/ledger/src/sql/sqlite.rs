//! What only SQLite says so; each has its pair in `postgres.rs`.

statements! {
    TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    /// Its one writer is the lock.
    STREAM_LOCKED = "SELECT version, hash FROM streams WHERE stream_id = $1";
    DURABILITY = "SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous";
}
