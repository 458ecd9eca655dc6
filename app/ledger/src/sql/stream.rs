//! The ledger proper: heads, facts, commands, texts.

statements! {
    STREAM = "SELECT version, hash FROM streams WHERE stream_id = $1";
    STREAM_ADD = "INSERT INTO streams (stream_id, version, hash) VALUES ($1, 0, $2)
        ON CONFLICT (stream_id) DO NOTHING";
    STREAM_MOVE = "UPDATE streams SET version = $2, hash = $3 WHERE stream_id = $1";
    STREAMS_AFTER = "SELECT stream_id, version, hash FROM streams
        WHERE stream_id > $1 ORDER BY stream_id LIMIT $2";

    COMMAND_ADD = "INSERT INTO commands
        (stream_id, command_id, digest, first_version, last_version, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6)";

    HEADS_BETWEEN = "SELECT stream_id, version, hash FROM streams
        WHERE stream_id >= $1 AND stream_id <= $2";
    /// The last version that an applied command gave, of each stream.
    APPLIED_BETWEEN = "SELECT stream_id, MAX(last_version) FROM commands
        WHERE stream_id >= $1 AND stream_id <= $2 GROUP BY stream_id";
    TEXTS_BETWEEN = "SELECT stream_id, text_id, salt, body FROM texts
        WHERE stream_id >= $1 AND stream_id <= $2";

    FACT = "SELECT sealed FROM facts WHERE stream_id = $1 AND version = $2";
    FACTS_AFTER = "SELECT version, sealed FROM facts
        WHERE stream_id = $1 AND version > $2 ORDER BY version LIMIT $3";
    /// Lines of all streams in the order of their keys, each with what its applied command says.
    LINES_AFTER = "SELECT f.stream_id, f.version, f.command_id, f.n, f.kind, f.matter_id, f.thread_id, f.audience,
          f.actor_kind, f.actor_id, f.happened_at, f.recorded_at, f.leaf, f.sealed,
          (SELECT c.last_version FROM commands c
             WHERE c.stream_id = f.stream_id AND c.command_id = f.command_id) AS applied
        FROM facts f
        WHERE (f.stream_id, f.version) > ($1, $2) ORDER BY f.stream_id, f.version LIMIT $3";
    TIMELINE = "SELECT happened_at, version, sealed FROM facts
        WHERE stream_id = $1 AND audience = $2 AND (happened_at, version) < ($3, $4)
        ORDER BY happened_at DESC, version DESC LIMIT $5";
    /// Which streams there are, in their order: one walk for each table that names them, so that none is missed.
    STREAMS_IN_STREAMS = "SELECT stream_id FROM streams WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
    STREAMS_IN_FACTS = "SELECT DISTINCT stream_id FROM facts WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
    STREAMS_IN_COMMANDS = "SELECT DISTINCT stream_id FROM commands
        WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
    STREAMS_IN_ACCOUNTS = "SELECT stream_id FROM accounts WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
    STREAMS_IN_MATTERS = "SELECT DISTINCT stream_id FROM matters
        WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
    STREAMS_IN_DUES = "SELECT DISTINCT stream_id FROM dues WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
    STREAMS_IN_TERMS = "SELECT DISTINCT stream_id FROM terms WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
    STREAMS_IN_HOUSES = "SELECT DISTINCT stream_id FROM houses WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
}

rows! {
    facts_add = "FACTS_ADD", "INSERT INTO facts
        (stream_id, version, command_id, n, kind, matter_id, thread_id, audience, actor_kind, actor_id,
         happened_at, recorded_at, leaf, sealed) VALUES ", 14, "";
    texts_add = "TEXTS_ADD", "INSERT INTO texts (stream_id, text_id, salt, body) VALUES ", 4, "";
}
