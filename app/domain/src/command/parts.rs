//! What commands are made of: each as told, with its texts.

use serde::{Deserialize, Serialize};

use crate::account::{Channel, Essential, Language, RemedyKind, Resolution, Span, Terms};
use crate::deadline::Bearer;
use crate::ids::{ContactId, MatterId, PersonId};
use crate::money::Money;
use crate::text::Text;
use crate::time::Date;

/// A person on the customer's side, as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewContact {
    /// Which.
    pub contact: ContactId,
    /// Name.
    pub name: Text,
    /// Phone, as written.
    pub phone: Option<Text>,
    /// E-mail.
    pub email: Option<Text>,
    /// How they like to be reached.
    pub channel: Channel,
    /// Their language.
    pub language: Language,
}

/// One thing ordered, as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLine {
    /// In words.
    pub what: Option<Text>,
    /// How many.
    pub quantity: u32,
    /// The day the customer asked for.
    pub requested: Option<Date>,
    /// The day promised.
    pub promised: Option<Date>,
    /// Whether that day is essential.
    pub essential: Essential,
}

/// What a claim is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A recorded promise.
    Promise {
        /// Which.
        matter: MatterId,
    },
    /// An order, and which of its lines; all that wait, where none is named.
    Order {
        /// Which.
        matter: MatterId,
        /// Which lines.
        lines: Vec<u16>,
    },
    /// A promise of which there is no record: it is believed.
    Unrecorded {
        /// What was promised.
        terms: Terms,
        /// In words.
        what: Option<Text>,
        /// For how long.
        span: Span,
        /// Who gave it, if they can say.
        by: Option<PersonId>,
    },
    /// None of these.
    Nothing,
}

/// The days that belong to a claim, as told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimDates {
    /// The day it happened, as the customer tells it.
    pub happened_on: Option<Date>,
    /// The day it was promised, as the customer tells it.
    pub said_on: Option<Date>,
    /// The day on which customer, seller and service director meet, if they will and it is honoured.
    pub hearing: Option<Date>,
}

/// The answer to one point, as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAnswer {
    /// What it came to.
    pub resolution: Resolution,
    /// Why.
    pub reasons: Option<Text>,
}

/// What will make it good, as told to the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRemedy {
    /// What kind.
    pub kind: RemedyKind,
    /// How much.
    pub amount: Option<Money>,
    /// Who.
    pub bearer: Bearer,
    /// By when; by the house's rule where it was not said.
    pub by: Option<Date>,
    /// In words.
    pub what: Option<Text>,
}

/// A row of a file of orders: one line with its four dates, as its source states them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedOrder {
    /// The matter, named by the source and the row's key.
    pub matter: MatterId,
    /// Its number, as the customer knows it.
    pub number: String,
    /// The day it was placed.
    pub placed_on: Date,
    /// In words.
    pub what: Option<Text>,
    /// How many.
    pub quantity: u32,
    /// The day asked for.
    pub requested: Option<Date>,
    /// The day first promised.
    pub promised: Option<Date>,
    /// The day promised instead.
    pub repromised: Option<Date>,
    /// The day it arrived.
    pub actual: Option<Date>,
}
