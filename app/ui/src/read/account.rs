//! One account: who it is, its open matters, the newest rows; then what is older, and what is new. Each answer is of
//! one moment: its rows come with their matters and words, and whoever reads on adds them to what they hold.

use std::collections::BTreeMap;

use domain::account::Account;
use domain::context::Role;
use domain::house::DisputeBody;
use domain::ids::{AccountId, PersonId, TextId};
use domain::owed::{OwedRow, Reason};
use domain::time::{Date, Timestamp, Zone};
use domain::timeline::Row;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::wire::Wire;

/// Texts by id.
pub type Words = BTreeMap<TextId, String>;

/// A place in a timeline: (happened at µs, version).
pub type Place = (i64, u64);

/// Everything an account page shows first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CuentaPage {
    /// What stands.
    pub now: CuentaNow,
    /// Where older rows follow.
    pub older: Option<Place>,
    /// Everybody's name.
    pub people: BTreeMap<PersonId, String>,
    /// Who may answer for something.
    pub owners: Vec<PersonId>,
    /// Who looks.
    pub viewer: PersonId,
    /// As what.
    pub roles: Vec<Role>,
    /// The instant of it.
    pub as_of: Timestamp,
    /// The store's zone, around these years.
    pub zone: Zone,
    /// The version of the house.
    pub house: u64,
    /// The usual rate of tax, as a form shows it.
    pub tax_rate: String,
    /// What the house charges in.
    pub currency: String,
    /// Who answers claims, and where a customer may go.
    pub answering: Answering,
}

/// Who answers claims, and where a customer may go when one is denied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answering {
    /// The house's name.
    pub house: String,
    /// The customers' advocate, if there is one.
    pub defensor: Option<PersonId>,
    /// The dispute bodies.
    pub bodies: Vec<DisputeBody>,
}

/// What stands on an account at a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CuentaNow {
    /// Who it is: at first with its open matters and those of the rows, then with those that moved.
    pub account: Account,
    /// Its words and those matters'.
    pub words: Words,
    /// Rows, newest first.
    pub rows: Vec<Row>,
    /// The version that is held with them; where it is before the account's, more is to be asked for.
    pub version: u64,
    /// Why each due of those matters has its date.
    pub reasons: Vec<(OwedRow, Reason)>,
    /// The day it is at the store.
    pub today: Date,
}

/// What is closed and may bear on a new claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// Who it is, with the last of its closed promises, orders and claims.
    pub account: Account,
    /// Its words and those matters'.
    pub words: Words,
}

/// Rows before a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Older {
    /// Who it is, with the matters of the rows.
    pub account: Account,
    /// Its words and those matters'.
    pub words: Words,
    /// Newest first.
    pub rows: Vec<Row>,
    /// Where more follow.
    pub older: Option<Place>,
}

/// An account, its newest rows or those before a place, and with what is closed and may bear on a claim that is about to
/// be taken in; `None` where there is none, with status 404.
#[server(endpoint = "cuenta", output = Wire)]
pub async fn cuenta(
    id: AccountId,
    before: Option<Place>,
    #[server(default)] claiming: bool,
) -> Result<Option<CuentaPage>, ServerFnError> {
    super::account_server::cuenta(id, before, claiming).await
}

/// What has become of an account since a version: so much at once.
#[server(endpoint = "cuenta_nueva", output = Wire)]
pub async fn cuenta_since(id: AccountId, version: u64) -> Result<Option<CuentaNow>, ServerFnError> {
    super::account_server::since(id, version).await
}

/// What is closed on an account, as far as it may bear on a new claim.
#[server(endpoint = "cuenta_pasada", output = Wire)]
pub async fn cuenta_past(id: AccountId) -> Result<Option<Past>, ServerFnError> {
    super::account_server::past(id).await
}

/// The rows before a place.
#[server(endpoint = "cuenta_anterior", output = Wire)]
pub async fn cuenta_before(id: AccountId, place: Place) -> Result<Option<Older>, ServerFnError> {
    super::account_server::before(id, place).await
}
