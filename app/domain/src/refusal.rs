//! Why something may not be: a refusal is an answer, it names the field and the reason; `words` makes the sentence.
//! It refuses to speak a language.

use serde::{Deserialize, Serialize};

use crate::context::Role;
use crate::money::Money;
use crate::time::Date;

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The field of the form it is about, such as `amount` or `point.0`; `None` for the whole.
    pub field: Option<String>,
    /// Why.
    pub why: Why,
}

/// The reasons there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The field is empty.
    Missing,
    /// The text is longer than that many bytes.
    TooLong(usize),
    /// Not a date.
    NotADate,
    /// Not an amount of money; the decimals or thousands are unclear.
    NotAnAmount,
    /// An amount that must be above zero.
    NotPositive,
    /// Not a percentage between 0 and 100.
    NotARate,
    /// Not a whole number within what is allowed.
    NotANumber,
    /// Not one of the choices.
    NotAChoice,
    /// Neither a phone number nor empty.
    NotAPhone,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not the thirteen letters of a claim's key.
    NotAKey,
    /// A claim's key of which some letter is another: its check character says so.
    MistypedKey,
    /// The form is not one this version knows, or its hidden part is broken: load the page again.
    BrokenForm,
    /// A price must say whether its tax is included.
    TaxNotSaid,
    /// A price to a consumer is said with its tax included (LGDCU-60).
    TaxExcludedToConsumer,
    /// A date that lies before today.
    InThePast,
    /// A date that lies after today, for what already happened.
    InTheFuture,
    /// A day of another year than the one it is stated for.
    OutsideTheYear(i32),
    /// No holiday of the store falls on that day.
    NoSuchHoliday,
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// A finding that does not lie with a person alone says what changes in the house.
    NoChange,
    /// Where a seller has no part in it, there is nothing to place.
    NoPartInIt,
    /// A cost never goes to anybody's pay (LAB-58.3).
    NeverToPay,
    /// A contact is checked first only after the finding that they told an untruth.
    OnlyAnUntruth,
    /// A second signature is another person's.
    AnotherSigns,
    /// Of an investigation one gives one's own statement; whoever leads it takes the others.
    OwnStatement,
    /// Nobody directs service yet.
    NoServiceDirector,
    /// A delivery before the order was placed.
    BeforeTheOrder,
    /// A claim says at least one point.
    NoPoint,
    /// An answer speaks to every point.
    PointNotAnswered,
    /// A denied point gives its reasons.
    DenialWithoutReasons,
    /// The customer has at least until that day to complete a claim (SAC-13.3).
    CompletionTooEarly(Date),
    /// Nothing was asked for, so there is nothing to complete.
    NothingAskedFor,
    /// A claim never lapses because time ran out: the customer was not warned (SAC-13.2).
    NeverWarned,
    /// The customer has until that day to complete it.
    LapsesAfter(Date),
    /// An answer is delivered no earlier than it was written, on that day.
    BeforeTheAnswer(Date),
    /// A survey comes after the resolution (SAC-18).
    BeforeTheResolution,
    /// The customer is asked once.
    RatedAlready,
    /// Not a rating between 1 and 5.
    NotARating,
    /// A gesture above the house's limit is a director's.
    AboveTheGestures(Money),
    /// Its worth is the customer's choice: another remedy first.
    WorthIsChosen,
    /// A date is moved with its reason.
    NoReason,
    /// Kept or made good by evidence.
    NoEvidence,
    /// A legal date cannot be moved later than it is.
    LaterThanTheLaw(Date),
    /// The house cannot take its word back.
    HouseCannotWithdraw,
    /// A correction may not lower what a customer was shown: amend it with their consent.
    LowersWhatWasShown,
    /// No file was chosen, or it is empty.
    NoFile,
    /// A file is larger than there may be.
    FileTooLarge,
    /// A file is neither a picture that can be read nor a PDF.
    NotAPictureOrPdf,
    /// A picture as some phones keep it, which few can read.
    HeicPicture,
    /// A picture or a PDF that is broken or cut short.
    FileUnreadable,
    /// A picture of more points than can be read.
    PictureTooWide,
    /// No such account.
    NoSuchAccount,
    /// The account exists already.
    AccountExists,
    /// No such contact on this account.
    NoSuchContact,
    /// No such matter on this account.
    NoSuchMatter,
    /// The matter exists already.
    MatterExists,
    /// The matter is closed.
    MatterClosed,
    /// Not while it stands as it stands.
    NotInThisState,
    /// No such line on this order.
    NoSuchLine,
    /// That many of them is the most there may be at once.
    TooMany(usize),
    /// The word was for that day, which has gone by: say when it was kept, or report it as broken.
    DayHasPassed(Date),
    /// Those lines were found missed already.
    AlreadyMissed,
    /// The customer is told first: then they choose.
    TellFirst,
    /// A delivery promise on an order lives on its line: give the line its date.
    DateLivesOnItsLine,
    /// A check comes no later than the day that was promised.
    LaterThanPromised(Date),
    /// A remedy comes no later than the customer was told.
    LaterThanTold(Date),
    /// Such a line was delivered already.
    AlreadyDelivered,
    /// No such due on this matter.
    NoSuchDue,
    /// No such fact on this account.
    NoSuchFact,
    /// No such remedy on this matter, or it was done.
    NoSuchRemedy,
    /// No such person, or locked.
    NoSuchPerson,
    /// No such store.
    NoSuchStore,
    /// The house has been founded.
    HouseExists,
    /// There is no house yet.
    NoHouse,
    /// The person exists already.
    PersonExists,
    /// The store exists already.
    StoreExists,
    /// The defensor is appointed by two directors together.
    DefensorByTwoDirectors,
    /// The last administrator stays.
    LastAdministrator,
    /// Somebody changed it meanwhile: look again.
    Changed,
    /// This id was used for something else.
    IdReused,
    /// Only these roles may.
    NotYours(Vec<Role>),
    /// Neither drawn nor said to be read: nobody signed.
    NoSignature,
    /// What stands is signed already.
    SignedAlready,
    /// What was on the screen is no longer what would be signed.
    ReadAgain,
    /// A price, a discount and payment terms are compared with an invoice, and nothing else.
    NothingToCompare,
    /// An invoice leaves, and is paid, no earlier than it was drawn up.
    BeforeTheInvoice,
    /// No invoice of that number was compared with this word.
    NoSuchInvoice,
    /// Nothing is compared with a word that was given after it was drawn up.
    BeforeTheWord,
}

impl Refusal {
    /// About that field.
    #[must_use]
    pub fn of(field: impl Into<String>, why: Why) -> Self {
        Self {
            field: Some(field.into()),
            why,
        }
    }

    /// About the whole.
    #[must_use]
    pub fn whole(why: Why) -> Self {
        Self { field: None, why }
    }
}
