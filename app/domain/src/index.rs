//! By what a customer is found: the terms that each fact adds to the search, made by the one normaliser.
//! It refuses to know where terms are kept; texts come in already read.

use crate::fact::Fact;
use crate::ids::TextId;
use crate::search::{code_terms, phone_terms, words};

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
