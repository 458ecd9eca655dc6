//! The writer on a file that has no room: what is answered, and that it heals by itself.

use sqlx::ConnectOptions;

use super::sqlite::{self, IfMissing, Queue};
use super::{Done, job};
use crate::db::sqlite_reading;
use crate::tx::{execute, on};
use crate::{Ledger, LedgerError, live};

struct Big;

job!(Big -> (), |_job, tx| {
    execute!(tx, "INSERT INTO secrets (name, value) VALUES ('big', zeroblob(4000000))")?;
    Ok(Done::Kept((), Vec::new()))
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_without_room_says_so_and_the_next_one_with_room_is_kept() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("ledger.db");
    Ledger::migrate(&format!("sqlite:{}", path.display()))
        .await
        .expect("a schema");
    let mut connection = sqlite::connect(&path, IfMissing::Fail)
        .await
        .expect("opens");
    // No more room, as far as this connection knows.
    sqlx::raw_sql("PRAGMA max_page_count = 300")
        .execute(&mut connection)
        .await
        .expect("small");
    let queue = Queue::start(path.clone(), connection, live::channel()).expect("a thread");
    let refused = queue.ask(Big).await.expect("asked").wait().await;
    assert!(matches!(refused, Err(LedgerError::Full)), "{refused:?}");
    // The file was opened again, and there is room now.
    queue
        .ask(Big)
        .await
        .expect("asked")
        .wait()
        .await
        .expect("kept");
    let mut reader = sqlite_reading(&path).connect().await.expect("opens");
    let kept: Vec<(i64,)> = sqlx::query_as("SELECT LENGTH(value) FROM secrets")
        .fetch_all(&mut reader)
        .await
        .expect("read");
    assert_eq!(kept, [(4_000_000,)]);
}
