//! The customers: the most pressing first, those found, or those who wait in silence; and what of the house the page
//! shows beside them, which is read once.

use std::collections::BTreeMap;

use domain::account::AccountKind;
use domain::ids::{AccountId, PersonId, StoreId};
use domain::time::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::wire::Wire;

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
    /// Who answers for it, by name.
    pub owner: String,
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
    /// Where more follow, as the address carries it; also where nothing was found yet among much that is alike.
    pub more: Option<String>,
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
    /// Only those of that store.
    pub store: Option<StoreId>,
    /// Only those who wait in silence.
    pub silent: bool,
    /// After that place.
    pub after: Option<String>,
}

/// What the page shows of the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientesHouse {
    /// Its stores, by name.
    pub stores: BTreeMap<StoreId, String>,
    /// Who may answer for an account, by name.
    pub owners: BTreeMap<PersonId, String>,
    /// Who looks.
    pub viewer: PersonId,
    /// Whether they may open an account.
    pub may_open: bool,
    /// The version of the house.
    pub version: u64,
}

/// The customers.
#[server(endpoint = "clientes", output = Wire)]
pub async fn clientes(asked: ClientesAsked) -> Result<ClientesPage, ServerFnError> {
    super::list_server::clientes(asked).await
}

/// The house beside them.
#[server(endpoint = "clientes_casa", output = Wire)]
pub async fn clientes_casa() -> Result<ClientesHouse, ServerFnError> {
    super::list_server::house().await
}
