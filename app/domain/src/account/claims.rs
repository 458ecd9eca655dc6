//! A claim: its points, and the answer to each.
//! Mediation, lapse and the investigation behind it come with their own work, in files beside this one.

use serde::{Deserialize, Serialize};

use super::{Channel, Language};
use crate::ids::ContactId;
use crate::key::Handed;
use crate::money::Money;
use crate::text::TextRef;
use crate::time::Date;

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    /// A broken promise.
    BrokenPromise,
    /// A delivery.
    Delivery,
    /// A defective product or service.
    Defect,
    /// An invoice.
    Billing,
    /// A basic service that was cut off, or does not work.
    Continuity,
    /// How they were treated.
    Treatment,
    /// Anything else.
    Other,
}

impl ClaimKind {
    /// Whether it tells of a promise, and is honoured in the same commit.
    #[must_use]
    pub const fn is_about_a_promise(self) -> bool {
        matches!(self, Self::BrokenPromise | Self::Delivery)
    }
}

/// What a point came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resolution {
    /// Accepted.
    Accepted,
    /// Denied; with reasons.
    Denied,
}

/// The answer to one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PointAnswer {
    /// What it came to.
    pub resolution: Resolution,
    /// Why; never missing on a denial.
    pub reasons: Option<TextRef>,
}

/// One thing the customer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Point {
    /// In their words.
    pub said: TextRef,
    /// Our answer.
    pub answer: Option<PointAnswer>,
}

/// What a customer says was not fulfilled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What it is about.
    pub kind: ClaimKind,
    /// Who says it.
    pub contact: Option<ContactId>,
    /// By which way they said it.
    pub channel: Channel,
    /// Point by point.
    pub points: Vec<Point>,
    /// What they want.
    pub sought: Option<TextRef>,
    /// The language of the answer.
    pub language: Language,
    /// What the invoice says.
    pub invoiced: Option<Money>,
    /// The day it was made.
    pub received_on: Date,
    /// The key and the link the customer took away.
    #[serde(default)]
    pub handed: Option<Handed<TextRef>>,
    /// The day every point had its answer.
    #[serde(default)]
    pub answered_on: Option<Date>,
}

impl Claim {
    /// Whether a point waits for its answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.points.iter().any(|point| point.answer.is_none())
    }
}
