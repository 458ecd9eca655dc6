//! What is done again and again: by one server of the house at a time, and then not before its time.

use domain::time::Timestamp;
use ledger::{Attempts, Engine};
use server::jobs::{self, Turn};
use uuid::Uuid;

use crate::support::{Fresh, NOW, fresh_on};

on_both_engines![
    what_is_due_is_done_by_one_server_and_not_again_before_its_time,
    what_fails_is_tried_again,
];

const HOUR: i64 = 60 * 60 * 1_000_000;

async fn turn(fresh: &Fresh, by: u128) -> Turn {
    let turns = jobs::turn(&fresh.app, Uuid::from_u128(by)).await;
    let (name, turn) = turns[0];
    assert_eq!((name, turns.len()), ("tidy", 1));
    turn
}

async fn tries(fresh: &Fresh) -> bool {
    let now = fresh.app.clock.now();
    let attempts = Attempts {
        scope: "email".to_owned(),
        key: "ana@casa.example".to_owned(),
    };
    let counted = fresh
        .app
        .ledger
        .attempt(vec![(attempts, 1)], Timestamp::from_micros(0), now);
    counted.await.expect("counted").is_some()
}

async fn what_is_due_is_done_by_one_server_and_not_again_before_its_time(on: Engine) {
    let fresh = fresh_on(on).await;
    assert!(tries(&fresh).await, "one is counted");
    assert_eq!(turn(&fresh, 1).await, Turn::Done);
    assert_eq!(turn(&fresh, 2).await, Turn::NotOurs);
    assert!(!tries(&fresh).await, "it is not an hour old");
    fresh
        .app
        .clock
        .turn_to(Timestamp::from_micros(NOW + HOUR + 1));
    let both = futures::future::join(turn(&fresh, 1), turn(&fresh, 2)).await;
    assert!(
        [(Turn::Done, Turn::NotOurs), (Turn::NotOurs, Turn::Done)].contains(&both),
        "{both:?}"
    );
    assert!(tries(&fresh).await, "what is over is forgotten");
}

async fn what_fails_is_tried_again(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh.app.ledger.close().await;
    assert_eq!(turn(&fresh, 1).await, Turn::Failed);
    assert_eq!(turn(&fresh, 1).await, Turn::Failed);
}
