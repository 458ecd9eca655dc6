//! A PostgreSQL that follows the house's own: lists are read there, as far as it has followed, and where it is gone they
//! are read where all is.

use std::process::Command;

use crate::postgres::Postgres;
use crate::serving::{House, Serving, until};
use crate::visitor::Visitor;

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
    let own = Postgres::new().await;
    let house = House::at(own.url()).await;
    let mut follower = own.follower().await;
    let serving = Serving::of(&house, &[("DATABASE_READ_URL", &follower.url())]).await;
    let ana = Visitor::ana(serving.addr, serving.addr).await;
    let owner = house.owner().await;
    let lists = async |account: &str| {
        let page = ana.get("/clientes").await.expect("an answer");
        assert_eq!(page.status, 200);
        page.body.contains(account)
    };
    let first = ana.opens_an_account(&owner).await;
    until("it follows", async || lists(&first).await).await;

    replay(&follower, "pause");
    let second = ana.opens_an_account(&owner).await;
    let page = ana.get(&second).await.expect("an answer");
    assert_eq!(page.status, 200, "the page after a write is never behind");
    assert!(!lists(&second).await, "the list is where the replica is");
    replay(&follower, "resume");
    until("it follows again", async || lists(&second).await).await;

    follower.kill();
    let third = ana.opens_an_account(&owner).await;
    assert!(lists(&third).await, "nobody needs a replica");
    follower.start().await;
    let back = "lists are read from the replica again";
    until("it is read from again", async || {
        lists(&third).await;
        serving.log().contains(back)
    })
    .await;
    let (ended, log) = serving.stop().await;
    assert!(ended.success(), "{log}");
    let away = "lists are read from DATABASE_URL until the replica is back";
    assert_eq!(log.matches(away).count(), 1, "said once: {log}");
}
