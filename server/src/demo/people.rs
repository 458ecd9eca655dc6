//! The demo's house: one store in Madrid, a local holiday that moves along with its story, and somebody of each role.
//! It refuses to give anybody a password: they come in where the demo is served, and nowhere else.

use domain::calendar::{Saturday, WorkCalendar};
use domain::command::Command;
use domain::context::{Actor, Role, Via};
use domain::entry::Envelope;
use domain::house::{HouseCommand, Pack};
use domain::ids::{CommandId, PersonId, StoreId, StreamId, named};
use domain::time::{Timestamp, Zone};
use ledger::{Ledger, Outcome};

use super::DemoError;
use super::stories::local_holiday;
use crate::auth::house::{self, HouseError};
use crate::config::Founding;
use crate::zone;

/// How the addresses of the demo's people end.
pub const AT: &str = "@demo.palabra.example";

/// Whether that address is one of the demo's people's.
#[must_use]
pub fn is_demo(email: &str) -> bool {
    email.ends_with(AT)
}

/// Who is who.
#[derive(Debug, Clone, Copy)]
pub(super) struct People {
    pub(super) store: StoreId,
    pub(super) seller: PersonId,
    pub(super) other_seller: PersonId,
    pub(super) counter: PersonId,
    pub(super) logistics: PersonId,
    pub(super) sales_director: PersonId,
}

const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// Founds the house a year ago, with its people.
pub(super) async fn found(ledger: &Ledger, now: Timestamp) -> Result<People, DemoError> {
    let begun = now.plus_micros(-400 * DAY);
    let zone = zone::named("Europe/Madrid").unwrap_or_else(Zone::utc);
    let founding = Founding {
        name: "La Casa del Hogar".to_owned(),
        store: "Tienda de Mayor".to_owned(),
        zone,
    };
    house::found(ledger, &founding, begun).await?;
    let store = *ledger
        .house()
        .await?
        .stores
        .keys()
        .next()
        .ok_or(HouseError::Refused(Vec::new()))?;
    let seller = person(
        ledger,
        "lucia",
        "Lucía Ferrer",
        &[Role::AccountManager],
        begun,
    )
    .await?;
    let other_seller = person(
        ledger,
        "marcos",
        "Marcos Vidal",
        &[Role::AccountManager],
        begun,
    )
    .await?;
    let counter = person(ledger, "nuria", "Nuria Campos", &[Role::StoreStaff], begun).await?;
    let logistics = person(ledger, "ivan", "Iván Prieto", &[Role::Logistics], begun).await?;
    let sales_director = person(
        ledger,
        "carmen",
        "Carmen Soler",
        &[Role::SalesDirector],
        begun,
    )
    .await?;
    let service_director = person(
        ledger,
        "andres",
        "Andrés Molina",
        &[Role::ServiceDirector],
        begun,
    )
    .await?;
    person(
        ledger,
        "pilar",
        "Pilar Ortega",
        &[Role::Administrator],
        begun,
    )
    .await?;
    let defensor = person(ledger, "elena", "Elena Rivas", &[Role::StoreStaff], begun).await?;
    let until = now.utc().date() + chrono::Days::new(600);
    for director in [sales_director, service_director] {
        let command = HouseCommand::AppointDefensor {
            person: defensor,
            until,
        };
        ask(ledger, director, command, begun).await?;
    }
    add_holiday(ledger, store, now, begun).await?;
    Ok(People {
        store,
        seller,
        other_seller,
        counter,
        logistics,
        sales_director,
    })
}

async fn person(
    ledger: &Ledger,
    who: &str,
    name: &str,
    roles: &[Role],
    at: Timestamp,
) -> Result<PersonId, DemoError> {
    let person = house::add_person(ledger, name, roles.to_vec(), at).await?;
    ledger.set_email(person, &format!("{who}{AT}"), at).await?;
    Ok(person)
}

/// The Friday that the second story counts around.
async fn add_holiday(
    ledger: &Ledger,
    store: StoreId,
    now: Timestamp,
    at: Timestamp,
) -> Result<(), DemoError> {
    let mut holidays = Pack::Es.rules().stated_around(now);
    holidays.insert(local_holiday(now), "Fiesta local".to_owned());
    let calendar = WorkCalendar {
        saturday: Saturday::Works,
        holidays,
    };
    let administrator = ledger.credential_by_email(&format!("pilar{AT}")).await?;
    let Some(administrator) = administrator else {
        return Ok(());
    };
    ask(
        ledger,
        administrator.person,
        HouseCommand::ChangeCalendar { store, calendar },
        at,
    )
    .await
}

async fn ask(
    ledger: &Ledger,
    by: PersonId,
    command: HouseCommand,
    at: Timestamp,
) -> Result<(), DemoError> {
    let version = ledger.house().await?.version;
    let envelope = Envelope {
        id: CommandId::from_uuid(named(&["demo house", &version.to_string()])),
        stream: StreamId::HOUSE,
        command: Command::House(command),
        happened_at: at,
        sent_at: at,
        device: None,
        seen: Vec::new(),
        house_version: version,
    };
    let actor = Actor::Person {
        person: by,
        via: Via::Desk,
    };
    match ledger.submit(envelope, actor, at).await? {
        Outcome::Refused(why) => Err(HouseError::Refused(why).into()),
        Outcome::Applied { .. } | Outcome::Duplicate { .. } | Outcome::Unchanged => Ok(()),
    }
}
