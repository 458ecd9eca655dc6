//! What is done again and again: by one server at a time, and by another where that one does not come back.

use std::time::Duration;

use ledger::{Ledger, Recurring};
use uuid::Uuid;

use crate::support::{Fresh, look};
use crate::world::minutes;

on_both_engines![
    of_two_servers_one_does_what_is_due,
    what_is_done_is_due_again_after_its_time,
    a_server_that_does_not_come_back_loses_its_job,
    what_was_let_go_is_taken_at_once,
    a_clock_that_ran_ahead_holds_nothing_up,
];

const HERE: Uuid = Uuid::from_u128(1);
const THERE: Uuid = Uuid::from_u128(2);

const TIDY: Recurring = Recurring {
    name: "tidy",
    every: Duration::from_secs(60 * 60),
    lease: Duration::from_secs(10 * 60),
};

async fn claims(ledger: &Ledger, by: Uuid, minute: i64) -> bool {
    ledger
        .claim_job(TIDY, by, minutes(minute))
        .await
        .expect("asked")
}

async fn is_done(ledger: &Ledger, by: Uuid, minute: i64) -> bool {
    let done = ledger.job_done(TIDY, by, minutes(minute));
    done.await.expect("said")
}

async fn of_two_servers_one_does_what_is_due(fresh: &Fresh) {
    let other = Ledger::open(&fresh.url).await.expect("another server");
    for hour in 0..6 {
        let minute = hour * 61;
        let asked = (0..8_u128).map(|n| {
            let ledger = if n % 2 == 0 { &fresh.ledger } else { &other };
            claims(ledger, Uuid::from_u128(n), minute)
        });
        let taken = futures::future::join_all(asked).await;
        let winners: Vec<_> = (0_u128..)
            .zip(taken)
            .filter_map(|(n, is_taken)| is_taken.then_some(n))
            .collect();
        assert_eq!(winners.len(), 1, "in hour {hour}: {winners:?}");
        let winner = Uuid::from_u128(winners[0]);
        assert!(is_done(&other, winner, minute).await, "whichever it tells");
    }
    other.close().await;
}

async fn what_is_done_is_due_again_after_its_time(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    assert!(claims(ledger, HERE, 0).await);
    assert!(!claims(ledger, HERE, 1).await, "it has it already");
    assert!(is_done(ledger, HERE, 2).await);
    assert!(!is_done(ledger, HERE, 2).await, "once");
    assert!(!claims(ledger, THERE, 61).await, "not yet");
    assert!(claims(ledger, THERE, 62).await);
}

async fn a_server_that_does_not_come_back_loses_its_job(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    assert!(claims(ledger, HERE, 0).await);
    assert!(!claims(ledger, THERE, 9).await, "it may be at it still");
    assert!(claims(ledger, THERE, 10).await);
    assert!(!is_done(ledger, HERE, 11).await, "it is another's now");
    assert!(!claims(ledger, HERE, 11).await);
    assert!(is_done(ledger, THERE, 12).await);
}

async fn what_was_let_go_is_taken_at_once(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    assert!(claims(ledger, HERE, 0).await);
    ledger.let_job_go(TIDY, THERE).await.expect("said");
    assert!(!claims(ledger, THERE, 1).await, "it was not theirs");
    ledger.let_job_go(TIDY, HERE).await.expect("said");
    assert!(claims(ledger, THERE, 1).await);
}

async fn a_clock_that_ran_ahead_holds_nothing_up(fresh: &Fresh) {
    let (ledger, ten_years) = (&fresh.ledger, 10 * 366 * 24 * 60);
    assert!(claims(ledger, HERE, ten_years).await);
    assert!(
        claims(ledger, THERE, 0).await,
        "held for longer than may be"
    );
    assert!(is_done(ledger, THERE, ten_years).await);
    assert!(claims(ledger, HERE, 1).await, "due later than may be");
    assert!(is_done(ledger, HERE, 1).await);
    let rows = look(&fresh.url, "SELECT name FROM jobs").await;
    assert_eq!(rows, [["tidy"]]);
}
