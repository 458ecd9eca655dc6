//! Imports: what a source states is written once, remembered with its row, and written again only when it changes.

use domain::ids::StreamId;
use domain::text::Digest;
use ledger::{Ledger, Mark, Outcome, Submitted};

use crate::support::Fresh;
use crate::world::{self, found, import, imported, minutes, open, to_account};

on_both_engines![
    a_row_is_remembered_with_what_it_wrote,
    a_row_that_says_nothing_new_is_remembered_too,
    many_are_answered_in_their_order,
    many_are_looked_up_in_the_order_asked,
    many_accounts_do_not_wait_for_each_other,
];

fn mark(key: &str, digest: u8, seq: u64) -> Option<Mark> {
    Some(Mark {
        source: "erp".to_owned(),
        key: key.to_owned(),
        digest: Digest([digest; 32]),
        seq,
    })
}

fn row(n: u128, command: u128, actual: Option<&str>, mark: Option<Mark>) -> Submitted {
    let order = imported(n, &format!("P-{n}"), "2026-03-10", actual);
    Submitted {
        envelope: to_account(command, world::account(1), order),
        actor: import(),
        now: minutes(1),
        mark,
        attached: None,
    }
}

async fn known(ledger: &Ledger, key: &str) -> Option<(u8, u64)> {
    let found = ledger
        .imported("erp", &[key.to_owned()])
        .await
        .expect("read");
    found[0].map(|row| {
        assert_eq!(row.stream, StreamId::from(world::account(1)));
        (row.digest.0[0], row.seq)
    })
}

async fn one(ledger: &Ledger, submitted: Submitted) -> Outcome {
    let mut outcomes = ledger.submit_many(vec![submitted]).await;
    outcomes.remove(0).expect("an answer")
}

async fn a_row_is_remembered_with_what_it_wrote(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    open(ledger, 1, "Ana").await;
    assert_eq!(known(ledger, "1").await, None);
    let first = one(ledger, row(1, 1, None, mark("1", 1, 0))).await;
    assert!(matches!(first, Outcome::Applied { .. }), "{first:?}");
    assert_eq!(known(ledger, "1").await, Some((1, 0)));
    let again = one(ledger, row(1, 1, None, mark("1", 1, 0))).await;
    assert!(matches!(again, Outcome::Duplicate { .. }), "{again:?}");

    let delivered = one(ledger, row(1, 2, Some("2026-03-12"), mark("1", 2, 1))).await;
    assert!(
        matches!(delivered, Outcome::Applied { .. }),
        "{delivered:?}"
    );
    assert_eq!(known(ledger, "1").await, Some((2, 1)));
    assert_eq!(ledger.verify().await.expect("read").faults, []);
    assert_eq!(ledger.check().await.expect("read").differences, []);
}

async fn a_row_that_says_nothing_new_is_remembered_too(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    open(ledger, 1, "Ana").await;
    one(ledger, row(1, 1, None, mark("1", 1, 0))).await;
    let before = ledger
        .version(world::account(1).into())
        .await
        .expect("read");
    let same = one(ledger, row(1, 2, None, mark("1", 2, 1))).await;
    assert_eq!(same, Outcome::Unchanged);
    assert_eq!(known(ledger, "1").await, Some((2, 1)));
    let refused = one(ledger, row(1, 3, Some("2027-01-01"), mark("1", 3, 2))).await;
    assert!(matches!(refused, Outcome::Refused(_)), "{refused:?}");
    assert_eq!(
        known(ledger, "1").await,
        Some((2, 1)),
        "a refused row is tried again"
    );
    assert_eq!(
        ledger
            .version(world::account(1).into())
            .await
            .expect("read"),
        before
    );
}

async fn many_are_answered_in_their_order(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    open(ledger, 1, "Ana").await;
    let rows = (1..=40)
        .map(|n| {
            // The seventh is impossible: it stops no other.
            let actual = if n == 7 {
                Some("2027-01-01")
            } else {
                Some("2026-03-12")
            };
            row(n, n, actual, mark(&n.to_string(), 1, 0))
        })
        .collect();
    let outcomes = ledger.submit_many(rows).await;
    let mut last_before = 0;
    for (n, outcome) in (1..).zip(outcomes) {
        match outcome.expect("an answer") {
            Outcome::Applied { first, last } => {
                assert!(first > last_before && n != 7);
                last_before = last;
            }
            Outcome::Refused(_) => assert_eq!(n, 7),
            other => panic!("{n}: {other:?}"),
        }
    }
    assert_eq!(ledger.check().await.expect("read").differences, []);
}

async fn many_are_looked_up_in_the_order_asked(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    open(ledger, 1, "Ana").await;
    let rows = (1..=70)
        .map(|n| row(n.into(), n.into(), None, mark(&n.to_string(), n, 0)))
        .collect();
    for outcome in ledger.submit_many(rows).await {
        outcome.expect("an answer");
    }
    let keys: Vec<String> = (1..=75_u8)
        .rev()
        .chain([7, 7])
        .map(|n| n.to_string())
        .collect();
    let read = ledger.imported("erp", &keys).await.expect("read");
    assert_eq!(read.len(), keys.len());
    for (key, read) in keys.iter().zip(read) {
        let expected = key.parse().ok().filter(|n| *n <= 70);
        assert_eq!(read.map(|row| row.digest.0[0]), expected, "{key}");
    }
    let others = ledger.imported("crm", &keys).await.expect("read");
    assert!(others.iter().all(Option::is_none));
    assert_eq!(ledger.imported("erp", &[]).await.expect("read"), []);
}

async fn many_accounts_do_not_wait_for_each_other(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let rows = (0..120)
        .map(|n| {
            let account = world::account(n % 12);
            let row = n / 12;
            let command = if row == 0 {
                world::opening(n, "Ana")
            } else {
                world::note(n, "Nota")
            };
            Submitted {
                envelope: to_account(n, account, command),
                actor: world::ana(),
                now: minutes(1),
                mark: None,
                attached: None,
            }
        })
        .collect();
    for (n, outcome) in (0..).zip(ledger.submit_many(rows).await) {
        let version = n / 12 + 1;
        let expected = Outcome::Applied {
            first: version,
            last: version,
        };
        assert_eq!(outcome.expect("an answer"), expected, "{n}");
    }
    assert_eq!(ledger.check().await.expect("read").differences, []);
}
