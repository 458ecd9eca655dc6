//! The only place where a fact, a refusal, a due or a date becomes a sentence. Every match is whole: a fact without
//! its sentence does not compile. Spanish first; English has its place in `Tongue` and comes with the whole desk.
//! It refuses to decide, and to know how a sentence is shown.

pub mod dates;
pub mod dues;
pub mod labels;
pub mod matters;
pub mod refusals;
pub mod roles;
pub mod rules;
pub mod sentences;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use domain::ids::{ContactId, PersonId};
use domain::money::Money;

/// The language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Spanish.
    Es,
}

/// What a sentence is about, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Plain,
    /// A broken word, or somebody waiting in silence.
    Broken,
    /// At risk.
    Risk,
    /// Kept.
    Kept,
    /// The defensor's.
    Defensor,
}

/// One fact, told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Who.
    pub who: String,
    /// Did what.
    pub did: String,
    /// In whose words.
    pub quote: Option<String>,
    /// Its colour.
    pub tone: Tone,
}

/// Everybody's name, and who reads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Of the house.
    pub people: BTreeMap<PersonId, String>,
    /// Of the customer.
    pub contacts: BTreeMap<ContactId, String>,
    /// Who reads: told as «tú».
    pub viewer: Option<PersonId>,
    /// What the house is called in a sentence.
    pub house: String,
}

impl Names {
    /// A person, in the middle of a sentence.
    #[must_use]
    pub fn person(&self, person: PersonId) -> String {
        if self.viewer == Some(person) {
            return "tú".to_owned();
        }
        self.people
            .get(&person)
            .cloned()
            .unwrap_or_else(|| "alguien que ya no está".to_owned())
    }

    /// A contact, in the middle of a sentence.
    #[must_use]
    pub fn contact(&self, contact: ContactId) -> String {
        self.contacts
            .get(&contact)
            .cloned()
            .unwrap_or_else(|| "un contacto".to_owned())
    }
}

/// An amount, as it is written.
#[must_use]
pub fn money(tongue: Tongue, money: Money) -> String {
    match tongue {
        Tongue::Es => money.format_es(),
    }
}

/// «a, b y c».
pub(crate) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let and = if last.starts_with(['i', 'I']) {
                "e"
            } else {
                "y"
            };
            format!("{} {and} {last}", first.join(", "))
        }
    }
}
