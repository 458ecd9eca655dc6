//! What the server hands to the pages of a signature: the promise as it is read back, and what was signed.
//! It refuses to bring the words apart from those that are sealed: they come made, line by line.

use chrono::NaiveDateTime;
use domain::account::{Language, PromiseStage, Signature, Terms};
use domain::ids::{AccountId, MatterId};
use domain::time::Date;
use serde::{Deserialize, Serialize};

use super::{Code, Draft};
use crate::words::Tongue;
use crate::words::receipts::tongue;

/// Given by context to the page where a promise is read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Firma {
    /// Of which account.
    pub account: AccountId,
    /// Which promise.
    pub matter: MatterId,
    /// How it stood when it was read.
    pub version: u64,
    /// The language of the words.
    pub language: Language,
    /// What is read, and sealed.
    pub shown: String,
    /// Its SHA-256, in hexadecimal.
    pub digest: String,
    /// Whose promise it is, where that is known.
    pub name: String,
    /// Whether it can be signed.
    pub signing: Signing,
    /// What was typed before, if it came back.
    pub draft: Draft,
}

/// Whether a promise can be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Signing {
    /// It can.
    Open,
    /// It is signed as it stands, by the line of that version.
    Signed(u64),
    /// It is kept, broken or let off.
    Over,
}

/// Given by context to the pages of what was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Firmada {
    /// The language it was read in.
    pub language: Language,
    /// What was read, to the letter; none where it was erased.
    pub shown: Option<String>,
    /// Who signed.
    pub by: Option<String>,
    /// In which way; the strokes as the path of an SVG.
    pub signature: Signature<Option<String>>,
    /// When, on the store's wall.
    pub wall: NaiveDateTime,
    /// Of what was read, as it was sealed, in hexadecimal.
    pub digest: String,
    /// The head of the ledger after the line that sealed it, in hexadecimal.
    pub head: String,
    /// The version of that line.
    pub version: u64,
    /// How the promise stands.
    pub stage: PromiseStage,
    /// What it says now, where that is something else.
    pub amended: Option<Terms>,
    /// The day it is at the store.
    pub today: Date,
    /// The customer's link, whole.
    pub link: String,
    /// The same as a code.
    pub code: Code,
    /// Where its PDF is.
    pub pdf: String,
    /// The way back to the account, for whoever serves.
    pub back: Option<String>,
}

impl Firma {
    /// The tongue it is read in.
    #[must_use]
    pub const fn tongue(&self) -> Tongue {
        tongue(self.language)
    }
}

impl Firmada {
    /// The tongue it was read in.
    #[must_use]
    pub const fn tongue(&self) -> Tongue {
        tongue(self.language)
    }
}
