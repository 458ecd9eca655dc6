//! Who is who to the person who reads: their own name is *tú*, and somebody unknown is still said.
//! It refuses to look a name up.

use std::collections::BTreeMap;

use domain::context::Actor;
use domain::ids::{ContactId, PersonId};

use super::Tongue;

/// The names a screen knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Of the house's people.
    pub people: BTreeMap<PersonId, String>,
    /// Of the people on the customer's side.
    pub contacts: BTreeMap<ContactId, String>,
    /// Who reads, if it is somebody of the house.
    pub viewer: Option<PersonId>,
    /// The house's own.
    pub house: String,
}

impl Names {
    /// A person of the house, within a sentence: `tú`, `Marta`.
    #[must_use]
    pub fn person(&self, t: Tongue, person: PersonId) -> String {
        if self.viewer == Some(person) {
            return t.pick("tú", "you").to_owned();
        }
        let known = self.people.get(&person).cloned();
        known.unwrap_or_else(|| {
            t.pick("alguien que ya no está", "somebody who left")
                .to_owned()
        })
    }

    /// A contact, within a sentence: `Ana`, `el cliente`.
    #[must_use]
    pub fn contact(&self, t: Tongue, contact: Option<ContactId>) -> String {
        let known = contact
            .and_then(|contact| self.contacts.get(&contact))
            .cloned();
        known.unwrap_or_else(|| t.pick("el cliente", "the customer").to_owned())
    }

    /// To a contact: `a Ana`, `al cliente`.
    pub(super) fn to(&self, t: Tongue, contact: Option<ContactId>) -> String {
        let who = self.contact(t, contact);
        match (t, who.strip_prefix("el ")) {
            (Tongue::Es, Some(bare)) => format!("al {bare}"),
            (Tongue::Es, None) => format!("a {who}"),
            (Tongue::En, _) => format!("to {who}"),
        }
    }

    /// From a contact: `de Ana`, `del cliente`.
    pub(super) fn from(&self, t: Tongue, contact: Option<ContactId>) -> String {
        let who = self.contact(t, contact);
        match (t, who.strip_prefix("el ")) {
            (Tongue::Es, Some(bare)) => format!("del {bare}"),
            (Tongue::Es, None) => format!("de {who}"),
            (Tongue::En, _) => format!("from {who}"),
        }
    }

    /// Who did it, where a sentence begins.
    #[must_use]
    pub fn actor(&self, t: Tongue, actor: &Actor) -> String {
        let who = match actor {
            Actor::Person { person, .. } => self.person(t, *person),
            Actor::Customer { contact } => self.contact(t, Some(*contact)),
            Actor::House if self.house.is_empty() => t.pick("la casa", "the house").to_owned(),
            Actor::House => self.house.clone(),
            Actor::Import { source } => match t {
                Tongue::Es => format!("importado de {source}:"),
                Tongue::En => format!("imported from {source}:"),
            },
        };
        super::capital(&who)
    }
}
