//! What can have happened to the house.

use serde::{Deserialize, Serialize};

use super::{DisputeBody, Limits, Pack, Settings, Store, Template};
use crate::calendar::WorkCalendar;
use crate::context::Role;
use crate::ids::{PersonId, StoreId};
use crate::money::Currency;
use crate::text::TextRef;
use crate::time::Date;

/// What can have happened to the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HouseFact {
    /// It begins.
    HouseFounded {
        /// Its name.
        name: String,
        /// What it charges in.
        currency: Currency,
        /// Whose law.
        pack: Pack,
        /// What it sets for itself.
        settings: Settings,
    },
    /// Other settings.
    SettingsChanged {
        /// From now on.
        settings: Settings,
    },
    /// Other limits of what may be given without asking, and from when a director is told.
    LimitsSet {
        /// From now on.
        limits: Limits,
    },
    /// The dispute bodies that a denial names.
    DisputeBodiesNamed {
        /// From now on.
        bodies: Vec<DisputeBody>,
    },
    /// A store.
    StoreOpened {
        /// Which.
        store: StoreId,
        /// What it is.
        opened: Store,
    },
    /// Other working days.
    CalendarChanged {
        /// Of which store.
        store: StoreId,
        /// From now on.
        calendar: WorkCalendar,
    },
    /// Somebody works here.
    PersonAdded {
        /// Who.
        person: PersonId,
        /// Name.
        name: TextRef,
        /// Where.
        store: Option<StoreId>,
        /// As what.
        roles: Vec<Role>,
    },
    /// Other roles.
    RolesSet {
        /// Whose.
        person: PersonId,
        /// Which.
        roles: Vec<Role>,
    },
    /// Locked out.
    PersonLocked {
        /// Who.
        person: PersonId,
    },
    /// One director proposes a defensor.
    DefensorProposed {
        /// Who.
        person: PersonId,
        /// The last day of the term.
        until: Date,
        /// Which director.
        by: PersonId,
    },
    /// Another director agrees.
    DefensorAppointed {
        /// Who.
        person: PersonId,
        /// The last day of the term.
        until: Date,
        /// Which directors.
        by: [PersonId; 2],
    },
    /// Other words around a letter in a language.
    TemplateSet {
        /// From now on.
        template: Template,
    },
}

impl HouseFact {
    /// Its code: the `kind` of its JSON, and of the tables.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::HouseFounded { .. } => "house_founded",
            Self::SettingsChanged { .. } => "settings_changed",
            Self::LimitsSet { .. } => "limits_set",
            Self::DisputeBodiesNamed { .. } => "dispute_bodies_named",
            Self::StoreOpened { .. } => "store_opened",
            Self::CalendarChanged { .. } => "calendar_changed",
            Self::PersonAdded { .. } => "person_added",
            Self::RolesSet { .. } => "roles_set",
            Self::PersonLocked { .. } => "person_locked",
            Self::DefensorProposed { .. } => "defensor_proposed",
            Self::DefensorAppointed { .. } => "defensor_appointed",
            Self::TemplateSet { .. } => "template_set",
        }
    }

    /// The texts it points to.
    #[must_use]
    pub fn texts(&self) -> Vec<TextRef> {
        match self {
            Self::PersonAdded { name, .. } => vec![*name],
            _ => Vec::new(),
        }
    }
}
