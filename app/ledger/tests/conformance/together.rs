//! Several at once: everybody lands in some order, and everybody else is told.

use domain::context::Actor;
use futures::stream::{FuturesUnordered, StreamExt as _};
use ledger::{Engine, Ledger, LedgerError, Live, Outcome};

use crate::submit::sound;
use crate::support::{self, Fresh};
use crate::world::{self, ana, applied, found, minutes, note, open, to_account};

on_both_engines![
    two_at_once_on_one_account_both_land,
    many_at_once_on_a_new_account_leave_one_opening,
    what_is_committed_is_told_and_what_is_refused_is_not,
    what_another_program_writes_is_heard,
];

async fn two_at_once_on_one_account_both_land(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let all = (1..=16).map(|n| {
        let ledger = ledger.clone();
        tokio::spawn(async move {
            ledger
                .submit(to_account(n, id, note(n, "Llamó")), ana(), minutes(1))
                .await
        })
    });
    let mut versions = Vec::new();
    for landed in futures::future::join_all(all).await {
        let (first, last) = applied(landed.expect("no panic"));
        assert_eq!(first, last);
        versions.push(first);
    }
    versions.sort_unstable();
    let first = versions[0];
    assert_eq!(versions, (first..first + 16).collect::<Vec<_>>());
    sound(fresh).await;
}

async fn many_at_once_on_a_new_account_leave_one_opening(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = world::account(1);
    let all = (1..=8).map(|n| {
        let ledger = ledger.clone();
        tokio::spawn(async move {
            let opening = to_account(n, id, world::opening(n, "Ana"));
            ledger.submit(opening, ana(), minutes(1)).await
        })
    });
    let outcomes = futures::future::join_all(all).await;
    let opened = outcomes
        .iter()
        .filter(|outcome| matches!(outcome, Ok(Ok(Outcome::Applied { .. }))))
        .count();
    let refused = outcomes
        .iter()
        .filter(|outcome| matches!(outcome, Ok(Ok(Outcome::Refused(_)))))
        .count();
    assert_eq!((opened, refused), (1, 7));
    sound(fresh).await;
}

async fn what_is_committed_is_told_and_what_is_refused_is_not(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let mut live = ledger.live();
    let refused = ledger
        .submit(
            to_account(1, id, note(1, "Llamó")),
            Actor::House,
            minutes(1),
        )
        .await;
    assert!(matches!(refused, Ok(Outcome::Refused(_))));
    let (_, last) = applied(
        ledger
            .submit(to_account(2, id, note(2, "Llamó")), ana(), minutes(2))
            .await,
    );
    let moved = Live::Moved {
        stream: id.into(),
        version: last,
    };
    let mut told = Vec::new();
    while told.last() != Some(&moved) {
        told.push(hint(&mut live).await);
    }
    assert_eq!(told, [moved], "of the refused one nothing is told");
}

async fn hint(live: &mut tokio::sync::broadcast::Receiver<Live>) -> Live {
    tokio::time::timeout(std::time::Duration::from_secs(10), live.recv())
        .await
        .expect("in time")
        .expect("a hint")
}

/// Two servers of one house, or a command of the line beside the server.
async fn what_another_program_writes_is_heard(fresh: &Fresh) {
    found(&fresh.ledger).await;
    let id = open(&fresh.ledger, 1, "Ana").await;
    let other = Ledger::open(&fresh.url).await.expect("opens beside it");
    let mut live = fresh.ledger.live();
    let mut of_other = other.live();
    let (_, last) = applied(
        other
            .submit(to_account(2, id, note(2, "Llamó")), ana(), minutes(2))
            .await,
    );
    let moved = Live::Moved {
        stream: id.into(),
        version: last,
    };
    assert_eq!(hint(&mut of_other).await, moved);
    let heard = match fresh.ledger.engine() {
        // Which stream it was, a file does not say.
        Engine::Sqlite => Live::Missed,
        Engine::Postgres => moved,
    };
    assert_eq!(hint(&mut live).await, heard);
    other.close().await;
    sound(fresh).await;
}

/// On one account so many are let through one by one; none of them holds a connection while it waits.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rush_on_one_account_keeps_nobody_else_waiting() {
    let fresh = support::fresh(Engine::Postgres).await;
    let ledger = &fresh.ledger;
    found(ledger).await;
    let (busy, quiet) = (open(ledger, 1, "Ana").await, open(ledger, 2, "Luz").await);
    let mut rush = FuturesUnordered::new();
    for n in 1..=400 {
        rush.push(ledger.submit(to_account(n, busy, note(n, "Llamó")), ana(), minutes(1)));
    }
    // All of them wait by now.
    applied(rush.next().await.expect("one of them"));
    let beside = ledger.submit(
        to_account(900, quiet, note(900, "Llamó")),
        ana(),
        minutes(1),
    );
    let mut beside = std::pin::pin!(beside);
    let mut before_it = 1;
    loop {
        tokio::select! {
            landed = &mut beside => {
                applied(landed);
                break;
            }
            landed = rush.select_next_some() => {
                applied(landed);
                before_it += 1;
            }
        }
    }
    assert!(before_it < 200, "it waited for {before_it} of them");
    while let Some(landed) = rush.next().await {
        applied(landed);
    }
    sound(&fresh).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_one_serves_from_a_file() {
    let fresh = support::fresh(Engine::Sqlite).await;
    let held = fresh.ledger.hold().expect("the first");
    let other = Ledger::open(&fresh.url).await.expect("may write beside it");
    let refused = other.hold().expect_err("the second");
    assert!(matches!(refused, LedgerError::InUse { .. }), "{refused:?}");
    drop(held);
    let _held = other.hold().expect("once the first is gone");
}
