//! What only SQLite says so; each has its pair in `postgres.rs`.

statements! {
    TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    /// Its one writer is the lock.
    STREAM_LOCKED = "SELECT version, hash FROM streams WHERE stream_id = $1";
    /// The same.
    STANDS = stands!("");
    /// The same.
    ATTEMPTS_HELD = "SELECT n FROM signin_attempts WHERE scope = $1 AND attempt_key = $2 LIMIT 1";
    /// The key, which leads to all there ever were, would be taken before the index of the open ones.
    MATTERS_OPEN = "SELECT m.state_format, m.state FROM matters hit CROSS JOIN matters m
        WHERE hit.stream_id = $1 AND hit.is_open = TRUE
          AND m.stream_id = hit.stream_id AND m.matter_id = hit.matter_id";
    COLUMNS = "SELECT m.name, c.name, LOWER(c.type) FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
    DURABILITY = "SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous";
}
