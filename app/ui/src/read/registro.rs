//! What somebody promised and how it ended, for them and for whoever directs them; and whom somebody directs.

use domain::ids::{AccountId, MatterId, PersonId};
use domain::record::RecordKind;
use domain::time::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::wire::Wire;

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistroRow {
    /// On which account.
    pub account: AccountId,
    /// Their name; empty once erased.
    pub name: String,
    /// Which promise, or which investigation.
    pub matter: MatterId,
    /// The promise by its title; of an investigation, none.
    pub promise: Option<String>,
    /// What they were told, where that is the line.
    pub said: Option<String>,
    /// The day of it.
    pub on: Date,
}

/// Somebody's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistroPage {
    /// Whose.
    pub person: PersonId,
    /// Their name; empty once erased.
    pub name: String,
    /// Whether they look at it themselves.
    pub is_own: bool,
    /// How many lines there are of each kind, in their order.
    pub counts: Vec<(RecordKind, u64)>,
    /// Which lines are listed.
    pub kind: RecordKind,
    /// The newest first.
    pub rows: Vec<RegistroRow>,
    /// Where older ones follow, as the address carries it.
    pub more: Option<String>,
    /// The day it is in the house.
    pub today: Date,
}

/// A record, or that it is not the viewer's to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RegistroRead {
    /// It.
    Seen(Box<RegistroPage>),
    /// Neither theirs, nor of somebody they direct; with status 403.
    NotTheirs,
}

/// Somebody's record: the lines of a kind by its code (without one, what was promised), after a place.
#[server(endpoint = "registro", output = Wire)]
pub async fn registro(
    person: PersonId,
    kind: Option<String>,
    after: Option<String>,
) -> Result<RegistroRead, ServerFnError> {
    super::registro_server::registro(person, kind, after).await
}

/// Whom the viewer directs, by name: no figure stands beside anybody.
#[server(endpoint = "equipo", output = Wire)]
pub async fn equipo() -> Result<Vec<(PersonId, String)>, ServerFnError> {
    super::registro_server::equipo().await
}
