//! What follows a broken word, whether it was a promise or an order: telling the customer, honouring, making good,
//! and saying sorry.
//! It refuses to know why it was broken: that is the investigation's.

use serde::{Deserialize, Serialize};

use crate::deadline::Bearer;
use crate::fact::FoundBy;
use crate::ids::MatterId;
use crate::money::Money;
use crate::text::TextRef;
use crate::time::Date;

/// What makes it good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyKind {
    /// A corrected invoice.
    InvoiceCorrection,
    /// Money back, or off.
    Credit,
    /// The delivery itself.
    Delivery,
    /// A service.
    Service,
    /// Its worth in money, which the customer chose where the thing itself is impossible or unlawful.
    Worth,
}

/// One thing that makes it good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// What kind.
    pub kind: RemedyKind,
    /// How much.
    pub amount: Option<Money>,
    /// Who.
    pub bearer: Bearer,
    /// By when, as told to the customer.
    pub by: Date,
    /// In words.
    pub what: Option<TextRef>,
    /// The day it was done.
    pub done_on: Option<Date>,
}

/// Whether the customer knows that it was not kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Telling {
    /// There is nothing to tell, or they told us.
    #[default]
    NotOwed,
    /// They are to be told, since the house knew on that day.
    Owed(Date),
    /// They were told on that day, and are to choose.
    Told(Date),
}

/// Whether a director said sorry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Apology {
    /// Nothing was broken.
    #[default]
    NotOwed,
    /// Since that day.
    Owed(Date),
    /// On that day.
    Given(Date),
}

/// Whether a director knows of what was honoured above the house's amount.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alert {
    /// It was not above it.
    #[default]
    NotOwed,
    /// To be known, since that day.
    Owed(Date),
    /// Known on that day.
    Known(Date),
}

/// The meeting of customer, seller and service director.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hearing {
    /// None.
    #[default]
    NotSet,
    /// On that day, as the customer was told when it was honoured.
    Set(Date),
    /// Held, on that day.
    Held(Date),
}

/// What honouring gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Honour {
    /// On which claim.
    pub claim: Option<MatterId>,
    /// On which day.
    pub on: Date,
    /// What is to be paid now.
    pub pay_now: Option<Money>,
    /// What is frozen.
    pub frozen: Option<Money>,
}

/// All of it, on one matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amends {
    /// Whether the customer is still to be told.
    pub telling: Telling,
    /// Whether it was honoured.
    pub honour: Option<Honour>,
    /// What makes it good, by number from 0.
    pub remedies: Vec<Remedy>,
    /// The apology.
    pub apology: Apology,
    /// Whether a director is to know what it came to.
    pub alert: Alert,
    /// The meeting.
    pub hearing: Hearing,
}

impl Amends {
    /// Whether something of it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.telling, Telling::Owed(_))
            || matches!(self.apology, Apology::Owed(_))
            || matches!(self.alert, Alert::Owed(_))
            || matches!(self.hearing, Hearing::Set(_))
            || self.remedies.iter().any(|remedy| remedy.done_on.is_none())
    }

    /// Whether the next word is ours to say, or theirs to choose.
    #[must_use]
    pub fn waits_for_the_customer(&self) -> bool {
        match self.telling {
            Telling::Owed(_) => true,
            Telling::Told(_) => self.honour.is_none(),
            Telling::NotOwed => false,
        }
    }

    /// Found broken on that day; what an earlier break still owes keeps its day.
    pub(in crate::account) fn broken(&mut self, on: Date, found_by: FoundBy) {
        self.telling = match (found_by, self.telling) {
            (FoundBy::Claim(_), _) => Telling::NotOwed,
            (FoundBy::House, Telling::Owed(since)) => Telling::Owed(since),
            (FoundBy::House, _) => Telling::Owed(on),
        };
        self.honour = None;
        if !matches!(self.apology, Apology::Owed(_)) {
            self.apology = Apology::Owed(on);
        }
    }

    /// What they were told is not all: of what came since they are to be told too.
    pub(in crate::account) fn breaks_again(&mut self, on: Date) {
        if !matches!(self.telling, Telling::Owed(_)) {
            self.telling = Telling::Owed(on);
        }
    }

    /// There is nothing left to choose; a telling that is owed is owed still.
    pub(in crate::account) fn leaves_no_choice(&mut self) {
        if matches!(self.telling, Telling::Told(_)) {
            self.telling = Telling::NotOwed;
        }
    }
}
