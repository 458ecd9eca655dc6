//! Why something may not be: a refusal is an answer, it names the field and the reason; `words` makes the sentence.
//! It refuses to speak a language.

use serde::{Deserialize, Serialize};

use crate::context::Role;
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
    /// A delivery before the order was placed.
    BeforeTheOrder,
    /// A claim says at least one point.
    NoPoint,
    /// An answer speaks to every point.
    PointNotAnswered,
    /// A denied point gives its reasons.
    DenialWithoutReasons,
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
