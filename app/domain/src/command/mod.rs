//! What can be asked of an account. A command carries the texts it brings; a fact will only point to them.
//! `matters` and `needs` say what must be loaded before it is decided.
//! It refuses to know the answer.

use serde::{Deserialize, Serialize};

use crate::account::{AccountKind, Channel, ClaimKind, Essential, Language, Span, Terms};
use crate::deadline::DueKind;
use crate::fact::{Cost, Direction, Outcome};
use crate::house::HouseCommand;
use crate::ids::{ContactId, MatterId, PersonId, StoreId};
use crate::key::Handed;
use crate::money::Money;
use crate::text::Text;
use crate::time::Date;

mod loads;
mod parts;
mod texts;

pub use parts::{About, ImportedOrder, NewAnswer, NewContact, NewLine, NewRemedy};

/// What is asked, and of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Of an account.
    Account(AccountCommand),
    /// Of the house.
    House(HouseCommand),
}

/// What can be asked of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
        /// Which lines of an order; where none is named those whose day has gone by, or all that wait.
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
    /// The customer calls the order off.
    CancelOrder {
        /// Which.
        matter: MatterId,
        /// In their words.
        consent: Text,
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
        /// The key and the link the customer takes away.
        handed: Option<Handed<Text>>,
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
        /// Consumer or business, where the source says; a consumer until it does.
        account_kind: Option<AccountKind>,
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
