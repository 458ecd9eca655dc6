//! Dates by rules: which rules of the house's pack apply to a step, what each counts from a day, and which of them, the
//! earliest, rules. Their numbers are data (`packs`).
//! It refuses to know states: it counts from a day it is given.

use crate::account::{AccountKind, ClaimKind, Matter, MatterState, Span, When};
use crate::calendar::Working;
use crate::deadline::{Deadline, DueKind, RuleId};
use crate::house::{House, Pack};
use crate::ids::StoreId;
use crate::packs::{self, Counts, Step};
use crate::time::{Date, Timestamp};

include!(concat!(env!("OUT_DIR"), "/ids.rs"));

const MICROS_AN_HOUR: i64 = 3_600_000_000;

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
        self.latest(Step::RemedyDays, from)
    }

    /// The last day on which a contact is checked first, from the day it was asked.
    #[must_use]
    pub fn checked_first_until(&self, from: Date) -> Date {
        self.latest(Step::CheckFirst, from)
    }

    /// The last day on which an invoice that left is still compared as of now.
    #[must_use]
    pub fn compared_until(&self, from: Date) -> Date {
        self.latest(Step::Compare, from)
    }

    /// The day the hearing is told for, where none was said.
    #[must_use]
    pub fn hearing_day(&self, from: Date) -> Date {
        self.latest(Step::HearingDays, from)
    }

    /// The first day on which a customer's time to complete a claim may end: the time is theirs, so that of several
    /// rules the latest counts.
    #[must_use]
    pub fn complete_by(&self, from: Date) -> Date {
        self.latest(Step::Complete, from)
    }

    fn latest(&self, step: Step, from: Date) -> Date {
        let packs = [self.house.pack.rules(), &packs::HOUSE];
        let rules = packs.into_iter().flat_map(|pack| pack.rules);
        let rules = rules.filter(|rule| rule.step == Some(step));
        rules
            .filter_map(|rule| Some(self.counted(rule.counts, from, None)?.result))
            .max()
            .unwrap_or(from)
    }

    /// When a fault by staff lapses and how that was counted, by each rule of the pack: from the day the house knew, and from the day it was
    /// committed at the latest. Whoever decides chooses which it was.
    #[must_use]
    pub fn labour(&self, known_on: Date, committed_on: Date) -> Vec<(RuleId, Working<'static>)> {
        let rules = self.house.pack.rules().rules.iter();
        let lapse = |rule: &packs::Rule| {
            let from = match rule.step? {
                Step::FaultSlight | Step::FaultSerious | Step::FaultVerySerious => known_on,
                Step::FaultAny => committed_on,
                _ => return None,
            };
            let counted = self.counted(rule.counts, from, None)?;
            Some((RuleId(rule.id.into()), counted.into_owned()))
        };
        rules.filter_map(lapse).collect()
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

    /// When that due of that matter falls, by the earliest rule that applies; `since` is the instant that hours are
    /// counted from.
    #[must_use]
    pub fn deadline(
        &self,
        matter: &Matter,
        account: AccountKind,
        kind: DueKind,
        when: When,
        since: Timestamp,
    ) -> Deadline {
        self.deadlines(matter, account, kind, when, since)
            .into_iter()
            .min_by_key(|deadline| deadline.at)
            .unwrap_or_else(|| self.on(when.date(), PAL_REMEDY, when.date()))
    }

    /// By every rule that applies to it, in the order of the pack.
    #[must_use]
    pub fn deadlines(
        &self,
        matter: &Matter,
        account: AccountKind,
        kind: DueKind,
        when: When,
        since: Timestamp,
    ) -> Vec<Deadline> {
        let from = when.date();
        let rules = applicable(self.house, matter, account, kind, when);
        let mut deadlines: Vec<_> = rules
            .map(|rule| {
                let id = RuleId(rule.id.into());
                if let Counts::Hours(hours) = rule.counts {
                    let at = since.plus_micros(i64::from(hours) * MICROS_AN_HOUR);
                    return Deadline {
                        at,
                        ..self.on(self.day(at), id, self.day(since))
                    };
                }
                let working = self.counted(rule.counts, from, None);
                self.on(working.map_or(from, |working| working.result), id, from)
            })
            .collect();
        deadlines.extend(last_day(matter, kind).map(|until| self.on(until, PAL_UNTIL, from)));
        deadlines
    }

    /// How the rule of a deadline counted it: «por qué esta fecha». `None` where it counted nothing.
    #[must_use]
    pub fn count(&self, deadline: &Deadline) -> Option<Working<'a>> {
        let rule = packs::rule(&deadline.rule.0)?;
        self.counted(rule.counts, deadline.from, Some(deadline.on))
    }

    /// `reached` is where hours led.
    fn counted(&self, counts: Counts, from: Date, reached: Option<Date>) -> Option<Working<'a>> {
        let legal = || self.house.legal_days(self.store);
        let store = || self.house.working_days(self.store);
        Some(match counts {
            Counts::Natural(days) => legal().natural(from, days),
            Counts::Legal(days) => legal().forward(from, days),
            Counts::Working(days) => store().forward(from, days),
            Counts::Months(months) => legal().months(from, months),
            Counts::Hours(hours) => legal().hours(from, hours, reached?),
            Counts::Lead => store().back(from, self.house.settings.lead_working_days),
            Counts::Nothing => return None,
        })
    }
}

/// Whether a price is said to them with its tax included (LGDCU-60): to a consumer in Spain.
#[must_use]
pub fn is_told_with_tax(house: &House, account: AccountKind) -> bool {
    house.pack == Pack::Es && account == AccountKind::Consumer
}

/// The rules that give it a date: of the pack, then of the house's own code.
fn applicable(
    house: &House,
    matter: &Matter,
    account: AccountKind,
    kind: DueKind,
    when: When,
) -> impl Iterator<Item = &'static packs::Rule> {
    let (step, claim) = (step(matter, kind, when), claim(matter));
    let of_all = [house.pack.rules(), &packs::HOUSE];
    let rules = of_all.into_iter().flat_map(|pack| pack.rules);
    rules.filter(move |rule| rule.applies(step, house, account, claim))
}

/// The step of the packs that a due is.
fn step(matter: &Matter, kind: DueKind, when: When) -> Step {
    match kind {
        DueKind::Compare => Step::Compare,
        DueKind::Check => match when {
            When::On(_) => Step::Check,
            When::From(_) => Step::Deliver,
        },
        DueKind::Tell => Step::Tell,
        DueKind::Choice => Step::Choice,
        DueKind::Ask => match &matter.state {
            MatterState::Promise(promise) if promise.kept_on.is_some() => Step::AskAgain,
            _ => Step::Ask,
        },
        DueKind::Remedy(_) => Step::Remedy,
        DueKind::Apology => Step::Apology,
        DueKind::Acknowledge => Step::Alert,
        DueKind::Hearing => Step::Hearing,
        DueKind::Complete => Step::CompleteTold,
        DueKind::Mediate => Step::Mediation,
        DueKind::Answer => Step::Answer,
        DueKind::Finding => Step::Finding,
        DueKind::Attribute => Step::Attribution,
        DueKind::Instruct => Step::Instructions,
        DueKind::Sign => Step::Signature,
        DueKind::Notify => Step::Notice,
        DueKind::Correct => Step::Correct,
    }
}

fn claim(matter: &Matter) -> Option<ClaimKind> {
    match &matter.state {
        MatterState::Claim(claim) => Some(claim.kind),
        _ => None,
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
