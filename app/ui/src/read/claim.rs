//! What the server hands to the pages of a claim: the receipt, the customer's own page, and what a key tells.
//! It refuses to bring more of the account than the claim, and nobody's name but of those who answer for it.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use domain::account::PointAnswer;
use domain::ids::PersonId;
use domain::receipt::{ClaimStanding, Receipt};
use domain::refusal::Why;
use domain::time::Date;
use serde::{Deserialize, Serialize};

use crate::words::receipts::tongue;
use crate::words::{Names, Tongue};

/// Squares of a code, as a path of an SVG whose side is so many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// How many squares a side has, its quiet margin with it.
    pub side: usize,
    /// The dark ones, as a path.
    pub path: String,
}

/// Given by context to the pages that show a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recibo {
    /// What it says.
    pub receipt: Receipt,
    /// The title of what was honoured.
    pub about: Option<String>,
    /// Who answers for the claim.
    pub owner: PersonId,
    /// Those whose names it says.
    pub people: BTreeMap<PersonId, String>,
    /// The house's name.
    pub house: String,
    /// When it was made, on the store's wall.
    pub wall: NaiveDateTime,
    /// The head of the ledger after its last line, in hexadecimal.
    pub head: String,
    /// The version of that line.
    pub version: u64,
    /// The customer's link, whole.
    pub link: String,
    /// The same as a code.
    pub code: Code,
    /// Where its PDF is.
    pub pdf: String,
    /// The way back.
    pub back: String,
}

impl Recibo {
    /// The tongue it is written in.
    #[must_use]
    pub const fn tongue(&self) -> Tongue {
        tongue(self.receipt.language)
    }

    /// Who is who in it: nobody reads it as themselves.
    #[must_use]
    pub fn names(&self) -> Names {
        Names {
            people: self.people.clone(),
            house: self.house.clone(),
            ..Names::default()
        }
    }
}

/// Given by context to the customer's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suya {
    /// The receipt.
    pub recibo: Recibo,
    /// Each point as it was said, how it was answered, and why.
    pub points: Vec<(Option<String>, Option<PointAnswer>, Option<String>)>,
    /// How it stands.
    pub standing: ClaimStanding,
    /// The day it is at the store.
    pub today: Date,
    /// Where the receipt is.
    pub receipt: String,
}

/// Given by context to `/estado`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estado {
    /// The key as it was typed.
    pub typed: String,
    /// What it tells.
    pub told: Option<(ClaimStanding, Date)>,
    /// Why it tells nothing.
    pub refusal: Option<EstadoRefusal>,
}

/// Why a key tells nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EstadoRefusal {
    /// It cannot be read.
    Unreadable(Why),
    /// It is of no claim.
    Unknown,
    /// Ten were tried from here within the hour.
    TooMany,
}
