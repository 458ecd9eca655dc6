//! The rules that give dates: the law's by their id in `law.md`, the house's own as `PAL-…`. The packs (`packs/*.toml`)
//! will make every number data; until then this is the one place that holds one.
//! It refuses to know states: it counts from a day it is given.

use std::borrow::Cow;

use crate::account::{AccountKind, ClaimKind, Matter, MatterState, Span, When};
use crate::calendar::Working;
use crate::deadline::{Deadline, DueKind, RuleId};
use crate::house::{House, Pack};
use crate::ids::StoreId;
use crate::time::{Date, Timestamp};

/// What a rule counts from its day.
#[derive(Debug, Clone, Copy)]
enum Counts {
    /// Days, whatever they are.
    Natural(u16),
    /// Working days of the law.
    Legal(u16),
    /// Working days of the store.
    Working(u16),
    /// The house's lead, back in working days of the store.
    Lead,
    /// Nothing: the day was said.
    Nothing,
}

macro_rules! rules {
    ($($(#[$about:meta])* $name:ident = $id:literal, $counts:expr;)+) => {
        $($(#[$about])*
        pub const $name: RuleId = RuleId(Cow::Borrowed($id));)+

        /// Every rule by its id, with what it counts.
        const RULES: &[(&str, Counts)] = &[$(($id, $counts)),+];
    };
}

rules! {
    /// Any business answers a consumer's claim in 15 natural days.
    LGDCU_21_3 = "LGDCU-21.3", Counts::Natural(15);
    /// Large houses resolve in 15 working days.
    SAC_17_1 = "SAC-17.1", Counts::Legal(15);
    /// Large houses answer billing claims in 5 days.
    SAC_17_3 = "SAC-17.3", Counts::Natural(5);
    /// Delivery within 30 natural days where no date was agreed.
    DEL_66BIS = "DEL-66bis", Counts::Natural(30);
    /// The house's code: a business is answered in 15 natural days.
    PAL_ANSWER = "PAL-answer", Counts::Natural(15);
    /// The first invoice comes within 35 days.
    PAL_COMPARE = "PAL-compare", Counts::Natural(35);
    /// The house is asked so many working days before the date.
    PAL_CHECK = "PAL-check", Counts::Lead;
    /// The customer is told the same working day.
    PAL_TELL = "PAL-tell", Counts::Working(0);
    /// The customer's choice is asked for again after two working days.
    PAL_CHOICE = "PAL-choice", Counts::Working(2);
    /// The customer is asked after 30 days.
    PAL_ASK = "PAL-ask", Counts::Natural(30);
    /// The customer is asked again every 90 days.
    PAL_ASK_AGAIN = "PAL-ask-again", Counts::Natural(90);
    /// A standing promise is asked after no later than on its last day.
    PAL_UNTIL = "PAL-until", Counts::Nothing;
    /// A remedy is done on the day the customer was told.
    PAL_REMEDY = "PAL-remedy", Counts::Nothing;
    /// A director apologises within three working days.
    PAL_APOLOGY = "PAL-apology", Counts::Working(3);
    /// Somebody moved it, with a reason.
    PAL_MOVED = "PAL-moved", Counts::Nothing;
    /// It came with an import: the next working day at the earliest.
    PAL_IMPORTED = "PAL-imported", Counts::Nothing;
    /// A date already behind: today, or the next working day.
    PAL_AT_ONCE = "PAL-at-once", Counts::Nothing;
}

/// The working days of an honoured promise's remedy, where no day was said.
pub const REMEDY_WORKING_DAYS: u16 = 5;

/// A store's clock: its zone and its two calendars.
#[derive(Debug, Clone, Copy)]
pub struct Clock<'a> {
    house: &'a House,
    store: StoreId,
}

impl<'a> Clock<'a> {
    /// Of that store.
    #[must_use]
    pub const fn new(house: &'a House, store: StoreId) -> Self {
        Self { house, store }
    }

    /// The day it is there.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> Date {
        self.house.zone(self.store).date(at)
    }

    /// The middle of that day there: when something happened of which only the day is known.
    #[must_use]
    pub fn midday(&self, on: Date) -> Timestamp {
        let noon = chrono::NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        self.house.zone(self.store).instant(on.and_time(noon))
    }

    /// That day if the store works, otherwise its next working day.
    #[must_use]
    pub fn working_day(&self, on: Date) -> Date {
        self.house.working_days(self.store).on_or_after(on)
    }

    /// The store's first working day after that one.
    #[must_use]
    pub fn next_working_day(&self, after: Date) -> Date {
        self.house.working_days(self.store).next_working(after)
    }

    /// The day a remedy is told for, where none was said.
    #[must_use]
    pub fn remedy_day(&self, from: Date) -> Date {
        self.house
            .working_days(self.store)
            .forward(from, REMEDY_WORKING_DAYS)
            .result
    }

    /// A deadline on a day, by a rule.
    #[must_use]
    pub fn on(&self, on: Date, rule: RuleId, from: Date) -> Deadline {
        Deadline {
            on,
            at: self.house.zone(self.store).end_of(on),
            rule,
            from,
            house_version: self.house.version,
        }
    }

    /// When that due of that matter falls, by the earliest rule that applies.
    #[must_use]
    pub fn deadline(
        &self,
        matter: &Matter,
        account: AccountKind,
        kind: DueKind,
        when: When,
    ) -> Deadline {
        let from = when.date();
        let counted = |rule: RuleId| {
            let working = self.count(&rule, from);
            let on = working.map_or(from, |working| working.result);
            self.on(on, rule, from)
        };
        applicable(self.house, matter, account, kind, when)
            .into_iter()
            .map(counted)
            .chain(last_day(matter, kind).map(|until| self.on(until, PAL_UNTIL, from)))
            .min_by_key(|deadline| deadline.on)
            .unwrap_or_else(|| self.on(from, PAL_REMEDY, from))
    }

    /// How that rule counts from that day: «por qué esta fecha». `None` where it counts nothing.
    #[must_use]
    pub fn count(&self, rule: &RuleId, from: Date) -> Option<Working> {
        let (_, counts) = RULES.iter().find(|(id, _)| rule.0 == *id)?;
        let legal = || self.house.legal_days(self.store);
        let working = || self.house.working_days(self.store);
        Some(match *counts {
            Counts::Natural(days) => legal().natural(from, days),
            Counts::Legal(days) => legal().forward(from, days),
            Counts::Working(days) => working().forward(from, days),
            Counts::Lead => working().back(from, self.house.settings.lead_working_days),
            Counts::Nothing => return None,
        })
    }
}

/// Whether a price is said to them with its tax included (LGDCU-60): to a consumer in Spain.
#[must_use]
pub fn is_told_with_tax(house: &House, account: AccountKind) -> bool {
    house.pack == Pack::Es && account == AccountKind::Consumer
}

fn applicable(
    house: &House,
    matter: &Matter,
    account: AccountKind,
    kind: DueKind,
    when: When,
) -> Vec<RuleId> {
    match kind {
        DueKind::Compare => vec![PAL_COMPARE],
        DueKind::Check => match when {
            When::On(_) => vec![PAL_CHECK],
            When::From(_) => vec![DEL_66BIS],
        },
        DueKind::Tell => vec![PAL_TELL],
        DueKind::Choice => vec![PAL_CHOICE],
        DueKind::Ask => match &matter.state {
            MatterState::Promise(promise) if promise.kept_on.is_some() => vec![PAL_ASK_AGAIN],
            _ => vec![PAL_ASK],
        },
        DueKind::Remedy(_) => vec![PAL_REMEDY],
        DueKind::Apology => vec![PAL_APOLOGY],
        DueKind::Answer => {
            let claim = match &matter.state {
                MatterState::Claim(claim) => Some(claim.kind),
                _ => None,
            };
            answer_rules(house, account, claim)
        }
    }
}

/// The end of a standing promise, which bounds the asking after it.
fn last_day(matter: &Matter, kind: DueKind) -> Option<Date> {
    match (&matter.state, kind) {
        (MatterState::Promise(promise), DueKind::Ask) => match promise.span {
            Span::Standing { until } => until,
            Span::Single => None,
        },
        _ => None,
    }
}

/// The clocks that run on a claim, of which the earliest rules; outside the Spanish pack the house's code alone.
fn answer_rules(house: &House, account: AccountKind, claim: Option<ClaimKind>) -> Vec<RuleId> {
    if account == AccountKind::Business || house.pack != Pack::Es {
        return vec![PAL_ANSWER];
    }
    let mut rules = vec![LGDCU_21_3];
    if house.settings.large {
        rules.push(SAC_17_1);
        if claim == Some(ClaimKind::Billing) {
            rules.push(SAC_17_3);
        }
    }
    rules
}
