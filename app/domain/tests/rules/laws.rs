//! The laws, over random histories: nothing is orphaned, every state is its facts, the loaded part decides as the
//! whole, and no claim of a believed customer about a promise goes without being honoured. `World` checks the replay,
//! the seal and the partial load at every step.

use chrono::Days;
use domain::account::{
    Channel, ClaimKind, Essential, Every, Language, MatterState, RemedyKind, Resolution, Span,
    Terms,
};
use domain::command::{About, AccountCommand as Ask, NewAnswer, NewLine, NewRemedy};
use domain::context::Actor;
use domain::deadline::{Bearer, DueKind};
use domain::fact::{Cost, Direction, Fact, Outcome};
use domain::ids::MatterId;
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::time::Date;
use proptest::prelude::*;

use crate::support::{DIRECTOR, MANAGER, STAFF, World, date, person};

/// One thing somebody does, as far as it can be told before knowing the account.
#[derive(Debug, Clone)]
struct Step {
    deed: u8,
    target: prop::sample::Index,
    days: u64,
    ahead: u64,
    pick: u8,
    director: bool,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (
        0..20u8,
        any::<prop::sample::Index>(),
        0..6u64,
        0..40u64,
        0..8u8,
        any::<bool>(),
    )
        .prop_map(|(deed, target, days, ahead, pick, director)| Step {
            deed,
            target,
            days,
            ahead,
            pick,
            director,
        });
    prop::collection::vec(step, 1..30)
}

fn terms(step: &Step, today: Date) -> Terms {
    match step.pick % 4 {
        0 => Terms::Price {
            amount: Money::new(1_000 + i64::from(step.pick), EUR),
            tax: TaxBasis::Included(Rate(2100)),
            every: Every::Month,
        },
        1 => Terms::Discount {
            reduction: domain::account::Reduction::Percent(Rate(1_000)),
        },
        2 => Terms::Delivery {
            date: ahead(today, step),
            essential: Essential::No,
        },
        _ => Terms::Other,
    }
}

fn ahead(today: Date, step: &Step) -> Date {
    today
        .checked_add_days(Days::new(step.ahead))
        .expect("within the calendar")
}

fn span(step: &Step, today: Date) -> Span {
    match step.pick % 3 {
        0 => Span::Single,
        1 => Span::Standing { until: None },
        _ => Span::Standing {
            until: Some(ahead(today, step)),
        },
    }
}

/// What is asked; a step whose target does not fit is asked all the same, and refused.
fn command(world: &World, step: &Step, matter: Option<MatterId>, today: Date) -> Option<Ask> {
    let text = |body: &str| world.text(body);
    Some(match (step.deed, matter) {
        (0 | 1, _) => Ask::MakePromise {
            terms: terms(step, today),
            what: Some(text("lo dicho")),
            span: span(step, today),
            by: None,
            to: None,
            channel: Channel::Call,
            order: None,
        },
        (2, _) => Ask::PlaceOrder {
            number: format!("P-{}", step.pick),
            placed_on: today,
            lines: (0..=step.pick % 3)
                .map(|line| NewLine {
                    what: Some(text(&format!("línea {line}"))),
                    quantity: 1,
                    requested: None,
                    promised: (line > 0).then(|| ahead(today, step)),
                    essential: Essential::No,
                })
                .collect(),
        },
        (3, matter) => Ask::MakeClaim {
            about: match (step.pick % 3, matter) {
                (0, Some(matter)) => match world.matter(matter).state {
                    MatterState::Order(_) => About::Order {
                        matter,
                        lines: vec![],
                    },
                    _ => About::Promise { matter },
                },
                (1, _) => About::Unrecorded {
                    terms: terms(step, today),
                    what: None,
                    span: Span::Single,
                    by: None,
                },
                _ => About::Nothing,
            },
            claim_kind: [
                ClaimKind::BrokenPromise,
                ClaimKind::Delivery,
                ClaimKind::Treatment,
            ][usize::from(step.pick % 3)],
            contact: None,
            channel: Channel::Counter,
            points: vec![text("no se ha cumplido"), text("y nadie llamó")],
            sought: None,
            language: Language::Es,
            invoiced: Some(Money::new(1_500, EUR)),
        },
        (_, None) => return None,
        (4, Some(matter)) => Ask::ConfirmPromise { matter, note: None },
        (5, Some(matter)) => Ask::KeepPromise {
            matter,
            evidence: text("factura 1"),
        },
        (6, Some(matter)) => Ask::ReportBroken {
            matter,
            lines: vec![],
            note: None,
        },
        (7, Some(matter)) => Ask::Honour {
            matter,
            remedies: vec![NewRemedy {
                kind: RemedyKind::Service,
                amount: None,
                bearer: Bearer::Owner,
                by: None,
                what: None,
            }],
        },
        (8, Some(matter)) => Ask::ReleasePromise {
            matter,
            consent: text("déjelo"),
        },
        (9, Some(matter)) => Ask::AmendPromise {
            matter,
            terms: terms(step, today),
            consent: text("de acuerdo"),
        },
        (10, Some(matter)) => Ask::DoRemedy {
            matter,
            remedy: u16::from(step.pick % 2),
            evidence: text("hecho"),
        },
        (11, Some(matter)) => Ask::Apologise {
            matter,
            words: text("lo siento"),
        },
        (12, Some(matter)) => Ask::RepromiseLines {
            matter,
            lines: vec![],
            to: ahead(today, step),
            essential: Essential::Yes,
            reason: text("el proveedor"),
        },
        (13, Some(matter)) => Ask::DeliverLines {
            matter,
            lines: vec![u16::from(step.pick % 3)],
            arrived_on: today,
        },
        (14, Some(matter)) => Ask::DeliverLines {
            matter,
            lines: vec![],
            arrived_on: today,
        },
        (15, Some(matter)) => Ask::CancelOrder {
            matter,
            reason: text("ya no"),
        },
        (16, Some(matter)) => Ask::AnswerClaim {
            matter,
            answers: (0..2)
                .map(|_| NewAnswer {
                    resolution: Resolution::Denied,
                    reasons: Some(text("porque")),
                })
                .collect(),
        },
        (17, Some(matter)) => Ask::RecordInteraction {
            matter: Some(matter),
            channel: Channel::Call,
            direction: Direction::Outgoing,
            contact: None,
            outcome: Outcome::Reached,
            cost: Cost::default(),
            note: None,
        },
        (18, Some(matter)) => Ask::MoveDue {
            matter,
            due: [
                DueKind::Check,
                DueKind::Compare,
                DueKind::Ask,
                DueKind::Tell,
            ][usize::from(step.pick % 4)],
            to: ahead(today, step),
            reason: text("se mueve"),
        },
        (_, Some(matter)) => Ask::AssignMatter {
            matter,
            owner: STAFF,
        },
    })
}

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
        assert!(
            matter
                .reference
                .parent
                .is_none_or(|parent| world.account.matters.contains_key(&parent))
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

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
