//! Which promise of an account an invoice is compared with, where a file does not say: one whose words or order it
//! names, else the one that knows its number, else the only one that fits it. It refuses to choose between two.

use super::{Account, Invoice, Matter, MatterState, Promise, PromiseStage, Reduction, Span, Terms};
use crate::ids::MatterId;

/// What a file says of the promise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// The number of the order it is on.
    pub order: Option<&'a str>,
    /// The number of the invoice that it is instead of.
    pub replaces: Option<&'a str>,
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
    let promises = account
        .matters
        .values()
        .filter_map(|matter| match &matter.state {
            MatterState::Promise(promise) => Some((matter, promise)),
            _ => None,
        });
    let numbers = [Some(invoice.number.as_str()), named.replaces];
    let known = |promise: &Promise| {
        numbers
            .iter()
            .position(|number| number.is_some_and(|number| promise.invoices.of(number).is_some()))
    };
    let on = |matter: &Matter| {
        let order = account.matters.get(&matter.reference.parent?)?;
        number(order)
    };
    let may_be_on_it = |matter: &Matter| {
        named.order.is_none() || on(matter).is_none() || on(matter) == named.order
    };
    let is_said = |promise: &Promise| named.words == WordsNamed::No || says(promise);
    // Its own, also where that was kept since.
    let fitting: Vec<_> = promises
        .filter(|(matter, promise)| known(promise).is_some() || fits(matter, promise, invoice))
        .filter(|(matter, promise)| may_be_on_it(matter) && is_said(promise))
        .collect();
    let of_it = fitting.iter().copied();
    let of_it: Vec<_> = of_it
        .filter(|(matter, _)| named.order.is_some() && on(matter) == named.order)
        .collect();
    let some = if of_it.is_empty() { fitting } else { of_it };
    let its = some.iter().filter(|(_, promise)| known(promise).is_some());
    if let Some((matter, _)) = its.min_by_key(|(_, promise)| known(promise)) {
        return ComparedWith::One(matter.reference.id);
    }
    match (only(some.iter().map(|(matter, _)| *matter)), named.words) {
        (ComparedWith::Nothing, WordsNamed::Yes) => ComparedWith::NoSuchWords,
        (found, _) => found,
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
    let was_made = invoice.drawn >= matter.opened_on;
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
