//! The customers: the most pressing first, or those found.

use std::collections::BTreeMap;

use domain::account::AccountKind;
use domain::ids::{AccountId, PersonId};
use domain::time::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClienteRow {
    /// Which.
    pub id: AccountId,
    /// Consumer or business.
    pub kind: AccountKind,
    /// Name.
    pub name: String,
    /// Tax id.
    pub tax_id: Option<String>,
    /// Who answers for it.
    pub owner: PersonId,
    /// The day by which they hear from us.
    pub next_news: Option<Date>,
    /// Since when they wait in silence.
    pub silent_since: Option<Date>,
    /// How many matters are open.
    pub open_matters: u64,
    /// How many of them are claims.
    pub open_claims: u64,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientesPage {
    /// Its lines.
    pub rows: Vec<ClienteRow>,
    /// Where more follow, as the address carries it.
    pub more: Option<String>,
    /// Everybody's name.
    pub people: BTreeMap<PersonId, String>,
    /// Who may answer for an account.
    pub owners: Vec<PersonId>,
    /// Who looks.
    pub viewer: PersonId,
    /// Whether they may open an account.
    pub may_open: bool,
    /// The day it is at the first store.
    pub today: Date,
}

/// What is asked of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientesAsked {
    /// What was typed.
    pub words: String,
    /// Only those the viewer answers for.
    pub mine: bool,
    /// After that place.
    pub after: Option<String>,
}

/// The customers.
#[server(endpoint = "clientes")]
pub async fn clientes(asked: ClientesAsked) -> Result<ClientesPage, ServerFnError> {
    super::list_server::clientes(asked).await
}
