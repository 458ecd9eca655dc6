//! Story 3, «El pedido de septiembre»: the lost account, as recorded facts on the timeline.

use domain::account::{Channel, Essential};
use domain::command::{AccountCommand, ImportedOrder, NewLine};
use domain::context::Actor;
use domain::deadline::Origin;
use domain::fact::{Aftermath, Cost, Direction, Fact, Outcome};
use domain::ids::MatterId;
use domain::timeline::Row;
use uuid::Uuid;

use crate::support::{MANAGER, STAFF, World, date, owed, person};

fn called(world: &World, matter: MatterId, excuse: &str) -> AccountCommand {
    AccountCommand::RecordInteraction {
        matter: Some(matter),
        channel: Channel::Call,
        direction: Direction::Incoming,
        contact: None,
        outcome: Outcome::Reached,
        cost: Cost {
            minutes: 12,
            trips: 0,
            transfers: 2,
        },
        note: Some(world.text(excuse)),
    }
}

fn told() -> (World, MatterId) {
    let mut world = World::spain(&[]);
    world.open_consumer("2026-07-20T10:00", "Familia Soler");
    let asked = AccountCommand::PlaceOrder {
        number: "S-77".into(),
        placed_on: date("2026-07-20"),
        lines: vec![NewLine {
            what: Some(world.text("Muebles del colegio")),
            quantity: 12,
            requested: Some(date("2026-09-01")),
            promised: Some(date("2026-09-01")),
            essential: Essential::Yes,
        }],
    };
    world.ask(&person(MANAGER), "2026-07-20T10:10", asked);
    let matter = world.newest("order");
    (world, matter)
}

#[test]
fn the_story_stands_on_one_thread_in_its_order() {
    let (mut world, matter) = told();
    for (wall, excuse) in [
        ("2026-08-24T10:00", "Está de camino"),
        ("2026-08-27T12:00", "Mañana le llamamos"),
        ("2026-08-31T09:00", "El almacén no contesta"),
    ] {
        let asked = called(&world, matter, excuse);
        world.ask(&person(STAFF), wall, asked);
    }
    let broken = AccountCommand::ReportBroken {
        matter,
        lines: vec![],
        note: None,
    };
    world.ask(&person(MANAGER), "2026-09-02T09:00", broken);
    let mut rows: Vec<_> = world
        .entries
        .iter()
        .cloned()
        .map(|entry| Row::settled(entry, std::collections::BTreeMap::new()))
        .collect();
    rows.sort_by_key(Row::place);
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.fact.code(), row.on.to_string()))
        .collect();
    insta::assert_snapshot!(told.iter().map(|(code, on)| format!("{on} {code}")).collect::<Vec<_>>().join("\n"), @r"
    2026-09-02 lines_missed
    2026-08-31 interaction_recorded
    2026-08-27 interaction_recorded
    2026-08-24 interaction_recorded
    2026-07-20 order_placed
    2026-07-20 account_opened
    ");
    assert!(
        rows.iter()
            .filter_map(|row| row.matter)
            .all(|one| one.thread == matter)
    );
}

#[test]
fn what_was_missed_owes_the_telling_the_same_day_and_an_apology() {
    let (mut world, matter) = told();
    let broken = AccountCommand::ReportBroken {
        matter,
        lines: vec![],
        note: None,
    };
    world.ask(&person(MANAGER), "2026-09-02T09:00", broken);
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("tell", date("2026-09-02")),
            ("apology", date("2026-09-07"))
        ]
    );
}

#[test]
fn a_call_of_theirs_tells_them_nothing_and_one_of_ours_does() {
    let (mut world, matter) = told();
    let broken = AccountCommand::ReportBroken {
        matter,
        lines: vec![],
        note: None,
    };
    world.ask(&person(MANAGER), "2026-09-02T09:00", broken);
    let theirs = called(&world, matter, "¿Y mi pedido?");
    world.ask(&person(STAFF), "2026-09-02T10:00", theirs);
    assert_eq!(owed(world.matter(matter))[0], ("tell", date("2026-09-02")));
    let mut ours = called(&world, matter, "No llega; tres alternativas");
    if let AccountCommand::RecordInteraction { direction, .. } = &mut ours {
        *direction = Direction::Outgoing;
    }
    world.ask(&person(MANAGER), "2026-09-02T11:00", ours);
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("choice", date("2026-09-04")),
            ("apology", date("2026-09-07"))
        ]
    );
}

#[test]
fn imported_it_has_the_outcome_it_had_and_nothing_due_in_the_past() {
    let mut world = World::spain(&[]);
    world.open_consumer("2026-07-20T10:00", "Familia Soler");
    let import = Actor::Import {
        source: "erp".into(),
    };
    let row = |number: u128, actual: Option<&str>| AccountCommand::ImportOrder {
        order: ImportedOrder {
            matter: MatterId::from_uuid(Uuid::from_u128(number)),
            number: format!("E-{number}"),
            placed_on: date("2026-07-20"),
            what: None,
            quantity: 1,
            requested: None,
            promised: Some(date("2026-09-01")),
            repromised: None,
            actual: actual.map(date),
        },
    };
    let late = world.ask(&import, "2026-10-02T09:00", row(70, Some("2026-09-12")));
    let codes: Vec<_> = late.iter().map(Fact::code).collect();
    assert_eq!(codes, ["order_placed", "lines_missed", "lines_delivered"]);
    assert!(matches!(
        late[1],
        Fact::LinesMissed {
            aftermath: Aftermath::Over,
            ..
        }
    ));
    let delivered = world.matter(MatterId::from_uuid(Uuid::from_u128(70)));
    assert!(!delivered.is_open(), "it is over");
    assert!(delivered.owes.dues.is_empty());

    world.ask(&import, "2026-10-02T09:00", row(71, None));
    let waiting = world.matter(MatterId::from_uuid(Uuid::from_u128(71)));
    assert!(waiting.is_open());
    let monday = date("2026-10-05");
    assert!(
        waiting
            .owes
            .dues
            .iter()
            .all(|due| due.deadline.on >= monday && due.origin == Origin::Imported)
    );

    let before = world.account.clone();
    assert!(
        world
            .ask(&import, "2026-10-03T09:00", row(70, Some("2026-09-12")))
            .is_empty()
    );
    assert_eq!(world.account, before, "stated again, nothing is written");
    let changed = world.ask(&import, "2026-10-03T09:00", row(70, Some("2026-09-13")));
    assert_eq!(changed.len(), 1);
    let back = world.ask(&import, "2026-10-04T09:00", row(70, Some("2026-09-12")));
    assert_eq!(back.len(), 1, "also when it changes back");
}
