//! Writes that wait until all that a decision writes is known, and go to the engine at once: each way to PostgreSQL's
//! server, or to the thread that SQLite runs on, costs more than what it asks for.
//! It refuses to order them: none may touch a row that another of them touches, or read what another writes.

use std::fmt::Write as _;

use sqlx::AssertSqlSafe;

use crate::LedgerError;
use crate::cell::{Cell, bound};
use crate::tx::{Engine, Tx, on};

/// More than this go in several: an engine counts the values of a statement, PostgreSQL in two bytes.
const TOGETHER_MAX: usize = 16;

/// Those that wait.
#[derive(Debug, Default)]
pub(crate) struct Writes(Vec<Waiting>);

type Waiting = (&'static str, Vec<Cell>);

impl Writes {
    /// A statement that inserts, updates or deletes, and its values.
    pub(crate) fn add(&mut self, sql: &'static str, cells: Vec<Cell>) {
        self.0.push((sql, cells));
    }

    /// Sends all of them; none waits any more.
    pub(crate) async fn send(&mut self, tx: &mut Tx) -> Result<(), LedgerError> {
        let mut waiting = std::mem::take(&mut self.0);
        while !waiting.is_empty() {
            let rest = waiting.split_off(waiting.len().min(TOGETHER_MAX));
            let sql = AssertSqlSafe(together(tx.engine(), &waiting));
            let cells = waiting.into_iter().flat_map(|(_, cells)| cells);
            on!(tx, conn => bound!(sql, cells).execute(conn).await.map(|_| ()))?;
            waiting = rest;
        }
        Ok(())
    }
}

/// One text, made of nothing but statements of `sql`, and the same for the same of them, so that it is prepared once.
fn together(engine: Engine, waiting: &[Waiting]) -> String {
    match engine {
        Engine::Sqlite => one_after_the_other(waiting),
        Engine::Postgres => within_one(waiting),
    }
}

/// sqlx runs each of them to its end before the next, and none after one that failed.
fn one_after_the_other(waiting: &[Waiting]) -> String {
    let (mut text, mut bound) = (String::new(), 0);
    for (sql, cells) in waiting {
        renumbered(&mut text, sql, bound);
        text.push_str("; ");
        bound += cells.len();
    }
    text
}

/// All but the last stand before it as `WITH` parts, which PostgreSQL runs to their end in any case.
fn within_one(waiting: &[Waiting]) -> String {
    let (mut text, mut bound) = (String::new(), 0);
    let last = waiting.len().saturating_sub(1);
    for (at, (sql, cells)) in waiting.iter().enumerate() {
        if at < last {
            let with = if at == 0 { "WITH" } else { "," };
            let _ = write!(text, "{with} w{at} AS (");
        }
        renumbered(&mut text, sql, bound);
        text.push_str(if at < last { ")" } else { "" });
        text.push(' ');
        bound += cells.len();
    }
    text
}

/// `$1` becomes the one after so many others.
fn renumbered(text: &mut String, sql: &str, bound: usize) {
    let mut parts = sql.split('$');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let digits = part.find(|letter: char| !letter.is_ascii_digit());
        let (place, rest) = part.split_at(digits.unwrap_or(part.len()));
        let place: usize = place.parse().unwrap_or_default();
        let _ = write!(text, "${}{rest}", place + bound);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_go_together_each_with_its_own_values() {
        let waiting: [Waiting; 3] = [
            ("INSERT INTO a VALUES ($1, $2)", vec![1.into(), 2.into()]),
            (
                "UPDATE b SET c = $2, d = $2 WHERE e = $1",
                vec![3.into(), 4.into()],
            ),
            ("DELETE FROM f WHERE g = $1", vec![5.into()]),
        ];
        let text = |engine, waiting: &[Waiting]| together(engine, waiting).trim_end().to_owned();
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let alone = text(engine, &waiting[..1]);
            assert_eq!(alone.trim_end_matches(';'), "INSERT INTO a VALUES ($1, $2)");
        }
        assert_eq!(
            text(Engine::Postgres, &waiting),
            "WITH w0 AS (INSERT INTO a VALUES ($1, $2)) , \
             w1 AS (UPDATE b SET c = $4, d = $4 WHERE e = $3) DELETE FROM f WHERE g = $5"
        );
        assert_eq!(
            text(Engine::Sqlite, &waiting),
            "INSERT INTO a VALUES ($1, $2); UPDATE b SET c = $4, d = $4 WHERE e = $3; DELETE FROM f WHERE g = $5;"
        );
    }
}
