//! A PostgreSQL that follows the house's own: lists are read there, as far as it has followed, and where it is gone they
//! are read where all is.

use std::process::Command;

use rustix::process::Signal;

use crate::running::postgres::Postgres;
use crate::running::serving::{Serving, free_addr};
use crate::running::{account, until};

const FORGETFUL: [&str; 1] = ["fsync=off"];

/// One that follows that one from now on, and is only read.
fn follower_of(own: &Postgres) -> Postgres {
    let from = own.url();
    let args = [
        "--dbname",
        &from,
        "--write-recovery-conf",
        "--checkpoint",
        "fast",
    ];
    Postgres::made("pg_basebackup", &args, &FORGETFUL)
}

/// Stops following, or goes on.
fn replay(follower: &Postgres, verb: &str) {
    let asked = format!("SELECT pg_wal_replay_{verb}()");
    let said = Command::new("psql")
        .args([&follower.url(), "--quiet", "--command", &asked])
        .output();
    let said = said.expect("psql runs");
    assert!(said.status.success(), "{said:?}");
}

#[tokio::test]
async fn lists_are_read_from_a_replica_as_long_as_there_is_one() {
    let own = Postgres::new(&FORGETFUL);
    let house = own.house();
    let mut follower = follower_of(&own);
    let read_url = follower.url();
    let settings = [("DATABASE_READ_URL", read_url.as_str())];
    let serving = Serving::with(&house, free_addr(), &settings).await;
    let ana = serving.ana(&house).await;
    let lists = async |account: &str| {
        let page = ana.get("/clientes").await.expect("an answer");
        assert_eq!(page.status, 200);
        page.body.contains(account)
    };
    let first = account(&house, &ana).await;
    until("it follows", async || lists(&first).await).await;

    replay(&follower, "pause");
    let second = account(&house, &ana).await;
    let page = ana.get(&second).await.expect("an answer");
    assert_eq!(page.status, 200, "the page after a write is never behind");
    assert!(!lists(&second).await, "the list is where the replica is");
    replay(&follower, "resume");
    until("it follows again", async || lists(&second).await).await;

    follower.stop(Signal::QUIT);
    let third = account(&house, &ana).await;
    assert!(lists(&third).await, "nobody needs a replica");
    follower.start();
    let back = "lists are read from the replica again";
    until("it is read from again", async || {
        lists(&third).await;
        serving.log().contains(back)
    })
    .await;
    let log = serving.stop().await;
    let away = "lists are read from DATABASE_URL until the replica is back";
    assert_eq!(log.matches(away).count(), 1, "said once: {log}");
}
