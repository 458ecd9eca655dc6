//! An investigation's file, as far as the viewer may see it.

use std::collections::BTreeMap;

use domain::account::{Accrued, Investigation, Matter};
use domain::attachment::Media;
use domain::calendar::Working;
use domain::context::Role;
use domain::deadline::RuleId;
use domain::ids::{AccountId, AttachmentId, ContactId, MatterId, PersonId};
use domain::owed::Reason;
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
    /// Why each of what it owes has its day, in their order.
    pub reasons: Vec<Reason>,
    /// What the viewer sees of it.
    pub file: Investigation,
    /// Whether it was concluded, also for whoever does not see how.
    pub is_concluded: bool,
    /// The words of it.
    pub words: Words,
    /// Everybody's name.
    pub people: BTreeMap<PersonId, String>,
    /// For whoever directs: when a fault by staff lapses and how it was counted: counted from the day it was found, or is still to be.
    pub labour: Vec<(RuleId, Working<'static>)>,
    /// Who looks.
    pub viewer: PersonId,
    /// As what.
    pub roles: Vec<Role>,
    /// What the house charges in.
    pub currency: String,
    /// The day it is at the store.
    pub today: Date,
    /// What its cost has come to by today, for whoever sees the cost.
    pub accrued: Option<Accrued>,
    /// Pictures and documents, for whoever sees the whole file.
    pub evidence: Option<Vec<Evidence>>,
    /// Who opened it, the latest first, for directors and the defensor.
    pub looks: Option<Vec<Mirada>>,
}

/// A picture or a document of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Which.
    pub id: AttachmentId,
    /// What it is.
    pub media: Media,
    /// What it shows, or what it was called; none, once that was erased.
    pub name: Option<String>,
    /// The day it was added.
    pub on: Date,
}

/// Somebody opened the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mirada {
    /// Their name; empty once erased.
    pub person: String,
    /// When, written out.
    pub at: String,
}

/// The file of an investigation; `None` where there is none, with status 404.
#[server(endpoint = "investigacion", output = Wire)]
pub async fn investigacion(
    account: AccountId,
    matter: MatterId,
) -> Result<Option<InvestigacionPage>, ServerFnError> {
    super::investigacion_server::investigacion(account, matter).await
}
