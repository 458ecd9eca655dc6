//! What the customer put their name to: the words that stood on the screen, under which terms, and in which way.
//! It refuses to know the words: they are a text, and its digest is sealed.

use serde::{Deserialize, Serialize};

use super::Terms;
use crate::text::TextRef;
use crate::time::{Date, Timestamp};

/// In which way somebody signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signature<T> {
    /// By hand, with these strokes.
    Drawn(T),
    /// By typing their name and saying that they read it.
    Typed,
}

/// The last signature of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Signed {
    /// When.
    pub at: Timestamp,
    /// The day it was, at the store.
    pub on: Date,
    /// Who, as they typed it.
    pub by: TextRef,
    /// What stood on the screen, to the letter.
    pub shown: TextRef,
    /// The terms that were signed.
    pub terms: Terms,
    /// The version of its fact.
    pub version: u64,
}
