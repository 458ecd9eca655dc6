//! What a decision is made with beyond the state: who asks, when, what they had seen, and what the ledger looked up.
//! It refuses to fetch any of it.

use serde::{Deserialize, Serialize};

use crate::entry::MatterRef;
use crate::house::House;
use crate::ids::{CommandId, ContactId, DeviceId, MatterId, PersonId};
use crate::time::Timestamp;

/// What a person may do in the house (`domain.md`, Who may do what).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers for accounts, at a desk.
    AccountManager,
    /// Serves at a counter.
    StoreStaff,
    /// Logistics and billing: checks and remedies.
    Logistics,
    /// Directs sales.
    SalesDirector,
    /// Directs service, outside the sales line.
    ServiceDirector,
    /// The customers' advocate; holds no other role.
    Defensor,
    /// Keeps people, calendars and settings.
    Administrator,
}

impl Role {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 7] = [
        Self::AccountManager,
        Self::StoreStaff,
        Self::Logistics,
        Self::SalesDirector,
        Self::ServiceDirector,
        Self::Defensor,
        Self::Administrator,
    ];

    /// Its code, as stored and as typed on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AccountManager => "account_manager",
            Self::StoreStaff => "store_staff",
            Self::Logistics => "logistics",
            Self::SalesDirector => "sales_director",
            Self::ServiceDirector => "service_director",
            Self::Defensor => "defensor",
            Self::Administrator => "administrator",
        }
    }

    /// The role of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether it serves customers: reads any account and writes on it, so that one call solves it.
    #[must_use]
    pub const fn is_service(self) -> bool {
        !matches!(self, Self::Defensor | Self::Administrator)
    }

    /// Whether it directs sales or service.
    #[must_use]
    pub const fn is_director(self) -> bool {
        matches!(self, Self::SalesDirector | Self::ServiceDirector)
    }
}

/// Where a person wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// Signed in with a browser.
    Desk,
    /// On an enrolled tablet.
    Tablet(DeviceId),
    /// With an access token.
    Token,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Somebody of the house.
    Person {
        /// Who.
        person: PersonId,
        /// From where.
        via: Via,
    },
    /// The customer, by their link.
    Customer {
        /// Which contact.
        contact: ContactId,
    },
    /// The house itself: time passing, jobs.
    House,
    /// A file of outcomes that already happened.
    Import {
        /// The source's name, as given to the import.
        source: String,
    },
}

impl Actor {
    /// The person, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { person, .. } => Some(*person),
            _ => None,
        }
    }

    /// Its kind, as stored in tables.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Person { .. } => "person",
            Self::Customer { .. } => "customer",
            Self::House => "house",
            Self::Import { .. } => "import",
        }
    }
}

/// What a command must know beyond the account; the ledger looks it up inside the transaction.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// The fact at that version of the account's stream.
    FactAt(u64),
}

/// What the ledger looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The facts asked for; absent in `fact_at` = not looked up, `None` within = there is none.
    pub fact_at: std::collections::BTreeMap<u64, Option<FactSeen>>,
}

/// What `decide` needs to know of an earlier fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactSeen {
    /// Its matter, if any.
    pub matter: Option<MatterRef>,
}

/// What the person who decides had on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Seen {
    /// Which matter.
    pub matter: MatterId,
    /// At which version of its stream it last changed.
    pub version: u64,
}

/// All of it.
#[derive(Debug, Clone, Copy)]
pub struct Cx<'a> {
    /// The command's id.
    pub command: CommandId,
    /// Who asks.
    pub actor: &'a Actor,
    /// The server's clock, or the browser's when it answers at once.
    pub now: Timestamp,
    /// When it happened, by whoever says so; never later than `now`.
    pub happened_at: Timestamp,
    /// What they had seen.
    pub seen: &'a [Seen],
    /// The house as it stands.
    pub house: &'a House,
    /// What was looked up.
    pub evidence: &'a Evidence,
}
