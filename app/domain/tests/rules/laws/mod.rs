//! The laws, over random histories: nothing is orphaned, every state is its facts, the loaded part decides as the
//! whole, and no claim of a believed customer about a promise goes without being honoured. `World` checks the replay,
//! the seal and the partial load at every step.

mod steps;

use steps::{Step, command, steps};

use chrono::Days;
use domain::account::MatterState;
use domain::command::{About, AccountCommand as Ask};
use domain::context::Actor;
use domain::deadline::DueKind;
use domain::fact::Fact;
use domain::ids::MatterId;
use proptest::prelude::*;

use crate::support::{DIRECTOR, MANAGER, STAFF, World, date, person};

const MATTERS_MAX: usize = 3;

/// Runs the steps; at each, `check` sees what was asked and what became of it.
fn live(steps: &[Step], mut check: impl FnMut(&World, &Ask, Option<&[Fact]>)) {
    let mut world = World::spain(&[("2026-06-12", "San Juan de Sahagún")]);
    world.open_consumer("2026-06-01T08:00", "Ana");
    let mut today = date("2026-06-01");
    for step in steps {
        today = today
            .checked_add_days(Days::new(step.days))
            .expect("within the calendar");
        let matters: Vec<MatterId> = world.account.matters.keys().copied().collect();
        let target = (!matters.is_empty()).then(|| matters[step.target.index(matters.len())]);
        // Few matters, so that each has a long life.
        let step = &Step {
            deed: if matters.len() < MATTERS_MAX {
                step.deed
            } else {
                step.deed.max(4)
            },
            ..step.clone()
        };
        let Some(asked) = command(&world, step, target, today) else {
            continue;
        };
        let actor = if step.director {
            person(DIRECTOR)
        } else {
            person(MANAGER)
        };
        let facts = world
            .ask_try(&actor, &format!("{today}T10:00"), asked.clone())
            .ok();
        check(&world, &asked, facts.as_deref());
    }
}

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_open_matter_has_an_owner_a_due_and_its_next_news(steps in steps()) {
        live(&steps, |world, _, _| nothing_is_orphaned(world));
    }

    #[test]
    fn a_claim_about_a_promise_is_honoured_in_its_commit(steps in steps()) {
        live(&steps, |world, asked, facts| {
            let Ask::MakeClaim { about, claim_kind, .. } = asked else { return };
            let tells_of_a_promise = match about {
                About::Promise { matter } | About::Order { matter, .. } => match world.matter(*matter).state {
                    MatterState::Promise(_) => true,
                    MatterState::Order(_) => claim_kind.is_about_a_promise(),
                    // There is no claim about a claim.
                    MatterState::Claim(_) => return,
                },
                About::Unrecorded { .. } => true,
                About::Nothing => claim_kind.is_about_a_promise(),
            };
            let facts = facts.expect("a claim is never turned away");
            let is_honoured = facts.iter().any(|fact| matches!(fact, Fact::Honoured { .. }));
            assert_eq!(is_honoured, tells_of_a_promise, "{asked:#?}");
        });
    }

    #[test]
    fn no_due_begins_in_the_past(steps in steps()) {
        live(&steps, |world, _, facts| {
            let (Some(_), Some(entry)) = (facts, world.entries.last()) else { return };
            for due in entry.owes.iter().flat_map(|owes| &owes.dues) {
                let earlier = world.entries.iter().rev().skip(1).flat_map(|one| &one.owes).flat_map(|owes| &owes.dues);
                let is_new = !earlier.clone().any(|one| one.kind == due.kind && one.deadline == due.deadline);
                assert!(!is_new || due.deadline.on >= entry.on || due.kind == DueKind::Answer, "{due:#?}");
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
