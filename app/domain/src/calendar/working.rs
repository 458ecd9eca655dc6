//! The working of a count, «por qué esta fecha»: start, what was passed on the way, result. The days themselves are
//! told only when somebody looks.
//! It refuses to know the sentence a person reads.

use std::borrow::Cow;

use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};

use super::{DayKind, Pause, Saturday, rests};
use crate::time::Date;

/// Which way days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// To later days.
    Forward,
    /// To earlier days.
    Back,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Only working days; the others are skipped.
    Working,
    /// Every day, whatever it is.
    Natural,
    /// Months, from a day to the same day.
    Months,
    /// Hours, by day and night.
    Hours,
}

/// One day passed on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The day.
    pub date: Date,
    /// What it is on the calendar.
    pub kind: DayKind,
}

/// How a date was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Working<'a> {
    /// The day counted from, itself not counted.
    pub start: Date,
    /// Which way.
    pub direction: Direction,
    /// What was counted.
    pub counting: Counting,
    /// How many were asked for.
    pub count: u16,
    /// Whether a Saturday was worked.
    pub saturday: Saturday,
    /// The holidays passed, the earliest first, those on a weekend among them; lent by the calendar that states them.
    pub holidays: Cow<'a, [(Date, String)]>,
    /// Days in which the clock stood still.
    pub pauses: Vec<Pause>,
    /// The day reached.
    pub result: Date,
}

impl Working<'_> {
    /// The same, which outlives its calendar.
    #[must_use]
    pub fn into_owned(self) -> Working<'static> {
        Working {
            holidays: Cow::Owned(self.holidays.into_owned()),
            ..self
        }
    }

    /// Every day after the start, in the order passed, the result the last; none where the start is the result.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        let days = (self.result - self.start).num_days().unsigned_abs();
        (1..=days).filter_map(|place| {
            let date = match self.direction {
                Direction::Forward => self.start.checked_add_days(Days::new(place)),
                Direction::Back => self.start.checked_sub_days(Days::new(place)),
            };
            date.map(|date| Step {
                date,
                kind: self.kind(date),
            })
        })
    }

    /// The days passed that did not count, with what they are.
    pub fn skipped(&self) -> impl Iterator<Item = Step> {
        self.steps().filter(|step| !self.counts(step))
    }

    /// Whether a day passed was one of those counted.
    #[must_use]
    pub fn counts(&self, step: &Step) -> bool {
        let stands_still = self.pauses.iter().any(|pause| pause.holds(step.date));
        !stands_still
            && match self.counting {
                Counting::Natural | Counting::Months | Counting::Hours => true,
                Counting::Working => step.kind == DayKind::Working,
            }
    }

    /// Saturdays were counted that would not have been, had the setting been the other.
    #[must_use]
    pub fn counts_a_saturday(&self) -> bool {
        let is_counted =
            |step: Step| step.date.weekday() == chrono::Weekday::Sat && self.counts(&step);
        self.counting == Counting::Working && self.steps().any(is_counted)
    }

    fn kind(&self, date: Date) -> DayKind {
        let holiday = self.holidays.iter().find(|(holiday, _)| *holiday == date);
        match holiday {
            Some((_, name)) => DayKind::Holiday(name.clone()),
            None if rests(self.saturday, date.weekday()) => DayKind::Weekend,
            None => DayKind::Working,
        }
    }
}
