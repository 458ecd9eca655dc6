//! Promises beside orders, after a break, and who makes them good.

use domain::account::{Apology, Essential, Every, PromiseStage, RemedyKind, Span, Telling, Terms};
use domain::command::{AccountCommand as Ask, NewRemedy};
use domain::context::Role;
use domain::deadline::Bearer;
use domain::fact::Fact;
use domain::house::HouseCommand;
use domain::ids::{MatterId, PersonId};
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::refusal::Why;
use uuid::Uuid;

use crate::support::{ADMIN, STAFF, World, date, delivery, owed, person};

fn on_order(world: &World, terms: Terms, order: MatterId) -> Ask {
    let mut asked = world.promise(terms, Span::Single);
    if let Ask::MakePromise { order: parent, .. } = &mut asked {
        *parent = Some(order);
    }
    asked
}

#[test]
fn a_delivery_date_on_an_order_lives_on_its_line() {
    let mut world = World::with_ana();
    let order = world.placed(&[Some("2026-06-15")]);
    let second = on_order(&world, delivery("2026-06-15"), order);
    assert_eq!(
        world.refused("2026-06-02T09:00", second),
        ("terms".into(), Why::DateLivesOnItsLine)
    );
    let other = on_order(&world, Terms::Other, order);
    world.asks("2026-06-02T09:00", other);
    let promise = world.newest("promise");
    assert_eq!(world.matter(promise).reference.parent, Some(order));
    let nested = on_order(&world, Terms::Other, promise);
    assert_eq!(
        world.refused("2026-06-02T09:00", nested),
        ("order".into(), Why::NoSuchMatter)
    );
}

#[test]
fn a_word_that_a_seller_gave_before_leaving_is_recorded_as_theirs() {
    let mut world = World::with_ana();
    world.ask_house(&person(ADMIN), &HouseCommand::LockPerson { person: STAFF });
    let by = |world: &World, who| {
        let mut asked = world.promise(Terms::Other, Span::Single);
        if let Ask::MakePromise { by, .. } = &mut asked {
            *by = Some(who);
        }
        asked
    };
    let theirs = by(&world, STAFF);
    world.asks("2026-06-02T09:00", theirs);
    let promise = world.newest("promise");
    assert_eq!(world.promise_of(promise).by, Some(STAFF));
    let nobodys = by(&world, PersonId::from_uuid(Uuid::from_u128(999)));
    assert_eq!(
        world.refused("2026-06-02T09:00", nobodys),
        ("by".into(), Why::NoSuchPerson)
    );
}

#[test]
fn after_a_break_the_customer_is_told_and_then_chooses_another_date() {
    let mut world = World::with_ana();
    let matter = world.promised(delivery("2026-06-10"), Span::Single);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-08T09:00", broken);
    let amend = |world: &World| Ask::AmendPromise {
        matter,
        terms: delivery("2026-06-25"),
        consent: world.text("el 25 me va bien"),
    };
    let untold = amend(&world);
    assert_eq!(
        world.refused("2026-06-08T09:30", untold),
        ("matter".into(), Why::TellFirst)
    );
    let call = world.call(matter);
    world.asks("2026-06-08T10:00", call);
    assert_eq!(
        owed(world.matter(matter))[0],
        ("choice", date("2026-06-10"))
    );
    let chosen = amend(&world);
    world.asks("2026-06-08T10:10", chosen);
    let promise = world.promise_of(matter);
    assert_eq!(promise.stage, PromiseStage::Confirmed);
    assert_eq!(promise.amends.telling, Telling::NotOwed);
    assert!(matches!(promise.amends.apology, Apology::Owed(_)));
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("apology", date("2026-06-11")),
            ("check", date("2026-06-22")),
        ],
        "the new date is checked as the first was"
    );
}

#[test]
fn an_honoured_delivery_given_another_date_is_checked_again() {
    let mut world = World::with_ana();
    let matter = world.promised(delivery("2026-06-10"), Span::Single);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-11T09:00", broken);
    let honour = honour(matter, Bearer::Owner);
    world.asks("2026-06-11T10:00", honour);
    let amend = Ask::AmendPromise {
        matter,
        terms: delivery("2026-06-25"),
        consent: world.text("el 25 me va bien"),
    };
    world.asks("2026-06-11T11:00", amend);
    let dues = owed(world.matter(matter));
    assert!(dues.contains(&("check", date("2026-06-22"))), "{dues:?}");
    assert!(
        dues.iter().any(|(kind, _)| *kind == "remedy"),
        "what was told stays owed"
    );
}

#[test]
fn a_delivery_that_is_essential_stays_so_under_another_date() {
    let mut world = World::with_ana();
    let essential = Terms::Delivery {
        date: date("2026-06-10"),
        essential: Essential::Yes,
    };
    let matter = world.promised(essential, Span::Single);
    let amend = Ask::AmendPromise {
        matter,
        terms: delivery("2026-06-12"),
        consent: world.text("el 12, sin falta"),
    };
    let facts = world.asks("2026-06-02T09:00", amend);
    let terms = Terms::Delivery {
        date: date("2026-06-12"),
        essential: Essential::Yes,
    };
    assert_eq!(world.promise_of(matter).terms, terms);
    assert!(
        matches!(facts[0], Fact::PromiseAmended { terms: told, .. } if told == terms),
        "and the fact says so"
    );
}

fn honour(matter: MatterId, bearer: Bearer) -> Ask {
    Ask::Honour {
        matter,
        remedies: vec![NewRemedy {
            kind: RemedyKind::Service,
            amount: None,
            bearer,
            by: None,
            what: None,
        }],
    }
}

#[test]
fn a_remedy_is_borne_by_somebody_who_serves_here() {
    let mut world = World::with_ana();
    world.ask_house(&person(ADMIN), &HouseCommand::LockPerson { person: STAFF });
    let matter = world.promised(Terms::Other, Span::Single);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-02T09:00", broken);
    let nobody = PersonId::from_uuid(Uuid::from_u128(999));
    for bearer in [
        Bearer::Person(STAFF),
        Bearer::Person(ADMIN),
        Bearer::Person(nobody),
        Bearer::Role(Role::Administrator),
        Bearer::Role(Role::Defensor),
    ] {
        assert_eq!(
            world.refused("2026-06-02T10:00", honour(matter, bearer)),
            ("remedy.0.person".into(), Why::NoSuchPerson),
            "{bearer:?}"
        );
    }
    world.asks(
        "2026-06-02T10:00",
        honour(matter, Bearer::Role(Role::Logistics)),
    );
}

#[test]
fn nothing_off_and_nothing_to_pay_is_said_at_the_field_that_says_it() {
    let mut world = World::with_ana();
    let tax = TaxBasis::Included(Rate(2100));
    let off = |reduction| Terms::Discount { reduction };
    for (terms, field) in [
        (off(domain::account::Reduction::Percent(Rate(0))), "percent"),
        (
            off(domain::account::Reduction::Amount(Money::zero(EUR))),
            "amount",
        ),
        (
            Terms::Price {
                amount: Money::zero(EUR),
                tax,
                every: Every::Once,
            },
            "amount",
        ),
    ] {
        let asked = world.promise(terms, Span::Single);
        assert_eq!(
            world.refused("2026-06-02T09:00", asked),
            (field.into(), Why::NotPositive)
        );
    }
}
