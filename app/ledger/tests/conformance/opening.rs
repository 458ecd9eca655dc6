//! Opening: every reason not to open says itself, nothing is made by accident, and commits are durable.

use std::time::Duration;

use domain::time::Timestamp;
use ledger::{Attempts, Engine, Ledger, LedgerError};

use crate::support::{self, Fresh, meddle, nowhere};
use crate::world::found;

on_both_engines![
    commits_are_durable,
    a_database_of_a_later_program_is_left_alone,
    migrating_again_takes_no_step,
    a_ledger_of_an_earlier_schema_is_brought_to_this_one,
    a_closed_ledger_refuses,
    a_ledger_closes_whenever_it_is_asked_to,
    it_answers_a_ping,
];

async fn commits_are_durable(fresh: &Fresh) {
    let word = fresh.ledger.durability().await.expect("a word");
    match fresh.ledger.engine() {
        Engine::Sqlite => assert_eq!(word, "2", "PRAGMA synchronous is FULL"),
        Engine::Postgres => assert_eq!(word, "on", "synchronous_commit"),
    }
}

/// A file in a folder of its own, as some other program left it.
async fn file_of(statements: &str) -> (String, std::path::PathBuf, tempfile::TempDir) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("other.db");
    std::fs::write(&path, "").expect("an empty file");
    let url = format!("sqlite:{}", path.display());
    meddle(&url, statements).await.expect(statements);
    (url, path, dir)
}

/// Not opened, and not one byte of it is another.
async fn left_alone(url: &str, path: &std::path::Path, is_refusal: fn(&LedgerError) -> bool) {
    let before = std::fs::read(path).expect("its bytes");
    let opened = Ledger::open(url).await.expect_err("not opened");
    assert!(is_refusal(&opened), "{opened:?}");
    assert_eq!(std::fs::read(path).expect("its bytes"), before);
}

#[tokio::test]
async fn a_file_of_another_program_is_left_as_it_was() {
    let (url, path, _dir) =
        file_of("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('flan')").await;
    let is_foreign = |error: &LedgerError| matches!(error, LedgerError::Foreign { .. });
    left_alone(&url, &path, is_foreign).await;
    let before = std::fs::read(&path).expect("its bytes");
    let migrated = Ledger::migrate(&url).await.expect_err("not migrated");
    assert!(is_foreign(&migrated), "{migrated:?}");
    assert_eq!(std::fs::read(&path).expect("its bytes"), before);
}

#[tokio::test]
async fn a_file_of_an_older_or_a_later_schema_is_left_as_it_was() {
    let steps =
        "CREATE TABLE schema_steps (version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL);";
    let (url, path, _dir) = file_of(steps).await;
    left_alone(&url, &path, |error| {
        matches!(error, LedgerError::NotMigrated { found: 0, .. })
    })
    .await;
    let later = format!("{steps} INSERT INTO schema_steps VALUES (99, 'later')");
    let (url, path, _dir) = file_of(&later).await;
    let is_newer =
        |error: &LedgerError| matches!(error, LedgerError::NewerSchema { found: 99, .. });
    left_alone(&url, &path, is_newer).await;
    let before = std::fs::read(&path).expect("its bytes");
    let migrated = Ledger::migrate(&url).await.expect_err("not migrated");
    assert!(is_newer(&migrated), "{migrated:?}");
    assert_eq!(std::fs::read(&path).expect("its bytes"), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_may_only_be_read_says_so() {
    let fresh = support::fresh(Engine::Sqlite).await;
    fresh.ledger.close().await;
    let path = fresh.dir.path().join("new/ledger.db");
    let mut permissions = std::fs::metadata(&path).expect("there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("read-only");
    let is_read_only = |error: &LedgerError| matches!(error, LedgerError::ReadOnly { .. });
    left_alone(&fresh.url, &path, is_read_only).await;
    let migrated = Ledger::migrate(&fresh.url).await.expect_err("not migrated");
    assert!(is_read_only(&migrated), "{migrated:?}");
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

async fn a_ledger_of_an_earlier_schema_is_brought_to_this_one(fresh: &Fresh) {
    found(&fresh.ledger).await;
    let before = fresh.ledger.house().await.expect("the house");
    fresh.ledger.close().await;
    let earlier = "DROP TABLE jobs; DROP TABLE outbox; DROP TABLE attachments; DROP TABLE takeaways; DROP TABLE records; DROP TABLE investigations; DROP TABLE looks; DELETE FROM schema_steps WHERE version > 1";
    meddle(&fresh.url, earlier).await.expect("as it was");
    let opened = Ledger::open(&fresh.url).await.expect_err("not opened");
    assert!(
        matches!(opened, LedgerError::NotMigrated { found: 1, .. }),
        "{opened:?}"
    );
    let taken = Ledger::migrate(&fresh.url).await.expect("migrated");
    assert_eq!(taken, 6);
    let ledger = Ledger::open(&fresh.url).await.expect("opened");
    assert_eq!(ledger.house().await.expect("the house"), before);
    ledger.close().await;
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

/// At once after it was opened, too, when what listens has hardly begun.
async fn a_ledger_closes_whenever_it_is_asked_to(fresh: &Fresh) {
    fresh.ledger.close().await;
    for _ in 0..25 {
        let ledger = Ledger::open(&fresh.url).await.expect("open again");
        ledger.close().await;
    }
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
