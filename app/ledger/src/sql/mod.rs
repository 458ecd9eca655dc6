//! Every statement of Palabra, one text for both engines: `$1…`, no arrays, no JSON operators, no `now()`.
//! What must differ stands in `sqlite.rs` and `postgres.rs` under the same names. No Rust logic here.

/// Statements by name, and the list of them for the suite that prepares each on both engines.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: &str = $sql;)*
        pub(crate) const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

/// Statements that insert several rows: by name, what stands before the rows, how many columns they have, and what after.
macro_rules! rows {
    ($($(#[$doc:meta])* $function:ident = $name:literal, $before:expr, $columns:literal, $after:expr;)*) => {
        $($(#[$doc])* pub(crate) fn $function(rows: usize) -> &'static str {
            static TEXTS: std::sync::LazyLock<Vec<String>> =
                std::sync::LazyLock::new(|| $crate::sql::by_rows($before, $columns, $after));
            &TEXTS[rows.clamp(1, $crate::sql::ROWS_MAX) - 1]
        })*
        pub(crate) const OF_ROWS: &[(&str, fn(usize) -> &'static str)] = &[$(($name, $function)),*];
    };
}

/// What a decision begins with: where its stream stands, held as the engine holds it; where the house stands, what
/// became of the command before, how many of eight texts there are already, and the account's own row.
macro_rules! stands {
    ($held:literal) => {
        concat!(
            "SELECT s.version AS at, s.hash AS head, (SELECT h.hash FROM streams h WHERE h.stream_id = $3) AS house,
          (SELECT COUNT(*) FROM texts t WHERE t.stream_id = $1
             AND t.text_id IN ($4, $5, $6, $7, $8, $9, $10, $11)) AS taken,
          c.digest, c.first_version, c.last_version,
          a.version, a.state_format, a.state, a.name, a.tax_id,
          a.next_news, a.silent_since, a.open_matters, a.open_claims
        FROM streams s
        LEFT JOIN commands c ON c.stream_id = s.stream_id AND c.command_id = $2
        LEFT JOIN accounts a ON a.stream_id = s.stream_id
        WHERE s.stream_id = $1",
            $held
        )
    };
}

pub(crate) mod attachments;
pub(crate) mod claims;
pub(crate) mod jobs;
pub(crate) mod list;
pub(crate) mod migrate;
pub(crate) mod outbox;
pub(crate) mod owed;
pub(crate) mod people;
mod postgres;
pub(crate) mod project;
pub(crate) mod records;
mod sqlite;
pub(crate) mod stream;
pub(crate) mod writer;

use std::fmt::Write;

use crate::tx::Engine;

/// So many texts are looked for at once by `STANDS`.
pub(crate) const TEXTS_TAKEN_MAX: usize = 8;

/// More rows than this are inserted by several statements.
pub(crate) const ROWS_MAX: usize = 8;

fn by_rows(before: &str, columns: usize, after: &str) -> Vec<String> {
    (1..=ROWS_MAX)
        .map(|rows| {
            let mut sql = before.to_owned();
            for place in 1..=rows * columns {
                let opening = match place % columns {
                    1 if place == 1 => "(",
                    1 => "), (",
                    _ => ", ",
                };
                let _ = write!(sql, "{opening}${place}");
            }
            sql.push_str(") ");
            sql.push_str(after);
            sql
        })
        .collect()
}

/// Every statement that engine is asked to run once the schema stands: (name, text). For whoever wants
/// to prepare or explain them all.
#[must_use]
pub fn statements(engine: Engine) -> Vec<(&'static str, String)> {
    let own = match engine {
        Engine::Sqlite => sqlite::ALL,
        Engine::Postgres => postgres::ALL,
    };
    let fixed = [
        own,
        stream::ALL,
        project::ALL,
        list::ALL,
        owed::ALL,
        people::ALL,
        jobs::ALL,
        outbox::ALL,
        attachments::ALL,
        claims::ALL,
        records::ALL,
    ]
    .concat();
    let of_rows = [
        stream::OF_ROWS,
        project::OF_ROWS,
        claims::OF_ROWS,
        records::OF_ROWS,
    ]
    .concat();
    let inserts = of_rows
        .into_iter()
        .flat_map(|(name, text)| (1..=ROWS_MAX).map(move |rows| (name, text(rows).to_owned())));
    fixed
        .into_iter()
        .map(|(name, sql)| (name, sql.to_owned()))
        .chain(list::every())
        .chain(inserts)
        .collect()
}

/// A statement of which each engine has its own.
macro_rules! differs {
    ($($(#[$doc:meta])* $function:ident = $name:ident;)*) => {
        $($(#[$doc])* pub(crate) fn $function(engine: Engine) -> &'static str {
            match engine {
                Engine::Sqlite => sqlite::$name,
                Engine::Postgres => postgres::$name,
            }
        })*
    };
}

differs! {
    /// The names of all tables.
    tables = TABLES;
    /// Every column of every table, in their order: table, column, type.
    columns = COLUMNS;
    /// The head of a stream, held until the transaction ends: the order in which it is written.
    stream_locked = STREAM_LOCKED;
    /// What a decision begins with, its stream held until the transaction ends.
    stands = STANDS;
    /// Texts of a stream: thirty-two at a time, the last repeated where there are fewer.
    texts = TEXTS;
    /// Matters of a stream, in the same way.
    matters = MATTERS;
    /// The open matters of an account, by the index of those.
    matters_open = MATTERS_OPEN;
    /// Whose tries are counted now, held until the transaction ends: the count that is read is the count added to.
    attempts_held = ATTEMPTS_HELD;
    /// The next letter that is due, held until the transaction ends; one that another holds is passed over.
    outbox_next = OUTBOX_NEXT;
    /// How durable a commit is: SQLite's `synchronous`, PostgreSQL's `synchronous_commit`.
    durability = DURABILITY;
}
