//! An investigation's file, as far as the viewer may see it.

use std::collections::BTreeMap;

use domain::account::{Investigation, Matter};
use domain::context::Role;
use domain::deadline::RuleId;
use domain::ids::{AccountId, ContactId, MatterId, PersonId};
use domain::time::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::account::Words;
use super::wire::Wire;

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestigacionPage {
    /// Whose claim.
    pub account: AccountId,
    /// Their name; empty once erased.
    pub name: String,
    /// Their contacts' names.
    pub contacts: BTreeMap<ContactId, String>,
    /// Its matter: owner and what is owed.
    pub matter: Matter,
    /// What the viewer sees of it.
    pub file: Investigation,
    /// The words of it.
    pub words: Words,
    /// Everybody's name.
    pub people: BTreeMap<PersonId, String>,
    /// When a fault by staff lapses: counted from the day it was found, or is still to be.
    pub labour: Vec<(RuleId, Date)>,
    /// Who looks.
    pub viewer: PersonId,
    /// As what.
    pub roles: Vec<Role>,
    /// What the house charges in.
    pub currency: String,
    /// The day it is at the store.
    pub today: Date,
}

/// The file of an investigation; `None` where there is none, with status 404.
#[server(endpoint = "investigacion", output = Wire)]
pub async fn investigacion(
    account: AccountId,
    matter: MatterId,
) -> Result<Option<InvestigacionPage>, ServerFnError> {
    super::investigacion_server::investigacion(account, matter).await
}
