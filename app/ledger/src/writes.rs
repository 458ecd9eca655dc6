//! Writes that wait until all that a decision writes is known. SQLite takes them one by one; PostgreSQL takes them as
//! one statement, because there each statement is a way to the server and back.
//! It refuses to order them: none may touch a row that another of them touches, or read what another writes.

use std::fmt::Write as _;

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::LedgerError;
use crate::sealed::Sealed;
use crate::tx::{Conn, Tx};

/// More than this are sent as several statements: PostgreSQL counts the values of one in two bytes.
const TOGETHER_MAX: usize = 16;

/// A value of a statement that waits.
#[derive(Debug)]
pub(crate) enum Cell {
    Number(Option<i64>),
    Flag(bool),
    Text(Option<String>),
    Bytes(Vec<u8>),
    Id(Option<Uuid>),
    Sealed(Sealed),
}

macro_rules! cells {
    ($($from:ty, $value:ident => $cell:expr;)*) => {
        $(impl From<$from> for Cell {
            fn from($value: $from) -> Self {
                $cell
            }
        })*
    };
}

cells! {
    i64, number => Self::Number(Some(number));
    Option<i64>, number => Self::Number(number);
    bool, flag => Self::Flag(flag);
    &str, text => Self::Text(Some(text.to_owned()));
    Option<&str>, text => Self::Text(text.map(str::to_owned));
    [u8; 32], bytes => Self::Bytes(bytes.to_vec());
    Uuid, id => Self::Id(Some(id));
    Option<Uuid>, id => Self::Id(id);
    Sealed, sealed => Self::Sealed(sealed);
}

macro_rules! bound {
    ($sql:expr, $cells:expr) => {{
        let mut query = sqlx::query($sql);
        for cell in $cells {
            query = match cell {
                Cell::Number(number) => query.bind(number),
                Cell::Flag(flag) => query.bind(flag),
                Cell::Text(text) => query.bind(text),
                Cell::Bytes(bytes) => query.bind(bytes),
                Cell::Id(id) => query.bind(id),
                Cell::Sealed(sealed) => query.bind(sealed),
            };
        }
        query
    }};
}

/// Those that wait.
#[derive(Debug, Default)]
pub(crate) struct Writes(Vec<(&'static str, Vec<Cell>)>);

impl Writes {
    /// A statement that inserts, updates or deletes, and its values.
    pub(crate) fn add(&mut self, sql: &'static str, cells: Vec<Cell>) {
        self.0.push((sql, cells));
    }

    /// Sends all of them; none waits any more.
    pub(crate) async fn send(&mut self, tx: &mut Tx) -> Result<(), LedgerError> {
        let mut waiting = std::mem::take(&mut self.0);
        match tx.conn() {
            Conn::Sqlite(conn) => {
                for (sql, cells) in waiting {
                    bound!(sql, cells).execute(&mut *conn).await?;
                }
            }
            Conn::Postgres(conn) => {
                while !waiting.is_empty() {
                    let rest = waiting.split_off(waiting.len().min(TOGETHER_MAX));
                    let sql = together(&waiting);
                    let cells = waiting.into_iter().flat_map(|(_, cells)| cells);
                    bound!(AssertSqlSafe(sql), cells)
                        .execute(&mut *conn)
                        .await?;
                    waiting = rest;
                }
            }
        }
        Ok(())
    }
}

/// All but the last stand before it as `WITH` parts, which PostgreSQL runs to their end in any case. The text is made
/// of nothing but statements of `sql`, and is the same for the same of them, so that it is prepared once.
fn together(waiting: &[(&'static str, Vec<Cell>)]) -> String {
    let mut text = String::new();
    let mut bound = 0;
    let last = waiting.len() - 1;
    for (at, (sql, cells)) in waiting.iter().enumerate() {
        let opening = match at {
            _ if at == last => " ",
            0 => "WITH w0 AS (",
            _ => ", ",
        };
        text.push_str(opening);
        if at > 0 && at < last {
            let _ = write!(text, "w{at} AS (");
        }
        renumbered(&mut text, sql, bound);
        if at < last {
            text.push(')');
        }
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
        let one = ("INSERT INTO a VALUES ($1, $2)", vec![1.into(), 2.into()]);
        let two = (
            "UPDATE b SET c = $2, d = $2 WHERE e = $1",
            vec![3.into(), 4.into()],
        );
        let three = ("DELETE FROM f WHERE g = $1", vec![5.into()]);
        assert_eq!(together(&[one]), " INSERT INTO a VALUES ($1, $2)");
        let one = ("INSERT INTO a VALUES ($1, $2)", vec![1.into(), 2.into()]);
        assert_eq!(
            together(&[one, two, three]),
            "WITH w0 AS (INSERT INTO a VALUES ($1, $2)), \
             w1 AS (UPDATE b SET c = $4, d = $4 WHERE e = $3) DELETE FROM f WHERE g = $5"
        );
    }
}
