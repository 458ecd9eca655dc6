//! What only SQLite says so; each has its pair in `postgres.rs`.

statements! {
    TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    /// Its one writer is the lock.
    STREAM_LOCKED = "SELECT version, hash FROM streams WHERE stream_id = $1";
    /// The same.
    STANDS = stands!("");
    /// The same.
    ATTEMPTS_HELD = "SELECT n FROM signin_attempts WHERE scope = $1 AND attempt_key = $2 LIMIT 1";
    /// Thirty-two at a time, the last repeated where there are fewer.
    TEXTS = "SELECT text_id, salt, body FROM texts WHERE stream_id = $1 AND text_id IN
        ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
         $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)";
    /// Thirty-two at a time, the last repeated where there are fewer.
    MATTERS = "SELECT state_format, state FROM matters WHERE stream_id = $1 AND matter_id IN
        ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
         $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)";
    /// The key, which leads to all there ever were, would be taken before the index of the open ones.
    MATTERS_OPEN = "SELECT m.state_format, m.state FROM matters hit CROSS JOIN matters m
        WHERE hit.stream_id = $1 AND hit.is_open = TRUE
          AND m.stream_id = hit.stream_id AND m.matter_id = hit.matter_id";
    /// Its one writer is the lock.
    OUTBOX_NEXT = "SELECT stream_id, command_id, n, attempts, asked_at FROM outbox
        WHERE state = 'waiting' AND next_at <= $1
        ORDER BY next_at, stream_id, command_id, n LIMIT 1";
    COLUMNS = "SELECT m.name, c.name, LOWER(c.type) FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
    DURABILITY = "SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous";
}
