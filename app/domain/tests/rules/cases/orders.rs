//! An order's dates, and its end: only the customer calls it off.

use domain::account::{Essential, Telling};
use domain::command::{AccountCommand as Ask, NewLine};
use domain::fact::Fact;
use domain::ids::MatterId;
use domain::refusal::Why;

use crate::support::{World, codes, date, owed};

fn cancel(world: &World, matter: MatterId, consent: &str) -> Ask {
    Ask::CancelOrder {
        matter,
        consent: world.text(consent),
    }
}

#[test]
fn the_house_takes_no_order_back_by_calling_it_off() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10")]);
    let silent = cancel(&world, matter, " ");
    assert_eq!(
        world.refused("2026-06-05T09:00", silent),
        ("consent".into(), Why::HouseCannotWithdraw)
    );
    let said = cancel(&world, matter, "Ya no la quiero");
    world.asks("2026-06-05T09:00", said);
    assert!(!world.matter(matter).is_open());
}

#[test]
fn calling_it_off_leaves_the_telling_and_the_apology_owed() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10")]);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-11T09:00", broken);
    let said = cancel(&world, matter, "Pues no la quiero");
    world.asks("2026-06-11T10:00", said);
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("tell", date("2026-06-11")),
            ("apology", date("2026-06-16"))
        ]
    );
    let call = world.call(matter);
    world.asks("2026-06-11T11:00", call);
    assert_eq!(
        owed(world.matter(matter)),
        [("apology", date("2026-06-16"))],
        "told, they have nothing left to choose"
    );
}

#[test]
fn what_is_essential_stays_so_under_another_date() {
    let mut world = World::with_ana();
    let line = |essential, what: &str| NewLine {
        what: Some(world.text(what)),
        quantity: 1,
        requested: None,
        promised: Some(date("2026-06-20")),
        essential,
    };
    let lines = vec![line(Essential::Yes, "mesa"), line(Essential::No, "silla")];
    let placed = Ask::PlaceOrder {
        number: "P-2".into(),
        placed_on: date("2026-06-01"),
        lines,
    };
    world.asks("2026-06-01T09:00", placed);
    let matter = world.newest("order");
    let moved = world.repromise(matter, &[], "2026-06-25");
    let facts = world.asks("2026-06-02T09:00", moved);
    let told: Vec<_> = facts
        .iter()
        .map(|fact| match fact {
            Fact::LinesRepromised {
                lines, essential, ..
            } => (lines.clone(), *essential),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        told,
        [(vec![0], Essential::Yes), (vec![1], Essential::No)],
        "the fact says it for each line"
    );
    let lines = &world.order_of(matter).lines;
    assert_eq!(lines[0].essential, Essential::Yes);
    assert_eq!(lines[1].essential, Essential::No);
}

#[test]
fn the_first_date_of_a_line_is_the_one_promised() {
    let mut world = World::with_ana();
    let matter = world.placed(&[None]);
    let first = world.repromise(matter, &[], "2026-06-20");
    world.asks("2026-06-02T09:00", first);
    let second = world.repromise(matter, &[], "2026-06-25");
    world.asks("2026-06-03T09:00", second);
    let line = world.order_of(matter).lines[0];
    assert_eq!(
        (line.promised, line.repromised),
        (Some(date("2026-06-20")), Some(date("2026-06-25")))
    );
}

#[test]
fn a_partial_delivery_leaves_no_choice_and_the_rest_is_asked_after() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10"), Some("2026-06-25")]);
    let broken = world.broken(matter, &[0]);
    world.asks("2026-06-11T09:00", broken);
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("tell", date("2026-06-11")),
            ("apology", date("2026-06-16")),
            ("check", date("2026-06-22")),
        ],
        "the other line is on its way"
    );
    let call = world.call(matter);
    world.asks("2026-06-11T10:00", call);
    assert_eq!(
        owed(world.matter(matter))[0],
        ("choice", date("2026-06-15"))
    );
    let facts = world.asks(
        "2026-06-12T09:00",
        World::delivered(matter, &[0], "2026-06-12"),
    );
    assert_eq!(codes(&facts), ["lines_delivered"]);
    assert_eq!(world.order_of(matter).amends.telling, Telling::NotOwed);
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("apology", date("2026-06-16")),
            ("check", date("2026-06-22")),
        ]
    );
}
