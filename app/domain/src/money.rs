//! Amounts in minor units with their currency, rates, and tax split out of or put onto an amount.
//! What a person types is read the Spanish way, and never guessed where it could mean two amounts.
//! It refuses to know exchange rates, floating point, and which rate the law asks for.

use std::fmt;

use serde::{Deserialize, Serialize};

mod read;
mod tax;
mod write;

pub use tax::{Rate, TaxBasis, TaxSplit, from_excluded, split_included};

/// The euro, [`Currency::EUR`].
pub const EUR: Currency = Currency::EUR;
/// The Colombian peso, [`Currency::COP`].
pub const COP: Currency = Currency::COP;

/// A currency by its ISO 4217 code: three capital letters, serialised as such.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// An amount: minor units (cents) of a currency, negative for a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units: 8 900 000 is 89 000 COP.
    pub minor: i64,
    /// In which currency.
    pub currency: Currency,
}

/// Why there is no amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum MoneyError {
    /// Not three capital letters.
    #[error("not a currency: {text}")]
    NotACurrency {
        /// What was read.
        text: String,
    },
    /// Not an amount or a rate at all, or thousands grouped by other than three.
    #[error("not a number: {text}")]
    NotANumber {
        /// What was read.
        text: String,
    },
    /// Could be thousands or decimals.
    #[error("could mean two amounts: {text}")]
    Ambiguous {
        /// What was read.
        text: String,
    },
    /// Finer than the minor unit of the currency, or than a hundredth of a percent.
    #[error("too many decimals: {text}")]
    TooManyDecimals {
        /// What was read.
        text: String,
    },
    /// More than can be held, or a rate above 100 %.
    #[error("too large")]
    TooLarge,
    /// Two currencies in one sum, or another currency's sign in the text.
    #[error("{found} where {expected} was expected")]
    OtherCurrency {
        /// The currency asked for.
        expected: Currency,
        /// The one met, as code or sign.
        found: String,
    },
}

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");
    /// The Colombian peso: two minor digits, though no coin shows them.
    pub const COP: Self = Self(*b"COP");

    /// From its code, three capital ASCII letters.
    ///
    /// # Errors
    /// [`MoneyError::NotACurrency`].
    pub fn parse(code: &str) -> Result<Self, MoneyError> {
        match <[u8; 3]>::try_from(code.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(MoneyError::NotACurrency {
                text: code.to_owned(),
            }),
        }
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a currency holds three ASCII letters")
    }

    /// How many decimals its minor unit has, by ISO 4217; two where the code is not known.
    #[must_use]
    pub fn minor_digits(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::parse(&code)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl Money {
    /// That many minor units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// The sum.
    ///
    /// # Errors
    /// [`MoneyError::OtherCurrency`], [`MoneyError::TooLarge`].
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.alike(other)?;
        self.with(self.minor.checked_add(other.minor))
    }

    /// The difference.
    ///
    /// # Errors
    /// [`MoneyError::OtherCurrency`], [`MoneyError::TooLarge`].
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.alike(other)?;
        self.with(self.minor.checked_sub(other.minor))
    }

    /// Reads what a person typed, in this currency: `89.000`, `1.234,56`, `1234.56`, `89 000`, `€ 12,50`.
    /// Of two kinds of separator the last is the decimal one; a lone one before exactly three digits
    /// groups thousands; any other is decimal. The currency's own sign or code may stand on either side.
    ///
    /// # Errors
    /// Any [`MoneyError`] but `NotACurrency`.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        read::amount(text, currency)
    }

    fn alike(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(MoneyError::OtherCurrency {
            expected: self.currency,
            found: other.currency.code().to_owned(),
        })
    }

    fn with(self, minor: Option<i64>) -> Result<Self, MoneyError> {
        minor
            .map(|minor| Self { minor, ..self })
            .ok_or(MoneyError::TooLarge)
    }
}

#[cfg(test)]
mod tests;
