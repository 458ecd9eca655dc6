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

/// So many rows are inserted by one statement.
const ROWS_AT_ONCE: usize = 64;

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
    let select = format!("SELECT {} FROM {table}", names(columns));
    let many: Arc<str> = insert(table, columns, ROWS_AT_ONCE).into();
    let mut held = Vec::with_capacity(ROWS_AT_ONCE * columns.len());
    let mut count = 0;
    on!(source, conn => {
        let mut rows = sqlx::query(AssertSqlSafe(select)).fetch(conn);
        while let Some(row) = rows.try_next().await? {
            for (at, (_, kind)) in columns.iter().enumerate() {
                held.push(match kind {
                    Kind::Number => Cell::Number(row.try_get::<_, usize>(at)?),
                    Kind::Flag => Cell::Flag(row.try_get::<_, usize>(at)?),
                    Kind::Text => Cell::Text(row.try_get::<_, usize>(at)?),
                    Kind::Bytes => Cell::Bytes(row.try_get::<_, usize>(at)?),
                    Kind::Id => Cell::Id(row.try_get::<_, usize>(at)?),
                    Kind::Sealed => Cell::Sealed(row.try_get::<_, usize>(at)?),
                });
            }
            count += 1;
            if held.len() == ROWS_AT_ONCE * columns.len() {
                put(target, &many, held.drain(..)).await?;
            }
        }
    });
    if !held.is_empty() {
        let rest = insert(table, columns, held.len() / columns.len()).into();
        put(target, &rest, held.drain(..)).await?;
    }
    Ok(count)
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
