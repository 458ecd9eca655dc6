//! No plan scans a table that grows: every statement finds its rows by an index, on both engines.

use ledger::{Engine, statements};
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row, SqliteConnection};

use crate::support::Fresh;

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
    "FACTS_AFTER",
    "FACTS_WHOLE",
    "FACTS_NEXT_STREAM",
    "COMMANDS_NEXT_STREAM",
    "STREAMS_AFTER",
];

async fn no_plan_scans_a_growing_table(fresh: &Fresh) {
    let mut bad = Vec::new();
    for (name, sql) in statements(fresh.ledger.engine()) {
        if EXEMPT.contains(&name) || sql.starts_with("INSERT") {
            continue;
        }
        let plan = plan(fresh, &sql).await;
        if is_scan(fresh, &plan) || (WALKS.contains(&name) && is_sorted(&plan)) {
            bad.push(format!("{name}:\n  {}", plan.join("\n  ")));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

async fn a_scan_would_be_seen(fresh: &Fresh) {
    let by_no_index = "SELECT version FROM facts WHERE recorded_at = $1 ORDER BY recorded_at, leaf";
    let whole_index = "SELECT stream_id FROM accounts ORDER BY pressing";
    for sql in [by_no_index, whole_index] {
        let plan = plan(fresh, sql).await;
        assert!(is_scan(fresh, &plan), "{plan:?}");
    }
    assert!(is_sorted(&plan(fresh, by_no_index).await));
}

async fn plan(fresh: &Fresh, sql: &str) -> Vec<String> {
    match fresh.ledger.engine() {
        Engine::Sqlite => sqlite_plan(&fresh.url, sql).await,
        Engine::Postgres => postgres_plan(&fresh.url, sql).await,
    }
}

fn is_scan(fresh: &Fresh, plan: &[String]) -> bool {
    match fresh.ledger.engine() {
        Engine::Sqlite => plan
            .iter()
            .any(|line| line.starts_with("SCAN ") && line != "SCAN hit"),
        Engine::Postgres => is_postgres_scan(plan),
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

/// A table read from end to end, or an index read from end to end.
fn is_postgres_scan(plan: &[String]) -> bool {
    plan.iter().enumerate().any(|(at, line)| {
        if line.contains("Seq Scan") {
            return true;
        }
        let is_index = ["Index Scan", "Index Only Scan"]
            .iter()
            .any(|scan| line.contains(scan));
        let next = plan.get(at + 1).map_or("", String::as_str);
        is_index && !next.contains("Index Cond:")
    })
}
