//! The state of a customer: who they are, and every matter with its stage and what it owes.
//! It is the sum of its facts and nothing else; `evolve` knows no clock, calendar or setting.
//! One capability a file: contacts, promises, orders, claims, amends, and what bears on a new claim.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::deadline::Owes;
use crate::entry::MatterRef;
use crate::ids::{AccountId, ContactId, MatterId, PersonId, StoreId};
use crate::text::TextRef;
use crate::time::{Date, Timestamp};

mod accrued;
mod amends;
mod bearing;
mod claims;
mod compared;
mod contacts;
mod differences;
pub(crate) mod evolve;
mod frozen;
mod investigations;
mod invoices;
mod orders;
mod promises;
mod signatures;
mod wanted;

pub use accrued::Accrued;
pub use amends::{Alert, Amends, Apology, Hearing, Honour, Remedy, RemedyKind, Telling};
pub use bearing::{Bearing, Bears, NewClaim, bearing};
pub use claims::{
    Claim, ClaimKind, ClaimStage, Closed, Mediation, NotARating, Point, PointAnswer, Rating,
    Resolution,
};
pub use compared::{ComparedWith, Named, WordsNamed, compared_with};
pub use contacts::{AccountKind, Channel, Contact, Language, Trust};
pub use differences::Difference;
pub use frozen::Asked;
pub use investigations::{
    Attribution, Belief, CheckFirst, Conclusion, CostBearer, Finding, Investigation, Statement,
    Witness,
};
pub use invoices::{Invoice, InvoiceStanding, Invoices, KnownInvoice, Off};
pub use orders::{Essential, Order, OrderLine};
pub use promises::{Every, Promise, PromiseSource, PromiseStage, Reduction, Span, Terms};
pub use signatures::{Signature, Signed};
pub use wanted::{Wanted, When};

/// The form in which heads and matters are kept; a row of another form is folded anew from its facts.
pub const STATE_FORMAT: u16 = 3;

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

/// A promise, an order, a claim or an investigation: the thread a fact belongs to.
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
    /// How often the customer had to come to us about it; the goal is one.
    pub contacts: u16,
    /// Who knows of it: whoever of the house recorded something on it.
    pub known_by: BTreeSet<PersonId>,
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
    /// What the house finds out about a claim, after honouring.
    Investigation(Box<Investigation>),
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

    /// What the claim that an investigation looks into tells of, where that was loaded.
    #[must_use]
    pub fn word(&self, investigation: MatterId) -> Option<&Matter> {
        let file = self.matters.get(&investigation)?;
        let claim = self.matters.get(&file.reference.parent?)?;
        self.matters.get(&claim.reference.parent?)
    }

    /// The next that these matters grew from and that was not loaded; where all was, none.
    #[must_use]
    pub fn unloaded_parents(&self, of: &[MatterId]) -> Vec<MatterId> {
        let missing = of.iter().filter_map(|matter| {
            let mut parent = self.matters.get(matter)?.reference.parent?;
            while let Some(known) = self.matters.get(&parent) {
                parent = known.reference.parent?;
            }
            Some(parent)
        });
        missing.collect()
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
            MatterState::Investigation(investigation) => investigation.is_open(),
        }
    }

    /// Its kind, as stored in tables.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.state {
            MatterState::Promise(_) => "promise",
            MatterState::Order(_) => "order",
            MatterState::Claim(_) => "claim",
            MatterState::Investigation(_) => "investigation",
        }
    }

    /// Since when the house knows of a word not kept, or of an invoice that differs from it, and the customer has not
    /// been told.
    #[must_use]
    pub fn silent_since(&self) -> Option<Date> {
        let broken = match self.amends()?.telling {
            Telling::Owed(since) => Some(since),
            Telling::NotOwed | Telling::Told(_) => None,
        };
        let differs = match &self.state {
            MatterState::Promise(promise) if promise.is_running() => {
                promise.invoices.silent_since()
            }
            _ => None,
        };
        broken.into_iter().chain(differs).min()
    }

    /// What is being made good on it; a claim has none of its own.
    #[must_use]
    pub fn amends(&self) -> Option<&Amends> {
        match &self.state {
            MatterState::Promise(promise) => Some(&promise.amends),
            MatterState::Order(order) => Some(&order.amends),
            MatterState::Claim(_) | MatterState::Investigation(_) => None,
        }
    }
}
