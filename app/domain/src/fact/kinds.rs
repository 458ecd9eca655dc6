//! The small kinds that facts are told with.

use serde::{Deserialize, Serialize};

use crate::ids::MatterId;

/// Which way an interaction went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The customer came to us.
    Incoming,
    /// We went to the customer.
    Outgoing,
}

/// How an interaction ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// We spoke, or it was read.
    Reached,
    /// Nobody answered.
    NotReached,
    /// A message was left.
    MessageLeft,
}

/// What an interaction cost the customer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cost {
    /// Minutes of waiting.
    pub minutes: u16,
    /// Trips to us.
    pub trips: u16,
    /// Times they were passed on.
    pub transfers: u16,
}

/// Whether a missed date is past and over, as an import may bring it, or stands open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aftermath {
    /// The customer is to be told and to be apologised to.
    Open,
    /// It had its outcome before Palabra knew of it.
    Over,
}

/// Whether a miss was known before the day it was promised for had gone by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Foreseen {
    /// The day had gone by, or there was none.
    No,
    /// The day was still to come, or had not ended.
    Yes,
}

/// Who a broken promise was found out by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// The house: the customer is still to be told.
    House,
    /// The customer, by a claim: they know.
    Claim(MatterId),
}
