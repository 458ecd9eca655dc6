//! Which promise of an account an invoice is compared with, where a file does not say: the one on the order it names,
//! else the only one that fits it. It refuses to choose between two.

use super::{Account, Invoice, Matter, MatterState, Promise, PromiseStage, Reduction, Span, Terms};
use crate::ids::MatterId;

/// What a file says of the promise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// The number of the order it is on.
    pub order: Option<&'a str>,
    /// Whether its words are said.
    pub words: WordsNamed,
}

/// Whether a file says which promise by its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WordsNamed {
    /// It says nothing.
    #[default]
    No,
    /// Only a promise that says them will do.
    Yes,
}

/// What there is to compare an invoice with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparedWith {
    /// That promise.
    One(MatterId),
    /// None was made, or none fits.
    Nothing,
    /// So many fit, and which is meant is not said.
    Several(usize),
    /// Words are said that no promise has.
    NoSuchWords,
}

/// What the invoice is compared with, of an account whose promises are loaded and the orders they are on; `says` tells
/// whether a promise has the words that are named.
#[must_use]
pub fn compared_with(
    account: &Account,
    invoice: &Invoice,
    named: Named<'_>,
    says: impl Fn(&Promise) -> bool,
) -> ComparedWith {
    let promises = || {
        account
            .matters
            .values()
            .filter_map(|matter| match &matter.state {
                MatterState::Promise(promise) => Some((matter, promise)),
                _ => None,
            })
    };
    // Its own, also where that was kept since.
    let known = promises().find(|(_, promise)| promise.invoices.of(&invoice.number).is_some());
    if let Some((matter, _)) = known {
        return ComparedWith::One(matter.reference.id);
    }
    let fitting: Vec<_> = promises()
        .filter(|(matter, promise)| fits(matter, promise, invoice))
        .collect();
    if named.words == WordsNamed::Yes {
        let said = fitting.iter().filter(|(_, promise)| says(promise));
        return match only(said.map(|(matter, _)| *matter)) {
            ComparedWith::Nothing => ComparedWith::NoSuchWords,
            found => found,
        };
    }
    let of_it = fitting.iter().filter(|(matter, _)| {
        let order = matter.reference.parent;
        let order = order.and_then(|order| account.matters.get(&order));
        named.order.is_some() && order.and_then(number) == named.order
    });
    match only(of_it.map(|(matter, _)| *matter)) {
        ComparedWith::Nothing => only(fitting.iter().map(|(matter, _)| *matter)),
        found => found,
    }
}

fn only<'m>(mut matters: impl Iterator<Item = &'m Matter>) -> ComparedWith {
    match (matters.next(), matters.count()) {
        (None, _) => ComparedWith::Nothing,
        (Some(one), 0) => ComparedWith::One(one.reference.id),
        (Some(_), more) => ComparedWith::Several(more + 1),
    }
}

fn number(matter: &Matter) -> Option<&str> {
    match &matter.state {
        MatterState::Order(order) => Some(&order.number),
        _ => None,
    }
}

/// A word that binds when the invoice is drawn up, in its currency, of which it says what is compared.
fn fits(matter: &Matter, promise: &Promise, invoice: &Invoice) -> bool {
    let binds = match promise.stage {
        PromiseStage::Kept | PromiseStage::Released => false,
        _ => match promise.span {
            Span::Standing { until: Some(until) } => invoice.drawn <= until,
            _ => true,
        },
    };
    let was_made = invoice.sent.is_none_or(|sent| sent >= matter.opened_on);
    let currency = match promise.terms {
        Terms::Price { amount, .. }
        | Terms::Discount {
            reduction: Reduction::Amount(amount),
        } => amount.currency,
        _ => invoice.amount.currency,
    };
    let is_comparable = promise.terms.is_invoiced() && promise.terms.lacking(invoice).is_none();
    binds && was_made && is_comparable && currency == invoice.amount.currency
}
