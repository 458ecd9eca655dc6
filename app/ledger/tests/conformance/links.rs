//! Coming in: attempts that are counted, links that work once and wholly, secrets that are made once.

use domain::context::Role;
use domain::house::HouseCommand;
use domain::ids::PersonId;
use domain::time::Timestamp;
use ledger::{Admitted, Attempts, NewInvitation, Newcomer, Tried, Welcome, Welcomed};
use uuid::Uuid;

use crate::support::Fresh;
use crate::world::{ANA, LUIS, STORE, found, text, to_house};

on_both_engines![
    attempts_are_counted_in_their_window,
    of_many_attempts_at_once_no_more_are_let_through,
    an_attempt_beyond_one_limit_is_counted_by_none,
    a_link_is_used_once,
    a_link_is_used_once_by_two_at_a_time,
    a_newer_link_takes_the_older_ones_place,
    a_password_by_one_link_makes_the_others_useless,
    the_first_link_makes_the_person_wholly,
    a_newcomer_who_is_refused_leaves_the_link_open,
    the_first_link_makes_nobody_where_somebody_comes_in,
    somebody_new_is_known_and_comes_in_or_neither,
    a_secret_is_made_once,
];

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds * 1_000_000)
}

fn of(scope: &str, key: &str) -> Attempts {
    Attempts {
        scope: scope.to_owned(),
        key: key.to_owned(),
    }
}

async fn attempt(fresh: &Fresh, max: u64, after: i64, now: i64) -> Option<Vec<Tried>> {
    let ana = vec![(of("email", "ana@example.com"), max)];
    let tried = fresh.ledger.attempt(ana, at(after), at(now)).await;
    tried.expect("counted")
}

async fn attempts_are_counted_in_their_window(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    for second in [10, 20, 20, 30] {
        let other = vec![(of("address", "ana@example.com"), 9)];
        ledger
            .attempt(other, at(0), at(second))
            .await
            .expect("counted");
        assert!(attempt(fresh, 4, 0, second).await.is_some());
    }
    assert!(attempt(fresh, 4, 9, 31).await.is_none(), "four after 9");
    let fourth = attempt(fresh, 4, 10, 31).await.expect("three after 10");
    assert!(attempt(fresh, 4, 10, 31).await.is_none());
    ledger.take_back(fourth).await.expect("taken back");
    assert!(attempt(fresh, 4, 10, 31).await.is_some(), "and free again");
    assert_eq!(ledger.forget_attempts(at(20)).await.expect("gone"), 2);
    assert!(attempt(fresh, 4, 0, 31).await.is_none(), "four are left");
    let all = of("email", "ana@example.com");
    ledger.clear_attempts(all).await.expect("cleared");
    assert!(attempt(fresh, 1, 0, 31).await.is_some());
}

async fn of_many_attempts_at_once_no_more_are_let_through(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    // Again and again: at first PostgreSQL's connections are opened one by one, and nobody meets.
    for guessed in ["ana", "eva", "luis", "marta"] {
        // Each at its own instant: at the same one, the keys of two would meet and one of them wait for the other.
        let all = (0..50).map(|nth| {
            let limits = vec![(of("email", guessed), 8)];
            ledger.attempt(limits, at(0), at(10 + nth))
        });
        let tried = futures::future::join_all(all).await;
        let tried = tried.into_iter().map(|tried| tried.expect("counted"));
        assert_eq!(tried.flatten().count(), 8, "{guessed}");
    }
}

async fn an_attempt_beyond_one_limit_is_counted_by_none(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let both = |max| {
        vec![
            (of("address", "192.0.2.7"), 2),
            (of("email", "a@b.example"), max),
        ]
    };
    for (max, is_let_through) in [(1, true), (1, false), (1, false), (9, true), (9, false)] {
        let tried = ledger
            .attempt(both(max), at(0), at(10))
            .await
            .expect("counted");
        assert_eq!(tried.is_some(), is_let_through);
    }
}

fn link(token: u8, person: Option<PersonId>) -> NewInvitation {
    NewInvitation {
        token: [token; 32],
        purpose: "password".to_owned(),
        person,
        expires_at: at(100),
    }
}

fn chosen(token: u8) -> Welcome {
    Welcome {
        token: [token; 32],
        password_hash: "hash".to_owned(),
        newcomer: None,
    }
}

/// Ana and Luis, who can come in once they have a password.
async fn known(fresh: &Fresh) {
    for (person, email) in [(ANA, "ana@example.com"), (LUIS, "luis@example.com")] {
        let set = fresh.ledger.set_email(person, email, at(1)).await;
        assert!(set.expect("an address"));
    }
}

async fn a_link_is_used_once(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    known(fresh).await;
    ledger
        .invite(link(1, Some(ANA)), at(10))
        .await
        .expect("given");
    let open = async |second| ledger.invitation(&[1; 32], at(second)).await.expect("read");
    assert_eq!(open(20).await.and_then(|link| link.person), Some(ANA));
    assert_eq!(open(100).await, None, "expired");
    let used = async |second| {
        ledger
            .welcome(chosen(1), at(second))
            .await
            .expect("an answer")
    };
    assert_eq!(used(100).await, Welcomed::Spent, "late");
    assert_eq!(used(30).await, Welcomed::In(ANA));
    assert_eq!(used(31).await, Welcomed::Spent);
    assert_eq!(open(31).await, None);
    let hers = ledger.credential(ANA).await.expect("read").expect("hers");
    assert_eq!(hers.password_hash.as_deref(), Some("hash"));
}

async fn a_link_is_used_once_by_two_at_a_time(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    known(fresh).await;
    ledger
        .invite(link(1, Some(ANA)), at(10))
        .await
        .expect("given");
    let all = (0..8).map(|_| ledger.welcome(chosen(1), at(20)));
    let outcomes = futures::future::join_all(all).await;
    let came_in = outcomes
        .into_iter()
        .filter(|outcome| matches!(outcome, Ok(Welcomed::In(_))));
    assert_eq!(came_in.count(), 1);
}

async fn a_newer_link_takes_the_older_ones_place(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    for (token, person) in [
        (1, Some(ANA)),
        (2, Some(LUIS)),
        (3, None),
        (4, Some(ANA)),
        (5, None),
    ] {
        ledger
            .invite(link(token, person), at(10))
            .await
            .expect("given");
    }
    for (token, is_open) in [(1, false), (2, true), (3, false), (4, true), (5, true)] {
        let open = ledger.invitation(&[token; 32], at(20)).await.expect("read");
        assert_eq!(open.is_some(), is_open, "{token}");
    }
}

async fn a_password_by_one_link_makes_the_others_useless(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    known(fresh).await;
    for (token, person) in [(1, ANA), (2, LUIS)] {
        ledger
            .invite(link(token, Some(person)), at(10))
            .await
            .expect("given");
    }
    // As two given out at the same moment on two servers would stand.
    let beside = "UPDATE invitations SET used_at = NULL";
    ledger
        .invite(link(3, Some(ANA)), at(11))
        .await
        .expect("given");
    crate::support::meddle(&fresh.url, beside)
        .await
        .expect("both open");
    let used = ledger.welcome(chosen(3), at(20)).await.expect("an answer");
    assert_eq!(used, Welcomed::In(ANA));
    let used = ledger.welcome(chosen(1), at(21)).await.expect("an answer");
    assert_eq!(used, Welcomed::Spent, "hers");
    let used = ledger.welcome(chosen(2), at(21)).await.expect("an answer");
    assert_eq!(used, Welcomed::In(LUIS), "another's stays");
}

const EVA: PersonId = PersonId::from_uuid(Uuid::from_u128(0xE));

fn eva(n: u128, name: &str) -> Welcome {
    let added = HouseCommand::AddPerson {
        person: EVA,
        name: text(n, name),
        store: Some(STORE),
        roles: vec![Role::Administrator],
    };
    Welcome {
        newcomer: Some(Newcomer {
            person: EVA,
            email: "Eva@example.com".to_owned(),
            added: to_house(n, added),
        }),
        ..chosen(1)
    }
}

async fn the_first_link_makes_the_person_wholly(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    ledger.invite(link(1, None), at(10)).await.expect("given");
    let nameless = ledger.welcome(chosen(1), at(20)).await.expect("an answer");
    assert_eq!(
        nameless,
        Welcomed::Spent,
        "it makes a person, and none came"
    );
    let mut hints = ledger.live();
    let used = ledger
        .welcome(eva(90, "Eva"), at(20))
        .await
        .expect("an answer");
    assert_eq!(used, Welcomed::In(EVA));
    assert!(hints.recv().await.is_ok(), "the house has moved");
    assert!(ledger.house().await.expect("read").active(EVA).is_some());
    let hers = ledger.credential_by_email("eva@example.com").await;
    let hers = hers.expect("read").expect("hers");
    assert_eq!(
        (hers.person, hers.password_hash.as_deref()),
        (EVA, Some("hash"))
    );
    assert!(ledger.check().await.expect("read").differences.is_empty());
}

async fn a_newcomer_who_is_refused_leaves_the_link_open(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    ledger.invite(link(1, None), at(10)).await.expect("given");
    let version = ledger.house().await.expect("read").version;
    let refused = ledger
        .welcome(eva(90, " "), at(20))
        .await
        .expect("an answer");
    assert!(matches!(refused, Welcomed::Refused(_)), "{refused:?}");
    assert_eq!(ledger.house().await.expect("read").version, version);
    assert!(!ledger.has_credentials().await.expect("read"));
    let used = ledger
        .welcome(eva(91, "Eva"), at(21))
        .await
        .expect("an answer");
    assert_eq!(used, Welcomed::In(EVA));
}

async fn the_first_link_makes_nobody_where_somebody_comes_in(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    ledger.invite(link(1, None), at(10)).await.expect("given");
    let set = ledger.set_email(ANA, "ana@example.com", at(11)).await;
    assert!(set.expect("an address"));
    let late = ledger
        .welcome(eva(90, "Eva"), at(20))
        .await
        .expect("an answer");
    assert_eq!(late, Welcomed::Spent);
    assert!(ledger.house().await.expect("read").active(EVA).is_none());
    assert_eq!(ledger.credentials().await.expect("read").len(), 1);
}

async fn somebody_new_is_known_and_comes_in_or_neither(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let admitted = async |n, name| {
        let newcomer = eva(n, name).newcomer.expect("somebody new");
        ledger.admit(newcomer, at(20)).await.expect("an answer")
    };
    let set = ledger.set_email(ANA, "eva@example.com", at(10)).await;
    assert!(set.expect("an address"));
    assert_eq!(admitted(90, "Eva").await, Admitted::Taken);
    assert!(matches!(admitted(91, " ").await, Admitted::Refused(_)));
    assert!(ledger.house().await.expect("read").active(EVA).is_none());
    let moved = ledger.set_email(ANA, "ana@example.com", at(11)).await;
    assert!(moved.expect("another address"));
    assert_eq!(admitted(92, "Eva").await, Admitted::In);
    assert!(ledger.house().await.expect("read").active(EVA).is_some());
    assert!(ledger.credential(EVA).await.expect("read").is_some());
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
