//! By what a customer is found: the terms that each fact adds to the search, made by the one normaliser; and by what
//! they find again what they took away.
//! It refuses to know where terms are kept; texts come in already read.

use crate::entry::Entry;
use crate::fact::Fact;
use crate::ids::{CommandId, MatterId, TextId};
use crate::key::{Key, Link};
use crate::search::{code_terms, phone_terms, words};
use crate::text::Digest;

/// By what a customer finds again what they took away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Takeaway {
    /// The claim that was made, or the promise that was signed.
    pub matter: MatterId,
    /// By which command.
    pub command: CommandId,
    /// Of its key; a signed promise has none.
    pub key: Option<Digest>,
    /// Of its link.
    pub link: Digest,
}

/// The key and the link of a claim that is received, or the link of a promise that is signed; none once they were
/// erased. `text` as for [`terms`].
#[must_use]
pub fn takeaway<'t>(
    entry: &Entry<Fact>,
    text: impl Fn(TextId) -> Option<&'t str>,
) -> Option<Takeaway> {
    let (key, link) = match &entry.fact {
        Fact::ClaimReceived {
            handed: Some(handed),
            ..
        } => (Some(handed.key), handed.link),
        Fact::PromiseSigned { link, .. } => (None, *link),
        _ => return None,
    };
    let key = match key {
        Some(key) => Some(Key::read(text(key.id)?).ok()?.digest()),
        None => None,
    };
    Some(Takeaway {
        matter: entry.matter?.id,
        command: entry.command,
        key,
        link: Link::read(text(link.id)?)?.digest(),
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
