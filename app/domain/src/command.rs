//! What can be asked of an account. A command carries the texts it brings; a fact will only point to them.
//! `matters` and `needs` say what must be loaded before it is decided.
//! It refuses to know the answer.

use serde::{Deserialize, Serialize};

use crate::account::{
    AccountKind, Channel, ClaimKind, Essential, Language, RemedyKind, Resolution, Span, Terms,
};
use crate::context::Need;
use crate::deadline::{Bearer, DueKind};
use crate::fact::{Cost, Direction, Outcome};
use crate::house::HouseCommand;
use crate::ids::{ContactId, MatterId, PersonId, StoreId};
use crate::money::Money;
use crate::text::Text;
use crate::time::Date;

/// What is asked, and of whom.
#[expect(
    clippy::large_enum_variant,
    reason = "a command is moved a few times and never stored in bulk"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", content = "command", rename_all = "snake_case")]
pub enum Command {
    /// Of an account.
    Account(AccountCommand),
    /// Of the house.
    House(HouseCommand),
}

/// A person on the customer's side, as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewContact {
    /// Which.
    pub contact: ContactId,
    /// Name.
    pub name: Text,
    /// Phone, as written.
    pub phone: Option<Text>,
    /// E-mail.
    pub email: Option<Text>,
    /// How they like to be reached.
    pub channel: Channel,
    /// Their language.
    pub language: Language,
}

/// One thing ordered, as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLine {
    /// In words.
    pub what: Option<Text>,
    /// How many.
    pub quantity: u32,
    /// The day the customer asked for.
    pub requested: Option<Date>,
    /// The day promised.
    pub promised: Option<Date>,
    /// Whether that day is essential.
    pub essential: Essential,
}

/// What a claim is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum About {
    /// A recorded promise.
    Promise {
        /// Which.
        matter: MatterId,
    },
    /// An order, and which of its lines; all that wait, where none is named.
    Order {
        /// Which.
        matter: MatterId,
        /// Which lines.
        lines: Vec<u16>,
    },
    /// A promise of which there is no record: it is believed.
    Unrecorded {
        /// What was promised.
        terms: Terms,
        /// In words.
        what: Option<Text>,
        /// For how long.
        span: Span,
        /// Who gave it, if they can say.
        by: Option<PersonId>,
    },
    /// None of these.
    Nothing,
}

/// The answer to one point, as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAnswer {
    /// What it came to.
    pub resolution: Resolution,
    /// Why.
    pub reasons: Option<Text>,
}

/// What will make it good, as told to the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRemedy {
    /// What kind.
    pub kind: RemedyKind,
    /// How much.
    pub amount: Option<Money>,
    /// Who.
    pub bearer: Bearer,
    /// By when; by the house's rule where it was not said.
    pub by: Option<Date>,
    /// In words.
    pub what: Option<Text>,
}

/// A row of a file of orders: one line with its four dates, as its source states them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedOrder {
    /// The matter, named by the source and the row's key.
    pub matter: MatterId,
    /// Its number, as the customer knows it.
    pub number: String,
    /// The day it was placed.
    pub placed_on: Date,
    /// In words.
    pub what: Option<Text>,
    /// How many.
    pub quantity: u32,
    /// The day asked for.
    pub requested: Option<Date>,
    /// The day first promised.
    pub promised: Option<Date>,
    /// The day promised instead.
    pub repromised: Option<Date>,
    /// The day it arrived.
    pub actual: Option<Date>,
}

/// What can be asked of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AccountCommand {
    /// Make a customer known, with a first contact if there is one.
    OpenAccount {
        /// Consumer or business.
        account_kind: AccountKind,
        /// Name.
        name: Text,
        /// Tax id.
        tax_id: Option<Text>,
        /// The store whose calendar counts.
        store: StoreId,
        /// Who answers for it.
        owner: PersonId,
        /// The first contact.
        contact: Option<NewContact>,
    },
    /// Add a contact, or tell one anew.
    AddContact {
        /// Who.
        contact: NewContact,
    },
    /// Let another person answer for the account.
    AssignOwner {
        /// Who.
        owner: PersonId,
    },
    /// Let another person answer for a matter.
    AssignMatter {
        /// Which.
        matter: MatterId,
        /// Who.
        owner: PersonId,
    },
    /// Record a call, visit, e-mail, message or counter visit.
    RecordInteraction {
        /// On which matter, if on one.
        matter: Option<MatterId>,
        /// By which way.
        channel: Channel,
        /// Who went to whom.
        direction: Direction,
        /// With whom.
        contact: Option<ContactId>,
        /// How it ended.
        outcome: Outcome,
        /// What it cost the customer.
        cost: Cost,
        /// What was said.
        note: Option<Text>,
    },
    /// Write a note.
    AddNote {
        /// On which matter, if on one.
        matter: Option<MatterId>,
        /// Its words.
        note: Text,
    },
    /// Say what is wrong with an earlier fact; it stays.
    Correct {
        /// Its version.
        version: u64,
        /// What is right.
        note: Text,
    },
    /// Give a due another date.
    MoveDue {
        /// On which matter.
        matter: MatterId,
        /// Which.
        due: DueKind,
        /// To.
        to: Date,
        /// Why.
        reason: Text,
    },
    /// Record a word given.
    MakePromise {
        /// What.
        terms: Terms,
        /// In words.
        what: Option<Text>,
        /// For how long.
        span: Span,
        /// Who gave it.
        by: Option<PersonId>,
        /// To whom.
        to: Option<ContactId>,
        /// By which way.
        channel: Channel,
        /// The order it belongs to.
        order: Option<MatterId>,
    },
    /// The customer read it back.
    ConfirmPromise {
        /// Which.
        matter: MatterId,
        /// In what words.
        note: Option<Text>,
    },
    /// Change its terms, with the customer's consent.
    AmendPromise {
        /// Which.
        matter: MatterId,
        /// From now on.
        terms: Terms,
        /// Their consent.
        consent: Text,
    },
    /// It was kept.
    KeepPromise {
        /// Which.
        matter: MatterId,
        /// By what it is known.
        evidence: Text,
    },
    /// The house finds a promise or an order's lines not kept.
    ReportBroken {
        /// Which.
        matter: MatterId,
        /// Which lines of an order; all that wait, where none is named.
        lines: Vec<u16>,
        /// In what way.
        note: Option<Text>,
    },
    /// Confirm a broken word, with what makes it good.
    Honour {
        /// Which.
        matter: MatterId,
        /// What makes it good.
        remedies: Vec<NewRemedy>,
    },
    /// The customer lets us off.
    ReleasePromise {
        /// Which.
        matter: MatterId,
        /// In their words.
        consent: Text,
    },
    /// A remedy was done.
    DoRemedy {
        /// On which matter.
        matter: MatterId,
        /// Which.
        remedy: u16,
        /// By what it is known.
        evidence: Text,
    },
    /// A director apologised.
    Apologise {
        /// On which matter.
        matter: MatterId,
        /// In these words.
        words: Text,
    },
    /// Record an order.
    PlaceOrder {
        /// Its number.
        number: String,
        /// The day it was placed.
        placed_on: Date,
        /// What was ordered.
        lines: Vec<NewLine>,
    },
    /// Give lines another date.
    RepromiseLines {
        /// Of which order.
        matter: MatterId,
        /// Which; all that wait, where none is named.
        lines: Vec<u16>,
        /// The new date.
        to: Date,
        /// Whether it is essential.
        essential: Essential,
        /// Why.
        reason: Text,
    },
    /// Lines arrived.
    DeliverLines {
        /// Of which order.
        matter: MatterId,
        /// Which; all that wait, where none is named.
        lines: Vec<u16>,
        /// On which day.
        arrived_on: Date,
    },
    /// The order is off.
    CancelOrder {
        /// Which.
        matter: MatterId,
        /// Why.
        reason: Text,
    },
    /// Take in what the customer says.
    MakeClaim {
        /// What it is about.
        about: About,
        /// Of what kind.
        claim_kind: ClaimKind,
        /// By whom.
        contact: Option<ContactId>,
        /// By which way.
        channel: Channel,
        /// Point by point.
        points: Vec<Text>,
        /// What they want.
        sought: Option<Text>,
        /// The language of the answer.
        language: Language,
        /// What the invoice says.
        invoiced: Option<Money>,
    },
    /// Answer every point.
    AnswerClaim {
        /// Which.
        matter: MatterId,
        /// In the order of its points.
        answers: Vec<NewAnswer>,
    },
    /// An account as a source states it; stated again, it may change.
    ImportAccount {
        /// Consumer or business.
        account_kind: AccountKind,
        /// Name.
        name: Text,
        /// Tax id.
        tax_id: Option<Text>,
        /// The store whose calendar counts.
        store: StoreId,
        /// Who answers for it.
        owner: PersonId,
        /// A contact.
        contact: Option<NewContact>,
    },
    /// An order as a source states it; stated again, it may change.
    ImportOrder {
        /// The row.
        order: ImportedOrder,
    },
}

impl Command {
    /// The texts it brings.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Account(command) => command.texts(),
            Self::House(command) => command.texts(),
        }
    }
}

impl AccountCommand {
    /// The matters it names: they must be loaded.
    #[must_use]
    pub fn matters(&self) -> Vec<MatterId> {
        match self {
            Self::AssignMatter { matter, .. }
            | Self::MoveDue { matter, .. }
            | Self::ConfirmPromise { matter, .. }
            | Self::AmendPromise { matter, .. }
            | Self::KeepPromise { matter, .. }
            | Self::ReportBroken { matter, .. }
            | Self::Honour { matter, .. }
            | Self::ReleasePromise { matter, .. }
            | Self::DoRemedy { matter, .. }
            | Self::Apologise { matter, .. }
            | Self::RepromiseLines { matter, .. }
            | Self::DeliverLines { matter, .. }
            | Self::CancelOrder { matter, .. }
            | Self::AnswerClaim { matter, .. }
            | Self::MakeClaim {
                about: About::Promise { matter } | About::Order { matter, .. },
                ..
            } => vec![*matter],
            Self::RecordInteraction { matter, .. } | Self::AddNote { matter, .. } => {
                matter.iter().copied().collect()
            }
            Self::MakePromise { order, .. } => order.iter().copied().collect(),
            Self::ImportOrder { order } => vec![order.matter],
            Self::OpenAccount { .. }
            | Self::AddContact { .. }
            | Self::AssignOwner { .. }
            | Self::Correct { .. }
            | Self::PlaceOrder { .. }
            | Self::MakeClaim { .. }
            | Self::ImportAccount { .. } => Vec::new(),
        }
    }

    /// What must be known beyond the account.
    #[must_use]
    pub fn needs(&self) -> Vec<Need> {
        match self {
            Self::Correct { version, .. } => vec![Need::FactAt(*version)],
            _ => Vec::new(),
        }
    }

    /// The texts it brings.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::OpenAccount {
                name,
                tax_id,
                contact,
                ..
            }
            | Self::ImportAccount {
                name,
                tax_id,
                contact,
                ..
            } => {
                let contact = contact.iter().flat_map(NewContact::texts);
                std::iter::once(name).chain(tax_id).chain(contact).collect()
            }
            Self::AddContact { contact } => contact.texts().collect(),
            Self::AssignOwner { .. } | Self::AssignMatter { .. } | Self::DeliverLines { .. } => {
                Vec::new()
            }
            Self::RecordInteraction { note, .. }
            | Self::ConfirmPromise { note, .. }
            | Self::ReportBroken { note, .. } => note.iter().collect(),
            Self::AddNote { note, .. } | Self::Correct { note, .. } => vec![note],
            Self::MoveDue { reason, .. }
            | Self::RepromiseLines { reason, .. }
            | Self::CancelOrder { reason, .. } => vec![reason],
            Self::MakePromise { what, .. } => what.iter().collect(),
            Self::AmendPromise { consent, .. } | Self::ReleasePromise { consent, .. } => {
                vec![consent]
            }
            Self::KeepPromise { evidence, .. } | Self::DoRemedy { evidence, .. } => vec![evidence],
            Self::Honour { remedies, .. } => remedies
                .iter()
                .filter_map(|remedy| remedy.what.as_ref())
                .collect(),
            Self::Apologise { words, .. } => vec![words],
            Self::PlaceOrder { lines, .. } => {
                lines.iter().filter_map(|line| line.what.as_ref()).collect()
            }
            Self::MakeClaim {
                about,
                points,
                sought,
                ..
            } => {
                let what = match about {
                    About::Unrecorded { what, .. } => what.as_ref(),
                    _ => None,
                };
                points.iter().chain(sought).chain(what).collect()
            }
            Self::AnswerClaim { answers, .. } => answers
                .iter()
                .filter_map(|answer| answer.reasons.as_ref())
                .collect(),
            Self::ImportOrder { order } => order.what.iter().collect(),
        }
    }
}

impl NewContact {
    fn texts(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.name)
            .chain(&self.phone)
            .chain(&self.email)
    }
}
