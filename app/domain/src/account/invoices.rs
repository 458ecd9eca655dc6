//! An invoice on a promise: what it says, and which of them the house knows, each with how it stands.
//! It refuses to compare them.

use serde::{Deserialize, Serialize};

use super::{Difference, Every, Reduction};
use crate::money::{Currency, Money, TaxBasis, TaxSplit};
use crate::time::Date;

/// What an invoice says, as far as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// Its number.
    pub number: String,
    /// The day it was drawn up.
    pub drawn: Date,
    /// How much.
    pub amount: Money,
    /// Tax included, excluded or exempt, and the rate.
    pub tax: TaxBasis,
    /// For how long it is, where it says so.
    pub every: Option<Every>,
    /// What came off, where it says so.
    pub off: Option<Off>,
    /// The day it is to be paid, where it says so.
    pub due: Option<Date>,
    /// The day it left to the customer; none while it has not.
    pub sent: Option<Date>,
}

/// What an invoice says of what came off it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Off {
    /// The price before, with its tax said as the amount's.
    List(Money),
    /// The discount applied.
    Applied(Reduction),
}

/// An invoice that the house knows of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownInvoice {
    /// As it was said last.
    pub invoice: Invoice,
    /// How it stands.
    pub standing: InvoiceStanding,
    /// The day it was compared.
    pub on: Date,
    /// Since when the house knows that it differs, and the customer has not been told.
    #[serde(default)]
    pub silent_since: Option<Date>,
    /// The version of the fact by which it kept the word: once, however often it is drawn up.
    #[serde(default)]
    pub kept: Option<u64>,
}

/// How an invoice stands beside its promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceStanding {
    /// It says what was promised, or less is to be paid by it, and later.
    Holds,
    /// It differs, and the customer has not seen it.
    Draft(Difference),
    /// It differs, and the customer has it: what is to be made good.
    Left(Difference),
    /// It differed, and what followed is past, or was made good.
    Over,
    /// Another was drawn up instead of it.
    Replaced,
}

/// The invoices on a promise, each number once, in the order they came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoices {
    /// All of them: a price paid by the month has twelve a year.
    pub known: Vec<KnownInvoice>,
}

impl InvoiceStanding {
    /// Whether the customer is to know that it differs.
    #[must_use]
    pub const fn is_to_be_told(self) -> bool {
        matches!(self, Self::Draft(_) | Self::Left(_))
    }
}

impl Invoice {
    /// What the customer pays by it, taken apart.
    #[must_use]
    pub fn split(&self) -> TaxSplit {
        self.tax.split(self.amount)
    }

    /// Whether both say the same but for the day they left.
    #[must_use]
    pub fn says_as(&self, other: &Self) -> bool {
        let of_no_day = |one: &Self| Self {
            sent: None,
            ..one.clone()
        };
        of_no_day(self) == of_no_day(other)
    }

    /// The price before what came off, in the amount's own tax.
    pub(super) fn list(&self) -> Option<Money> {
        Some(match self.off? {
            Off::List(list) => list,
            Off::Applied(Reduction::Amount(off)) => self.amount.checked_add(off).ok()?,
            Off::Applied(Reduction::Percent(rate)) => rate.before(self.amount),
        })
    }

    /// The currency of what it says came off, where that is another.
    pub(super) fn foreign(&self) -> Option<Currency> {
        let of = match self.off? {
            Off::List(sum) | Off::Applied(Reduction::Amount(sum)) => sum.currency,
            Off::Applied(Reduction::Percent(_)) => return None,
        };
        (of != self.amount.currency).then_some(of)
    }
}

impl Invoices {
    /// The one of that number.
    #[must_use]
    pub fn of(&self, number: &str) -> Option<&KnownInvoice> {
        self.known.iter().find(|one| one.invoice.number == number)
    }

    /// Those that differ and have not left, each with its difference.
    pub fn drafts(&self) -> impl Iterator<Item = (&KnownInvoice, Difference)> {
        self.known.iter().filter_map(|one| match one.standing {
            InvoiceStanding::Draft(difference) => Some((one, difference)),
            _ => None,
        })
    }

    /// Those that left as they should not have, and were not made good, each with its difference.
    pub fn left(&self) -> impl Iterator<Item = (&KnownInvoice, Difference)> {
        self.known.iter().filter_map(|one| match one.standing {
            InvoiceStanding::Left(difference) => Some((one, difference)),
            _ => None,
        })
    }

    /// The last day on which one was compared.
    #[must_use]
    pub fn compared_on(&self) -> Option<Date> {
        self.known.iter().map(|one| one.on).max()
    }

    /// Since when the customer has not been told of one that differs.
    #[must_use]
    pub fn silent_since(&self) -> Option<Date> {
        self.known.iter().filter_map(|one| one.silent_since).min()
    }

    /// The customer knows of those that differed until that day.
    pub(in crate::account) fn told(&mut self, on: Date) {
        for one in &mut self.known {
            one.silent_since = one.silent_since.filter(|since| *since > on);
        }
    }

    /// Takes the place of what was known of its number.
    pub(in crate::account) fn put(&mut self, known: KnownInvoice) {
        let same = |one: &KnownInvoice| one.invoice.number == known.invoice.number;
        self.known.retain(|one| !same(one));
        self.known.push(known);
    }

    /// Another is instead of it; one that left stays what it was for the customer until it is made good.
    pub(in crate::account) fn replaced(&mut self, number: &str) {
        let stays = |one: &KnownInvoice| matches!(one.standing, InvoiceStanding::Left(_));
        let same = |one: &&mut KnownInvoice| one.invoice.number == number && !stays(one);
        if let Some(one) = self.known.iter_mut().find(same) {
            one.standing = InvoiceStanding::Replaced;
            one.silent_since = None;
        }
    }

    /// What left is being made good.
    pub(in crate::account) fn made_good(&mut self) {
        for one in &mut self.known {
            if matches!(one.standing, InvoiceStanding::Left(_)) {
                one.standing = InvoiceStanding::Over;
                one.silent_since = None;
            }
        }
    }
}
