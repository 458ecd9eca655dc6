//! Copying every table of one database into the same table of another, a row at a time, whatever their engines.
//! It refuses to know what any table is for: what it needs, the databases say of themselves.

use std::collections::BTreeMap;

use futures::TryStreamExt;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::Copied;
use crate::LedgerError;
use crate::sealed::Sealed;
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

enum Cell {
    Number(Option<i64>),
    Flag(Option<bool>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
    Id(Option<Uuid>),
    Sealed(Option<Sealed>),
}

type Columns = Vec<(String, Kind)>;

pub(super) async fn all(source: &mut Tx, target: &mut Tx) -> Result<Copied, LedgerError> {
    let mut copied = Copied::default();
    // PostgreSQL tells ids from other bytes; SQLite takes both as they come.
    let tables = match (source.engine(), target.engine()) {
        (Engine::Postgres, _) => tables(source).await?,
        (Engine::Sqlite, _) => tables(target).await?,
    };
    for (table, columns) in tables {
        copied.rows += one(source, target, &table, &columns).await?;
        copied.tables += 1;
    }
    Ok(copied)
}

async fn tables(tx: &mut Tx) -> Result<BTreeMap<String, Columns>, LedgerError> {
    let asked = sql::columns(tx.engine());
    let mut tables: BTreeMap<String, Columns> = BTreeMap::new();
    for (table, column, kind) in all!(tx, (String, String, String), asked)? {
        // The schema's own record: the target has its own.
        if table == "schema_steps" {
            continue;
        }
        let kind = kind_of(&column, &kind)?;
        tables.entry(table).or_default().push((column, kind));
    }
    Ok(tables)
}

fn kind_of(column: &str, kind: &str) -> Result<Kind, LedgerError> {
    Ok(match (column, kind) {
        ("sealed", _) => Kind::Sealed,
        (_, "bigint" | "integer") => Kind::Number,
        (_, "boolean") => Kind::Flag,
        (_, "text") => Kind::Text,
        (_, "bytea" | "blob") => Kind::Bytes,
        (_, "uuid") => Kind::Id,
        _ => return Err(LedgerError::stored("column", format!("{column} {kind}"))),
    })
}

/// Both texts are made of nothing but the schema's own names.
fn statements(table: &str, columns: &Columns) -> (String, String) {
    let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    let places: Vec<_> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let places = places.join(", ");
    (
        format!("SELECT {names} FROM {table}"),
        format!("INSERT INTO {table} ({names}) VALUES ({places})"),
    )
}

async fn one(
    source: &mut Tx,
    target: &mut Tx,
    table: &str,
    columns: &Columns,
) -> Result<u64, LedgerError> {
    let (select, insert) = statements(table, columns);
    let insert: std::sync::Arc<str> = insert.into();
    let mut count = 0;
    on!(source, conn => {
        let mut rows = sqlx::query(AssertSqlSafe(select)).fetch(conn);
        while let Some(row) = rows.try_next().await? {
            let cells = (0..).zip(columns).map(|(at, (_, kind))| {
                Ok::<_, sqlx::Error>(match kind {
                    Kind::Number => Cell::Number(row.try_get::<_, usize>(at)?),
                    Kind::Flag => Cell::Flag(row.try_get::<_, usize>(at)?),
                    Kind::Text => Cell::Text(row.try_get::<_, usize>(at)?),
                    Kind::Bytes => Cell::Bytes(row.try_get::<_, usize>(at)?),
                    Kind::Id => Cell::Id(row.try_get::<_, usize>(at)?),
                    Kind::Sealed => Cell::Sealed(row.try_get::<_, usize>(at)?),
                })
            });
            let cells = cells.collect::<Result<Vec<_>, _>>()?;
            put(target, &insert, cells).await?;
            count += 1;
        }
    });
    Ok(count)
}

async fn put(
    target: &mut Tx,
    insert: &std::sync::Arc<str>,
    cells: Vec<Cell>,
) -> Result<(), LedgerError> {
    on!(target, conn => {
        let mut query = sqlx::query(AssertSqlSafe(insert.clone()));
        for cell in cells {
            query = match cell {
                Cell::Number(number) => query.bind(number),
                Cell::Flag(flag) => query.bind(flag),
                Cell::Text(text) => query.bind(text),
                Cell::Bytes(bytes) => query.bind(bytes),
                Cell::Id(id) => query.bind(id),
                Cell::Sealed(sealed) => query.bind(sealed),
            };
        }
        query.execute(conn).await.map(|_| ())
    })?;
    Ok(())
}
