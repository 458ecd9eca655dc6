//! No plan scans a table that grows: every statement finds its rows by an index, on both engines.

use std::collections::HashMap;

use ledger::{Engine, statements};
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row, SqliteConnection};

use crate::support::{Fresh, fresh, look};

on_both_engines![no_plan_scans_a_growing_table, a_scan_would_be_seen];

/// Those that may: the catalogue, and lists as long as the house has people.
const EXEMPT: &[&str] = &[
    "TABLES",
    "COLUMNS",
    "DURABILITY",
    "CREDENTIALS",
    "CREDENTIAL_ANY",
    "CREDENTIALS_BESIDE",
];

/// Those that walk an index in their own order: sorting would read everything first.
const WALKS: &[&str] = &[
    "TIMELINE",
    "LISTED",
    "STEP_END",
    "OWED_BY_PERSON",
    "OWED_BY_ROLE",
    "FACTS_AFTER",
    "LINES_AFTER",
    "STREAMS_AFTER",
    "STREAMS_IN_STREAMS",
    "STREAMS_IN_FACTS",
    "STREAMS_IN_COMMANDS",
    "STREAMS_IN_ACCOUNTS",
    "STREAMS_IN_MATTERS",
    "STREAMS_IN_DUES",
    "STREAMS_IN_TERMS",
    "STREAMS_IN_HOUSES",
    "HOUSES_AFTER",
    "OUTBOX_NEXT",
    "OUTBOX_LIST",
    "STREAMS_IN_TAKEAWAYS",
    "LEAVES_TO",
    "RECORD_LINES",
    "INVESTIGATIONS_ALL",
    "INVESTIGATIONS_OF",
    "STREAMS_IN_RECORDS",
    "STREAMS_IN_INVESTIGATIONS",
    "LOOKS",
];

/// Those that find few rows of an account among many, and the index that leads to those alone: SQLite, which keeps no
/// count of rows, may take another. PostgreSQL counts, and has none here to choose by.
const BY_INDEX: &[(&str, &str)] = &[
    ("MATTERS_OPEN", "matters_open"),
    ("EARLIEST", "matters_open"),
    ("EARLIEST", "matters_silent"),
    ("TIMELINE", "facts_timeline"),
    ("CLAIM_BY_KEY", "takeaways_key"),
    ("CLAIM_BY_LINK", "takeaways_link"),
    ("SIGNED_BY_LINK", "takeaways_link"),
    ("RECORD_LINES", "records_person"),
    ("RECORD_COUNTS", "records_person"),
    ("INVESTIGATIONS_ALL", "investigations_place"),
    ("INVESTIGATIONS_OF", "investigations_seller"),
];

async fn no_plan_scans_a_growing_table(fresh: &Fresh) {
    let firsts = first_columns(fresh).await;
    let mut bad = Vec::new();
    for (name, sql) in statements(fresh.ledger.engine()) {
        if EXEMPT.contains(&name) || sql.starts_with("INSERT") {
            continue;
        }
        let plan = plan(fresh, &sql).await;
        if is_scan(&firsts, &plan) || (WALKS.contains(&name) && is_sorted(&plan)) {
            bad.push(format!("{name}:\n  {}", plan.join("\n  ")));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_finds_what_is_few_among_many_by_its_index() {
    let fresh = &fresh(Engine::Sqlite).await;
    let statements: HashMap<_, _> = statements(Engine::Sqlite).into_iter().collect();
    for (name, index) in BY_INDEX {
        let plan = plan(fresh, &statements[name]).await;
        assert!(
            plan.iter().any(|line| line.contains(index)),
            "{name}: {plan:?}"
        );
    }
}

async fn a_scan_would_be_seen(fresh: &Fresh) {
    let firsts = first_columns(fresh).await;
    let by_no_index = "SELECT version FROM facts WHERE recorded_at = $1 ORDER BY recorded_at, leaf";
    let whole_index = "SELECT stream_id FROM accounts ORDER BY pressing";
    // PostgreSQL finds it in the index all the same, by reading all of it.
    let not_its_first_column = "SELECT version FROM facts WHERE version = $1";
    for sql in [by_no_index, whole_index, not_its_first_column] {
        let plan = plan(fresh, sql).await;
        assert!(is_scan(&firsts, &plan), "{plan:?}");
    }
    assert!(is_sorted(&plan(fresh, by_no_index).await));
}

async fn plan(fresh: &Fresh, sql: &str) -> Vec<String> {
    match fresh.ledger.engine() {
        Engine::Sqlite => sqlite_plan(&fresh.url, sql).await,
        Engine::Postgres => postgres_plan(&fresh.url, sql).await,
    }
}

fn is_scan(first_columns: &FirstColumns, plan: &[String]) -> bool {
    match first_columns {
        FirstColumns::Planned => plan.iter().any(|line| {
            line.starts_with("SCAN ") && !["SCAN hit", "SCAN CONSTANT ROW"].contains(&line.as_str())
        }),
        FirstColumns::Of(columns) => is_postgres_scan(plan, columns),
    }
}

fn is_sorted(plan: &[String]) -> bool {
    plan.iter()
        .any(|line| line.contains("USE TEMP B-TREE") || line.contains("Sort"))
}

async fn sqlite_plan(url: &str, sql: &str) -> Vec<String> {
    let mut connection = SqliteConnection::connect(url).await.expect("the file");
    sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
        .fetch_all(&mut connection)
        .await
        .expect(sql)
        .iter()
        .map(|row| row.get::<String, _>("detail"))
        .collect()
}

/// The plan for any values, tables of any size: small ones would rather be scanned.
async fn postgres_plan(url: &str, sql: &str) -> Vec<String> {
    let mut connection = PgConnection::connect(url).await.expect("the database");
    let places = (1..40)
        .rev()
        .find(|n| sql.contains(&format!("${n}")))
        .unwrap_or(0);
    let nulls = vec!["NULL"; places].join(", ");
    let with = if places == 0 {
        String::new()
    } else {
        format!("({nulls})")
    };
    let setup = format!(
        "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan; PREPARE asked AS {sql}"
    );
    sqlx::raw_sql(AssertSqlSafe(setup))
        .execute(&mut connection)
        .await
        .expect(sql);
    sqlx::raw_sql(AssertSqlSafe(format!("EXPLAIN EXECUTE asked{with}")))
        .fetch_all(&mut connection)
        .await
        .expect(sql)
        .iter()
        .map(|row| row.get::<String, _>(0))
        .collect()
}

/// Of every index, the column it is ordered by first. SQLite's plans say by themselves when one is not used.
enum FirstColumns {
    Planned,
    Of(HashMap<String, String>),
}

async fn first_columns(fresh: &Fresh) -> FirstColumns {
    if fresh.ledger.engine() == Engine::Sqlite {
        return FirstColumns::Planned;
    }
    let rows = look(
        &fresh.url,
        "SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT) FROM pg_index i
         JOIN pg_class c ON c.oid = i.indexrelid
         JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = 1",
    )
    .await;
    let columns = rows
        .into_iter()
        .filter_map(|row| <[String; 2]>::try_from(row).ok())
        .map(|[index, column]| (index, column));
    FirstColumns::Of(columns.collect())
}

/// The index that a line of a plan reads.
fn index_of(line: &str) -> Option<&str> {
    let (_, rest) = line
        .split_once("Index Scan using ")
        .or_else(|| line.split_once("Index Only Scan using "))
        .or_else(|| line.split_once("Index Scan Backward using "))
        .or_else(|| line.split_once("Index Only Scan Backward using "))
        .or_else(|| line.split_once("Bitmap Index Scan on "))?;
    rest.split_whitespace().next()
}

/// A table read from end to end, or an index, for want of a condition on what it is ordered by first.
fn is_postgres_scan(plan: &[String], first_columns: &HashMap<String, String>) -> bool {
    plan.iter().enumerate().any(|(at, line)| {
        if line.contains("Seq Scan") {
            return true;
        }
        let Some(index) = index_of(line) else {
            return false;
        };
        let next = plan.get(at + 1).map_or("", String::as_str);
        let is_bounded = next.contains("Index Cond:") && next.contains(&first_columns[index]);
        !is_bounded
    })
}
