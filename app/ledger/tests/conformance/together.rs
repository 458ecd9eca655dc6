//! Several at once: everybody lands in some order, and everybody else is told.

use domain::context::Actor;
use ledger::{Live, Outcome};

use crate::submit::sound;
use crate::support::Fresh;
use crate::world::{self, ana, applied, found, minutes, note, open, to_account};

on_both_engines![
    two_at_once_on_one_account_both_land,
    many_at_once_on_a_new_account_leave_one_opening,
    what_is_committed_is_told_and_what_is_refused_is_not,
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
    let told = async {
        loop {
            let hint = live.recv().await.expect("a hint");
            // PostgreSQL may still be telling of what was written before.
            if let Live::Moved { version, .. } = hint
                && version < last
            {
                continue;
            }
            return hint;
        }
    };
    let told = tokio::time::timeout(std::time::Duration::from_secs(10), told)
        .await
        .expect("in time");
    assert_eq!(
        told,
        Live::Moved {
            stream: id.into(),
            version: last
        }
    );
}
