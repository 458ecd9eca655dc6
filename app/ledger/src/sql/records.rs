//! The record of whoever gives words, investigations across accounts, and who looked at their files.

/// The rows are picked before anything is read beside them: `CROSS JOIN`, that SQLite does not reorder.
macro_rules! investigations {
    ($whose:literal, $place:literal, $rows:literal) => {
        concat!(
            "SELECT hit.place, hit.stream_id, hit.matter_id, a.version, a.name, a.kind, a.store_id, m.state_format, m.state,
          w.state_format AS word_format, w.state AS word
        FROM (SELECT place, stream_id, matter_id FROM investigations
          WHERE ",
            $whose,
            "(place, stream_id, matter_id) > ",
            $place,
            "
          ORDER BY place, stream_id, matter_id LIMIT ",
            $rows,
            ") hit
        CROSS JOIN accounts a
        CROSS JOIN matters m
        CROSS JOIN matters w
        WHERE a.stream_id = hit.stream_id AND m.stream_id = hit.stream_id AND m.matter_id = hit.matter_id
          AND w.stream_id = hit.stream_id AND w.matter_id = m.thread_id"
        )
    };
}

statements! {
    /// `$1` whose, `$2` which lines, `$3` to `$5` the place the list goes on from, `$6` how many rows.
    RECORD_LINES = "SELECT hit.on_day, hit.stream_id, hit.line, hit.matter_id, a.version, a.name, m.state_format, m.state
        FROM (SELECT on_day, stream_id, version AS line, matter_id FROM records
          WHERE person_id = $1 AND kind = $2 AND (on_day, stream_id, version) < ($3, $4, $5)
          ORDER BY on_day DESC, stream_id DESC, version DESC LIMIT $6) hit
        CROSS JOIN accounts a
        CROSS JOIN matters m
        WHERE a.stream_id = hit.stream_id AND m.stream_id = hit.stream_id AND m.matter_id = hit.matter_id";
    RECORD_COUNTS = "SELECT kind, COUNT(*) FROM records WHERE person_id = $1 GROUP BY kind";
    RECORDS = "SELECT version, kind, person_id, matter_id, on_day FROM records
        WHERE stream_id = $1 ORDER BY version, kind";
    RECORDS_DROP = "DELETE FROM records WHERE stream_id = $1";
    STREAMS_IN_RECORDS = "SELECT DISTINCT stream_id FROM records
        WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";

    /// `$1` to `$3` the place the list goes on from, `$4` how many rows.
    INVESTIGATIONS_ALL = investigations!("", "($1, $2, $3)", "$4");
    /// The same after `$1`, whose word it was.
    INVESTIGATIONS_OF = investigations!("seller_id = $1 AND ", "($2, $3, $4)", "$5");
    INVESTIGATIONS = "SELECT matter_id, place, seller_id FROM investigations
        WHERE stream_id = $1 ORDER BY matter_id";
    INVESTIGATIONS_DROP = "DELETE FROM investigations WHERE stream_id = $1";
    STREAMS_IN_INVESTIGATIONS = "SELECT DISTINCT stream_id FROM investigations
        WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";

    /// Whether there is such a file, and whether `$4` opened it in the hour `$3` already.
    LOOK = "SELECT (SELECT COUNT(*) FROM looks l WHERE l.stream_id = i.stream_id AND l.matter_id = i.matter_id
            AND l.hour = $3 AND l.person_id = $4) AS looks
        FROM investigations i WHERE i.stream_id = $1 AND i.matter_id = $2";
    /// Two at once on PostgreSQL are one.
    LOOK_ADD = "INSERT INTO looks (stream_id, matter_id, hour, person_id, at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (stream_id, matter_id, hour, person_id) DO NOTHING";
    LOOKS = "SELECT person_id, at FROM looks WHERE stream_id = $1 AND matter_id = $2
        ORDER BY hour DESC, person_id DESC LIMIT $3";
}

rows! {
    records_put = "RECORDS_PUT", "INSERT INTO records
        (stream_id, version, kind, person_id, matter_id, on_day) VALUES ", 6,
        "ON CONFLICT (stream_id, version, kind) DO UPDATE SET person_id = excluded.person_id,
          matter_id = excluded.matter_id, on_day = excluded.on_day";
    investigations_put = "INVESTIGATIONS_PUT", "INSERT INTO investigations
        (stream_id, matter_id, place, seller_id) VALUES ", 4,
        "ON CONFLICT (stream_id, matter_id) DO UPDATE SET place = excluded.place, seller_id = excluded.seller_id";
}
