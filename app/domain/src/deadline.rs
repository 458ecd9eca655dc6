//! A deadline, and the due and the next news that rest on it. Deadlines are decided once, by `decide`, and stand in
//! the fact with their rule and the version of the house they were counted with, so that *why* can be told for ever.
//! It refuses to know a calendar.

use serde::{Deserialize, Serialize};

use crate::context::Role;
use crate::ids::PersonId;
use crate::time::{Date, Timestamp};

/// A rule's id in its pack or among the house's own (`rules.rs`, `law.md`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(pub std::borrow::Cow<'static, str>);

/// By when, by which rule, counted from which day with which house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The day, in the store's zone; the end of it is the end of the time.
    pub on: Date,
    /// The last instant of that day there.
    pub at: Timestamp,
    /// Which rule gave it.
    pub rule: RuleId,
    /// The day counted from; the day itself where nothing was counted.
    pub from: Date,
    /// The house whose calendar counted.
    pub house_version: u64,
}

/// Who owes a step: always somebody that can be named from the account and the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// The owner of the matter.
    Owner,
    /// A person by name.
    Person(PersonId),
    /// Whoever of the house has that role.
    Role(Role),
}

/// What is owed (the Due table of `domain.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// Compare with the invoice; closed by its number and amount.
    Compare,
    /// Ask the house, before the date, whether it will be kept.
    Check,
    /// Tell the customer; closed by a notice that reached them.
    Tell,
    /// The customer's choice among what was offered.
    Choice,
    /// Ask the customer whether it holds; closed by their yes, or a claim.
    Ask,
    /// Make good what was honoured; closed by its evidence. Its place among the remedies of the matter.
    Remedy(u16),
    /// An apology, signed by a director and delivered.
    Apology,
    /// A director knows of what was honoured above the house's amount.
    Acknowledge,
    /// The meeting of customer, seller and service director; closed by what came of it.
    Hearing,
    /// Answer every point of a claim; closed once the answer is delivered.
    Answer,
    /// The customer completes a claim, and may until that day.
    Complete,
    /// See how a dispute body's mediation stands; closed by its outcome.
    Mediate,
    /// Tell the customer what an investigation found.
    Finding,
    /// Say where the cost of making good goes.
    Attribute,
    /// Tell the seller how to do better.
    Instruct,
    /// The second signature, by which a contact is checked first.
    Sign,
    /// Tell the contact that they are.
    Notify,
    /// Correct an invoice that differs from what was promised, before it leaves.
    Correct,
}

/// Where a due comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From what was recorded as it happened.
    Live,
    /// From an import: its first date is the next working day at the earliest.
    Imported,
}

/// One next step on a matter: who, by when, and why that date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// What.
    pub kind: DueKind,
    /// Who.
    pub bearer: Bearer,
    /// By when.
    pub deadline: Deadline,
    /// Recorded or imported.
    pub origin: Origin,
}

/// All that an open matter owes; nothing, once it is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owes {
    /// The open dues, the earliest first.
    pub dues: Vec<Due>,
    /// The day by which the customer hears from us again.
    pub next_news: Option<Date>,
}

impl DueKind {
    /// Those that stand once on a matter; remedies are numbered.
    pub const PLAIN: [Self; 17] = [
        Self::Compare,
        Self::Check,
        Self::Tell,
        Self::Choice,
        Self::Ask,
        Self::Apology,
        Self::Acknowledge,
        Self::Hearing,
        Self::Answer,
        Self::Complete,
        Self::Mediate,
        Self::Finding,
        Self::Attribute,
        Self::Instruct,
        Self::Sign,
        Self::Notify,
        Self::Correct,
    ];

    /// The one of that code, with its place where it has one: `answer`, `remedy.2`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if let Some(place) = code.strip_prefix("remedy.") {
            return place.parse().ok().map(Self::Remedy);
        }
        Self::PLAIN.into_iter().find(|kind| kind.code() == code)
    }

    /// Its code, as stored in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::Check => "check",
            Self::Tell => "tell",
            Self::Choice => "choice",
            Self::Ask => "ask",
            Self::Remedy(_) => "remedy",
            Self::Apology => "apology",
            Self::Acknowledge => "acknowledge",
            Self::Hearing => "hearing",
            Self::Answer => "answer",
            Self::Complete => "complete",
            Self::Mediate => "mediate",
            Self::Finding => "finding",
            Self::Attribute => "attribute",
            Self::Instruct => "instruct",
            Self::Sign => "sign",
            Self::Notify => "notify",
            Self::Correct => "correct",
        }
    }

    /// Whether doing it reaches the customer, so that its date is news to them.
    #[must_use]
    pub fn reaches_customer(self) -> bool {
        !matches!(
            self,
            Self::Compare
                | Self::Check
                | Self::Acknowledge
                | Self::Attribute
                | Self::Instruct
                | Self::Sign
                | Self::Correct
        )
    }
}

impl Owes {
    /// The due of that kind.
    #[must_use]
    pub fn due(&self, kind: DueKind) -> Option<&Due> {
        self.dues.iter().find(|due| due.kind == kind)
    }

    /// The earliest day on which something is owed.
    #[must_use]
    pub fn earliest(&self) -> Option<Date> {
        self.dues.iter().map(|due| due.deadline.on).min()
    }
}
