//! A replica: lists and reports are read there, accounts and whatever follows a write are not, and nobody needs it.
//! Another database, in which something else stands, is taken for one: so it is seen what was read where.

use std::time::Duration;

use domain::context::Role;
use domain::search::Query;
use ledger::{Engine, Ledger, LedgerError, Whose};

use crate::support::{self, Fresh, meddle};
use crate::world::{self, ANA, SERVICE, ana, applied, found, minutes, note, open, to_account};

const BACK_WITHIN: Duration = Duration::from_secs(20);

/// A house with one account of that name, which owes a delivery.
async fn house(n: u128, name: &str) -> Fresh {
    let fresh = support::fresh(Engine::Postgres).await;
    found(&fresh.ledger).await;
    let id = open(&fresh.ledger, n, name).await;
    let promise = to_account(n, id, world::delivery("2026-06-20"));
    applied(fresh.ledger.submit(promise, ana(), minutes(1)).await);
    fresh
}

async fn both() -> (Fresh, Fresh, Ledger) {
    let (own, other) = (house(1, "Propia").await, house(2, "Lejana").await);
    let ledger = Ledger::open_with_replica(&own.url, &other.url).await;
    (own, other, ledger.expect("open"))
}

/// What the list, the search and what is owed say: each of one account.
async fn listed(ledger: &Ledger) -> [String; 3] {
    let list = ledger.accounts(Whose::Anyones, None, 10).await;
    let by_name = async |typed: &str| {
        let typed = Query::parse(typed);
        let found = ledger.search(&typed, Whose::Anyones, None, 10);
        found.await.expect("read").rows
    };
    let mut found = by_name("propia").await;
    found.extend(by_name("lejana").await);
    let owed = ledger.owed(ANA, &[Role::Logistics], None, 1).await;
    let (list, owed) = (list.expect("read").rows, owed.expect("read").rows);
    assert_eq!((list.len(), found.len()), (1, 1));
    [
        list[0].name.clone(),
        found[0].name.clone(),
        owed[0].name.clone(),
    ]
}

/// As soon as it is so.
async fn listed_from(ledger: &Ledger, name: &str) {
    let mut again = tokio::time::interval(Duration::from_millis(50));
    let asked = async {
        while listed(ledger).await != [name; 3] {
            again.tick().await;
        }
    };
    let so = tokio::time::timeout(BACK_WITHIN, asked).await;
    so.unwrap_or_else(|_| panic!("not read from {name}"));
}

#[tokio::test]
async fn lists_are_read_from_the_replica_and_accounts_are_not() {
    let (own, _other, ledger) = both().await;
    assert_eq!(listed(&ledger).await, ["Lejana"; 3]);
    let page = async |n| {
        let page = ledger.account_page(world::account(n), SERVICE, None, 10);
        page.await.expect("read")
    };
    assert!(page(1).await.is_some(), "where it was written");
    assert!(page(2).await.is_none(), "nowhere else");
    let written = to_account(9, world::account(1), note(9, "Llamó"));
    let (_, last) = applied(ledger.submit(written, ana(), minutes(2)).await);
    let page = page(1).await.expect("the account");
    assert_eq!(page.account.version, last, "the page after a save has it");
    assert_eq!(
        listed(&own.ledger).await,
        ["Propia"; 3],
        "without a replica"
    );
    ledger.close().await;
}

#[tokio::test]
async fn a_replica_that_goes_away_is_done_without_and_comes_back() {
    let (own, other, ledger) = both().await;
    assert_eq!(listed(&ledger).await, ["Lejana"; 3]);
    let (_, name) = other.url.rsplit_once('/').expect("a name");
    let shut = format!(
        "ALTER DATABASE {name} ALLOW_CONNECTIONS false;
         SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    );
    meddle(&own.url, &shut).await.expect("shut");
    assert_eq!(listed(&ledger).await, ["Propia"; 3], "nobody waits for it");
    let again = format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true");
    meddle(&own.url, &again).await.expect("there again");
    listed_from(&ledger, "Lejana").await;
    ledger.close().await;
}

#[tokio::test]
async fn a_replica_of_another_schema_is_not_read_from() {
    let (own, other, first) = both().await;
    let steps = [
        "INSERT INTO schema_steps VALUES (99, 'later')",
        "DELETE FROM schema_steps WHERE version > 1",
    ];
    for step in steps {
        meddle(&other.url, step).await.expect("another schema");
        let ledger = Ledger::open_with_replica(&own.url, &other.url).await;
        let ledger = ledger.expect("the ledger's own is what it should be");
        assert_eq!(listed(&ledger).await, ["Propia"; 3], "{step}");
        ledger.close().await;
    }
    listed_from(&first, "Propia").await;
    let right = "INSERT INTO schema_steps VALUES (2, '0002_jobs.sql'), (3, '0003_outbox.sql'), (4, '0004_attachments.sql'), (5, '0005_claim_keys.sql'), (6, '0006_takeaways.sql'), (7, '0007_records.sql')";
    meddle(&other.url, right).await.expect("it has followed");
    listed_from(&first, "Lejana").await;
    first.close().await;
}

#[tokio::test]
async fn a_replica_need_not_be_there() {
    let own = house(1, "Propia").await;
    let nobody = "postgres://ana:s3cret@127.0.0.1:9/none";
    let ledger = Ledger::open_with_replica(&own.url, nobody).await;
    let ledger = ledger.expect("it opens");
    assert_eq!(listed(&ledger).await, ["Propia"; 3]);
    ledger.close().await;
}

#[tokio::test]
async fn a_replica_is_another_postgresql() {
    let own = support::fresh(Engine::Postgres).await;
    for no_replica in ["", "sqlite:copy.db", "replica.example"] {
        let error = Ledger::open_with_replica(&own.url, no_replica).await;
        let error = error.expect_err(no_replica);
        assert!(matches!(error, LedgerError::ReplicaAddress), "{error:?}");
    }
    let file = support::fresh(Engine::Sqlite).await;
    let error = Ledger::open_with_replica(&file.url, &own.url).await;
    let error = error.expect_err("a file has none");
    assert!(error.to_string().contains("DATABASE_READ_URL"), "{error}");
}
