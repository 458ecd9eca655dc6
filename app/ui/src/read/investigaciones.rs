//! Investigations across accounts, as far as the viewer may see of each.

use domain::account::{Hearing, Matter};
use domain::ids::{AccountId, MatterId};
use domain::owed::Reason;
use domain::time::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::wire::Wire;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestigacionRow {
    /// Whose claim.
    pub account: AccountId,
    /// Which.
    pub matter: MatterId,
    /// Their name; empty once erased.
    pub name: String,
    /// Who leads it; empty once erased.
    pub lead: String,
    /// As the viewer sees it.
    pub file: Matter,
    /// Whether it was concluded, also for whoever does not see how.
    pub is_concluded: bool,
    /// Why its first step has its day; none once it is closed.
    pub reason: Option<Reason>,
    /// The meeting that was set when the claim was honoured.
    pub hearing: Hearing,
    /// Since when the house knows what was found, and the customer does not.
    pub silent_since: Option<Date>,
}

/// Whose investigations are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhoseFiles {
    /// All: whoever looks directs service, or is the defensor.
    All,
    /// Those of what they promised themselves.
    Own,
}

/// Some of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestigacionesPage {
    /// Whose.
    pub whose: WhoseFiles,
    /// The open ones by their earliest day, then the closed ones.
    pub rows: Vec<InvestigacionRow>,
    /// Where more follow, as the address carries it.
    pub more: Option<String>,
    /// The day it is in the house.
    pub today: Date,
}

/// The investigations after a place.
#[server(endpoint = "investigaciones", output = Wire)]
pub async fn investigaciones(after: Option<String>) -> Result<InvestigacionesPage, ServerFnError> {
    super::investigaciones_server::investigaciones(after).await
}
