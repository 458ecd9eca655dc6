//! Copying every table of one database into the same table of another: within SQLite as a whole, otherwise many rows at
//! a time. Only tables that both have are copied: on a server, others may stand beside Palabra's.
//! It refuses to know what any table is for: what it needs, the databases say of themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use futures::TryStreamExt;
use sqlx::{AssertSqlSafe, Row};

use super::Copied;
use crate::LedgerError;
use crate::cell::{Cell, bound};
use crate::sql;
use crate::tx::{Engine, Tx, all, on};

/// What a column holds, on both engines alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Flag,
    Text,
    Bytes,
    Id,
    Sealed,
}

type Columns = Vec<(String, Kind)>;

/// The cells of a row, in the order of its columns, onto those held.
macro_rules! cells {
    ($row:expr, $columns:expr, $held:expr) => {
        for (at, (_, kind)) in $columns.iter().enumerate() {
            $held.push(match kind {
                Kind::Number => Cell::Number($row.try_get::<_, usize>(at)?),
                Kind::Flag => Cell::Flag($row.try_get::<_, usize>(at)?),
                Kind::Text => Cell::Text($row.try_get::<_, usize>(at)?),
                Kind::Bytes => Cell::Bytes($row.try_get::<_, usize>(at)?),
                Kind::Id => Cell::Id($row.try_get::<_, usize>(at)?),
                Kind::Sealed => Cell::Sealed($row.try_get::<_, usize>(at)?),
            });
        }
    };
}

/// So many rows are inserted by one statement, unless they are large: then those that are this long together.
const ROWS_AT_ONCE: usize = 64;
const BYTES_AT_ONCE: usize = 8 * 1024 * 1024;
/// The column of rows so large that a file's are read one by one: its reader would hold many ahead.
const LARGE: &str = "bytes";

/// Within one connection: from the file attached to it as `source`.
pub(super) async fn attached(target: &mut Tx) -> Result<Copied, LedgerError> {
    let mut copied = Copied::default();
    for (table, columns) in tables(target).await? {
        let names = names(&columns);
        let sql = format!("INSERT INTO main.{table} ({names}) SELECT {names} FROM source.{table}");
        let rows = on!(target, conn => sqlx::query(AssertSqlSafe(sql)).execute(conn).await.map(|done| done.rows_affected()))?;
        copied.rows += rows;
        copied.tables += 1;
    }
    Ok(copied)
}

/// Between two connections, of which at least one is to a server.
pub(super) async fn rows(source: &mut Tx, target: &mut Tx) -> Result<Copied, LedgerError> {
    let mut copied = Copied::default();
    // PostgreSQL tells ids from other bytes; SQLite takes both as they come, and has no tables but Palabra's.
    let (of_server, of_file) = match source.engine() {
        Engine::Postgres => (tables(source).await?, tables(target).await?),
        Engine::Sqlite => (tables(target).await?, tables(source).await?),
    };
    for (table, columns) in of_server {
        if !of_file.contains_key(&table) {
            continue;
        }
        copied.rows += one(source, target, &table, &columns).await?;
        copied.tables += 1;
    }
    Ok(copied)
}

async fn tables(tx: &mut Tx) -> Result<BTreeMap<String, Columns>, LedgerError> {
    let asked = sql::columns(tx.engine());
    let mut tables: BTreeMap<String, Columns> = BTreeMap::new();
    let mut foreign = BTreeSet::new();
    for (table, column, kind) in all!(tx, (String, String, String), asked)? {
        // The schema's own record: the target has its own.
        if table == "schema_steps" {
            continue;
        }
        let Some(kind) = kind_of(&column, &kind) else {
            foreign.insert(table);
            continue;
        };
        tables.entry(table).or_default().push((column, kind));
    }
    // What has other kinds of column is somebody else's.
    tables.retain(|table, _| !foreign.contains(table));
    Ok(tables)
}

fn kind_of(column: &str, kind: &str) -> Option<Kind> {
    Some(match (column, kind) {
        ("sealed", _) => Kind::Sealed,
        (_, "bigint" | "integer") => Kind::Number,
        (_, "boolean") => Kind::Flag,
        (_, "text") => Kind::Text,
        (_, "bytea" | "blob") => Kind::Bytes,
        (_, "uuid") => Kind::Id,
        _ => return None,
    })
}

fn names(columns: &Columns) -> String {
    let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
    names.join(", ")
}

/// Made, as all texts here, of nothing but the schema's own names.
fn insert(table: &str, columns: &Columns, rows: usize) -> String {
    let row = |row: usize| {
        let places = (1..=columns.len()).map(|place| format!("${}", row * columns.len() + place));
        format!("({})", places.collect::<Vec<_>>().join(", "))
    };
    let rows: Vec<_> = (0..rows).map(row).collect();
    let (names, rows) = (names(columns), rows.join(", "));
    format!("INSERT INTO {table} ({names}) VALUES {rows}")
}

async fn one(
    source: &mut Tx,
    target: &mut Tx,
    table: &str,
    columns: &Columns,
) -> Result<u64, LedgerError> {
    let is_large = columns.iter().any(|(name, _)| name == LARGE);
    if is_large && source.engine() == Engine::Sqlite {
        return one_by_one(source, target, table, columns).await;
    }
    let select = format!("SELECT {} FROM {table}", names(columns));
    let mut held = Rows::new(table, columns);
    let mut count = 0;
    on!(source, conn => {
        let mut rows = sqlx::query(AssertSqlSafe(select)).fetch(conn);
        while let Some(row) = rows.try_next().await? {
            cells!(row, columns, held);
            count += 1;
            if held.is_full() {
                held.put(target).await?;
            }
        }
    });
    held.put(target).await?;
    Ok(count)
}

/// By the numbers that a file gives its rows.
async fn one_by_one(
    source: &mut Tx,
    target: &mut Tx,
    table: &str,
    columns: &Columns,
) -> Result<u64, LedgerError> {
    let names = names(columns);
    let select: Arc<str> =
        format!("SELECT {names}, rowid FROM {table} WHERE rowid > $1 ORDER BY rowid LIMIT 1")
            .into();
    let (mut after, mut count) = (i64::MIN, 0);
    loop {
        let mut held = Rows::new(table, columns);
        let select = AssertSqlSafe(select.clone());
        let number = on!(source, conn => {
            let rows = sqlx::query(select).bind(after).fetch_all(conn).await?;
            match rows.into_iter().next() {
                Some(row) => {
                    cells!(row, columns, held);
                    Some(row.try_get::<i64, usize>(columns.len())?)
                }
                None => None,
            }
        });
        let Some(number) = number else {
            return Ok(count);
        };
        held.put(target).await?;
        (after, count) = (number, count + 1);
    }
}

/// Rows that wait to be inserted together.
struct Rows<'a> {
    table: &'a str,
    columns: &'a Columns,
    many: Arc<str>,
    held: Vec<Cell>,
    bytes: usize,
}

impl<'a> Rows<'a> {
    fn new(table: &'a str, columns: &'a Columns) -> Self {
        Self {
            table,
            columns,
            many: insert(table, columns, ROWS_AT_ONCE).into(),
            held: Vec::new(),
            bytes: 0,
        }
    }

    fn push(&mut self, cell: Cell) {
        if let Cell::Bytes(Some(bytes)) = &cell {
            self.bytes += bytes.len();
        }
        self.held.push(cell);
    }

    fn is_full(&self) -> bool {
        let rows = self.held.len() / self.columns.len();
        rows == ROWS_AT_ONCE || self.bytes >= BYTES_AT_ONCE
    }

    async fn put(&mut self, target: &mut Tx) -> Result<(), LedgerError> {
        let rows = self.held.len() / self.columns.len();
        let insert = match rows {
            0 => return Ok(()),
            ROWS_AT_ONCE => self.many.clone(),
            fewer => insert(self.table, self.columns, fewer).into(),
        };
        self.bytes = 0;
        put(target, &insert, self.held.drain(..)).await
    }
}

async fn put(
    target: &mut Tx,
    insert: &Arc<str>,
    cells: impl Iterator<Item = Cell> + Send,
) -> Result<(), LedgerError> {
    on!(target, conn => {
        let query = bound!(AssertSqlSafe(insert.clone()), cells);
        query.execute(conn).await.map(|_| ())
    })?;
    Ok(())
}
