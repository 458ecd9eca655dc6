//! What can be asked of an account. A command carries the texts it brings; a fact will only point to them.
//! `matters` and `needs` say what must be loaded before it is decided.
//! It refuses to know the answer.

use serde::{Deserialize, Serialize};

use crate::account::{
    AccountKind, Channel, ClaimKind, CostBearer, Essential, Finding, Invoice, Language, Rating,
    Signature, Span, Terms, Witness,
};
use crate::attachment::NewAttachment;
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

pub use parts::{About, ClaimDates, ImportedOrder, NewAnswer, NewContact, NewLine, NewRemedy};

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
    /// Add a picture or a document.
    AddAttachment {
        /// On which matter, if on one.
        matter: Option<MatterId>,
        /// It, but for its bytes.
        file: NewAttachment,
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
    /// What was to make it good is impossible or unlawful: the customer chooses its worth.
    ChooseWorth {
        /// On which matter.
        matter: MatterId,
        /// Instead of which remedy.
        remedy: u16,
        /// Its worth.
        amount: Money,
        /// By when; on the day the remedy was told for where it was not said.
        by: Option<Date>,
        /// Why the thing itself cannot be.
        reason: Text,
        /// Their choice, in their words.
        choice: Text,
    },
    /// A director knows of what was honoured above the house's amount.
    AcknowledgeAlert {
        /// On which matter.
        matter: MatterId,
    },
    /// Customer, seller and service director met.
    HoldHearing {
        /// On which matter.
        matter: MatterId,
        /// What came of it, in one sentence.
        outcome: Text,
    },
    /// Give something at a counter, up to the house's limit.
    GiveGesture {
        /// On which matter, if on one.
        matter: Option<MatterId>,
        /// What.
        what: Text,
        /// Its worth.
        amount: Money,
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
        /// When it happened, when it was said, and when they meet.
        #[serde(default)]
        dates: ClaimDates,
        /// The key and the link the customer takes away.
        handed: Option<Handed<Text>>,
    },
    /// Ask the customer for what is missing, and warn them that it may lapse.
    AskToComplete {
        /// Which.
        matter: MatterId,
        /// What is missing.
        missing: Text,
        /// The last day to complete it; ten working days from now where none was said, and never less.
        by: Option<Date>,
    },
    /// The customer completes it.
    CompleteClaim {
        /// Which.
        matter: MatterId,
        /// Further points.
        points: Vec<Text>,
        /// What else they say.
        note: Option<Text>,
    },
    /// It was not completed in its days.
    LapseClaim {
        /// Which.
        matter: MatterId,
    },
    /// Go on with one that was answered or lapsed.
    ReopenClaim {
        /// Which.
        matter: MatterId,
        /// Why.
        reason: Text,
    },
    /// A dispute body looks at it.
    OpenMediation {
        /// Which.
        matter: MatterId,
        /// Which body.
        body: Text,
        /// Its own number for it.
        reference: Option<Text>,
        /// Since which day; today where none was said.
        on: Option<Date>,
    },
    /// The mediation ended.
    CloseMediation {
        /// Which.
        matter: MatterId,
        /// What came of it.
        outcome: Text,
    },
    /// Look into a claim.
    Investigate {
        /// Which claim.
        matter: MatterId,
    },
    /// Hear one of those concerned.
    TakeStatement {
        /// In which investigation.
        matter: MatterId,
        /// Who.
        by: Witness,
        /// In their words.
        words: Text,
    },
    /// Say what was found.
    Conclude {
        /// In which investigation.
        matter: MatterId,
        /// What.
        finding: Finding,
        /// By what it is known.
        evidence: Text,
        /// What changes in the house.
        changes: Option<Text>,
    },
    /// The customer was told what came of it.
    TellFinding {
        /// Of which investigation.
        matter: MatterId,
        /// In one sentence.
        outcome: Text,
        /// By which way.
        channel: Channel,
    },
    /// Say where the cost goes.
    AttributeCost {
        /// Of which investigation.
        matter: MatterId,
        /// Where to.
        to: CostBearer,
        /// Which part of the house; or how the seller agreed.
        what: Text,
        /// How much.
        amount: Money,
        /// Whether it comes again each month.
        monthly: bool,
    },
    /// Tell the seller how to do better.
    InstructSeller {
        /// In which investigation.
        matter: MatterId,
        /// In these words.
        words: Text,
    },
    /// Sign, as a service director, that the contact be checked first.
    AskCheckFirst {
        /// In which investigation.
        matter: MatterId,
        /// What proves the untruth.
        evidence: Text,
    },
    /// Sign it as the defensor.
    SignCheckFirst {
        /// In which investigation.
        matter: MatterId,
    },
    /// The contact was told of it.
    TellCheckFirst {
        /// In which investigation.
        matter: MatterId,
        /// By which way.
        channel: Channel,
    },
    /// The contact replies to it.
    ReplyToCheckFirst {
        /// In which investigation.
        matter: MatterId,
        /// In their words.
        words: Text,
    },
    /// Lift it, as the defensor.
    LiftCheckFirst {
        /// In which investigation.
        matter: MatterId,
        /// Why.
        reasons: Text,
    },
    /// Answer every point.
    AnswerClaim {
        /// Which.
        matter: MatterId,
        /// In the order of its points.
        answers: Vec<NewAnswer>,
    },
    /// The customer has the answer.
    DeliverAnswer {
        /// Of which claim.
        matter: MatterId,
        /// By which way.
        channel: Channel,
        /// On which day; today where none was said.
        on: Option<Date>,
    },
    /// Record how content the customer is with the resolution.
    RecordSatisfaction {
        /// Of which claim.
        matter: MatterId,
        /// From 1 to 5.
        rating: Rating,
        /// In their words.
        words: Option<Text>,
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
    /// The customer read a promise back and puts their name to what stood on the screen.
    SignPromise {
        /// Which.
        matter: MatterId,
        /// What stood on the screen, to the letter.
        shown: Text,
        /// The language it stood in.
        language: Language,
        /// Who signs, as they typed it.
        by: Text,
        /// In which way.
        signature: Signature<Text>,
        /// The link they take away.
        link: Text,
    },
    /// Compare an invoice with what was promised; said again, it may have changed.
    EnterInvoice {
        /// With which promise.
        matter: MatterId,
        /// What it says.
        invoice: Invoice,
        /// The number of one that differed and is not to leave any more.
        replaces: Option<String>,
    },
}
