//! A promise: its terms, for how long, and how it stands.
//! It refuses to know dates of dues: those are decided.

use serde::{Deserialize, Serialize};

use super::{Amends, Signed};
use crate::ids::{ContactId, PersonId};
use crate::money::{Money, Rate, TaxBasis, TaxSplit};
use crate::text::TextRef;
use crate::time::Date;

use super::{Essential, Invoices};

/// How often a price is paid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Once.
    #[default]
    Once,
    /// Each month.
    Month,
    /// Each year.
    Year,
}

/// What comes off a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reduction {
    /// A share of it.
    Percent(Rate),
    /// A sum.
    Amount(Money),
}

/// What was promised, typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Terms {
    /// A price, never silent about its tax.
    Price {
        /// How much.
        amount: Money,
        /// Tax included, excluded or exempt, and the rate.
        tax: TaxBasis,
        /// How often.
        every: Every,
    },
    /// A discount.
    Discount {
        /// How much.
        reduction: Reduction,
    },
    /// A delivery.
    Delivery {
        /// By which day.
        date: Date,
        /// Whether that day is essential to the customer (DEL-66bis).
        essential: Essential,
    },
    /// Anything else, told in words.
    Other,
    /// When an invoice is to be paid.
    Payment {
        /// So many days after it was drawn up.
        days: u16,
    },
}

impl Terms {
    /// Its kind, as the form and the tables name it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Price { .. } => "price",
            Self::Discount { .. } => "discount",
            Self::Delivery { .. } => "delivery",
            Self::Other => "other",
            Self::Payment { .. } => "payment",
        }
    }

    /// What the customer pays each time, taken apart; `None` where the terms are no price.
    #[must_use]
    pub fn price(&self) -> Option<TaxSplit> {
        match *self {
            Self::Price { amount, tax, .. } => Some(tax.split(amount)),
            _ => None,
        }
    }
}

/// For how long a promise holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Once.
    Single,
    /// Each invoice, ticket or visit, until that day; without an end where none was said.
    Standing {
        /// The last day.
        until: Option<Date>,
    },
}

/// How the house knows of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseSource {
    /// Recorded by whoever gave it, or was there.
    Recorded,
    /// Told by the customer in a claim; there was no record.
    ByClaim,
}

/// How a promise stands. Lapsed comes with the offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseStage {
    /// Given.
    Made,
    /// Read back by the customer.
    Confirmed,
    /// Not kept.
    Broken,
    /// Confirmed after it was broken, and being made good.
    Honoured,
    /// Kept.
    Kept,
    /// The customer let us off.
    Released,
    /// An invoice that differs from it has not left yet.
    AtRisk,
}

/// What a seller said the customer would get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// What.
    pub terms: Terms,
    /// In words.
    pub what: Option<TextRef>,
    /// For how long.
    pub span: Span,
    /// Who gave it.
    pub by: Option<PersonId>,
    /// To whom.
    pub to: Option<ContactId>,
    /// How we know.
    pub source: PromiseSource,
    /// How it stands.
    pub stage: PromiseStage,
    /// The last day on which it was shown to hold, from which the next asking is counted.
    pub kept_on: Option<Date>,
    /// The day the customer let us off.
    pub released_on: Option<Date>,
    /// What is being made good.
    pub amends: Amends,
    /// What the customer signed last, if they ever did.
    #[serde(default)]
    pub signed: Option<Signed>,
    /// The invoices compared with it.
    #[serde(default)]
    pub invoices: Invoices,
    /// How it stood before it was at risk.
    #[serde(default)]
    pub stood: Option<PromiseStage>,
}

impl Promise {
    /// Whether anything is still to be done on it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_running() || self.amends.is_open()
    }

    /// Whether the word still binds.
    #[must_use]
    pub fn is_running(&self) -> bool {
        !matches!(self.stage, PromiseStage::Kept | PromiseStage::Released)
    }

    /// Whether the customer put their name to it as it stands: other terms are signed anew.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.signed.is_some_and(|signed| signed.terms == self.terms)
    }

    /// Whether there is anything to sign: it stands, and may still be kept or broken.
    #[must_use]
    pub const fn may_be_signed(&self) -> bool {
        matches!(
            self.stage,
            PromiseStage::Made
                | PromiseStage::Confirmed
                | PromiseStage::AtRisk
                | PromiseStage::Honoured
        )
    }

    /// The day it is for, where it is for one.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        match self.terms {
            Terms::Delivery { date, .. } => Some(date),
            _ => None,
        }
    }
}
