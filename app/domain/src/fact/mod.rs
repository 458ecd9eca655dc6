//! What can have happened on an account. A fact holds ids, money, dates, kinds and short codes; people's words stand
//! apart (`TextRef`). Its JSON is sealed: names here are for ever, and a new need is a new fact or an optional field.
//! It refuses to know how it came to be, and what follows from it.

use serde::{Deserialize, Serialize};

use crate::account::{
    AccountKind, Belief, Channel, ClaimKind, CostBearer, Difference, Essential, Finding, Invoice,
    Language, OrderLine, PointAnswer, PromiseSource, Rating, RemedyKind, Signature, Span, Terms,
    Witness,
};
use crate::attachment::Media;
use crate::deadline::{Bearer, DueKind};
use crate::ids::{AttachmentId, ContactId, MatterId, PersonId, StoreId};
use crate::key::Handed;
use crate::money::Money;
use crate::text::{Digest, TextRef};
use crate::time::Date;

mod code;
mod kinds;
mod texts;

pub use kinds::{Aftermath, Cost, Direction, Foreseen, FoundBy, Outcome};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A customer, from now on.
    AccountOpened {
        /// Consumer or business.
        account_kind: AccountKind,
        /// Name.
        name: TextRef,
        /// Tax id.
        tax_id: Option<TextRef>,
        /// The store whose calendar counts for it.
        store: StoreId,
        /// Who answers for it.
        owner: PersonId,
    },
    /// Another name or tax id, or another kind of customer.
    AccountRestated {
        /// Name.
        name: TextRef,
        /// Tax id.
        tax_id: Option<TextRef>,
        /// Consumer or business, where that changed.
        #[serde(default)]
        account_kind: Option<AccountKind>,
    },
    /// A person on the customer's side; the same contact again replaces what was known of it.
    ContactAdded {
        /// Who.
        contact: ContactId,
        /// Name.
        name: TextRef,
        /// Phone, as written.
        phone: Option<TextRef>,
        /// E-mail.
        email: Option<TextRef>,
        /// How they like to be reached.
        channel: Channel,
        /// Their language.
        language: Language,
    },
    /// Another person answers for the account.
    OwnerAssigned {
        /// Who.
        owner: PersonId,
    },
    /// Another person answers for the matter.
    MatterAssigned {
        /// Who.
        owner: PersonId,
    },
    /// A call, visit, e-mail, message or counter visit.
    InteractionRecorded {
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
        note: Option<TextRef>,
    },
    /// A note.
    NoteAdded {
        /// Its words.
        note: TextRef,
    },
    /// A picture or a document was added.
    AttachmentAdded {
        /// Which.
        attachment: AttachmentId,
        /// SHA-256(salt ‖ bytes).
        digest: Digest,
        /// What it is.
        media: Media,
        /// How many bytes.
        bytes: u64,
        /// What it shows, or what it was called.
        name: TextRef,
    },
    /// What stands at that version is wrong in this way; it stays.
    Corrected {
        /// The version corrected.
        version: u64,
        /// What is right.
        note: TextRef,
    },
    /// A due has another date.
    DueMoved {
        /// Which.
        due: DueKind,
        /// From.
        from: Date,
        /// To.
        to: Date,
        /// Why.
        reason: TextRef,
    },
    /// A word was given.
    PromiseMade {
        /// What was promised.
        terms: Terms,
        /// In words.
        what: Option<TextRef>,
        /// Once, or until a date.
        span: Span,
        /// Who gave it; unknown where the customer tells of it.
        by: Option<PersonId>,
        /// To whom.
        to: Option<ContactId>,
        /// By which way.
        channel: Channel,
        /// How we know.
        source: PromiseSource,
    },
    /// The customer read it back, or was sent it and did not differ.
    PromiseConfirmed {
        /// In what words.
        note: Option<TextRef>,
    },
    /// Other terms, with the customer's recorded consent.
    PromiseAmended {
        /// From now on.
        terms: Terms,
        /// Their consent.
        consent: TextRef,
    },
    /// Kept, in time and form: a single one for good, a standing one this time.
    PromiseKept {
        /// By what it is known.
        evidence: TextRef,
    },
    /// Not kept.
    PromiseBroken {
        /// Who found out.
        found_by: FoundBy,
        /// Whether its day was still to come.
        foreseen: Foreseen,
        /// In what way.
        note: Option<TextRef>,
    },
    /// The customer let us off it.
    PromiseReleased {
        /// In their words.
        consent: TextRef,
    },
    /// Confirmed at once: what was said is done.
    Honoured {
        /// On which claim; none where the house came first.
        claim: Option<MatterId>,
        /// What is to be paid now.
        pay_now: Option<Money>,
        /// What is disputed and frozen: no reminder, no cut-off.
        frozen: Option<Money>,
    },
    /// What will make it good.
    RemedyOwed {
        /// Its place among the matter's remedies.
        remedy: u16,
        /// What kind.
        remedy_kind: RemedyKind,
        /// How much.
        amount: Option<Money>,
        /// Who.
        bearer: Bearer,
        /// By when, as told to the customer.
        by: Date,
        /// In words.
        what: Option<TextRef>,
    },
    /// It was made good.
    RemedyDone {
        /// Which.
        remedy: u16,
        /// By what it is known.
        evidence: TextRef,
    },
    /// What was to make it good is impossible or unlawful, and the customer chose its worth instead.
    WorthChosen {
        /// Which remedy it takes the place of.
        remedy: u16,
        /// Its worth.
        amount: Money,
        /// By when, as told to the customer.
        by: Date,
        /// Why the thing itself cannot be.
        reason: TextRef,
        /// Their choice, in their words.
        choice: TextRef,
    },
    /// It came to more than the house's amount: a director is told at once, after the fact.
    DirectorAlerted {
        /// To how much.
        amount: Money,
        /// The house's amount.
        above: Money,
    },
    /// A director knows of it.
    AlertAcknowledged {
        /// Who.
        director: PersonId,
    },
    /// Customer, seller and service director meet.
    HearingSet {
        /// On which day, as told to the customer.
        on: Date,
    },
    /// They met.
    HearingHeld {
        /// What came of it, in one sentence.
        outcome: TextRef,
    },
    /// A director apologised, in the first person.
    ApologyGiven {
        /// Who signed.
        director: PersonId,
        /// Its words.
        words: TextRef,
    },
    /// Something given at a counter, with no permission asked.
    GestureGiven {
        /// What.
        what: TextRef,
        /// Its worth.
        amount: Money,
    },
    /// An order.
    OrderPlaced {
        /// Its number, as the customer knows it.
        number: String,
        /// The day it was placed.
        placed_on: Date,
        /// What was ordered.
        lines: Vec<OrderLine>,
    },
    /// Some lines have another date.
    LinesRepromised {
        /// Which.
        lines: Vec<u16>,
        /// The new date.
        to: Date,
        /// Whether it is essential.
        essential: Essential,
        /// Why; an import says none.
        reason: Option<TextRef>,
    },
    /// Some lines were delivered.
    LinesDelivered {
        /// Which.
        lines: Vec<u16>,
        /// The day they arrived.
        arrived_on: Date,
    },
    /// Some lines did not come, or will not, by the date that was promised for them.
    LinesMissed {
        /// Which.
        lines: Vec<u16>,
        /// The date promised; none where no date was.
        promised: Option<Date>,
        /// What is still to follow.
        aftermath: Aftermath,
        /// Who found out.
        found_by: FoundBy,
        /// Whether that date was still to come.
        foreseen: Foreseen,
        /// In what way.
        note: Option<TextRef>,
    },
    /// The source states a line otherwise than before.
    LineRestated {
        /// Which.
        line: u16,
        /// What it is now.
        now: OrderLine,
    },
    /// The source states the order otherwise than before.
    OrderRestated {
        /// Its number.
        number: String,
        /// The day it was placed.
        placed_on: Date,
    },
    /// The customer called the order off.
    OrderCancelled {
        /// In their words.
        consent: TextRef,
    },
    /// The customer says that something offered was not fulfilled.
    ClaimReceived {
        /// Of what kind.
        claim_kind: ClaimKind,
        /// By whom.
        contact: Option<ContactId>,
        /// By which way.
        channel: Channel,
        /// Each point.
        points: Vec<TextRef>,
        /// What they want.
        sought: Option<TextRef>,
        /// The language of the answer.
        language: Language,
        /// What the invoice says, where it is about one.
        invoiced: Option<Money>,
        /// The key and the link the customer took away; none before there were any, and where a source tells of it.
        #[serde(default)]
        handed: Option<Handed<TextRef>>,
    },
    /// The house finds out what happened, after honouring.
    InvestigationOpened {
        /// About which claim.
        claim: MatterId,
        /// Who made it.
        contact: Option<ContactId>,
        /// Who gave the word, where it is known.
        seller: Option<PersonId>,
        /// The service director whose it is.
        director: PersonId,
        /// When the claim is believed; before some were checked first, all were at once.
        #[serde(default)]
        belief: Belief,
        /// Which lines of an order the claim names.
        #[serde(default)]
        lines: Vec<u16>,
    },
    /// One of those concerned was heard.
    StatementTaken {
        /// Who.
        by: Witness,
        /// In their words.
        words: TextRef,
    },
    /// What was found.
    InvestigationConcluded {
        /// What.
        finding: Finding,
        /// By what it is known.
        evidence: TextRef,
        /// What changes in the house.
        changes: Option<TextRef>,
    },
    /// The customer was told what came of it.
    FindingTold {
        /// In one sentence.
        outcome: TextRef,
        /// By which way.
        channel: Channel,
    },
    /// Where the cost of making good goes.
    CostAttributed {
        /// Where to.
        to: CostBearer,
        /// Which part of the house; or how the seller agreed.
        what: TextRef,
        /// How much.
        amount: Money,
        /// Whether it comes again each month.
        monthly: bool,
    },
    /// The seller was told how to do better.
    SellerInstructed {
        /// Who.
        person: PersonId,
        /// In these words.
        words: TextRef,
    },
    /// A contact told a proven untruth: a service director signs that they be checked first.
    CheckFirstAsked {
        /// Who.
        contact: ContactId,
        /// What proves it.
        evidence: TextRef,
        /// The last day of it.
        until: Date,
        /// Who signs.
        director: PersonId,
    },
    /// The defensor signs too: from now on it holds.
    CheckFirstSigned {
        /// Who.
        defensor: PersonId,
    },
    /// Whether a contact is believed at once.
    TrustChanged {
        /// Who.
        contact: ContactId,
        /// Checked first until that day; none where they are believed again.
        until: Option<Date>,
    },
    /// The contact was told of it, and that they may reply.
    CheckFirstTold {
        /// By which way.
        channel: Channel,
    },
    /// The contact replied.
    CheckFirstReplied {
        /// In their words.
        words: TextRef,
    },
    /// The defensor lifted it.
    CheckFirstLifted {
        /// Why.
        reasons: TextRef,
    },
    /// When it happened and when it was promised, as the customer tells it.
    ClaimDated {
        /// The day it happened.
        happened_on: Option<Date>,
        /// The day it was promised.
        said_on: Option<Date>,
    },
    /// The customer was asked for what is missing, and warned.
    CompletionAsked {
        /// What is missing.
        missing: TextRef,
        /// The last day to complete it.
        until: Date,
    },
    /// The customer completed it; its clock restarts.
    ClaimCompleted {
        /// Further points.
        points: Vec<TextRef>,
        /// What else they say.
        note: Option<TextRef>,
    },
    /// It was not completed, after the warning and its days.
    ClaimLapsed {
        /// The day they had been given.
        until: Date,
    },
    /// It goes on, answered or lapsed as it was.
    ClaimReopened {
        /// Why.
        reason: TextRef,
    },
    /// A dispute body looks at it: collection stops, legal clocks go on.
    MediationOpened {
        /// Which body.
        body: TextRef,
        /// Its own number for it.
        reference: Option<TextRef>,
        /// Since that day.
        on: Date,
    },
    /// The mediation ended.
    MediationClosed {
        /// What came of it.
        outcome: TextRef,
    },
    /// Every point was answered, and the customer still to be told.
    AnswerWritten {
        /// One for each point, in their order.
        answers: Vec<PointAnswer>,
    },
    /// The customer has the answer.
    AnswerDelivered {
        /// By which way.
        channel: Channel,
        /// On which day.
        on: Date,
    },
    /// How content the customer is with the resolution; asked once.
    SatisfactionRecorded {
        /// From 1 to 5.
        rating: Rating,
        /// In their words.
        words: Option<TextRef>,
    },
    /// Every point was answered and the customer told at once, as it was written before an answer's delivery was a fact
    /// of its own.
    ClaimAnswered {
        /// One for each point, in their order.
        answers: Vec<PointAnswer>,
    },
    /// The customer read it back and put their name to what stood on the screen.
    PromiseSigned {
        /// What was promised then.
        terms: Terms,
        /// What stood on the screen, to the letter.
        shown: TextRef,
        /// The language it stood in.
        language: Language,
        /// Who signed, as they typed it.
        by: TextRef,
        /// In which way; drawn, its text is the strokes.
        signature: Signature<TextRef>,
        /// The link they took away.
        link: TextRef,
    },
    /// An invoice says what was promised: kept, a single one for good, a standing one this time.
    InvoiceAgreed {
        /// What it says.
        invoice: Invoice,
        /// The number of one that is not to leave any more.
        replaces: Option<String>,
    },
    /// An invoice differs from what was promised.
    InvoiceDiffered {
        /// What it says.
        invoice: Invoice,
        /// In what.
        difference: Difference,
        /// What is still to follow.
        aftermath: Aftermath,
        /// The number of one that is not to leave any more.
        replaces: Option<String>,
    },
}
