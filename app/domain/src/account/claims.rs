//! A claim: its points and the answer to each, and how far it has come from its reception to its resolution.
//! The investigation behind it stands in a file beside this one.

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

/// How far a claim has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimStage {
    /// Taken in; nobody has worked on it yet.
    Received,
    /// Something is missing: the customer was warned, and has until that day (SAC-13.3).
    Incomplete {
        /// What.
        missing: TextRef,
        /// The last day of it.
        until: Date,
    },
    /// Somebody of the house works on it.
    InStudy,
    /// Every point was answered; the customer is still to be told.
    Answered {
        /// The day of it.
        on: Date,
    },
    /// The customer has the answer.
    Delivered {
        /// The day they had it.
        on: Date,
        /// By which way.
        channel: Channel,
    },
    /// Never completed, after a warning and its days.
    Lapsed {
        /// The day of it.
        on: Date,
    },
}

/// A dispute body that looks at it: collection stops, legal clocks go on (SAC-13.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mediation {
    /// Which body.
    pub body: TextRef,
    /// Its own number for it.
    pub reference: Option<TextRef>,
    /// Since that day.
    pub on: Date,
    /// How it ended; none while it goes on.
    pub closed: Option<Closed>,
}

/// The end of a mediation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The day of it.
    pub on: Date,
    /// What came of it.
    pub outcome: TextRef,
}

/// How content the customer is, from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

/// A rating lies between 1 and 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a rating lies between 1 and 5, and {0} does not")]
pub struct NotARating(u8);

impl TryFrom<u8> for Rating {
    type Error = NotARating;

    fn try_from(rating: u8) -> Result<Self, NotARating> {
        match rating {
            1..=5 => Ok(Self(rating)),
            other => Err(NotARating(other)),
        }
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
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
    /// The day it happened, as the customer tells it.
    pub happened_on: Option<Date>,
    /// The day it was promised, as the customer tells it.
    pub said_on: Option<Date>,
    /// How far it has come.
    pub stage: ClaimStage,
    /// The day from which its answer is counted: made, completed, or reopened.
    pub clock_from: Date,
    /// The dispute bodies it was brought to, in their order.
    pub mediations: Vec<Mediation>,
    /// How content they were with its resolution; asked once.
    pub rating: Option<Rating>,
    /// The key and the link the customer took away.
    #[serde(default)]
    pub handed: Option<Handed<TextRef>>,
}

impl Claim {
    /// Whether something is still to be done on it: an answer to reach the customer, or a mediation to end.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.awaits_its_answer() || self.mediation().is_some()
    }

    /// Whether the customer waits for its answer, or is asked for what is missing.
    #[must_use]
    pub const fn awaits_its_answer(&self) -> bool {
        !matches!(
            self.stage,
            ClaimStage::Delivered { .. } | ClaimStage::Lapsed { .. }
        )
    }

    /// The day every point had its answer.
    #[must_use]
    pub const fn answered_on(&self) -> Option<Date> {
        match self.stage {
            ClaimStage::Answered { on } | ClaimStage::Delivered { on, .. } => Some(on),
            _ => None,
        }
    }

    /// The mediation that goes on.
    #[must_use]
    pub fn mediation(&self) -> Option<&Mediation> {
        self.mediations.iter().find(|one| one.closed.is_none())
    }

    /// Whether it has come to its end with an answer, so that the customer may be asked how content they are.
    #[must_use]
    pub fn is_resolved(&self) -> bool {
        matches!(self.stage, ClaimStage::Delivered { .. }) && self.mediation().is_none()
    }
}
