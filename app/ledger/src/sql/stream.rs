//! The ledger proper: heads, facts, commands, texts.

statements! {
    STREAM = "SELECT version, hash FROM streams WHERE stream_id = $1";
    STREAM_ADD = "INSERT INTO streams (stream_id, version, hash) VALUES ($1, 0, $2)
        ON CONFLICT (stream_id) DO NOTHING";
    STREAM_MOVE = "UPDATE streams SET version = $2, hash = $3 WHERE stream_id = $1";
    STREAMS_AFTER = "SELECT stream_id, version, hash FROM streams
        WHERE stream_id > $1 ORDER BY stream_id LIMIT $2";

    COMMAND = "SELECT digest, first_version, last_version FROM commands
        WHERE stream_id = $1 AND command_id = $2";
    COMMAND_ADD = "INSERT INTO commands
        (stream_id, command_id, digest, first_version, last_version, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6)";

    COMMANDS_LAST = "SELECT MAX(last_version) FROM commands WHERE stream_id = $1";
    COMMANDS_NEXT_STREAM = "SELECT stream_id FROM commands WHERE stream_id > $1 ORDER BY stream_id LIMIT 1";

    FACT_ADD = "INSERT INTO facts
        (stream_id, version, command_id, n, kind, matter_id, thread_id, audience, actor_kind, actor_id,
         happened_at, recorded_at, leaf, sealed)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    FACT = "SELECT sealed FROM facts WHERE stream_id = $1 AND version = $2";
    FACTS_AFTER = "SELECT version, sealed FROM facts
        WHERE stream_id = $1 AND version > $2 ORDER BY version LIMIT $3";
    FACTS_WHOLE = "SELECT version, command_id, n, kind, matter_id, thread_id, audience, actor_kind, actor_id,
          happened_at, recorded_at, leaf, sealed FROM facts
        WHERE stream_id = $1 AND version > $2 ORDER BY version LIMIT $3";
    TIMELINE = "SELECT happened_at, version, sealed FROM facts
        WHERE stream_id = $1 AND audience = $2 AND (happened_at, version) < ($3, $4)
        ORDER BY happened_at DESC, version DESC LIMIT $5";
    /// The next stream that has facts: each step is one look into the key, also where no head stands.
    FACTS_NEXT_STREAM = "SELECT stream_id FROM facts WHERE stream_id > $1 ORDER BY stream_id LIMIT 1";

    TEXT = "SELECT salt, body FROM texts WHERE stream_id = $1 AND text_id = $2";
    TEXT_ADD = "INSERT INTO texts (stream_id, text_id, salt, body) VALUES ($1, $2, $3, $4)";
    /// Thirty-two at a time, the last repeated where there are fewer.
    TEXTS = "SELECT text_id, salt, body FROM texts WHERE stream_id = $1 AND text_id IN
        ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
         $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)";
}
