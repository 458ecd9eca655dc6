//! In what an invoice differs from what was promised: each kind of terms by what it says, to the cent and to the day.
//! It refuses to know what follows from a difference: `decide` does.

use serde::{Deserialize, Serialize};

use super::{Every, Invoice, Reduction, Terms};
use crate::money::{Currency, Money, TaxSplit};
use crate::time::Date;

/// In what an invoice differs from what was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// What the customer is to pay.
    Sum {
        /// As promised, with its tax.
        promised: Money,
        /// By the invoice, with its tax.
        invoiced: Money,
    },
    /// They pay the same, and the tax within it is another.
    Tax {
        /// As promised.
        promised: TaxSplit,
        /// By the invoice.
        invoiced: TaxSplit,
    },
    /// How often they pay it.
    Every {
        /// As promised.
        promised: Every,
        /// By the invoice.
        invoiced: Every,
    },
    /// In which currency.
    Currency {
        /// As promised.
        promised: Currency,
        /// By the invoice.
        invoiced: Currency,
    },
    /// The day it is to be paid.
    Due {
        /// As promised.
        promised: Date,
        /// By the invoice.
        invoiced: Date,
    },
}

impl Terms {
    /// Whether an invoice can say them.
    #[must_use]
    pub const fn is_invoiced(&self) -> bool {
        matches!(
            self,
            Self::Price { .. } | Self::Discount { .. } | Self::Payment { .. }
        )
    }

    /// The field that an invoice lacks to be compared with them.
    #[must_use]
    pub const fn lacking(&self, invoice: &Invoice) -> Option<&'static str> {
        match self {
            Self::Discount { .. } if invoice.off.is_none() => Some("list"),
            Self::Payment { .. } if invoice.due.is_none() => Some("due"),
            _ => None,
        }
    }

    /// In what the invoice differs from them; none where it says what was promised, to the cent.
    #[must_use]
    pub fn differs(&self, invoice: &Invoice) -> Option<Difference> {
        match *self {
            Self::Price { amount, every, .. } => {
                let promised = self.price()?;
                other_currency(amount.currency, invoice)
                    .or_else(|| other_every(every, invoice))
                    .or_else(|| other_sum(promised, invoice.split()))
            }
            Self::Discount { reduction } => discounted(reduction, invoice),
            Self::Payment { days } => {
                let invoiced = invoice.due?;
                let promised = invoice.drawn + chrono::Days::new(u64::from(days));
                (promised != invoiced).then_some(Difference::Due { promised, invoiced })
            }
            Self::Delivery { .. } | Self::Other => None,
        }
    }
}

fn other_currency(promised: Currency, invoice: &Invoice) -> Option<Difference> {
    let invoiced = invoice.amount.currency;
    (promised != invoiced).then_some(Difference::Currency { promised, invoiced })
}

fn other_every(promised: Every, invoice: &Invoice) -> Option<Difference> {
    let invoiced = invoice.every.filter(|invoiced| *invoiced != promised)?;
    Some(Difference::Every { promised, invoiced })
}

fn other_sum(promised: TaxSplit, invoiced: TaxSplit) -> Option<Difference> {
    if promised.gross != invoiced.gross {
        return Some(Difference::Sum {
            promised: promised.gross,
            invoiced: invoiced.gross,
        });
    }
    (promised != invoiced).then_some(Difference::Tax { promised, invoiced })
}

/// What is left of the price before, with the tax of the invoice: a sum off is off what the invoice calls its price.
fn discounted(reduction: Reduction, invoice: &Invoice) -> Option<Difference> {
    if let Some(foreign) = invoice.foreign() {
        return other_currency(foreign, invoice);
    }
    let list = invoice.list()?;
    let promised = match reduction {
        Reduction::Percent(rate) => rate.after(list),
        Reduction::Amount(off) => match list.checked_sub(off) {
            Ok(left) => left,
            Err(_) => return other_currency(off.currency, invoice),
        },
    };
    // More off than the price leaves nothing to pay.
    let promised = Money::new(promised.minor.max(0), promised.currency);
    let (promised, invoiced) = (invoice.tax.split(promised).gross, invoice.split().gross);
    (promised != invoiced).then_some(Difference::Sum { promised, invoiced })
}

impl Difference {
    /// What is to be paid now, where the difference says it.
    #[must_use]
    pub const fn to_pay(&self) -> Option<Money> {
        match self {
            Self::Sum { promised, .. } => Some(*promised),
            Self::Tax { promised, .. } => Some(promised.gross),
            Self::Every { .. } | Self::Currency { .. } | Self::Due { .. } => None,
        }
    }

    /// What is asked for beyond what was promised, as money.
    #[must_use]
    pub fn beyond(&self) -> Option<Money> {
        match self {
            Self::Sum { promised, invoiced } => invoiced
                .checked_sub(*promised)
                .ok()
                .filter(|beyond| beyond.minor > 0),
            _ => None,
        }
    }

    /// Whether the customer pays less by it, or later: nothing given is taken back.
    #[must_use]
    pub fn favours_them(&self) -> bool {
        match self {
            Self::Sum { promised, invoiced } => invoiced.minor < promised.minor,
            Self::Due { promised, invoiced } => invoiced > promised,
            Self::Tax { .. } | Self::Every { .. } | Self::Currency { .. } => false,
        }
    }
}
