//! What a house sets for itself, and a store's days of one year.

use domain::calendar::Saturday;
use domain::house::{DisputeBody, Pack, Settings, Template};
use domain::money::Money;
use domain::time::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::wire::Wire;

/// What is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AjustesAsked {
    /// Of which store, by its id; the first, where it is none.
    pub store: Option<String>,
    /// In which year; this one, where it is none.
    pub year: Option<String>,
    /// Around which letter, by its code; the answer, where it is none.
    pub letter: Option<String>,
    /// In which language, by its code; Spanish, where it is none.
    pub language: Option<String>,
}

/// The house as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AjustesPage {
    /// Its version, which every form carries.
    pub version: u64,
    /// Its name.
    pub name: String,
    /// Whose law.
    pub pack: Pack,
    /// What it sets for itself.
    pub settings: Settings,
    /// The most that anyone gives without asking.
    pub gesture_max: Money,
    /// Above this a director is told of what was honoured.
    pub alert_above: Money,
    /// Whom a denial names.
    pub bodies: Vec<DisputeBody>,
    /// Whether the house named them, or its law did.
    pub bodies_are_confirmed: bool,
    /// What it writes around the letter that is shown.
    pub template: Template,
    /// Its stores, by id and name.
    pub stores: Vec<(String, String)>,
    /// The store whose days are shown.
    pub store: String,
    /// The year whose days are shown.
    pub year: i32,
    /// Its holidays.
    pub holidays: Vec<(Date, String)>,
    /// Whether they are stated by the store, or only the country's.
    pub is_stated: bool,
    /// Whether a Saturday counts before the law there.
    pub saturday: Saturday,
    /// Whether the viewer may change any of it.
    pub may_change: bool,
}

/// The house, and a store's days of a year.
#[server(endpoint = "ajustes", output = Wire)]
pub async fn ajustes(asked: AjustesAsked) -> Result<Option<AjustesPage>, ServerFnError> {
    super::ajustes_server::ajustes(asked)
}
