//! Lists of accounts: in an order that an index has, and by what was typed. Every list takes `$1` and `$2`, the place it
//! goes on from, `$3`, how many rows, then whose accounts it is of, the scope of the terms, and two ends for each word.

use std::fmt::Write;

statements! {
    /// How many terms begin with what lies between, counted no further than is worth knowing.
    HITS = "SELECT COUNT(*) FROM
        (SELECT 1 FROM terms WHERE scope = $1 AND term >= $2 AND term < $3 LIMIT 10000) hit";
}

/// From here on a walk of the list finds a page sooner than the terms of one word do: each is an account to be sorted.
pub(crate) const HITS_MAX: i64 = 2000;

/// As many as [`HITS`] counts. With several words the terms of the rarest lead to few accounts, and a walk to them is
/// long, unless even that one is everywhere.
pub(crate) const HITS_OF_SEVERAL_MAX: i64 = 10_000;

/// More words than this find nothing that fewer would not.
pub(crate) const WORDS_MAX: usize = 6;

/// How many accounts are looked at in one step of a walk.
pub(crate) const STEP: i64 = 2000;

/// In which order accounts are listed; each is an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// All of them, by what presses.
    Pressing,
    /// One owner's.
    OfOwner,
    /// One store's.
    OfStore,
    /// Those in silence, the longest first.
    Silent,
}

impl Order {
    pub(crate) const ALL: [Self; 4] = [Self::Pressing, Self::OfOwner, Self::OfStore, Self::Silent];

    const fn key(self) -> &'static str {
        match self {
            Self::Silent => "silent_since",
            Self::Pressing | Self::OfOwner | Self::OfStore => "pressing",
        }
    }

    /// Whose accounts, first what its index begins with; what may be null is of anybody's.
    const fn whose(self) -> &'static str {
        match self {
            Self::Pressing => "",
            Self::OfOwner => "a.owner_id = $4 AND (a.store_id = $5 OR $5 IS NULL) AND ",
            Self::OfStore => "a.store_id = $4 AND ",
            Self::Silent => {
                "a.silent_since IS NOT NULL AND (a.owner_id = $4 OR $4 IS NULL)
          AND (a.store_id = $5 OR $5 IS NULL) AND "
            }
        }
    }

    /// The number of the scope among the values.
    const fn scope(self) -> usize {
        match self {
            Self::Pressing => 4,
            Self::OfStore => 5,
            Self::OfOwner | Self::Silent => 6,
        }
    }

    /// Where the list goes on, and whose accounts it is of.
    fn after(self) -> String {
        let (whose, key) = (self.whose(), self.key());
        format!("{whose}(a.{key}, a.stream_id) > ($1, $2)")
    }

    fn columns(self) -> String {
        let key = self.key();
        format!(
            "a.stream_id, a.version, a.kind, a.name, a.tax_id, a.owner_id, a.store_id, a.next_news,
          a.silent_since, a.open_matters, a.open_claims, a.updated_at, a.{key} AS place"
        )
    }
}

/// The list itself.
pub(crate) fn listed(order: Order) -> String {
    let (columns, after, key) = (order.columns(), order.after(), order.key());
    format!(
        "SELECT {columns} FROM accounts a WHERE {after}
        ORDER BY a.{key}, a.stream_id LIMIT $3"
    )
}

/// The accounts of the list's next step that have all the words.
pub(crate) fn stepped(order: Order, words: usize) -> String {
    let (columns, after, key) = (order.columns(), order.after(), order.key());
    let mut sql = format!(
        "SELECT {columns}
        FROM (SELECT a.{key} AS place, a.stream_id FROM accounts a WHERE {after}
          ORDER BY a.{key}, a.stream_id LIMIT {STEP}) hit
        CROSS JOIN accounts a WHERE a.stream_id = hit.stream_id"
    );
    has_words(&mut sql, order, 0..words);
    sql.push_str(" ORDER BY hit.place, hit.stream_id LIMIT $3");
    sql
}

/// Where the list's next step ends, `$3` being one less than it is long; nothing where it is the last.
pub(crate) fn step_end(order: Order) -> String {
    let (after, key) = (order.after(), order.key());
    format!(
        "SELECT a.{key}, a.stream_id FROM accounts a WHERE {after}
        ORDER BY a.{key}, a.stream_id LIMIT 1 OFFSET $3"
    )
}

/// The accounts that have all the words, found by their terms: the first word drives the plan, which is why
/// `CROSS JOIN`, that SQLite does not reorder.
pub(crate) fn found(order: Order, words: usize) -> String {
    let (columns, after, key) = (order.columns(), order.after(), order.key());
    let scope = order.scope();
    let (from, to) = (scope + 1, scope + 2);
    let mut sql = format!(
        "SELECT {columns}
        FROM (SELECT DISTINCT stream_id FROM terms WHERE scope = ${scope} AND term >= ${from} AND term < ${to}) hit
        CROSS JOIN accounts a WHERE a.stream_id = hit.stream_id AND {after}"
    );
    has_words(&mut sql, order, 1..words);
    let _ = write!(sql, " ORDER BY a.{key}, a.stream_id LIMIT $3");
    sql
}

fn has_words(sql: &mut String, order: Order, words: std::ops::Range<usize>) {
    let scope = order.scope();
    for word in words {
        let (from, to) = (scope + 1 + 2 * word, scope + 2 + 2 * word);
        let _ = write!(
            sql,
            " AND EXISTS (SELECT 1 FROM terms t WHERE t.stream_id = hit.stream_id AND t.scope = ${scope}
              AND t.term >= ${from} AND t.term < ${to})"
        );
    }
}

/// Every one of them, for whoever explains them all.
pub(crate) fn every() -> Vec<(&'static str, String)> {
    let mut every = Vec::new();
    for order in Order::ALL {
        let (list, end) = match order {
            // They are few: sorting them all is as good.
            Order::Silent => ("SILENT", "SILENT_END"),
            Order::Pressing | Order::OfOwner | Order::OfStore => ("LISTED", "STEP_END"),
        };
        every.push((list, listed(order)));
        every.push((end, step_end(order)));
        for words in 1..=WORDS_MAX {
            every.push(("STEPPED", stepped(order, words)));
            every.push(("FOUND", found(order, words)));
        }
    }
    every
}
