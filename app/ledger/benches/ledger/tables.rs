//! Rows of any table of the ledger, read and written as they are: what the engine says of its columns is all it needs.
//! It refuses to know what a row means.

use std::sync::Arc;

use ledger::Engine;
use sqlx::{AssertSqlSafe, Row as _};
use uuid::Uuid;

use crate::hands::Hands;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Flag,
    Text,
    Bytes,
    Id,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Cell {
    Number(Option<i64>),
    Flag(Option<bool>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
    Id(Option<Uuid>),
}

macro_rules! cell {
    ($row:expr, $at:expr, $kind:expr) => {
        match $kind {
            Kind::Number => Cell::Number($row.get::<_, usize>($at)),
            Kind::Flag => Cell::Flag($row.get::<_, usize>($at)),
            Kind::Text => Cell::Text($row.get::<_, usize>($at)),
            Kind::Bytes => Cell::Bytes($row.get::<_, usize>($at)),
            Kind::Id => Cell::Id($row.get::<_, usize>($at)),
        }
    };
}

pub(crate) type Cells = Vec<Cell>;

/// Tables that a submit writes, by what a row is known by; those marked are written over.
const KEYS: [(&str, &[&str], Written); 9] = [
    ("streams", &["stream_id"], Written::Over),
    ("facts", &["stream_id", "version"], Written::Once),
    ("texts", &["stream_id", "text_id"], Written::Once),
    ("commands", &["stream_id", "command_id"], Written::Once),
    ("accounts", &["stream_id"], Written::Over),
    ("matters", &["stream_id", "matter_id"], Written::Over),
    ("dues", &["stream_id", "matter_id", "n"], Written::Once),
    ("terms", &["stream_id", "scope", "term"], Written::Once),
    ("imports", &["source", "item_key"], Written::Over),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Once,
    Over,
}

/// A table, and the texts of its statements.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    columns: Vec<(String, Kind)>,
    key: &'static [&'static str],
    /// By how many rows less one.
    puts: Vec<Arc<str>>,
    drop: Arc<str>,
}

/// More rows than this are written by several statements.
pub(crate) const ROWS_AT_ONCE: usize = 8;

/// All of them.
pub(crate) async fn all(hands: &mut Hands) -> Vec<Table> {
    let mut tables = Vec::new();
    for (name, key, written) in KEYS {
        let columns = columns(hands, name).await;
        let puts = (1..=ROWS_AT_ONCE).map(|rows| put(name, &columns, key, written, rows));
        let by_key: Vec<_> = key
            .iter()
            .zip(1..)
            .map(|(name, at)| format!("{name} = ${at}"))
            .collect();
        tables.push(Table {
            name,
            puts: puts.collect(),
            drop: format!("DELETE FROM {name} WHERE {}", by_key.join(" AND ")).into(),
            columns,
            key,
        });
    }
    tables
}

async fn columns(hands: &mut Hands, table: &str) -> Vec<(String, Kind)> {
    let asked = match hands.engine() {
        Engine::Sqlite => "SELECT name, LOWER(type) FROM pragma_table_info($1) ORDER BY cid",
        Engine::Postgres => {
            "SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT) FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"
        }
    };
    let told: Vec<(String, String)> = with!(hands, conn => {
        sqlx::query_as(asked).bind(table).fetch_all(conn).await.expect("its columns")
    });
    let kind = |kind: &str| match kind {
        "bigint" | "integer" => Kind::Number,
        "boolean" => Kind::Flag,
        "text" => Kind::Text,
        "bytea" | "blob" => Kind::Bytes,
        "uuid" => Kind::Id,
        other => panic!("{table} has a column of {other}"),
    };
    told.into_iter()
        .map(|(name, of)| (name, kind(&of)))
        .collect()
}

fn put(
    table: &str,
    columns: &[(String, Kind)],
    key: &[&str],
    written: Written,
    rows: usize,
) -> Arc<str> {
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let row = |row: usize| {
        let places = (1..=names.len()).map(|place| format!("${}", row * names.len() + place));
        format!("({})", places.collect::<Vec<_>>().join(", "))
    };
    let rows: Vec<_> = (0..rows).map(row).collect();
    let mut sql = format!(
        "INSERT INTO {table} ({}) VALUES {}",
        names.join(", "),
        rows.join(", ")
    );
    if written == Written::Over {
        let others = names.iter().filter(|name| !key.contains(name));
        let sets: Vec<_> = others
            .map(|name| format!("{name} = excluded.{name}"))
            .collect();
        let (key, sets) = (key.join(", "), sets.join(", "));
        sql.push_str(&format!(" ON CONFLICT ({key}) DO UPDATE SET {sets}"));
    }
    sql.into()
}

impl Table {
    pub(crate) fn names(&self) -> Vec<&str> {
        self.columns.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// What a row of this table is known by.
    pub(crate) fn key(&self, row: &[Cell]) -> Cells {
        let is_key = |name: &str| self.key.contains(&name);
        let cells = self.columns.iter().zip(row);
        cells
            .filter(|((name, _), _)| is_key(name))
            .map(|(_, cell)| cell.clone())
            .collect()
    }

    /// The rows that a condition picks, which takes at most one id.
    pub(crate) async fn read(&self, hands: &mut Hands, rest: &str, id: Option<Uuid>) -> Vec<Cells> {
        let sql = format!(
            "SELECT {} FROM {} {rest}",
            self.names().join(", "),
            self.name
        );
        let text = AssertSqlSafe(sql);
        with!(hands, conn => {
            let mut query = sqlx::query(text);
            if let Some(id) = id {
                query = query.bind(id);
            }
            let rows = query.fetch_all(conn).await.expect("rows");
            let kinds = || self.columns.iter().enumerate();
            let cells = rows
                .iter()
                .map(|row| kinds().map(|(at, (_, kind))| cell!(row, at, kind)).collect());
            cells.collect()
        })
    }

    /// Writes rows, at most so many by one statement.
    pub(crate) async fn write(&self, hands: &mut Hands, rows: &[Cells], at_once: usize) {
        for some in rows.chunks(at_once.min(ROWS_AT_ONCE)) {
            let text = Arc::clone(&self.puts[some.len() - 1]);
            bound(hands, text, some.iter().flatten()).await;
        }
    }

    pub(crate) async fn drop_row(&self, hands: &mut Hands, key: &[Cell]) {
        bound(hands, Arc::clone(&self.drop), key.iter()).await;
    }
}

async fn bound(hands: &mut Hands, text: Arc<str>, cells: impl Iterator<Item = &Cell>) {
    let done = with!(hands, conn => {
        let mut query = sqlx::query(AssertSqlSafe(text));
        for cell in cells {
            query = match cell {
                Cell::Number(number) => query.bind(*number),
                Cell::Flag(flag) => query.bind(*flag),
                Cell::Text(text) => query.bind(text.as_deref()),
                Cell::Bytes(bytes) => query.bind(bytes.as_deref()),
                Cell::Id(id) => query.bind(*id),
            };
        }
        query.execute(conn).await.map(|_| ())
    });
    done.expect("written");
}
