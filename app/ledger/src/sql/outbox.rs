//! Letters on their way. What is being handed over is nobody else's; where that is not known to have ended, it is for a
//! person to say what becomes of it.

statements! {
    OUTBOX_ADD = "INSERT INTO outbox
        (stream_id, command_id, n, letter, state, asked_at, moved_at, next_at, attempts)
        VALUES ($1, $2, $3, $4, 'waiting', $5, $5, $5, 0)";
    /// By `$4` until `$5`, from `$6`.
    OUTBOX_HAND = "UPDATE outbox SET state = 'handing', attempts = attempts + 1, moved_at = $6, hitch = NULL,
          claimed_by = $4, claimed_until = $5
        WHERE stream_id = $1 AND command_id = $2 AND n = $3 AND state = 'waiting'";
    /// By whoever handed it over, also where they were given up meanwhile.
    OUTBOX_MOVE = "UPDATE outbox SET state = $5, moved_at = $6, next_at = $7, hitch = $8
        WHERE stream_id = $1 AND command_id = $2 AND n = $3 AND claimed_by = $4 AND state IN ('handing', 'unknown')";
    /// Of whoever did not come back by `$1`; no clock claims beyond `$2`. Another than `$3` is not there after `$4`.
    OUTBOX_LOST = "UPDATE outbox SET state = 'unknown', moved_at = $1, hitch = $5
        WHERE state = 'handing'
          AND (claimed_until <= $1 OR claimed_until > $2 OR (claimed_by <> $3 AND claimed_until <= $4))";
    /// As new, by a person.
    OUTBOX_AGAIN = "UPDATE outbox SET state = 'waiting', asked_at = $4, moved_at = $4, next_at = $4, attempts = 0,
          hitch = NULL, claimed_by = NULL, claimed_until = NULL
        WHERE stream_id = $1 AND command_id = $2 AND n = $3 AND state IN ('failed', 'unknown')";
    OUTBOX_RESTORED = "UPDATE outbox SET state = 'unknown', hitch = $1 WHERE state IN ('waiting', 'handing')";
    OUTBOX_COUNT = "SELECT COUNT(*) FROM outbox WHERE state = $1";
    OUTBOX_LIST = "SELECT o.stream_id, o.command_id, o.n, o.letter, o.state, o.moved_at, o.next_at, o.attempts, o.hitch,
          (SELECT a.name FROM accounts a WHERE a.stream_id = o.stream_id) AS name
        FROM outbox o
        WHERE o.state = $1 AND (o.moved_at, o.stream_id, o.command_id, o.n) < ($2, $3, $4, $5)
        ORDER BY o.moved_at DESC, o.stream_id DESC, o.command_id DESC, o.n DESC LIMIT $6";
    /// All lines of a command.
    OUTBOX_FACTS = "SELECT f.version, f.sealed FROM commands c
        JOIN facts f ON f.stream_id = c.stream_id AND f.version >= c.first_version AND f.version <= c.last_version
        WHERE c.stream_id = $1 AND c.command_id = $2 ORDER BY f.version";
}
