//! The state of a customer: who they are, and every matter with its stage and what it owes.
//! It is the sum of its facts and nothing else; `evolve` knows no clock, calendar or setting.
//! One capability a file: contacts, promises, orders, claims, amends.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::deadline::Owes;
use crate::entry::MatterRef;
use crate::ids::{AccountId, ContactId, MatterId, PersonId, StoreId};
use crate::text::TextRef;
use crate::time::{Date, Timestamp};

mod amends;
mod claims;
mod contacts;
pub(crate) mod evolve;
mod orders;
mod promises;
mod wanted;

pub use amends::{Amends, Apology, Honour, Remedy, RemedyKind, Telling};
pub use claims::{Claim, ClaimKind, Point, PointAnswer, Resolution};
pub use contacts::{AccountKind, Channel, Contact, Language, Trust};
pub use orders::{Essential, Order, OrderLine};
pub use promises::{Every, Promise, PromiseSource, PromiseStage, Reduction, Span, Terms};
pub use wanted::{Wanted, When};

/// The form in which heads and matters are kept; a row of another form is folded anew from its facts.
pub const STATE_FORMAT: u16 = 2;

/// A customer and, of their matters, those that were loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Which.
    pub id: AccountId,
    /// The version of its last fact; 0 before the first.
    pub version: u64,
    /// Who they are; `None` before the first fact.
    pub head: Option<Head>,
    /// Their matters, as far as loaded.
    pub matters: BTreeMap<MatterId, Matter>,
}

/// Who the customer is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Consumer or business: the legal clocks differ.
    pub kind: AccountKind,
    /// Name.
    pub name: TextRef,
    /// Tax id.
    pub tax_id: Option<TextRef>,
    /// The store whose calendar counts.
    pub store: StoreId,
    /// The one person who answers for the account.
    pub owner: PersonId,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// The people on the customer's side.
    pub contacts: BTreeMap<ContactId, Contact>,
}

/// A promise, an order or a claim: the thread a fact belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// Which, and where it hangs.
    pub reference: MatterRef,
    /// The version of its last fact.
    pub version: u64,
    /// The one person who answers for it.
    pub owner: PersonId,
    /// The day it began, at the store.
    pub opened_on: Date,
    /// What it is, and how it stands.
    pub state: MatterState,
    /// What is owed on it.
    pub owes: Owes,
}

/// The kinds of matter, each with its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatterState {
    /// What a seller said the customer would get.
    Promise(Promise),
    /// Lines with their dates.
    Order(Order),
    /// What the customer says was not fulfilled.
    Claim(Claim),
}

impl Account {
    /// Before its first fact.
    #[must_use]
    pub fn new(id: AccountId) -> Self {
        Self {
            id,
            version: 0,
            head: None,
            matters: BTreeMap::new(),
        }
    }

    /// Its open matters, by what is owed first.
    #[must_use]
    pub fn open(&self) -> Vec<&Matter> {
        let mut open: Vec<_> = self.matters.values().filter(|one| one.is_open()).collect();
        open.sort_by_key(|one| (one.owes.earliest(), one.reference.id));
        open
    }
}

impl Matter {
    /// Whether anything is still to be done on it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match &self.state {
            MatterState::Promise(promise) => promise.is_open(),
            MatterState::Order(order) => order.is_open(),
            MatterState::Claim(claim) => claim.is_open(),
        }
    }

    /// Its kind, as stored in tables.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.state {
            MatterState::Promise(_) => "promise",
            MatterState::Order(_) => "order",
            MatterState::Claim(_) => "claim",
        }
    }

    /// What is being made good on it; a claim has none of its own.
    #[must_use]
    pub fn amends(&self) -> Option<&Amends> {
        match &self.state {
            MatterState::Promise(promise) => Some(&promise.amends),
            MatterState::Order(order) => Some(&order.amends),
            MatterState::Claim(_) => None,
        }
    }
}
