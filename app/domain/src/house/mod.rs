//! The house: its stores and their calendars, its people and their roles, its settings. One stream, whose version is
//! the version of the settings that every deadline names.
//! It refuses to know accounts, and passwords.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Holidays, Saturday, Shifts, WorkCalendar};
use crate::context::Role;
use crate::ids::{PersonId, StoreId};
use crate::money::{Currency, Rate};
use crate::text::TextRef;
use crate::time::{Date, Zone};

mod bodies;
mod command;
mod decide;
mod evolve;
mod fact;
mod limits;
mod templates;
#[cfg(test)]
mod tests;

pub use bodies::DisputeBody;
pub use command::HouseCommand;
pub use decide::decide;
pub use fact::HouseFact;
pub use limits::Limits;
pub use templates::Template;

/// Which law's rules a house lives under (`packs`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pack {
    /// Spain.
    Es,
    /// Colombia.
    Co,
}

/// What a house sets for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How many working days before a promised date the house is asked.
    pub lead_working_days: u16,
    /// Whether the house is under Ley 10/2025 (`law.md`, who is under SAC).
    pub large: bool,
    /// Whether it gives a basic service: water, energy, transport, mail, telecoms, finance.
    #[serde(default)]
    pub basic_service: bool,
    /// The usual rate of tax on what it sells, offered in the forms.
    pub tax_rate: Rate,
}

/// A place where customers are served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Store {
    /// Its name, public.
    pub name: String,
    /// Its zone, whole: the browser has no zone database.
    pub zone: Zone,
    /// Its days; Saturday as the law counts it (the safe default counts it).
    pub calendar: WorkCalendar,
    /// Its hours.
    #[serde(default = "Shifts::usual")]
    pub shifts: Shifts,
}

/// Whether a person works here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Yes.
    Active,
    /// Locked out.
    Locked,
}

/// Somebody of the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name.
    pub name: TextRef,
    /// Where they work.
    pub store: Option<StoreId>,
    /// What they may do, in the order of `Role::ALL`.
    pub roles: Vec<Role>,
    /// Whether they work here.
    pub standing: Standing,
}

/// A defensor that one director has proposed and another has not yet confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Who.
    pub person: PersonId,
    /// The last day of the term.
    pub until: Date,
    /// Which director.
    pub by: PersonId,
}

/// The house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct House {
    /// The version of its last fact.
    pub version: u64,
    /// Its name; empty before it is founded.
    pub name: String,
    /// What it charges in.
    pub currency: Currency,
    /// Whose law.
    pub pack: Pack,
    /// What it sets for itself.
    pub settings: Settings,
    /// Its stores.
    pub stores: BTreeMap<StoreId, Store>,
    /// Its people.
    pub people: BTreeMap<PersonId, Person>,
    /// The defensor's term, by person.
    pub terms: BTreeMap<PersonId, Date>,
    /// A defensor proposed.
    pub proposal: Option<Proposal>,
    /// What may be given without asking, and from when a director is told; those of its law until it sets its own.
    #[serde(default)]
    pub limits: Option<Limits>,
    /// The dispute bodies that a denial names; those of its law until it names its own.
    #[serde(default)]
    pub bodies: Vec<DisputeBody>,
    /// What it writes around its letters.
    #[serde(default)]
    pub templates: Vec<Template>,
}

impl Settings {
    /// What a house begins with: the safe side of each.
    #[must_use]
    pub const fn usual() -> Self {
        Self {
            lead_working_days: 3,
            large: true,
            basic_service: false,
            tax_rate: Rate(2100),
        }
    }
}

impl House {
    /// Before it is founded.
    #[must_use]
    pub fn new() -> Self {
        Self {
            version: 0,
            name: String::new(),
            currency: Currency::EUR,
            pack: Pack::Es,
            settings: Settings::usual(),
            stores: BTreeMap::new(),
            people: BTreeMap::new(),
            terms: BTreeMap::new(),
            proposal: None,
            limits: None,
            bodies: Vec::new(),
            templates: Vec::new(),
        }
    }

    /// Somebody who works here.
    #[must_use]
    pub fn active(&self, person: PersonId) -> Option<&Person> {
        self.people
            .get(&person)
            .filter(|one| one.standing == Standing::Active)
    }

    /// Their roles; none once locked out.
    #[must_use]
    pub fn roles(&self, person: PersonId) -> &[Role] {
        self.active(person).map_or(&[], |one| &one.roles)
    }

    /// Who is the customers' advocate on that day, if anybody is.
    #[must_use]
    pub fn defensor(&self, on: Date) -> Option<PersonId> {
        let holds = |(_, until): &(&PersonId, &Date)| **until >= on;
        let serving = self.terms.iter().filter(holds).map(|(person, _)| *person);
        serving
            .filter(|person| self.roles(*person).contains(&Role::Defensor))
            .max_by_key(|person| self.terms.get(person))
    }

    /// The zone of that store; UTC where there is none.
    #[must_use]
    pub fn zone(&self, store: StoreId) -> Zone {
        self.stores
            .get(&store)
            .map_or_else(Zone::utc, |one| one.zone.clone())
    }

    /// The days on which that store works: no Saturday, unless it has a shift then.
    #[must_use]
    pub fn working_days(&self, store: StoreId) -> Calendar<'_> {
        let saturday = match self.stores.get(&store) {
            Some(one) if one.shifts.has_saturday() => Saturday::Works,
            _ => Saturday::Rests,
        };
        self.days(store, saturday)
    }

    /// The days that count as working before the law.
    #[must_use]
    pub fn legal_days(&self, store: StoreId) -> Calendar<'_> {
        let one = self.stores.get(&store);
        self.days(
            store,
            one.map_or(Saturday::Works, |one| one.calendar.saturday),
        )
    }

    fn days(&self, store: StoreId, saturday: Saturday) -> Calendar<'_> {
        static NONE: Holidays = Holidays::new();
        let stated = self
            .stores
            .get(&store)
            .map_or(&NONE, |one| &one.calendar.holidays);
        Calendar::new(saturday, stated, self.pack.rules().holidays)
    }
}

impl Default for House {
    fn default() -> Self {
        Self::new()
    }
}
