//! What the house answers when it is asked to change. Administrators keep people, calendars and settings; a defensor
//! is made by two directors together and by nobody else, the command line included.

use super::{DisputeBody, House, HouseCommand, HouseFact, Standing, Store, Template};
use crate::context::{Actor, Cx, Role};
use crate::entry::{Audience, Draft, Verdict};
use crate::ids::PersonId;
use crate::refusal::{Refusal, Why};
use crate::time::Date;

/// Whether it may be, and what happened if so.
#[must_use]
pub fn decide(house: &House, command: &HouseCommand, cx: &Cx<'_>) -> Verdict<HouseFact> {
    match facts(house, command, cx) {
        Ok(facts) => Verdict::Facts(
            facts
                .into_iter()
                .map(|fact| draft(house, fact, cx))
                .collect(),
        ),
        Err(refusal) => Verdict::Refused(vec![refusal]),
    }
}

fn draft(house: &House, fact: HouseFact, cx: &Cx<'_>) -> Draft<HouseFact> {
    let zone = house.stores.values().next().map(|store| &store.zone);
    Draft {
        matter: None,
        audience: Audience::Service,
        happened_at: cx.happened_at,
        on: zone.map_or_else(
            || cx.happened_at.utc().date(),
            |zone| zone.date(cx.happened_at),
        ),
        fact,
        owes: None,
    }
}

fn facts(house: &House, command: &HouseCommand, cx: &Cx<'_>) -> Result<Vec<HouseFact>, Refusal> {
    if let HouseCommand::Found {
        name,
        currency,
        pack,
        settings,
        store,
        opened,
    } = command
    {
        return found(house, name, *currency, *pack, *settings, (*store, opened));
    }
    if house.version == 0 {
        return Err(Refusal::whole(Why::NoHouse));
    }
    if let HouseCommand::AppointDefensor { person, until } = command {
        return appoint(house, *person, *until, cx);
    }
    may_administrate(house, cx.actor)?;
    Ok(vec![match command {
        HouseCommand::ChangeSettings { settings } => HouseFact::SettingsChanged {
            settings: *settings,
        },
        HouseCommand::SetLimits { limits } => {
            for (field, minor) in [
                ("gesture", limits.gesture_minor_max),
                ("alert", limits.alert_minor),
            ] {
                if minor < 0 {
                    return Err(Refusal::of(field, Why::NotPositive));
                }
            }
            HouseFact::LimitsSet { limits: *limits }
        }
        HouseCommand::NameDisputeBodies { bodies } => HouseFact::DisputeBodiesNamed {
            bodies: reachable(bodies)?,
        },
        HouseCommand::SetTemplate { template } => HouseFact::TemplateSet {
            template: short(template)?,
        },
        HouseCommand::OpenStore { store, opened } => {
            if house.stores.contains_key(store) {
                return Err(Refusal::whole(Why::StoreExists));
            }
            named(opened)?;
            HouseFact::StoreOpened {
                store: *store,
                opened: opened.clone(),
            }
        }
        HouseCommand::ChangeCalendar { store, calendar } => {
            if !house.stores.contains_key(store) {
                return Err(Refusal::of("store", Why::NoSuchStore));
            }
            HouseFact::CalendarChanged {
                store: *store,
                calendar: calendar.clone(),
            }
        }
        HouseCommand::AddPerson {
            person,
            name,
            store,
            roles,
        } => {
            if house.people.contains_key(person) {
                return Err(Refusal::whole(Why::PersonExists));
            }
            if name.body.trim().is_empty() {
                return Err(Refusal::of("name", Why::Missing));
            }
            if store.is_some_and(|store| !house.stores.contains_key(&store)) {
                return Err(Refusal::of("store", Why::NoSuchStore));
            }
            HouseFact::PersonAdded {
                person: *person,
                name: name.reference(),
                store: *store,
                roles: given(roles)?,
            }
        }
        HouseCommand::SetRoles { person, roles } => {
            let roles = given(roles)?;
            let known = house
                .active(*person)
                .ok_or(Refusal::of("person", Why::NoSuchPerson))?;
            if known.roles.contains(&Role::Defensor) {
                return Err(Refusal::of("roles", Why::DefensorByTwoDirectors));
            }
            if !roles.contains(&Role::Administrator) {
                leaves_an_administrator(house, *person)?;
            }
            HouseFact::RolesSet {
                person: *person,
                roles,
            }
        }
        HouseCommand::LockPerson { person } => {
            let known = house
                .active(*person)
                .ok_or(Refusal::of("person", Why::NoSuchPerson))?;
            if known.roles.contains(&Role::Defensor) {
                return Err(Refusal::of("person", Why::DefensorByTwoDirectors));
            }
            leaves_an_administrator(house, *person)?;
            HouseFact::PersonLocked { person: *person }
        }
        HouseCommand::Found { .. } | HouseCommand::AppointDefensor { .. } => return Ok(Vec::new()),
    }])
}

fn found(
    house: &House,
    name: &str,
    currency: crate::money::Currency,
    pack: super::Pack,
    settings: super::Settings,
    (store, opened): (crate::ids::StoreId, &Store),
) -> Result<Vec<HouseFact>, Refusal> {
    if house.version > 0 {
        return Err(Refusal::whole(Why::HouseExists));
    }
    if name.trim().is_empty() {
        return Err(Refusal::of("name", Why::Missing));
    }
    named(opened)?;
    Ok(vec![
        HouseFact::HouseFounded {
            name: name.trim().to_owned(),
            currency,
            pack,
            settings,
        },
        HouseFact::StoreOpened {
            store,
            opened: opened.clone(),
        },
    ])
}

/// At least one, each with its name and where it is reached.
fn reachable(bodies: &[DisputeBody]) -> Result<Vec<DisputeBody>, Refusal> {
    if bodies.is_empty() {
        return Err(Refusal::of("body.0.name", Why::Missing));
    }
    for (place, body) in bodies.iter().enumerate() {
        for (field, said) in [("name", &body.name), ("address", &body.address)] {
            if said.trim().is_empty() {
                return Err(Refusal::of(format!("body.{place}.{field}"), Why::Missing));
            }
        }
    }
    Ok(bodies.to_vec())
}

/// What is said in a letter stands between the two, so they are short; blank is nothing.
fn short(template: &Template) -> Result<Template, Refusal> {
    let read = |field: &str, said: &Option<String>| {
        let said = said
            .as_deref()
            .map(str::trim)
            .filter(|said| !said.is_empty());
        if said.is_some_and(|said| said.chars().count() > Template::CHARS_MAX) {
            return Err(Refusal::of(field, Why::TooLong(Template::CHARS_MAX)));
        }
        Ok(said.map(str::to_owned))
    };
    Ok(Template {
        opening: read("opening", &template.opening)?,
        closing: read("closing", &template.closing)?,
        ..template.clone()
    })
}

fn named(store: &Store) -> Result<(), Refusal> {
    match store.name.trim() {
        "" => Err(Refusal::of("store", Why::Missing)),
        _ => Ok(()),
    }
}

/// The command line acts as the house itself.
fn may_administrate(house: &House, actor: &Actor) -> Result<(), Refusal> {
    let may = match actor {
        Actor::House => true,
        Actor::Person { person, .. } => house.roles(*person).contains(&Role::Administrator),
        Actor::Customer { .. } | Actor::Import { .. } => false,
    };
    if may {
        return Ok(());
    }
    Err(Refusal::whole(Why::NotYours(vec![Role::Administrator])))
}

fn given(roles: &[Role]) -> Result<Vec<Role>, Refusal> {
    if roles.is_empty() {
        return Err(Refusal::of("roles", Why::Missing));
    }
    if roles.contains(&Role::Defensor) {
        return Err(Refusal::of("roles", Why::DefensorByTwoDirectors));
    }
    Ok(Role::ALL
        .into_iter()
        .filter(|role| roles.contains(role))
        .collect())
}

fn leaves_an_administrator(house: &House, leaving: PersonId) -> Result<(), Refusal> {
    let stays = |(id, one): (&PersonId, &super::Person)| {
        *id != leaving
            && one.standing == Standing::Active
            && one.roles.contains(&Role::Administrator)
    };
    let leaves = house.roles(leaving).contains(&Role::Administrator);
    if leaves && !house.people.iter().any(stays) {
        return Err(Refusal::of("person", Why::LastAdministrator));
    }
    Ok(())
}

fn appoint(
    house: &House,
    person: PersonId,
    until: Date,
    cx: &Cx<'_>,
) -> Result<Vec<HouseFact>, Refusal> {
    let directors = || Refusal::whole(Why::DefensorByTwoDirectors);
    let director = cx.actor.person().ok_or_else(directors)?;
    if !house.roles(director).iter().any(|role| role.is_director()) || director == person {
        return Err(directors());
    }
    if house.active(person).is_none() {
        return Err(Refusal::of("person", Why::NoSuchPerson));
    }
    // The office replaces every other role.
    leaves_an_administrator(house, person)?;
    if until <= cx.now.utc().date() {
        return Err(Refusal::of("until", Why::InThePast));
    }
    Ok(vec![match house.proposal {
        Some(proposed)
            if proposed.person == person && proposed.until == until && proposed.by != director =>
        {
            HouseFact::DefensorAppointed {
                person,
                until,
                by: [proposed.by, director],
            }
        }
        _ => HouseFact::DefensorProposed {
            person,
            until,
            by: director,
        },
    }])
}
