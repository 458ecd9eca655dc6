//! Opening: every reason not to open says itself, nothing is made by accident, and commits are durable.

use std::time::Duration;

use domain::time::Timestamp;
use ledger::{Attempts, Engine, Ledger, LedgerError};

use crate::support::{self, Fresh, meddle, nowhere};

on_both_engines![
    commits_are_durable,
    a_database_of_a_later_program_is_left_alone,
    migrating_again_takes_no_step,
    a_closed_ledger_refuses,
    it_answers_a_ping,
];

async fn commits_are_durable(fresh: &Fresh) {
    let word = fresh.ledger.durability().await.expect("a word");
    match fresh.ledger.engine() {
        Engine::Sqlite => assert_eq!(word, "2", "PRAGMA synchronous is FULL"),
        Engine::Postgres => assert_eq!(word, "on", "synchronous_commit"),
    }
}

async fn a_database_of_a_later_program_is_left_alone(fresh: &Fresh) {
    meddle(
        &fresh.url,
        "INSERT INTO schema_steps (version, name) VALUES (99, 'later')",
    )
    .await
    .expect("a later step");
    let opened = Ledger::open(&fresh.url).await;
    assert!(matches!(
        opened,
        Err(LedgerError::NewerSchema { found: 99, .. })
    ));
    let migrated = Ledger::migrate(&fresh.url).await;
    assert!(matches!(
        migrated,
        Err(LedgerError::NewerSchema { found: 99, .. })
    ));
}

async fn migrating_again_takes_no_step(fresh: &Fresh) {
    assert_eq!(Ledger::migrate(&fresh.url).await.expect("no step"), 0);
}

async fn a_closed_ledger_refuses(fresh: &Fresh) {
    fresh.ledger.close().await;
    let attempts = Attempts {
        scope: "email".to_owned(),
        key: "ana@example.com".to_owned(),
    };
    let now = Timestamp::from_micros(1);
    assert!(fresh.ledger.clear_attempts(attempts.clone()).await.is_err());
    let one = vec![(attempts, 1)];
    assert!(fresh.ledger.attempt(one, now, now).await.is_err());
}

async fn it_answers_a_ping(fresh: &Fresh) {
    fresh.ledger.ping().await.expect("an answer");
}

#[tokio::test]
async fn an_address_that_is_none_says_what_one_is() {
    for url in [
        "",
        "mysql://x",
        "sqlite:",
        "sqlite::memory:",
        "sqlite:a.db?mode=ro",
        "/tmp/a.db",
    ] {
        let error = Ledger::open(url).await.expect_err(url);
        assert!(
            error.to_string().contains("sqlite:path/to/file.db"),
            "{url}"
        );
    }
}

#[tokio::test]
async fn a_missing_file_is_not_made_by_opening() {
    let (url, dir) = nowhere(Engine::Sqlite).await;
    let error = Ledger::open(&url).await.expect_err("nothing there");
    assert!(matches!(error, LedgerError::Missing { .. }));
    assert!(!dir.path().join("new").exists());
}

#[tokio::test]
async fn a_database_without_schema_says_how_to_migrate() {
    let (url, _dir) = nowhere(Engine::Postgres).await;
    let error = Ledger::open(&url).await.expect_err("no schema");
    assert!(error.to_string().contains("palabra migrate"), "{error}");
}

#[tokio::test]
async fn a_file_that_is_no_database_says_so() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let file = dir.path().join("letter.db");
    std::fs::write(
        &file,
        "Dear customer, this is not a database, however long it may be.",
    )
    .expect("a letter");
    let url = format!("sqlite:{}", file.display());
    let error = Ledger::open(&url).await.expect_err("no database");
    assert!(matches!(error, LedgerError::Open { .. }), "{error:?}");
}

#[tokio::test]
async fn an_unreachable_server_says_so_without_the_password() {
    let opening = Ledger::open("postgres://ana:s3cret@127.0.0.1:9/none");
    let error = tokio::time::timeout(Duration::from_secs(30), opening)
        .await
        .expect("an answer in time")
        .expect_err("nobody there");
    assert!(matches!(error, LedgerError::Open { .. }), "{error:?}");
    assert!(!error.to_string().contains("s3cret"));
}

/// Its own writer apart, the ledger opens the file only for reading.
#[tokio::test]
async fn nothing_but_the_writer_has_the_file_open_for_writing() {
    let fresh = support::fresh(Engine::Sqlite).await;
    for _ in 0..20 {
        fresh.ledger.ping().await.expect("a reader");
    }
    let file = fresh.dir.path().join("new/ledger.db");
    let mut writable = 0;
    for entry in std::fs::read_dir("/proc/self/fd").expect("Linux") {
        let entry = entry.expect("a descriptor");
        let Ok(target) = std::fs::read_link(entry.path()) else {
            continue;
        };
        if target != file {
            continue;
        }
        let number = entry.file_name().into_string().expect("a number");
        let about = std::fs::read_to_string(format!("/proc/self/fdinfo/{number}")).expect("flags");
        let flags = about
            .lines()
            .find_map(|line| line.strip_prefix("flags:"))
            .expect("flags");
        let flags = u32::from_str_radix(flags.trim(), 8).expect("octal");
        if flags & 0b11 != 0 {
            writable += 1;
        }
    }
    assert_eq!(writable, 1);
}
