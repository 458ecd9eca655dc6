//! What makes a broken word good beside its remedy: its worth where the thing itself cannot be, a director who knows, a
//! meeting, a gesture.

use domain::account::{ClaimKind, Every, Hearing, RemedyKind, Span, Terms};
use domain::command::{About, AccountCommand as Ask, NewRemedy};
use domain::deadline::Bearer;
use domain::fact::Fact;
use domain::house::{DisputeBody, HouseCommand, Limits, Pack};
use domain::ids::MatterId;
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::refusal::{Refusal, Why};

use crate::support::{ADMIN, DIRECTOR, SALES, STAFF, World, codes, date, delivery, owed, person};

fn euros(minor: i64) -> Money {
    Money::new(minor, EUR)
}

fn price(minor: i64) -> Terms {
    Terms::Price {
        amount: euros(minor),
        tax: TaxBasis::Included(Rate(2100)),
        every: Every::Once,
    }
}

fn claimed(world: &World, matter: MatterId, invoiced: Option<i64>) -> Ask {
    let mut asked = world.claim(About::Promise { matter }, ClaimKind::BrokenPromise);
    if let Ask::MakeClaim { invoiced: says, .. } = &mut asked {
        *says = invoiced.map(euros);
    }
    asked
}

/// Honoured on Tuesday the 2nd of June; its delivery is owed by the 9th.
fn honoured() -> (World, MatterId) {
    let mut world = World::with_ana();
    let matter = world.promised(delivery("2026-06-15"), Span::Single);
    let asked = claimed(&world, matter, None);
    world.asks("2026-06-02T09:00", asked);
    (world, matter)
}

fn worth(world: &World, matter: MatterId, minor: i64) -> Ask {
    Ask::ChooseWorth {
        matter,
        remedy: 0,
        amount: euros(minor),
        by: None,
        reason: world.text("ya no se fabrica"),
        choice: world.text("prefiero el dinero"),
    }
}

#[test]
fn what_is_impossible_is_honoured_by_its_worth_the_customer_choosing() {
    let (mut world, matter) = honoured();
    let mut silent = worth(&world, matter, 12_000);
    if let Ask::ChooseWorth { choice, .. } = &mut silent {
        *choice = world.text(" ");
    }
    assert_eq!(
        world.refused("2026-06-03T09:00", silent),
        ("choice".into(), Why::LowersWhatWasShown)
    );
    let nothing = worth(&world, matter, 0);
    assert_eq!(
        world.refused("2026-06-03T09:00", nothing),
        ("amount".into(), Why::NotPositive)
    );
    let chosen = worth(&world, matter, 12_000);
    world.asks("2026-06-03T09:00", chosen.clone());
    let remedy = world.promise_of(matter).amends.remedies[0];
    assert_eq!(
        (remedy.kind, remedy.amount, remedy.by),
        (RemedyKind::Worth, Some(euros(12_000)), date("2026-06-09")),
        "on the day they were told"
    );
    assert_eq!(
        world.refused("2026-06-03T10:00", chosen),
        ("remedy".into(), Why::NoSuchRemedy)
    );
}

#[test]
fn the_house_does_not_choose_the_worth_itself() {
    let mut world = World::with_ana();
    let matter = world.promised(delivery("2026-06-15"), Span::Single);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-02T09:00", broken);
    let honour = Ask::Honour {
        matter,
        remedies: vec![NewRemedy {
            kind: RemedyKind::Worth,
            amount: Some(euros(100)),
            bearer: Bearer::Owner,
            by: None,
            what: None,
        }],
    };
    assert_eq!(
        world.refused("2026-06-02T10:00", honour),
        ("remedy.0.kind".into(), Why::WorthIsChosen)
    );
}

#[test]
fn a_director_is_told_at_once_of_what_is_honoured_above_the_houses_amount() {
    let mut world = World::with_ana();
    let matter = world.promised(price(10_000), Span::Single);
    let asked = claimed(&world, matter, Some(60_000));
    let facts = world.ask(&person(STAFF), "2026-06-02T09:00", asked);
    assert_eq!(
        codes(&facts),
        [
            "claim_received",
            "promise_broken",
            "honoured",
            "remedy_owed",
            "director_alerted",
            "investigation_opened"
        ],
        "after the fact, in the same commit"
    );
    assert_eq!(
        facts[4],
        Fact::DirectorAlerted {
            amount: euros(50_000),
            above: euros(30_000)
        }
    );
    assert_eq!(
        owed(world.matter(matter))[0],
        ("acknowledge", date("2026-06-02")),
        "the same working day"
    );
    let known = Ask::AcknowledgeAlert { matter };
    assert!(
        world
            .ask_try(&person(STAFF), "2026-06-02T10:00", known.clone())
            .is_err()
    );
    world.ask(&person(SALES), "2026-06-02T10:00", known.clone());
    let again = world.ask_try(&person(DIRECTOR), "2026-06-02T11:00", known);
    assert_eq!(again, Err(vec![Refusal::of("matter", Why::NotInThisState)]));
}

#[test]
fn what_the_house_honours_by_itself_counts_as_one_sum() {
    let mut world = World::with_ana();
    let matter = world.promised(price(10_000), Span::Single);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-02T09:00", broken);
    let credit = |minor| NewRemedy {
        kind: RemedyKind::Credit,
        amount: Some(euros(minor)),
        bearer: Bearer::Owner,
        by: None,
        what: None,
    };
    let honour = Ask::Honour {
        matter,
        remedies: vec![credit(20_000), credit(10_001)],
    };
    let facts = world.asks("2026-06-02T10:00", honour);
    assert_eq!(
        facts.last(),
        Some(&Fact::DirectorAlerted {
            amount: euros(30_001),
            above: euros(30_000)
        })
    );
}

#[test]
fn an_amount_that_is_not_above_it_calls_nobody_and_the_house_sets_it() {
    let mut world = World::with_ana();
    let matter = world.promised(price(10_000), Span::Single);
    let mut strict = world.clone();
    let limits = Limits {
        gesture_minor_max: 5_000,
        alert_minor: 99,
    };
    strict.ask_house(&person(ADMIN), &HouseCommand::SetLimits { limits });
    for (mut world, is_told) in [(world, false), (strict, true)] {
        let asked = claimed(&world, matter, Some(10_100));
        let facts = world.asks("2026-06-02T09:00", asked);
        assert_eq!(codes(&facts).contains(&"director_alerted"), is_told);
    }
}

#[test]
fn the_meeting_is_told_when_honouring_and_owed_until_it_is_held() {
    let mut world = World::with_ana();
    let matter = world.promised(price(10_000), Span::Single);
    let mut asked = claimed(&world, matter, None);
    if let Ask::MakeClaim { dates, .. } = &mut asked {
        dates.hearing = Some(date("2026-06-01"));
    }
    assert_eq!(
        world.refused("2026-06-02T09:00", asked.clone()),
        ("hearing".into(), Why::InThePast)
    );
    if let Ask::MakeClaim { dates, .. } = &mut asked {
        dates.hearing = Some(date("2026-06-10"));
    }
    let facts = world.asks("2026-06-02T09:00", asked);
    assert!(codes(&facts).contains(&"hearing_set"));
    assert!(owed(world.matter(matter)).contains(&("hearing", date("2026-06-10"))));
    let held = Ask::HoldHearing {
        matter,
        outcome: world.text("el vendedor confirma lo dicho"),
    };
    world.ask(&person(DIRECTOR), "2026-06-10T10:00", held.clone());
    assert_eq!(
        world.promise_of(matter).amends.hearing,
        Hearing::Held(date("2026-06-10"))
    );
    assert_eq!(
        world.refused("2026-06-10T11:00", held),
        ("matter".into(), Why::NotInThisState)
    );
}

#[test]
fn anyone_at_a_counter_gives_up_to_the_limit_and_a_director_beyond() {
    let (mut world, matter) = honoured();
    let gesture = |world: &World, minor| Ask::GiveGesture {
        matter: Some(matter),
        what: world.text("el porte"),
        amount: euros(minor),
    };
    let small = gesture(&world, 5_000);
    let facts = world.ask(&person(STAFF), "2026-06-03T09:00", small);
    assert_eq!(codes(&facts), ["gesture_given"]);
    let large = gesture(&world, 5_001);
    assert_eq!(
        world.ask_try(&person(STAFF), "2026-06-03T10:00", large.clone()),
        Err(vec![Refusal::of(
            "amount",
            Why::AboveTheGestures(euros(5_000))
        )])
    );
    world.ask(&person(DIRECTOR), "2026-06-03T11:00", large);
    let nothing = gesture(&world, 0);
    assert_eq!(
        world.refused("2026-06-03T12:00", nothing),
        ("amount".into(), Why::NotPositive)
    );
}

#[test]
fn a_house_names_its_dispute_bodies_and_until_then_those_of_its_law() {
    let mut world = World::spain(&[]);
    assert_eq!(world.house.dispute_bodies(), DisputeBody::usual(Pack::Es));
    assert!(!world.house.dispute_bodies().is_empty());
    let body = |name: &str, address: &str| DisputeBody {
        name: name.into(),
        address: address.into(),
    };
    for (bodies, field) in [
        (vec![], "body.0.name"),
        (vec![body(" ", "Calle Mayor 1")], "body.0.name"),
        (vec![body("Junta Arbitral", "")], "body.0.address"),
    ] {
        let asked = HouseCommand::NameDisputeBodies { bodies };
        assert_eq!(
            world.try_house(&person(ADMIN), &asked),
            Err(vec![Refusal::of(field, Why::Missing)])
        );
    }
    let bodies = vec![body("Junta Arbitral de Salamanca", "Calle Mayor 1")];
    let asked = HouseCommand::NameDisputeBodies {
        bodies: bodies.clone(),
    };
    world.ask_house(&person(ADMIN), &asked);
    assert_eq!(world.house.dispute_bodies(), bodies);
    let limits = Limits {
        gesture_minor_max: -1,
        alert_minor: 0,
    };
    assert_eq!(
        world.try_house(&person(ADMIN), &HouseCommand::SetLimits { limits }),
        Err(vec![Refusal::of("gesture", Why::NotPositive)])
    );
}
