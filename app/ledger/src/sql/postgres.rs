//! What only PostgreSQL says so; each has its pair in `sqlite.rs`.

statements! {
    TABLES = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";
    STREAM_LOCKED = "SELECT version, hash FROM streams WHERE stream_id = $1 FOR UPDATE";
    STANDS = stands!(" FOR UPDATE OF s");
    ATTEMPTS_HELD = "SELECT pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))";
    MATTERS_OPEN = "SELECT state_format, state FROM matters WHERE stream_id = $1 AND is_open = TRUE";
    COLUMNS = "SELECT CAST(table_name AS TEXT) COLLATE \"C\", CAST(column_name AS TEXT), CAST(data_type AS TEXT)
        FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, ordinal_position";
    DURABILITY = "SELECT current_setting('synchronous_commit')";
}
