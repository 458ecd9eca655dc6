//! What each fact makes of the house.

use super::{House, HouseFact, Person, Proposal, Standing, Template};
use crate::context::Role;
use crate::entry::Entry;

impl House {
    /// From its facts, from the first.
    #[must_use]
    pub fn replay<'a>(entries: impl IntoIterator<Item = &'a Entry<HouseFact>>) -> Self {
        let mut house = Self::new();
        for entry in entries {
            house.evolve(entry);
        }
        house
    }

    /// One fact on.
    pub fn evolve(&mut self, entry: &Entry<HouseFact>) {
        self.version = entry.version;
        match &entry.fact {
            HouseFact::HouseFounded {
                name,
                currency,
                pack,
                settings,
            } => {
                self.name.clone_from(name);
                self.currency = *currency;
                self.pack = *pack;
                self.settings = *settings;
            }
            HouseFact::SettingsChanged { settings } => self.settings = *settings,
            HouseFact::LimitsSet { limits } => self.limits = Some(*limits),
            HouseFact::DisputeBodiesNamed { bodies } => self.bodies.clone_from(bodies),
            HouseFact::TemplateSet { template } => {
                let is_other = |one: &Template| {
                    one.letter != template.letter || one.language != template.language
                };
                self.templates.retain(is_other);
                if !template.is_empty() {
                    self.templates.push(template.clone());
                }
            }
            HouseFact::StoreOpened { store, opened } => {
                self.stores.insert(*store, opened.clone());
            }
            HouseFact::CalendarChanged { store, calendar } => {
                if let Some(store) = self.stores.get_mut(store) {
                    store.calendar = calendar.clone();
                }
            }
            HouseFact::PersonAdded {
                person,
                name,
                store,
                roles,
            } => {
                let added = Person {
                    name: *name,
                    store: *store,
                    roles: roles.clone(),
                    standing: Standing::Active,
                };
                self.people.insert(*person, added);
            }
            HouseFact::RolesSet { person, roles } => {
                if let Some(person) = self.people.get_mut(person) {
                    person.roles.clone_from(roles);
                }
            }
            HouseFact::PersonLocked { person } => {
                if let Some(person) = self.people.get_mut(person) {
                    person.standing = Standing::Locked;
                }
            }
            HouseFact::DefensorProposed { person, until, by } => {
                self.proposal = Some(Proposal {
                    person: *person,
                    until: *until,
                    by: *by,
                });
            }
            HouseFact::DefensorAppointed { person, until, .. } => {
                self.proposal = None;
                self.terms.insert(*person, *until);
                if let Some(person) = self.people.get_mut(person) {
                    person.roles = vec![Role::Defensor];
                }
            }
        }
    }
}
