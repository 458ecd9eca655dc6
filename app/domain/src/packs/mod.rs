//! The rule packs: every number that the law or the house gives, its source, and whether it was read in the primary
//! text, as data (`packs/*.toml`, turned into Rust by `build.rs`). A house switches packs; a new law is a new row.
//! It refuses to count: that is `rules` and `calendar`.

mod holidays;

use crate::account::{AccountKind, ClaimKind};
use crate::house::{House, Pack};

pub use holidays::{easter, of_year};

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// A law's rules and its days, or the house's own code.
#[derive(Debug)]
pub struct RulePack {
    /// Its file, without the ending.
    pub code: &'static str,
    /// Its name, in Spanish.
    pub es: &'static str,
    /// And in English.
    pub en: &'static str,
    /// Its rules, in the order in which of two on one day the first is told.
    pub rules: &'static [Rule],
    /// The days on which the whole country rests.
    pub holidays: &'static [Holiday],
    /// Parts of it that have days of their own.
    pub regions: &'static [Region],
}

/// One duty.
#[derive(Debug)]
pub struct Rule {
    /// Its id, as `law.md` has it; a fact names it for ever, so it never means anything else.
    pub id: &'static str,
    /// The step whose date it gives; none where it is a duty without a clock.
    pub step: Option<Step>,
    /// To whom it is owed, where it is not to all.
    pub to: Option<AccountKind>,
    /// Which houses are under it, where not all are.
    pub house: Option<Under>,
    /// On which claims, where not on all.
    pub claims: &'static [ClaimKind],
    /// What it counts.
    pub counts: Counts,
    /// Where it stands; none for the house's own.
    pub source: Option<&'static str>,
    /// How it was read.
    pub verified: Verified,
    /// The day from which it binds, where that was still to come when it was written; counted before it all the same.
    pub binding_from: Option<&'static str>,
    /// What it says, in Spanish.
    pub es: &'static str,
    /// And in English.
    pub en: &'static str,
}

/// A step that a rule gives a date to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Answering a claim.
    Answer,
    /// The customer completing a claim.
    Complete,
    /// The same, by the day they were told.
    CompleteTold,
    /// Asking a dispute body how its mediation stands.
    Mediation,
    /// Comparing an invoice.
    Compare,
    /// Asking the house before a date.
    Check,
    /// Delivering, where no date was agreed.
    Deliver,
    /// Telling the customer.
    Tell,
    /// The customer's choice.
    Choice,
    /// Asking the customer whether it holds.
    Ask,
    /// Asking again.
    AskAgain,
    /// Making good.
    Remedy,
    /// Making good, where no day was said.
    RemedyDays,
    /// A director knowing of what was honoured above the house's amount.
    Alert,
    /// The hearing of customer, seller and service director.
    Hearing,
    /// The hearing, where no day was said.
    HearingDays,
    /// Apologising.
    Apology,
    /// Telling the customer what an investigation found.
    Finding,
    /// Saying where the cost goes.
    Attribution,
    /// Telling the seller how to do better.
    Instructions,
    /// The defensor's signature, by which a contact is checked first.
    Signature,
    /// Telling the contact of it.
    Notice,
    /// How long a contact is checked first.
    CheckFirst,
    /// A slight fault by staff lapsing.
    FaultSlight,
    /// A serious one.
    FaultSerious,
    /// A very serious one.
    FaultVerySerious,
    /// Any of them, from the day it was committed.
    FaultAny,
    /// Deciding a case.
    Case,
    /// Admitting a case.
    CaseAdmission,
    /// How old what a case tells may be.
    CaseAge,
    /// Announcing a renewal.
    Renewal,
    /// Answering an official complaint sheet.
    ComplaintSheet,
    /// Correcting an invoice before it leaves.
    Correct,
}

/// Which houses a rule binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// Those under Ley 10/2025.
    Large,
    /// Those that give a basic service.
    Basic,
}

/// What a rule counts from its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// Days, whatever they are.
    Natural(u16),
    /// Working days of the law.
    Legal(u16),
    /// Working days of the store.
    Working(u16),
    /// Months, from a day to the same day.
    Months(u16),
    /// Hours, by day and night.
    Hours(u16),
    /// The house's lead, back in working days of the store.
    Lead,
    /// Nothing: the day is said, or there is none.
    Nothing,
}

/// How a rule was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verified {
    /// In the primary text.
    Primary,
    /// In a secondary source.
    Secondary,
    /// Not verified.
    No,
    /// It is the house's own word.
    Own,
}

/// A day on which nobody works, every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// Its name.
    pub name: &'static str,
    /// Which day.
    pub day: Day,
    /// Whether it is kept on the Monday after, unless it is one.
    pub moves_to_monday: bool,
    /// The first year in which it is kept, where that is not long ago.
    pub since: Option<i32>,
}

/// Which day of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// Month and day.
    Fixed(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i16),
}

/// A part of a country.
#[derive(Debug)]
pub struct Region {
    /// Its code (ISO 3166-2, without the country).
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its own days, beside the country's.
    pub holidays: &'static [Holiday],
}

impl Pack {
    /// Its rules and its days.
    #[must_use]
    pub const fn rules(self) -> &'static RulePack {
        match self {
            Self::Es => &ES,
            Self::Co => &CO,
        }
    }
}

impl Rule {
    /// Whether it gives that step a date in that house, to that customer and on that claim.
    #[must_use]
    pub fn applies(
        &self,
        step: Step,
        house: &House,
        account: AccountKind,
        claim: Option<ClaimKind>,
    ) -> bool {
        let is_under = match self.house {
            None => true,
            Some(Under::Large) => house.settings.large || house.settings.basic_service,
            Some(Under::Basic) => house.settings.basic_service,
        };
        self.step == Some(step)
            && is_under
            && self.to.is_none_or(|to| to == account)
            && (self.claims.is_empty() || claim.is_some_and(|claim| self.claims.contains(&claim)))
    }

    /// Whether the screen says that it is still to be verified.
    #[must_use]
    pub const fn is_unverified(&self) -> bool {
        matches!(self.verified, Verified::Secondary | Verified::No)
    }
}

/// The rule of that id, in that pack or in the house's own code; a pack that a house left still explains its dates.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    let all = [&HOUSE, &ES, &CO].into_iter().flat_map(|pack| pack.rules);
    all.into_iter().find(|rule| rule.id == id)
}
