//! Lists of accounts: by what presses most, and by what was typed.

use std::fmt::Write;

statements! {
    /// After a place in the list: (pressing, stream).
    PRESSING = "SELECT stream_id, version, kind, name, tax_id, owner_id, store_id, next_news, silent_since,
          pressing, open_matters, open_claims, updated_at
        FROM accounts WHERE (pressing, stream_id) > ($1, $2)
        ORDER BY pressing, stream_id LIMIT $3";
    PRESSING_OF_OWNER = "SELECT stream_id, version, kind, name, tax_id, owner_id, store_id, next_news,
          silent_since, pressing, open_matters, open_claims, updated_at
        FROM accounts WHERE owner_id = $4 AND (pressing, stream_id) > ($1, $2)
        ORDER BY pressing, stream_id LIMIT $3";
}

/// More words than this find nothing that fewer would not.
pub(crate) const WORDS_MAX: usize = 6;

/// The search for so many words: each a range of terms, `$6 ≤ term < $7` and so on; the first drives the plan, which
/// is why `CROSS JOIN`, that SQLite does not reorder. `$4` is an owner, or null for anybody's.
pub(crate) fn search(words: usize) -> String {
    let mut sql = String::from(
        "SELECT a.stream_id, a.version, a.kind, a.name, a.tax_id, a.owner_id, a.store_id, a.next_news,
          a.silent_since, a.pressing, a.open_matters, a.open_claims, a.updated_at
        FROM (SELECT DISTINCT stream_id FROM terms WHERE scope = $5 AND term >= $6 AND term < $7) hit
        CROSS JOIN accounts a
        WHERE a.stream_id = hit.stream_id AND (a.owner_id = $4 OR $4 IS NULL)
          AND (a.pressing, a.stream_id) > ($1, $2)",
    );
    for word in 1..words.min(WORDS_MAX) {
        let (from, to) = (6 + 2 * word, 7 + 2 * word);
        let _ = write!(
            sql,
            " AND EXISTS (SELECT 1 FROM terms t WHERE t.stream_id = hit.stream_id AND t.scope = $5
              AND t.term >= ${from} AND t.term < ${to})"
        );
    }
    sql.push_str(" ORDER BY a.pressing, a.stream_id LIMIT $3");
    sql
}
