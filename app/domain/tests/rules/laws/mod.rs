//! The laws, over random histories of consumers and businesses, with imports, corrections, people who leave and what
//! is written down days later. `World` checks the replay, the seal and the partial load at every step.

mod believing;
mod honouring;
mod invoices;
mod live;
mod owing;
mod steps;

use live::{Done, live};
use steps::histories;

use domain::account::MatterState;
use domain::command::{About, AccountCommand as Ask};
use domain::context::Actor;
use domain::fact::Fact;
use proptest::prelude::*;

use crate::support::{DIRECTOR, MANAGER, STAFF, World, person};

/// Invariant 6, and that a closed matter owes nothing.
fn nothing_is_orphaned(world: &World) {
    for matter in world.account.matters.values() {
        assert!(
            world.house.active(matter.owner).is_some(),
            "its owner works here"
        );
        if matter.is_open() {
            assert!(
                !matter.owes.dues.is_empty(),
                "open and owing nothing: {matter:#?}"
            );
            assert!(
                matter.owes.next_news.is_some(),
                "open and without next news: {matter:#?}"
            );
        } else {
            assert!(matter.owes.dues.is_empty(), "closed and owing: {matter:#?}");
        }
        let mut wanted: Vec<_> = matter.wanted().into_iter().map(|one| one.kind).collect();
        let mut dues: Vec<_> = matter.owes.dues.iter().map(|due| due.kind).collect();
        wanted.sort_unstable();
        dues.sort_unstable();
        assert_eq!(wanted, dues, "what is owed is what the state owes");
        let last = world.entries.iter().rev().find(|entry| {
            let of_it = entry
                .matter
                .is_some_and(|one| one.id == matter.reference.id);
            of_it && !matches!(entry.fact, Fact::Corrected { .. })
        });
        assert_eq!(last.map(|entry| entry.version), Some(matter.version));
        assert!(
            matter
                .reference
                .parent
                .is_none_or(|parent| world.account.matters.contains_key(&parent))
        );
    }
}

/// Whether what the customer says is of a promise; `None` where there can be no such claim.
fn tells_of_a_promise(world: &World, asked: &Ask) -> Option<bool> {
    let Ask::MakeClaim {
        about, claim_kind, ..
    } = asked
    else {
        return None;
    };
    match about {
        About::Promise { matter } | About::Order { matter, .. } => {
            match world.matter(*matter).state {
                MatterState::Promise(_) => Some(true),
                MatterState::Order(_) => Some(claim_kind.is_about_a_promise()),
                // There is no claim about a claim, or about what is found of one.
                MatterState::Claim(_) | MatterState::Investigation(_) => None,
            }
        }
        About::Unrecorded { .. } => Some(true),
        About::Nothing => Some(claim_kind.is_about_a_promise()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_open_matter_has_an_owner_a_due_and_its_next_news(history in histories()) {
        live(&history, |world, _| nothing_is_orphaned(world));
    }

    #[test]
    fn a_claim_about_a_promise_is_honoured_in_its_commit(history in histories()) {
        live(&history, |world, done| {
            let Some(tells_of_a_promise) = tells_of_a_promise(world, done.asked) else { return };
            let facts = done.facts.expect("a claim is never turned away");
            let is_honoured = facts.iter().any(|fact| matches!(fact, Fact::Honoured { .. }));
            assert_eq!(is_honoured, tells_of_a_promise, "{:#?}", done.asked);
        });
    }

    #[test]
    fn a_correction_changes_no_state(history in histories()) {
        live(&history, |world, Done { before, asked, facts }| {
            if !matches!(asked, Ask::Correct { .. }) || facts.is_none() {
                return;
            }
            assert_eq!(world.account.head, before.head);
            assert_eq!(world.account.matters, before.matters);
            assert_eq!(world.account.version, before.version + 1, "it is one more line");
        });
    }

    #[test]
    fn what_somebody_delivers_late_was_missed(history in histories()) {
        live(&history, |world, Done { before, asked, facts }| {
            let (Ask::DeliverLines { matter, arrived_on, .. }, Some(_)) = (asked, facts) else { return };
            let (before, after) = (&before.matters[matter].state, &world.matter(*matter).state);
            let (MatterState::Order(before), MatterState::Order(after)) = (before, after) else { return };
            for (number, line) in before.waiting() {
                let came = after.lines[usize::from(number)].actual.is_some();
                let is_late = line.due_on().is_some_and(|due| due < *arrived_on);
                assert!(!(came && is_late) || after.missed.contains(&number), "{after:#?}");
            }
        });
    }
}

#[test]
fn nobody_outside_service_writes_on_an_account() {
    let mut world = World::spain(&[]);
    world.open_consumer("2026-06-01T08:00", "Ana");
    let note = || Ask::AddNote {
        matter: None,
        note: World::spain(&[]).text("hola"),
    };
    for outsider in [
        person(crate::support::ADMIN),
        Actor::House,
        Actor::Import {
            source: "erp".into(),
        },
    ] {
        assert!(
            world
                .ask_try(&outsider, "2026-06-01T09:00", note())
                .is_err(),
            "{outsider:?}"
        );
    }
    for insider in [
        MANAGER,
        crate::support::LOGISTICS,
        DIRECTOR,
        crate::support::SALES,
        STAFF,
    ] {
        assert!(
            world
                .ask_try(&person(insider), "2026-06-01T09:00", note())
                .is_ok(),
            "{insider:?}"
        );
    }
}
