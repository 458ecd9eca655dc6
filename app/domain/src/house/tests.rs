use super::*;
use crate::account::Language;
use crate::context::{Actor, Cx, Evidence, Via};
use crate::entry::{Stamp, Verdict};
use crate::ids::{CommandId, StreamId, TextId};
use crate::mail::Letter;
use crate::refusal::{Refusal, Why};
use crate::text::{Salt, Text};
use crate::time::Timestamp;
use uuid::Uuid;

const ADMIN: PersonId = PersonId::from_uuid(Uuid::from_u128(1));
const ONE: PersonId = PersonId::from_uuid(Uuid::from_u128(2));
const TWO: PersonId = PersonId::from_uuid(Uuid::from_u128(3));
const ELENA: PersonId = PersonId::from_uuid(Uuid::from_u128(4));

fn person(person: PersonId) -> Actor {
    Actor::Person {
        person,
        via: Via::Desk,
    }
}

fn ask(house: &mut House, actor: &Actor, command: &HouseCommand) -> Result<(), Vec<Refusal>> {
    let now = Timestamp::from_micros(1_780_000_000_000_000);
    let id = CommandId::from_uuid(Uuid::from_u128(house.version.into()));
    let cx = Cx {
        command: id,
        actor,
        now,
        happened_at: now,
        seen: &[],
        house,
        evidence: &Evidence::default(),
    };
    let drafts = match decide(house, command, &cx) {
        Verdict::Facts(drafts) => drafts,
        Verdict::Refused(refusals) => return Err(refusals),
        Verdict::NeedsServer(need) => panic!("nothing to look up: {need:?}"),
    };
    for (n, draft) in (0..).zip(drafts) {
        let entry = draft.stamp(&Stamp {
            stream: StreamId::HOUSE,
            version: house.version + 1,
            command: id,
            n,
            actor,
            device: None,
            sent_at: now,
            house_version: house.version,
            recorded_at: now,
        });
        house.evolve(&entry);
    }
    Ok(())
}

fn add(who: PersonId, role: Role) -> HouseCommand {
    HouseCommand::AddPerson {
        person: who,
        name: Text {
            id: TextId::from_uuid(who.uuid()),
            salt: Salt([0; 32]),
            body: "Alguien".into(),
        },
        store: None,
        roles: vec![role],
    }
}

fn founded() -> House {
    let mut house = House::new();
    let found = HouseCommand::Found {
        name: "La Casa".into(),
        currency: Currency::EUR,
        pack: Pack::Es,
        settings: Settings::usual(),
        store: StoreId::from_uuid(Uuid::from_u128(9)),
        opened: Store {
            name: "Mayor".into(),
            zone: Zone::utc(),
            calendar: WorkCalendar {
                saturday: Saturday::Works,
                holidays: crate::calendar::Holidays::new(),
            },
            shifts: Shifts::usual(),
        },
    };
    ask(&mut house, &Actor::House, &found).unwrap();
    let people = [
        (ADMIN, Role::Administrator),
        (ONE, Role::SalesDirector),
        (TWO, Role::ServiceDirector),
        (ELENA, Role::AccountManager),
    ];
    for (who, role) in people {
        ask(&mut house, &Actor::House, &add(who, role)).unwrap();
    }
    house
}

#[test]
fn a_house_is_founded_once() {
    let mut house = founded();
    let again = HouseCommand::Found {
        name: "Otra".into(),
        currency: Currency::EUR,
        pack: Pack::Es,
        settings: Settings::usual(),
        store: StoreId::from_uuid(Uuid::from_u128(10)),
        opened: house.stores.values().next().unwrap().clone(),
    };
    assert_eq!(
        ask(&mut house, &Actor::House, &again),
        Err(vec![Refusal::whole(Why::HouseExists)])
    );
}

#[test]
fn a_defensor_is_made_by_two_directors_together_and_by_nobody_else() {
    let mut house = founded();
    let until = "2028-06-01".parse().unwrap();
    let appoint = HouseCommand::AppointDefensor {
        person: ELENA,
        until,
    };
    let nobody = Err(vec![Refusal::whole(Why::DefensorByTwoDirectors)]);
    for outsider in [Actor::House, person(ADMIN), person(ELENA)] {
        assert_eq!(ask(&mut house, &outsider, &appoint), nobody, "{outsider:?}");
    }
    ask(&mut house, &person(ONE), &appoint).unwrap();
    ask(&mut house, &person(ONE), &appoint).unwrap();
    assert_eq!(
        house.roles(ELENA),
        [Role::AccountManager],
        "one director twice is one director"
    );
    ask(&mut house, &person(TWO), &appoint).unwrap();
    assert_eq!(
        house.roles(ELENA),
        [Role::Defensor],
        "and holds no other role"
    );
    assert_eq!(house.terms[&ELENA], until);
}

#[test]
fn no_command_gives_or_takes_the_defensors_office() {
    let mut house = founded();
    let given = HouseCommand::SetRoles {
        person: ELENA,
        roles: vec![Role::Defensor],
    };
    assert_eq!(
        ask(&mut house, &person(ADMIN), &given),
        Err(vec![Refusal::of("roles", Why::DefensorByTwoDirectors)])
    );
    let appoint = HouseCommand::AppointDefensor {
        person: ELENA,
        until: "2028-06-01".parse().unwrap(),
    };
    ask(&mut house, &person(ONE), &appoint).unwrap();
    ask(&mut house, &person(TWO), &appoint).unwrap();
    let locked = HouseCommand::LockPerson { person: ELENA };
    assert_eq!(
        ask(&mut house, &person(ADMIN), &locked),
        Err(vec![Refusal::of("person", Why::DefensorByTwoDirectors)])
    );
}

#[test]
fn the_last_administrator_stays() {
    let mut house = founded();
    let last = Err(vec![Refusal::of("person", Why::LastAdministrator)]);
    let locked = HouseCommand::LockPerson { person: ADMIN };
    assert_eq!(ask(&mut house, &Actor::House, &locked), last);
    let other = HouseCommand::SetRoles {
        person: ADMIN,
        roles: vec![Role::StoreStaff],
    };
    assert_eq!(ask(&mut house, &person(ADMIN), &other), last);
}

#[test]
fn only_administrators_and_the_command_line_keep_people() {
    let mut house = founded();
    let new = add(PersonId::from_uuid(Uuid::from_u128(50)), Role::StoreStaff);
    assert_eq!(
        ask(&mut house, &person(TWO), &new),
        Err(vec![Refusal::whole(Why::NotYours(vec![
            Role::Administrator
        ]))])
    );
    ask(&mut house, &person(ADMIN), &new).unwrap();
}

fn template(opening: &str, closing: &str) -> HouseCommand {
    HouseCommand::SetTemplate {
        template: Template {
            letter: Letter::Answer,
            language: Language::Es,
            opening: Some(opening.to_owned()),
            closing: Some(closing.to_owned()),
        },
    }
}

#[test]
fn what_stands_around_a_letter_is_the_last_that_was_written() {
    let mut house = founded();
    let stands = |house: &House| house.template(Letter::Answer, Language::Es).cloned();
    ask(&mut house, &person(ADMIN), &template("Uno", "")).unwrap();
    ask(&mut house, &person(ADMIN), &template(" Dos ", "Tres")).unwrap();
    let last = stands(&house).unwrap();
    assert_eq!(
        (last.opening.as_deref(), last.closing.as_deref()),
        (Some("Dos"), Some("Tres"))
    );
    assert_eq!(house.templates.len(), 1);
    assert_eq!(house.template(Letter::Answer, Language::Ca), None);
    ask(&mut house, &person(ADMIN), &template(" ", "")).unwrap();
    assert_eq!(stands(&house), None, "what says nothing does not stand");
}

#[test]
fn what_stands_around_a_letter_is_short_and_an_administrators() {
    let mut house = founded();
    let long = "a".repeat(Template::CHARS_MAX + 1);
    assert_eq!(
        ask(&mut house, &person(ADMIN), &template("Hola", &long)),
        Err(vec![Refusal::of(
            "closing",
            Why::TooLong(Template::CHARS_MAX)
        )])
    );
    assert_eq!(
        ask(&mut house, &person(TWO), &template("Hola", "")),
        Err(vec![Refusal::whole(Why::NotYours(vec![
            Role::Administrator
        ]))])
    );
    assert!(house.templates.is_empty());
}
