//! What each fact makes of the state. It cannot fail: what it meets was decided.
//! It refuses a clock, a calendar and a setting: the entry carries its day, and its dues are dated.

use super::{
    Account, Contact, Head, Investigation, Matter, MatterState, Order, Promise, PromiseStage, Trust,
};
use crate::context::Actor;
use crate::deadline::Owes;
use crate::entry::{Entry, MatterRef};
use crate::fact::Fact;
use crate::ids::PersonId;
use crate::time::{Date, Timestamp};

mod claims;
mod investigations;
mod invoices;
mod matters;

/// The part of an entry that `evolve` reads, so that `decide` may try a fact before it has a version.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Happening<'a> {
    pub(crate) matter: Option<MatterRef>,
    pub(crate) happened_at: Timestamp,
    pub(crate) on: Date,
    pub(crate) version: u64,
    pub(crate) actor: &'a Actor,
    pub(crate) fact: &'a Fact,
}

impl Account {
    /// From its facts, from the first.
    #[must_use]
    pub fn replay<'a>(
        id: crate::ids::AccountId,
        entries: impl IntoIterator<Item = &'a Entry<Fact>>,
    ) -> Self {
        let mut account = Self::new(id);
        for entry in entries {
            account.evolve(entry);
        }
        account
    }

    /// One fact on.
    pub fn evolve(&mut self, entry: &Entry<Fact>) {
        self.apply(&Happening {
            matter: entry.matter,
            happened_at: entry.happened_at,
            on: entry.on,
            version: entry.version,
            actor: &entry.actor,
            fact: &entry.fact,
        });
        if let (Some(matter), Some(owes)) = (entry.matter, &entry.owes) {
            self.owe(matter, owes.clone());
        }
    }

    pub(crate) fn owe(&mut self, matter: MatterRef, owes: Owes) {
        if let Some(matter) = self.matters.get_mut(&matter.id) {
            matter.owes = owes;
        }
    }

    pub(crate) fn apply(&mut self, now: &Happening<'_>) {
        self.version = now.version;
        self.of_head(now);
        let Some(reference) = now.matter else {
            return;
        };
        // A correction stands beside a matter and moves nothing on it.
        if matches!(now.fact, Fact::Corrected { .. }) {
            return;
        }
        if let (Some(state), Some(head)) = (opened(now), &self.head) {
            let matter = Matter {
                reference,
                version: now.version,
                owner: owner(now.fact, head),
                opened_on: now.on,
                state,
                owes: Owes::default(),
                contacts: 0,
                known_by: std::collections::BTreeSet::new(),
            };
            self.matters.insert(reference.id, matter);
        }
        if let Some(matter) = self.matters.get_mut(&reference.id) {
            matter.version = now.version;
            matter.apply(now);
        }
    }

    fn of_head(&mut self, now: &Happening<'_>) {
        match (now.fact, &mut self.head) {
            (
                Fact::AccountOpened {
                    account_kind,
                    name,
                    tax_id,
                    store,
                    owner,
                },
                head,
            ) => {
                *head = Some(Head {
                    kind: *account_kind,
                    name: *name,
                    tax_id: *tax_id,
                    store: *store,
                    owner: *owner,
                    opened_at: now.happened_at,
                    contacts: std::collections::BTreeMap::new(),
                });
            }
            (
                Fact::AccountRestated {
                    name,
                    tax_id,
                    account_kind,
                },
                Some(head),
            ) => {
                head.name = *name;
                head.tax_id = *tax_id;
                head.kind = account_kind.unwrap_or(head.kind);
            }
            (Fact::OwnerAssigned { owner }, Some(head)) => head.owner = *owner,
            (
                Fact::ContactAdded {
                    contact,
                    name,
                    phone,
                    email,
                    channel,
                    language,
                },
                Some(head),
            ) => {
                let trust = head
                    .contacts
                    .get(contact)
                    .map_or(Trust::Believed, |was| was.trust);
                let known = Contact {
                    name: *name,
                    phone: *phone,
                    email: *email,
                    channel: *channel,
                    language: *language,
                    trust,
                };
                head.contacts.insert(*contact, known);
            }
            (Fact::TrustChanged { contact, until }, Some(head)) => {
                if let Some(known) = head.contacts.get_mut(contact) {
                    known.trust =
                        until.map_or(Trust::Believed, |until| Trust::CheckFirst { until });
                }
            }
            _ => {}
        }
    }
}

/// Whoever answers for the account, except for an investigation: that is a director's.
const fn owner(fact: &Fact, head: &Head) -> PersonId {
    match fact {
        Fact::InvestigationOpened { director, .. } => *director,
        _ => head.owner,
    }
}

/// The state a matter begins with, where this fact begins one.
fn opened(now: &Happening<'_>) -> Option<MatterState> {
    match now.fact {
        Fact::PromiseMade {
            terms,
            what,
            span,
            by,
            to,
            source,
            ..
        } => Some(MatterState::Promise(Promise {
            terms: *terms,
            what: *what,
            span: *span,
            by: *by,
            to: *to,
            source: *source,
            stage: PromiseStage::Made,
            kept_on: None,
            released_on: None,
            amends: super::Amends::default(),
            signed: None,
            invoices: super::Invoices::default(),
            stood: None,
        })),
        Fact::OrderPlaced {
            number,
            placed_on,
            lines,
        } => Some(MatterState::Order(Order {
            number: number.clone(),
            placed_on: *placed_on,
            lines: lines.clone(),
            cancelled_on: None,
            missed: std::collections::BTreeSet::new(),
            by_hand: std::collections::BTreeSet::new(),
            amends: super::Amends::default(),
        })),
        Fact::ClaimReceived { .. } => claims::received(now).map(MatterState::Claim),
        Fact::InvestigationOpened {
            claim,
            contact,
            seller,
            belief,
            lines,
            ..
        } => {
            let believed = (*belief, lines.clone());
            let file = Investigation::new(*claim, *contact, *seller, believed);
            Some(MatterState::Investigation(Box::new(file)))
        }
        _ => None,
    }
}
