//! What is owed across accounts: by one bearer, in the order of the index that begins with them. `$1` is the bearer, `$2`
//! to `$5` the place the list goes on from, `$6` how many rows.

/// The rows are picked before anything is read beside them: `CROSS JOIN`, that SQLite does not reorder.
macro_rules! of_bearer {
    ($bearer:literal) => {
        concat!(
            "SELECT hit.on_day, hit.stream_id, hit.matter_id, hit.n, a.version, a.name, a.kind, a.store_id, m.state_format, m.state
        FROM (SELECT on_day, stream_id, matter_id, n FROM dues
          WHERE ",
            $bearer,
            " = $1 AND (on_day, stream_id, matter_id, n) > ($2, $3, $4, $5)
          ORDER BY on_day, stream_id, matter_id, n LIMIT $6) hit
        CROSS JOIN accounts a
        CROSS JOIN matters m
        WHERE a.stream_id = hit.stream_id AND m.stream_id = hit.stream_id AND m.matter_id = hit.matter_id"
        )
    };
}

statements! {
    OWED_BY_PERSON = of_bearer!("person_id");
    OWED_BY_ROLE = of_bearer!("role");
}
