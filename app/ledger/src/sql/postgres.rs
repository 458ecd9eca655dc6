//! What only PostgreSQL says so; each has its pair in `sqlite.rs`.

statements! {
    TABLES = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";
    STREAM_LOCKED = "SELECT version, hash FROM streams WHERE stream_id = $1 FOR UPDATE";
    COLUMNS = "SELECT CAST(table_name AS TEXT) COLLATE \"C\", CAST(column_name AS TEXT), CAST(data_type AS TEXT)
        FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, ordinal_position";
    DURABILITY = "SELECT current_setting('synchronous_commit')";
}
