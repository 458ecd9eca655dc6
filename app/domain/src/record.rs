//! The record of whoever gives words: which lines each fact adds, and to whose; and who may look at it.
//! A promise that only a claim tells of is nobody's until a finding confirms it: then it stands there as unrecorded.
//! It refuses to rank anybody, and to say a share where there is a count.

use serde::{Deserialize, Serialize};

use crate::account::{Account, Finding, MatterState, PromiseSource};
use crate::context::Role;
use crate::entry::Entry;
use crate::fact::Fact;
use crate::house::{House, Person};
use crate::ids::{MatterId, PersonId};

/// What a line of a record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// A word was given and recorded.
    Made,
    /// It was kept: a standing one each time.
    Kept,
    /// It was broken.
    Broken,
    /// A finding confirmed a word that was not recorded.
    Unrecorded,
    /// An investigation found so.
    Found(Finding),
    /// They were told how to do better.
    Instructed,
}

/// One line of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordLine {
    /// Whose.
    pub person: PersonId,
    /// What it says.
    pub kind: RecordKind,
    /// Of which promise, or which investigation.
    pub matter: MatterId,
}

impl RecordKind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 10] = [
        Self::Made,
        Self::Kept,
        Self::Broken,
        Self::Unrecorded,
        Self::Found(Finding::Seller),
        Self::Found(Finding::Shared),
        Self::Found(Finding::Process),
        Self::Found(Finding::Customer),
        Self::Found(Finding::Unproven),
        Self::Instructed,
    ];

    /// Its code, as stored and as an address carries it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Unrecorded => "unrecorded",
            Self::Found(Finding::Seller) => "found_seller",
            Self::Found(Finding::Customer) => "found_customer",
            Self::Found(Finding::Process) => "found_process",
            Self::Found(Finding::Shared) => "found_shared",
            Self::Found(Finding::Unproven) => "found_unproven",
            Self::Instructed => "instructed",
        }
    }

    /// The one of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The lines that a fact adds; the account as it stands from there on, with the fact's matter and what that grew from.
#[must_use]
pub fn lines(entry: &Entry<Fact>, account: &Account) -> Vec<RecordLine> {
    let Some(matter) = entry.matter.map(|matter| matter.id) else {
        return Vec::new();
    };
    let one = |person: Option<PersonId>, kind| {
        let line = |person| RecordLine {
            person,
            kind,
            matter,
        };
        person.map(line).into_iter().collect()
    };
    match &entry.fact {
        Fact::PromiseMade {
            by,
            source: PromiseSource::Recorded,
            ..
        } => one(*by, RecordKind::Made),
        Fact::PromiseKept { .. } => one(giver(account, matter), RecordKind::Kept),
        Fact::InvoiceAgreed { invoice, .. } | Fact::InvoiceDiffered { invoice, .. }
            if keeps(account, matter, &invoice.number, entry.version) =>
        {
            one(giver(account, matter), RecordKind::Kept)
        }
        Fact::PromiseBroken { .. } => one(giver(account, matter), RecordKind::Broken),
        Fact::SellerInstructed { person, .. } => one(Some(*person), RecordKind::Instructed),
        Fact::InvestigationConcluded { finding, .. } => concluded(account, matter, *finding),
        _ => Vec::new(),
    }
}

/// Whether the invoice of that number kept the word by that fact.
fn keeps(account: &Account, promise: MatterId, number: &str, version: u64) -> bool {
    match account.matters.get(&promise).map(|matter| &matter.state) {
        Some(MatterState::Promise(promise)) => promise
            .invoices
            .of(number)
            .is_some_and(|one| one.kept == Some(version)),
        _ => false,
    }
}

/// Who gave a word that was recorded.
fn giver(account: &Account, promise: MatterId) -> Option<PersonId> {
    match &account.matters.get(&promise)?.state {
        MatterState::Promise(promise) if promise.source == PromiseSource::Recorded => promise.by,
        _ => None,
    }
}

fn concluded(account: &Account, matter: MatterId, finding: Finding) -> Vec<RecordLine> {
    let file = account.matters.get(&matter).map(|matter| &matter.state);
    let Some(MatterState::Investigation(file)) = file else {
        return Vec::new();
    };
    let Some(person) = file.seller else {
        return Vec::new();
    };
    let found = RecordLine {
        person,
        kind: RecordKind::Found(finding),
        matter,
    };
    let unrecorded = account.word(matter).filter(|word| {
        let MatterState::Promise(promise) = &word.state else {
            return false;
        };
        finding.confirms_the_word() && promise.source == PromiseSource::ByClaim
    });
    let unrecorded = unrecorded.map(|word| RecordLine {
        person,
        kind: RecordKind::Unrecorded,
        matter: word.reference.id,
    });
    std::iter::once(found).chain(unrecorded).collect()
}

/// Whether somebody sees a person's record: it is their own, or they direct them. Nobody does by being an administrator,
/// a colleague, or the director of another store.
#[must_use]
pub fn is_seen(house: &House, viewer: PersonId, person: PersonId) -> bool {
    let Some(looking) = house.active(viewer) else {
        return false;
    };
    if viewer == person {
        return true;
    }
    let Some(one) = house.people.get(&person).filter(|one| is_directed(one)) else {
        return false;
    };
    let is_theirs = looking.store.is_none() || one.store.is_none() || looking.store == one.store;
    looking.roles.contains(&Role::SalesDirector) && is_theirs
}

/// Whose records somebody sees beside their own: those of whom they direct, also once these left.
#[must_use]
pub fn directed(house: &House, viewer: PersonId) -> Vec<PersonId> {
    let people = house.people.keys().copied();
    let others = people.filter(|person| *person != viewer);
    others
        .filter(|person| is_seen(house, viewer, *person))
        .collect()
}

/// Whoever serves and directs nobody has a director.
fn is_directed(person: &Person) -> bool {
    let serves = person.roles.iter().any(|role| role.is_service());
    serves && !person.roles.iter().any(|role| role.is_director())
}
