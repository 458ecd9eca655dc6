//! Which past promises and claims bear on a new claim, so that whoever takes it in does not ask what is known: those of
//! the same contact, of the same kind, or of the same order.
//! It refuses to judge them.

use super::{Account, ClaimKind, Matter, MatterState, Terms};
use crate::ids::{ContactId, MatterId};

/// As much of a new claim as is known while it is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewClaim {
    /// By whom.
    pub contact: Option<ContactId>,
    /// Of what kind.
    pub kind: ClaimKind,
    /// About which matter, if it is about one.
    pub about: Option<MatterId>,
}

/// Why a matter bears on it; at least one holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bears {
    /// It was the same contact.
    pub contact: bool,
    /// It was of the same kind.
    pub kind: bool,
    /// It is on the same thread: the order, or the promise, and what grew from it.
    pub thread: bool,
}

/// A matter that bears on a new claim, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearing<'a> {
    /// Which.
    pub matter: &'a Matter,
    /// Why.
    pub why: Bears,
}

/// The promises and claims of the account that bear on a new one, the newest first; what it is about stands in the form
/// itself.
#[must_use]
pub fn bearing<'a>(account: &'a Account, new: &NewClaim) -> Vec<Bearing<'a>> {
    let thread = new.about.and_then(|about| account.matters.get(&about));
    let thread = thread.map(|matter| matter.reference.thread);
    let mut found: Vec<_> = account
        .matters
        .values()
        .filter(|matter| Some(matter.reference.id) != new.about)
        .filter_map(|matter| {
            let (contact, kind) = match &matter.state {
                MatterState::Promise(promise) => (promise.to, is_of_kind(&promise.terms, new.kind)),
                MatterState::Claim(claim) => (claim.contact, claim.kind == new.kind),
                MatterState::Order(_) | MatterState::Investigation(_) => return None,
            };
            let why = Bears {
                contact: new.contact.is_some() && contact == new.contact,
                kind,
                thread: thread == Some(matter.reference.thread),
            };
            (why != Bears::default()).then_some(Bearing { matter, why })
        })
        .collect();
    found.sort_by_key(|one| {
        let matter = one.matter;
        std::cmp::Reverse((matter.opened_on, matter.version, matter.reference.id))
    });
    found
}

/// Which promises a claim of that kind might be about.
const fn is_of_kind(terms: &Terms, kind: ClaimKind) -> bool {
    match kind {
        ClaimKind::BrokenPromise => true,
        ClaimKind::Delivery => matches!(terms, Terms::Delivery { .. }),
        ClaimKind::Billing => terms.is_invoiced(),
        ClaimKind::Continuity | ClaimKind::Defect | ClaimKind::Treatment | ClaimKind::Other => {
            false
        }
    }
}
