//! Which facts are told to the customer by mail, and to whom. A letter names ids alone: its words are put together when
//! it is sent, from what stands then, so that whoever was erased gets none.
//! It refuses to know how letters travel.

use serde::{Deserialize, Serialize};

use crate::account::{Account, Contact, MatterState};
use crate::context::Actor;
use crate::entry::Entry;
use crate::fact::Fact;
use crate::ids::{ContactId, MatterId};

mod state;

pub use state::{Hitch, MailState};

/// What a letter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// Their claim was taken in; and honoured at once, where it was.
    Receipt,
    /// Every point of their claim, answered.
    Answer,
    /// A word that was broken is honoured.
    Honoured,
    /// A director's apology.
    Apology,
}

/// Whom a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addressee {
    /// This contact.
    Contact(ContactId),
    /// Whoever made that claim.
    Claimant(MatterId),
}

/// A letter that a fact causes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caused {
    /// The place of the fact among those of its command.
    pub n: u32,
    /// What it says.
    pub letter: Letter,
    /// The matter of the fact.
    pub matter: MatterId,
    /// Whom it is for.
    pub to: Addressee,
}

impl Letter {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Receipt, Self::Answer, Self::Honoured, Self::Apology];

    /// Its code, as stored in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Answer => "answer",
            Self::Honoured => "honoured",
            Self::Apology => "apology",
        }
    }

    /// The letter of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|letter| letter.code() == code)
    }
}

/// The letters that the facts of one command cause on an account that has moved on by them. What is imported was told
/// before Palabra knew of it. A claim that is honoured as it is received is told in its receipt.
#[must_use]
pub fn caused(account: &Account, entries: &[Entry<Fact>]) -> Vec<Caused> {
    let told = entries
        .iter()
        .filter(|entry| !matches!(entry.actor, Actor::Import { .. }));
    told.filter_map(|entry| by(account, entries, entry))
        .collect()
}

fn by(account: &Account, entries: &[Entry<Fact>], entry: &Entry<Fact>) -> Option<Caused> {
    let matter = entry.matter?.id;
    let (letter, to) = match &entry.fact {
        Fact::ClaimReceived { contact, .. } => (Letter::Receipt, Addressee::Contact((*contact)?)),
        Fact::AnswerWritten { .. } | Fact::ClaimAnswered { .. } => {
            (Letter::Answer, Addressee::Claimant(matter))
        }
        Fact::Honoured {
            claim: Some(claim), ..
        } => {
            if is_received(entries, *claim) {
                return None;
            }
            (Letter::Honoured, Addressee::Claimant(*claim))
        }
        Fact::Honoured { claim: None, .. } => (Letter::Honoured, wronged(account, matter)?),
        Fact::ApologyGiven { .. } => (Letter::Apology, wronged(account, matter)?),
        _ => return None,
    };
    Some(Caused {
        n: entry.n,
        letter,
        matter,
        to,
    })
}

fn is_received(entries: &[Entry<Fact>], claim: MatterId) -> bool {
    let is_it = |entry: &Entry<Fact>| {
        let is_of_claim = entry.matter.is_some_and(|matter| matter.id == claim);
        is_of_claim && matches!(entry.fact, Fact::ClaimReceived { .. })
    };
    entries.iter().any(is_it)
}

/// Whoever claimed, or was given the word; nobody, where neither is known.
fn wronged(account: &Account, matter: MatterId) -> Option<Addressee> {
    let matter = account.matters.get(&matter)?;
    let honour = matter.amends().and_then(|amends| amends.honour);
    if let Some(claim) = honour.and_then(|honour| honour.claim) {
        return Some(Addressee::Claimant(claim));
    }
    match &matter.state {
        MatterState::Promise(promise) => promise.to.map(Addressee::Contact),
        MatterState::Order(_) | MatterState::Claim(_) | MatterState::Investigation(_) => None,
    }
}

impl Addressee {
    /// The claim that must be loaded to know the contact.
    #[must_use]
    pub fn claim(self) -> Option<MatterId> {
        match self {
            Self::Contact(_) => None,
            Self::Claimant(claim) => Some(claim),
        }
    }

    /// The contact, where one is known who has an e-mail.
    #[must_use]
    pub fn contact(self, account: &Account) -> Option<&Contact> {
        let contact = match self {
            Self::Contact(contact) => contact,
            Self::Claimant(claim) => match &account.matters.get(&claim)?.state {
                MatterState::Claim(claim) => claim.contact?,
                _ => return None,
            },
        };
        let known = account.head.as_ref()?.contacts.get(&contact);
        known.filter(|contact| contact.email.is_some())
    }
}
