//! Coming in: addresses, passwords, sessions.

use domain::ids::PersonId;
use domain::time::Timestamp;
use ledger::{NewSession, SessionLimits};
use uuid::Uuid;

use crate::support::Fresh;

on_both_engines![
    an_address_is_found_in_any_case_and_belongs_to_one,
    a_session_holds_until_it_ends,
    a_new_password_ends_sessions,
    a_locked_person_is_out_at_once,
];

const ANA: PersonId = PersonId::from_uuid(Uuid::from_u128(1));
const LUIS: PersonId = PersonId::from_uuid(Uuid::from_u128(2));

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds * 1_000_000)
}

fn limits(now: i64, seen_after: i64) -> SessionLimits {
    SessionLimits {
        now: at(now),
        seen_after: at(seen_after),
    }
}

fn session(token: u8, person: PersonId) -> NewSession {
    NewSession {
        token: [token; 32],
        person,
        expires_at: at(1000),
        address: "192.0.2.7".to_owned(),
        agent: "Firefox".to_owned(),
    }
}

async fn an_address_is_found_in_any_case_and_belongs_to_one(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    assert!(!ledger.has_credentials().await.expect("read"));
    assert!(
        ledger
            .set_email(ANA, " Ana@Example.com ", at(1))
            .await
            .expect("set")
    );
    assert!(
        ledger
            .set_password_hash(ANA, "hash".to_owned(), at(2))
            .await
            .expect("set")
    );
    assert!(
        !ledger
            .set_email(LUIS, "ana@example.COM", at(3))
            .await
            .expect("refused")
    );
    assert!(
        !ledger
            .set_password_hash(LUIS, "hash".to_owned(), at(3))
            .await
            .expect("none")
    );

    let found = ledger
        .credential_by_email("ANA@example.com")
        .await
        .expect("read")
        .expect("hers");
    assert_eq!(
        (found.person, found.email.as_str()),
        (ANA, "ana@example.com")
    );
    assert_eq!(found.password_hash.as_deref(), Some("hash"));

    assert!(
        ledger
            .set_email(ANA, "ana@work.example", at(4))
            .await
            .expect("set")
    );
    let moved = ledger.credential(ANA).await.expect("read").expect("hers");
    assert_eq!(
        moved.password_hash.as_deref(),
        Some("hash"),
        "a new address keeps the password"
    );
    assert!(
        ledger
            .credential_by_email("ana@example.com")
            .await
            .expect("read")
            .is_none()
    );
    assert_eq!(ledger.credentials().await.expect("read"), [moved]);
    assert!(ledger.has_credentials().await.expect("read"));
}

async fn a_session_holds_until_it_ends(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    ledger
        .set_email(ANA, "ana@example.com", at(1))
        .await
        .expect("set");
    ledger
        .start_session(session(1, ANA), at(10))
        .await
        .expect("in");
    ledger
        .start_session(session(2, ANA), at(11))
        .await
        .expect("in");

    let held = ledger
        .signed_in(&[1; 32], limits(20, 5))
        .await
        .expect("read")
        .expect("holds")
        .session;
    assert_eq!(
        (held.person, held.last_seen_at, held.agent.as_str()),
        (ANA, at(10), "Firefox")
    );
    assert!(
        ledger
            .signed_in(&[3; 32], limits(20, 5))
            .await
            .expect("read")
            .is_none(),
        "unknown"
    );
    assert!(
        ledger
            .signed_in(&[1; 32], limits(1000, 5))
            .await
            .expect("read")
            .is_none(),
        "expired"
    );
    assert!(
        ledger
            .signed_in(&[1; 32], limits(20, 10))
            .await
            .expect("read")
            .is_none(),
        "unused"
    );

    ledger
        .touch_session([1; 32], at(30))
        .await
        .expect("touched");
    ledger
        .touch_session([1; 32], at(25))
        .await
        .expect("never back");
    let held = ledger
        .signed_in(&[1; 32], limits(40, 29))
        .await
        .expect("read")
        .expect("holds")
        .session;
    assert_eq!(held.last_seen_at, at(30));

    let both = ledger.sessions(ANA, limits(20, 5)).await.expect("read");
    assert_eq!(both.iter().map(|s| s.token[0]).collect::<Vec<_>>(), [2, 1]);
    assert!(ledger.end_session([1; 32], at(50)).await.expect("out"));
    assert!(!ledger.end_session([1; 32], at(51)).await.expect("already"));
    assert!(
        ledger
            .signed_in(&[1; 32], limits(52, 5))
            .await
            .expect("read")
            .is_none()
    );
    assert_eq!(ledger.end_sessions(ANA, at(60)).await.expect("out"), 1);
    assert!(
        ledger
            .sessions(ANA, limits(61, 5))
            .await
            .expect("read")
            .is_empty()
    );
    assert_eq!(ledger.forget_sessions(at(1001)).await.expect("gone"), 2);
}

async fn a_new_password_ends_sessions(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    ledger
        .set_email(ANA, "ana@example.com", at(1))
        .await
        .expect("set");
    ledger
        .start_session(session(1, ANA), at(10))
        .await
        .expect("in");
    ledger
        .set_password_hash(ANA, "new".to_owned(), at(11))
        .await
        .expect("set");
    assert!(
        ledger
            .signed_in(&[1; 32], limits(12, 5))
            .await
            .expect("read")
            .is_none()
    );
}

async fn a_locked_person_is_out_at_once(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    ledger
        .set_email(ANA, "ana@example.com", at(1))
        .await
        .expect("set");
    ledger
        .start_session(session(1, ANA), at(10))
        .await
        .expect("in");
    assert!(ledger.lock(ANA, at(11)).await.expect("locked"));
    assert!(!ledger.lock(LUIS, at(11)).await.expect("nobody"));
    assert!(
        ledger
            .signed_in(&[1; 32], limits(12, 5))
            .await
            .expect("read")
            .is_none()
    );
    let locked = ledger.credential(ANA).await.expect("read").expect("hers");
    assert_eq!(locked.locked_at, Some(at(11)));
    assert!(ledger.unlock(ANA, at(13)).await.expect("unlocked"));
    let free = ledger.credential(ANA).await.expect("read").expect("hers");
    assert_eq!(free.locked_at, None);
    assert!(
        ledger
            .signed_in(&[1; 32], limits(14, 5))
            .await
            .expect("read")
            .is_none(),
        "stays ended"
    );
}
