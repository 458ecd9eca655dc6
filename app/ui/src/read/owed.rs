//! What the viewer owes, across customers: their own steps and those of their roles, the earliest first.

use domain::account::{ClaimKind, Matter, MatterState};
use domain::deadline::Due;
use domain::ids::{AccountId, MatterId};
use domain::owed::Reason;
use domain::time::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::wire::Wire;

/// One step owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoyRow {
    /// To whom.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// On which matter.
    pub matter: MatterId,
    /// On what.
    pub on_what: OnWhat,
    /// What is to be done, by whom and by when.
    pub due: Due,
    /// Why that day.
    pub reason: Reason,
}

/// A matter, as far as a list names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnWhat {
    /// A promise.
    Promise,
    /// An order, by its number.
    Order(String),
    /// A claim of that kind.
    Claim(ClaimKind),
    /// An investigation.
    Investigation,
}

impl From<&Matter> for OnWhat {
    fn from(matter: &Matter) -> Self {
        match &matter.state {
            MatterState::Promise(_) => Self::Promise,
            MatterState::Order(order) => Self::Order(order.number.clone()),
            MatterState::Claim(claim) => Self::Claim(claim.kind),
            MatterState::Investigation(_) => Self::Investigation,
        }
    }
}

/// What is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoyPage {
    /// The earliest first.
    pub rows: Vec<HoyRow>,
    /// Where later ones follow, as the address carries it.
    pub more: Option<String>,
    /// The day it is at the first store.
    pub today: Date,
}

/// What the viewer owes, after a place.
#[server(endpoint = "hoy", output = Wire)]
pub async fn hoy(after: Option<String>) -> Result<HoyPage, ServerFnError> {
    super::owed_server::hoy(after).await
}
