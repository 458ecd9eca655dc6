//! Every statement of Palabra, one text for both engines: `$1…`, no arrays, no JSON operators, no `now()`.
//! What must differ stands in `sqlite.rs` and `postgres.rs` under the same names. No Rust logic here.

/// Statements by name, and the list of them for the suite that prepares each on both engines.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: &str = $sql;)*
        pub(crate) const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

pub(crate) mod list;
pub(crate) mod migrate;
pub(crate) mod people;
mod postgres;
pub(crate) mod project;
mod sqlite;
pub(crate) mod stream;
pub(crate) mod writer;

use crate::tx::Engine;

/// Every statement that engine is asked to run once the schema stands: (name, text). For whoever wants
/// to prepare or explain them all.
#[must_use]
pub fn statements(engine: Engine) -> Vec<(&'static str, String)> {
    let own = match engine {
        Engine::Sqlite => sqlite::ALL,
        Engine::Postgres => postgres::ALL,
    };
    let fixed = [own, stream::ALL, project::ALL, list::ALL, people::ALL].concat();
    fixed
        .into_iter()
        .map(|(name, sql)| (name, sql.to_owned()))
        .chain(list::every())
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
    /// Whose tries are counted now, held until the transaction ends: the count that is read is the count added to.
    attempts_held = ATTEMPTS_HELD;
    /// How durable a commit is: SQLite's `synchronous`, PostgreSQL's `synchronous_commit`.
    durability = DURABILITY;
}
