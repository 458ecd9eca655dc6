//! What the house writes around a letter to a customer, in a language of theirs: before what is told and after it. What
//! is told comes from the facts alone (SAC-13.1: no generic replies), so nobody can write it otherwise here.

use serde::{Deserialize, Serialize};

use super::House;
use crate::account::Language;
use crate::mail::Letter;

/// What stands around one kind of letter in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Around which letter.
    pub letter: Letter,
    /// In which language.
    pub language: Language,
    /// Before what is told; nothing, where nothing was written.
    pub opening: Option<String>,
    /// After it.
    pub closing: Option<String>,
}

impl Template {
    /// The most that one of the two may be long, in characters.
    pub const CHARS_MAX: usize = 600;

    /// Whether it says nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.opening.is_none() && self.closing.is_none()
    }
}

impl House {
    /// What the house writes around that letter in that language, where it has written anything.
    #[must_use]
    pub fn template(&self, letter: Letter, language: Language) -> Option<&Template> {
        let mut all = self.templates.iter();
        all.find(|one| one.letter == letter && one.language == language)
    }
}
