//! How a house is founded for a story: its store, its zone, its people.

use domain::account::Account;
use domain::calendar::{Saturday, Shifts, WorkCalendar};
use domain::context::{Actor, Role, Via};
use domain::house::{House, HouseCommand, Pack, Settings, Store};
use domain::ids::{AccountId, PersonId, StoreId};
use domain::money::{Currency, Rate};
use domain::time::{Date, Zone};
use uuid::Uuid;

use super::World;

pub(crate) const STORE: StoreId = StoreId::from_uuid(Uuid::from_u128(0x51));
pub(crate) const ACCOUNT: AccountId = AccountId::from_uuid(Uuid::from_u128(0xacc));
pub(crate) const MANAGER: PersonId = PersonId::from_uuid(Uuid::from_u128(1));
pub(crate) const LOGISTICS: PersonId = PersonId::from_uuid(Uuid::from_u128(2));
pub(crate) const DIRECTOR: PersonId = PersonId::from_uuid(Uuid::from_u128(3));
pub(crate) const SALES: PersonId = PersonId::from_uuid(Uuid::from_u128(4));
pub(crate) const ADMIN: PersonId = PersonId::from_uuid(Uuid::from_u128(5));
pub(crate) const DEFENSOR: PersonId = PersonId::from_uuid(Uuid::from_u128(7));
pub(crate) const STAFF: PersonId = PersonId::from_uuid(Uuid::from_u128(6));

pub(crate) fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// Summer time of 2026 and 2027, as the zone database has it.
pub(crate) fn madrid() -> Zone {
    let table = vec![
        (i64::MIN, 3600),
        (1_774_746_000, 7200),
        (1_792_890_000, 3600),
        (1_806_195_600, 7200),
        (1_824_944_400, 3600),
    ];
    Zone::new("Europe/Madrid", table).expect("a zone")
}

pub(crate) fn bogota() -> Zone {
    Zone::new("America/Bogota", vec![(i64::MIN, -18_000)]).expect("a zone")
}

pub(crate) fn calendar(holidays: &[(&str, &str)]) -> WorkCalendar {
    WorkCalendar {
        saturday: Saturday::Works,
        holidays: holidays
            .iter()
            .map(|(day, name)| (date(day), (*name).to_owned()))
            .collect(),
    }
}

pub(crate) fn person(person: PersonId) -> Actor {
    Actor::Person {
        person,
        via: Via::Desk,
    }
}

impl World {
    /// A Spanish house, with those local holidays.
    pub(crate) fn spain(holidays: &[(&str, &str)]) -> Self {
        Self::new(
            Pack::Es,
            Currency::EUR,
            madrid(),
            holidays,
            Settings::usual(),
        )
    }

    /// A Colombian one, at the rate of the time of the article.
    pub(crate) fn colombia() -> Self {
        let settings = Settings {
            tax_rate: Rate(1600),
            ..Settings::usual()
        };
        Self::new(Pack::Co, Currency::COP, bogota(), &[], settings)
    }

    fn new(
        pack: Pack,
        currency: Currency,
        zone: Zone,
        holidays: &[(&str, &str)],
        settings: Settings,
    ) -> Self {
        let mut world = Self {
            house: House::new(),
            account: Account::new(ACCOUNT),
            entries: Vec::new(),
            house_entries: Vec::new(),
            zone: zone.clone(),
            commands: 0,
        };
        let opened = Store {
            name: "Mayor".into(),
            zone,
            calendar: calendar(holidays),
            shifts: Shifts::usual(),
        };
        world.ask_house(
            &Actor::House,
            &HouseCommand::Found {
                name: "La Casa".into(),
                currency,
                pack,
                settings,
                store: STORE,
                opened,
            },
        );
        let people = [
            (ADMIN, Role::Administrator, "Inés"),
            (MANAGER, Role::AccountManager, "Marta"),
            (LOGISTICS, Role::Logistics, "Luis"),
            (DIRECTOR, Role::ServiceDirector, "Dolores"),
            (SALES, Role::SalesDirector, "Sergio"),
            (STAFF, Role::StoreStaff, "Teo"),
        ];
        for (id, role, name) in people {
            let name = world.text(name);
            world.ask_house(
                &Actor::House,
                &HouseCommand::AddPerson {
                    person: id,
                    name,
                    store: Some(STORE),
                    roles: vec![role],
                },
            );
        }
        world
    }

    /// Somebody who holds no other role, appointed by both directors.
    pub(crate) fn with_a_defensor(mut self) -> Self {
        let name = self.text("Elvira");
        let add = HouseCommand::AddPerson {
            person: DEFENSOR,
            name,
            store: Some(STORE),
            roles: vec![Role::StoreStaff],
        };
        self.ask_house(&Actor::House, &add);
        for director in [DIRECTOR, SALES] {
            let appoint = HouseCommand::AppointDefensor {
                person: DEFENSOR,
                until: date("2029-06-01"),
            };
            self.ask_house(&person(director), &appoint);
        }
        self
    }
}
