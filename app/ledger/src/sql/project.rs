//! Projections: accounts, matters, dues, terms, houses, and which row of which source was imported.

statements! {
    ACCOUNT = "SELECT version, state_format, state FROM accounts WHERE stream_id = $1";
    ACCOUNT_PUT = "INSERT INTO accounts
        (stream_id, version, state_format, state, kind, name, tax_id, owner_id, store_id,
         next_news, silent_since, pressing, open_matters, open_claims, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (stream_id) DO UPDATE SET version = $2, state_format = $3, state = $4, kind = $5,
          name = $6, tax_id = $7, owner_id = $8, store_id = $9, next_news = $10, silent_since = $11,
          pressing = $12, open_matters = $13, open_claims = $14, updated_at = $15";
    ACCOUNT_WHOLE = "SELECT version, state_format, state, kind, name, tax_id, owner_id, store_id,
          next_news, silent_since, pressing, open_matters, open_claims, updated_at
        FROM accounts WHERE stream_id = $1";
    ACCOUNT_DROP = "DELETE FROM accounts WHERE stream_id = $1";

    /// The earliest dates of an account's open matters: each is the first of an index.
    EARLIEST = "SELECT
          (SELECT MIN(next_news) FROM matters WHERE stream_id = $1 AND is_open = TRUE),
          (SELECT MIN(silent_since) FROM matters WHERE stream_id = $1 AND is_open = TRUE
             AND silent_since IS NOT NULL)";
    MATTERS_WHOLE = "SELECT matter_id, version, state_format, state, kind, is_open, owner_id, thread_id,
          next_due, next_news, silent_since
        FROM matters WHERE stream_id = $1 ORDER BY matter_id";
    /// The last that moved of those that are closed and may bear on a new claim.
    MATTERS_PAST = "SELECT matter_id FROM matters WHERE stream_id = $1 AND is_open = FALSE
          AND kind IN ('promise', 'order', 'claim')
        ORDER BY version DESC, matter_id LIMIT $2";
    /// Every promise of an account, open or not.
    MATTERS_PROMISED = "SELECT state_format, state FROM matters WHERE stream_id = $1 AND kind = 'promise'";
    MATTERS_DROP = "DELETE FROM matters WHERE stream_id = $1";

    DUES = "SELECT matter_id, n, kind, person_id, role, on_day, at, rule FROM dues
        WHERE stream_id = $1 ORDER BY matter_id, n";
    DUES_DROP = "DELETE FROM dues WHERE stream_id = $1";
    /// From the n-th of a matter on.
    DUES_DROP_REST = "DELETE FROM dues WHERE stream_id = $1 AND matter_id = $2 AND n >= $3";

    TERMS = "SELECT scope, term FROM terms WHERE stream_id = $1 ORDER BY scope, term";
    TERMS_DROP = "DELETE FROM terms WHERE stream_id = $1";

    HOUSE = "SELECT state_format, state FROM houses WHERE stream_id = $1 AND version = $2";
    HOUSES_AFTER = "SELECT version, state_format, state FROM houses
        WHERE stream_id = $1 AND version > $2 ORDER BY version LIMIT $3";
    HOUSE_PUT = "INSERT INTO houses (stream_id, version, state_format, state) VALUES ($1, $2, $3, $4)
        ON CONFLICT (stream_id, version) DO UPDATE SET state_format = $3, state = $4";
    HOUSES_DROP = "DELETE FROM houses WHERE stream_id = $1";

    /// Thirty-two at a time, the last repeated where there are fewer.
    IMPORTS = "SELECT item_key, stream_id, digest, seq FROM imports WHERE source = $1 AND item_key IN
        ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
         $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)";
    IMPORT_PUT = "INSERT INTO imports (source, item_key, stream_id, digest, seq, imported_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (source, item_key) DO UPDATE SET stream_id = $3, digest = $4, seq = $5, imported_at = $6";
}

rows! {
    matters_put = "MATTERS_PUT", "INSERT INTO matters
        (stream_id, matter_id, version, state_format, state, kind, is_open, owner_id, thread_id,
         next_due, next_news, silent_since) VALUES ", 12,
        "ON CONFLICT (stream_id, matter_id) DO UPDATE SET version = excluded.version,
          state_format = excluded.state_format, state = excluded.state, kind = excluded.kind,
          is_open = excluded.is_open, owner_id = excluded.owner_id, thread_id = excluded.thread_id,
          next_due = excluded.next_due, next_news = excluded.next_news, silent_since = excluded.silent_since";
    dues_put = "DUES_PUT", "INSERT INTO dues
        (stream_id, matter_id, n, kind, person_id, role, on_day, at, rule) VALUES ", 9,
        "ON CONFLICT (stream_id, matter_id, n) DO UPDATE SET kind = excluded.kind, person_id = excluded.person_id,
          role = excluded.role, on_day = excluded.on_day, at = excluded.at, rule = excluded.rule";
    terms_add = "TERMS_ADD", "INSERT INTO terms (stream_id, scope, term) VALUES ", 3,
        "ON CONFLICT (stream_id, scope, term) DO NOTHING";
}
