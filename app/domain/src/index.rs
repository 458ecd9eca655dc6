//! By what a customer is found: the terms that each fact adds to the search, made by the one normaliser; and by what
//! they find their claim again.
//! It refuses to know where terms are kept; texts come in already read.

use crate::entry::Entry;
use crate::fact::Fact;
use crate::ids::{CommandId, MatterId, TextId};
use crate::key::{Key, Link};
use crate::search::{code_terms, phone_terms, words};
use crate::text::Digest;

/// By what the customer who made a claim finds it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimKey {
    /// The claim.
    pub claim: MatterId,
    /// The command that took it in.
    pub command: CommandId,
    /// Of its key.
    pub key: Digest,
    /// Of its link.
    pub link: Digest,
}

/// The key and the link of a claim that is received; none once they were erased. `text` as for [`terms`].
#[must_use]
pub fn claim_key<'t>(
    entry: &Entry<Fact>,
    text: impl Fn(TextId) -> Option<&'t str>,
) -> Option<ClaimKey> {
    let Fact::ClaimReceived {
        handed: Some(handed),
        ..
    } = &entry.fact
    else {
        return None;
    };
    Some(ClaimKey {
        claim: entry.matter?.id,
        command: entry.command,
        key: Key::read(text(handed.key.id)?).ok()?.digest(),
        link: Link::read(text(handed.link.id)?)?.digest(),
    })
}

/// The terms a fact adds for its account; `text` reads a text that is there and not erased.
#[must_use]
pub fn terms<'t>(fact: &Fact, text: impl Fn(TextId) -> Option<&'t str>) -> Vec<String> {
    let of = |id: Option<TextId>, normalise: fn(&str) -> Vec<String>| {
        id.and_then(&text).map(normalise).unwrap_or_default()
    };
    match fact {
        Fact::AccountOpened { name, tax_id, .. } | Fact::AccountRestated { name, tax_id, .. } => {
            let mut terms = of(Some(name.id), words);
            terms.extend(of(tax_id.map(|tax_id| tax_id.id), code_terms));
            terms
        }
        Fact::ContactAdded {
            name, phone, email, ..
        } => {
            let mut terms = of(Some(name.id), words);
            terms.extend(of(phone.map(|phone| phone.id), phone_terms));
            terms.extend(of(email.map(|email| email.id), words));
            terms
        }
        Fact::OrderPlaced { number, .. } | Fact::OrderRestated { number, .. } => code_terms(number),
        _ => Vec::new(),
    }
}
