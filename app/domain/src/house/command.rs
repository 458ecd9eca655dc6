//! What can be asked of the house.

use serde::{Deserialize, Serialize};

use super::{DisputeBody, Limits, Pack, Settings, Store, Template};
use crate::calendar::WorkCalendar;
use crate::context::Role;
use crate::ids::{PersonId, StoreId};
use crate::money::Currency;
use crate::text::Text;
use crate::time::Date;

/// What can be asked of the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HouseCommand {
    /// Begin, with a first store.
    Found {
        /// Its name.
        name: String,
        /// What it charges in.
        currency: Currency,
        /// Whose law.
        pack: Pack,
        /// What it sets for itself.
        settings: Settings,
        /// The first store.
        store: StoreId,
        /// What it is.
        opened: Store,
    },
    /// Change the settings.
    ChangeSettings {
        /// From now on.
        settings: Settings,
    },
    /// Change what may be given without asking, and from when a director is told.
    SetLimits {
        /// From now on.
        limits: Limits,
    },
    /// Name the dispute bodies that a denial names.
    NameDisputeBodies {
        /// From now on, in the order they are told.
        bodies: Vec<DisputeBody>,
    },
    /// Open a store.
    OpenStore {
        /// Which.
        store: StoreId,
        /// What it is.
        opened: Store,
    },
    /// Change a store's working days.
    ChangeCalendar {
        /// Of which store.
        store: StoreId,
        /// From now on.
        calendar: WorkCalendar,
    },
    /// Add somebody.
    AddPerson {
        /// Who.
        person: PersonId,
        /// Name.
        name: Text,
        /// Where.
        store: Option<StoreId>,
        /// As what.
        roles: Vec<Role>,
    },
    /// Give other roles.
    SetRoles {
        /// Whose.
        person: PersonId,
        /// Which.
        roles: Vec<Role>,
    },
    /// Lock somebody out.
    LockPerson {
        /// Who.
        person: PersonId,
    },
    /// Propose a defensor, or agree to the one proposed by another director.
    AppointDefensor {
        /// Who.
        person: PersonId,
        /// The last day of the term.
        until: Date,
    },
    /// Write around a letter in a language; one that says nothing takes away what stood there.
    SetTemplate {
        /// From now on.
        template: Template,
    },
}

impl HouseCommand {
    /// The texts it brings.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::AddPerson { name, .. } => vec![name],
            _ => Vec::new(),
        }
    }
}
