//! What only PostgreSQL says so; each has its pair in `sqlite.rs`.

/// Each id is looked up by itself: with a plan for any stream, which has few rows, all rows of a long one would be read
/// for the few that are wanted.
macro_rules! by_ids {
    ($columns:literal, $table:literal, $id:literal) => {
        concat!(
            "SELECT found.* FROM (SELECT DISTINCT id FROM (VALUES
             (CAST($2 AS UUID)), (CAST($3 AS UUID)), (CAST($4 AS UUID)), (CAST($5 AS UUID)),
             (CAST($6 AS UUID)), (CAST($7 AS UUID)), (CAST($8 AS UUID)), (CAST($9 AS UUID)),
             (CAST($10 AS UUID)), (CAST($11 AS UUID)), (CAST($12 AS UUID)), (CAST($13 AS UUID)),
             (CAST($14 AS UUID)), (CAST($15 AS UUID)), (CAST($16 AS UUID)), (CAST($17 AS UUID)),
             (CAST($18 AS UUID)), (CAST($19 AS UUID)), (CAST($20 AS UUID)), (CAST($21 AS UUID)),
             (CAST($22 AS UUID)), (CAST($23 AS UUID)), (CAST($24 AS UUID)), (CAST($25 AS UUID)),
             (CAST($26 AS UUID)), (CAST($27 AS UUID)), (CAST($28 AS UUID)), (CAST($29 AS UUID)),
             (CAST($30 AS UUID)), (CAST($31 AS UUID)), (CAST($32 AS UUID)), (CAST($33 AS UUID))) asked (id)) wanted
        CROSS JOIN LATERAL (SELECT ",
            $columns,
            " FROM ",
            $table,
            " WHERE stream_id = $1 AND ",
            $id,
            " = wanted.id OFFSET 0) found"
        )
    };
}

statements! {
    TABLES = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";
    STREAM_LOCKED = "SELECT version, hash FROM streams WHERE stream_id = $1 FOR UPDATE";
    STANDS = stands!(" FOR UPDATE OF s");
    ATTEMPTS_HELD = "SELECT pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))";
    TEXTS = by_ids!("text_id, salt, body", "texts", "text_id");
    MATTERS = by_ids!("state_format, state", "matters", "matter_id");
    MATTERS_OPEN = "SELECT state_format, state FROM matters WHERE stream_id = $1 AND is_open = TRUE";
    OUTBOX_NEXT = "SELECT stream_id, command_id, n, attempts, asked_at FROM outbox
        WHERE state = 'waiting' AND next_at <= $1
        ORDER BY next_at, stream_id, command_id, n LIMIT 1 FOR UPDATE SKIP LOCKED";
    COLUMNS = "SELECT CAST(table_name AS TEXT) COLLATE \"C\", CAST(column_name AS TEXT), CAST(data_type AS TEXT)
        FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, ordinal_position";
    DURABILITY = "SELECT current_setting('synchronous_commit')";
}
