//! Rates, and a price with its tax inside or outside.
//! It refuses to know which rate applies to what: that is the house's and the law's.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Money, MoneyError, read};

const WHOLE: u16 = 10_000;

/// A percentage in basis points: 1600 is 16 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rate(pub u16);

/// What a price says of its tax; never silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxBasis {
    /// The amount contains the tax.
    Included(Rate),
    /// The tax comes on top.
    Excluded(Rate),
    /// No tax is due.
    Exempt,
}

/// A price taken apart; `base + tax == gross`, to the minor unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxSplit {
    /// Before tax.
    pub base: Money,
    /// The tax.
    pub tax: Money,
    /// What the customer pays.
    pub gross: Money,
}

impl Rate {
    /// Reads `16`, `16 %`, `10,5` or `10.5`: a percentage up to 100 with at most two decimals.
    ///
    /// # Errors
    /// `NotANumber`, `TooManyDecimals`, or `TooLarge` above 100 %.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let bare = text.trim();
        let bare = bare.strip_suffix('%').unwrap_or(bare).trim();
        match u16::try_from(read::number(bare, 2)?) {
            Ok(points) if points <= WHOLE => Ok(Self(points)),
            _ => Err(MoneyError::TooLarge),
        }
    }
}

impl Rate {
    /// What is left of a sum once it is off.
    #[must_use]
    pub fn after(self, sum: Money) -> Money {
        let off = divide(
            i128::from(sum.minor) * i128::from(self.0),
            i128::from(WHOLE),
        );
        let off = i64::try_from(off).unwrap_or(sum.minor);
        Money::new(sum.minor - off, sum.currency)
    }

    /// What a sum was before it came off; the sum itself where all of it did.
    #[must_use]
    pub fn before(self, sum: Money) -> Money {
        let left = i128::from(WHOLE) - i128::from(self.0);
        if left <= 0 {
            return sum;
        }
        let whole = divide(i128::from(sum.minor) * i128::from(WHOLE), left);
        Money::new(i64::try_from(whole).unwrap_or(i64::MAX), sum.currency)
    }
}

impl TaxBasis {
    /// An amount of which it says the tax, taken apart.
    #[must_use]
    pub fn split(self, amount: Money) -> TaxSplit {
        match self {
            Self::Included(rate) => split_included(amount, rate),
            Self::Excluded(rate) => from_excluded(amount, rate),
            Self::Exempt => TaxSplit {
                base: amount,
                tax: Money::zero(amount.currency),
                gross: amount,
            },
        }
    }
}

/// The percentage without its sign, with a decimal point: `16`, `10.5`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, cents) if cents % 10 == 0 => write!(f, "{whole}.{}", cents / 10),
            (whole, cents) => write!(f, "{whole}.{cents:02}"),
        }
    }
}

/// Takes the tax out of a price that contains it: the base rounded to the minor unit,
/// halves away from zero so that a credit mirrors its invoice, and the tax is the rest.
#[must_use]
pub fn split_included(gross: Money, rate: Rate) -> TaxSplit {
    let whole = i128::from(WHOLE);
    let base = divide(i128::from(gross.minor) * whole, whole + i128::from(rate.0));
    let base = i64::try_from(base).unwrap_or(gross.minor);
    TaxSplit {
        base: Money::new(base, gross.currency),
        tax: Money::new(gross.minor - base, gross.currency),
        gross,
    }
}

/// Puts the tax onto a price without it, rounded in the same way; a gross beyond what can be held
/// (92 thousand million million units) stops there, and the tax with it.
#[must_use]
pub fn from_excluded(base: Money, rate: Rate) -> TaxSplit {
    let tax = divide(
        i128::from(base.minor) * i128::from(rate.0),
        i128::from(WHOLE),
    );
    let gross = (i128::from(base.minor) + tax).clamp(i128::from(i64::MIN), i128::from(i64::MAX));
    let gross = i64::try_from(gross).unwrap_or(base.minor);
    TaxSplit {
        base,
        tax: Money::new(gross - base.minor, base.currency),
        gross: Money::new(gross, base.currency),
    }
}

/// Integer division, halves away from zero; the divisor is positive.
fn divide(dividend: i128, divisor: i128) -> i128 {
    let rounded = (2 * dividend.abs() + divisor) / (2 * divisor);
    rounded * dividend.signum()
}
