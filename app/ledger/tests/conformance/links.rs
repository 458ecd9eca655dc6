//! Coming in: attempts that are counted, links that work once, secrets that are made once.

use domain::time::Timestamp;
use ledger::{Attempts, NewInvitation};

use crate::support::Fresh;

on_both_engines![
    attempts_are_counted_in_their_window,
    a_link_is_accepted_once,
    a_link_is_accepted_once_by_two_at_a_time,
    a_secret_is_made_once,
];

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds * 1_000_000)
}

async fn attempts_are_counted_in_their_window(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let of = |scope: &str, key: &str| Attempts {
        scope: scope.to_owned(),
        key: key.to_owned(),
    };
    let ana = of("email", "ana@example.com");
    for second in [10, 20, 20, 30] {
        ledger
            .record_attempt(ana.clone(), at(second))
            .await
            .expect("noted");
    }
    ledger
        .record_attempt(of("address", "ana@example.com"), at(20))
        .await
        .expect("noted");
    assert_eq!(ledger.attempts(&ana, at(9)).await.expect("read"), 4);
    assert_eq!(ledger.attempts(&ana, at(10)).await.expect("read"), 3);
    assert_eq!(ledger.forget_attempts(at(20)).await.expect("gone"), 1);
    ledger.clear_attempts(ana.clone()).await.expect("cleared");
    assert_eq!(ledger.attempts(&ana, at(0)).await.expect("read"), 0);
    let other = of("address", "ana@example.com");
    assert_eq!(ledger.attempts(&other, at(0)).await.expect("read"), 1);
}

fn link(token: u8) -> NewInvitation {
    NewInvitation {
        token: [token; 32],
        purpose: "first-administrator".to_owned(),
        person: None,
        expires_at: at(100),
    }
}

async fn a_link_is_accepted_once(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    ledger.invite(link(1), at(10)).await.expect("given");
    ledger.invite(link(2), at(10)).await.expect("given");
    let open = ledger
        .invitation(&[1; 32], at(20))
        .await
        .expect("read")
        .expect("open");
    assert_eq!(
        (open.purpose.as_str(), open.person),
        ("first-administrator", None)
    );
    assert!(
        ledger
            .invitation(&[1; 32], at(100))
            .await
            .expect("read")
            .is_none(),
        "expired"
    );
    assert!(
        ledger
            .accept_invitation([1; 32], at(100))
            .await
            .expect("late")
            .is_none()
    );
    assert_eq!(
        ledger
            .accept_invitation([1; 32], at(30))
            .await
            .expect("used"),
        Some(open)
    );
    assert!(
        ledger
            .accept_invitation([1; 32], at(31))
            .await
            .expect("used up")
            .is_none()
    );
    let purpose = "first-administrator".to_owned();
    assert_eq!(
        ledger
            .withdraw_invitations(purpose, at(40))
            .await
            .expect("withdrawn"),
        1
    );
    assert!(
        ledger
            .accept_invitation([2; 32], at(41))
            .await
            .expect("withdrawn")
            .is_none()
    );
}

async fn a_link_is_accepted_once_by_two_at_a_time(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    ledger.invite(link(1), at(10)).await.expect("given");
    let all = (0..8).map(|_| ledger.accept_invitation([1; 32], at(20)));
    let accepted = futures::future::join_all(all)
        .await
        .into_iter()
        .filter(|outcome| matches!(outcome, Ok(Some(_))))
        .count();
    assert_eq!(accepted, 1);
}

async fn a_secret_is_made_once(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let known = ledger.known_secret("cookies").await.expect("read");
    assert_eq!(known, None, "asking makes none");
    let made = ledger.secret("cookies", vec![1, 2, 3]).await.expect("made");
    let known = ledger.known_secret("cookies").await.expect("read");
    assert_eq!(known.as_ref(), Some(&made));
    assert_eq!(made, [1, 2, 3]);
    assert_eq!(
        ledger.secret("cookies", vec![9]).await.expect("known"),
        [1, 2, 3]
    );
    assert_eq!(ledger.secret("links", vec![9]).await.expect("made"), [9]);
}
