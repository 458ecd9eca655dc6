//! Story 2, «La agenda de pedidos»: the call before the date, up to the check date and its why.

use domain::account::{Essential, Terms};
use domain::calendar::{DayKind, Direction};
use domain::command::{AccountCommand, NewLine};
use domain::context::Role;
use domain::deadline::{Bearer, DueKind};
use domain::ids::MatterId;
use domain::owed::{owed as everything, why};
use domain::refusal::{Refusal, Why};

use crate::support::{MANAGER, World, date, owed, person};

fn order(world: &World, number: &str, promised: &str) -> AccountCommand {
    AccountCommand::PlaceOrder {
        number: number.into(),
        placed_on: date("2026-06-01"),
        lines: vec![NewLine {
            what: Some(world.text("Mesa de nogal")),
            quantity: 1,
            requested: Some(date("2026-06-12")),
            promised: Some(date(promised)),
            essential: Essential::No,
        }],
    }
}

fn placed() -> (World, MatterId) {
    let mut world = World::spain(&[("2026-06-12", "San Juan de Sahagún")]);
    world.open_consumer("2026-06-01T09:00", "Elena");
    let asked = order(&world, "P-1", "2026-06-15");
    world.ask(&person(MANAGER), "2026-06-01T10:00", asked);
    let matter = world.newest("order");
    (world, matter)
}

#[test]
fn the_check_falls_on_tuesday_the_9th() {
    let (world, matter) = placed();
    assert_eq!(owed(world.matter(matter)), [("check", date("2026-06-09"))]);
    let due = &world.matter(matter).owes.dues[0];
    assert_eq!(
        due.bearer,
        Bearer::Role(Role::Logistics),
        "the house answers for it"
    );
    assert_eq!(
        world.matter(matter).owes.next_news,
        Some(date("2026-06-15")),
        "the customer hears on the promised day at the latest"
    );
}

#[test]
fn and_the_screen_can_say_why() {
    let (world, matter) = placed();
    let rows = everything([world.matter(matter)]);
    let reason = why(&rows[0], &world.account, &world.house).expect("an account");
    assert_eq!(reason.rule.0, "PAL-check");
    let working = reason.working.expect("it was counted");
    assert_eq!(working.direction, Direction::Back);
    assert_eq!(
        (working.start, working.count, working.result),
        (date("2026-06-15"), 3, date("2026-06-09"))
    );
    let skipped: Vec<_> = working
        .skipped()
        .map(|step| (step.date, step.kind.clone()))
        .collect();
    assert_eq!(
        skipped,
        [
            (date("2026-06-14"), DayKind::Weekend),
            (date("2026-06-13"), DayKind::Weekend),
            (
                date("2026-06-12"),
                DayKind::Holiday("San Juan de Sahagún".into())
            ),
        ]
    );
}

#[test]
fn another_date_needs_its_reason_and_moves_the_check() {
    let (mut world, matter) = placed();
    let repromise = |reason| AccountCommand::RepromiseLines {
        matter,
        lines: vec![],
        to: date("2026-06-24"),
        essential: Essential::No,
        reason,
    };
    let silent = repromise(world.text(""));
    assert_eq!(
        world.ask_try(&person(MANAGER), "2026-06-09T10:00", silent),
        Err(vec![Refusal::of("reason", Why::NoReason)])
    );
    let said = repromise(world.text("El proveedor entrega el 24"));
    world.ask(&person(MANAGER), "2026-06-09T10:00", said);
    assert_eq!(owed(world.matter(matter)), [("check", date("2026-06-19"))]);
}

#[test]
fn a_date_so_near_that_the_check_lies_behind_is_checked_at_once() {
    let (mut world, _) = placed();
    let asked = order(&world, "P-9", "2026-06-03");
    world.ask(&person(MANAGER), "2026-06-02T10:00", asked);
    let matter = world.newest("order");
    assert_eq!(owed(world.matter(matter)), [("check", date("2026-06-02"))]);
}

#[test]
fn a_due_moves_with_a_reason_and_never_into_the_past() {
    let (mut world, matter) = placed();
    let to = |day: &str, reason| AccountCommand::MoveDue {
        matter,
        due: DueKind::Check,
        to: date(day),
        reason,
    };
    let back = to("2026-06-01", world.text("Antes"));
    assert_eq!(
        world.ask_try(&person(MANAGER), "2026-06-03T10:00", back),
        Err(vec![Refusal::of("to", Why::InThePast)])
    );
    let on = to("2026-06-10", world.text("Luis contesta el miércoles"));
    world.ask(&person(MANAGER), "2026-06-03T10:00", on);
    assert_eq!(owed(world.matter(matter)), [("check", date("2026-06-10"))]);
    let note = AccountCommand::AddNote {
        matter: Some(matter),
        note: world.text("Ya lo sabe"),
    };
    world.ask(&person(MANAGER), "2026-06-04T10:00", note);
    assert_eq!(
        owed(world.matter(matter)),
        [("check", date("2026-06-10"))],
        "what stood stands"
    );
}

#[test]
fn a_delivery_in_the_past_is_no_promise() {
    let (mut world, _) = placed();
    let asked = AccountCommand::MakePromise {
        terms: Terms::Delivery {
            date: date("2026-06-01"),
            essential: Essential::No,
        },
        what: None,
        span: domain::account::Span::Single,
        by: None,
        to: None,
        channel: domain::account::Channel::Call,
        order: None,
    };
    assert_eq!(
        world.ask_try(&person(MANAGER), "2026-06-02T10:00", asked),
        Err(vec![Refusal::of("date", Why::InThePast)])
    );
}
