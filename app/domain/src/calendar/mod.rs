//! Which days are worked, and counting on them forward and back.
//! Every count keeps its working, so that a date can say why it is that date.
//! It refuses to know which law asks for how many days, and at what time of day a day ends.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use crate::packs::{self, Holiday};
use crate::time::Date;

mod counting;
mod hours;
mod pauses;
mod week;
mod working;

pub use hours::{Shift, Shifts, ShiftsError, WorkHours};
pub use pauses::Pause;
pub use working::{Counting, Direction, Step, Working};

/// Whether Saturday is a working day: a setting, since the law does not settle it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Saturday {
    /// Saturday counts as a working day.
    Works,
    /// Saturday is weekend.
    Rests,
}

/// What a day is on a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Worked.
    Working,
    /// Sunday, or a Saturday that rests.
    Weekend,
    /// A holiday, by its name; also when it falls on a weekend.
    Holiday(String),
}

/// A calendar of working days as a store states it: legal, of a store or of a supplier. Sunday never works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkCalendar {
    /// Whether Saturday counts.
    pub saturday: Saturday,
    /// National, regional and local holidays, with their names.
    pub holidays: BTreeMap<Date, String>,
}

/// A calendar to count on: what is stated and, for a year of which nothing is, the country's own days.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    pub(super) saturday: Saturday,
    stated: &'a BTreeMap<Date, String>,
    country: &'static [Holiday],
}

impl WorkCalendar {
    /// To count on, where only what is stated counts.
    #[must_use]
    pub const fn days(&self) -> Calendar<'_> {
        Calendar::new(self.saturday, &self.holidays, &[])
    }
}

impl<'a> Calendar<'a> {
    /// With the country's days in the years of which nothing is stated.
    #[must_use]
    pub const fn new(
        saturday: Saturday,
        stated: &'a BTreeMap<Date, String>,
        country: &'static [Holiday],
    ) -> Self {
        Self {
            saturday,
            stated,
            country,
        }
    }

    /// Whether Saturday counts.
    #[must_use]
    pub const fn saturday(&self) -> Saturday {
        self.saturday
    }

    /// Whether the holidays of that year are stated, local ones among them; otherwise only the country's are known.
    #[must_use]
    pub fn is_stated(&self, year: i32) -> bool {
        let first = Date::from_ymd_opt(year, 1, 1);
        let last = Date::from_ymd_opt(year, 12, 31);
        match (first, last) {
            (Some(first), Some(last)) => self.stated.range(first..=last).next().is_some(),
            _ => false,
        }
    }

    /// What that day is.
    #[must_use]
    pub fn kind(&self, date: Date) -> DayKind {
        match self.holidays(date, date).pop() {
            Some((_, name)) => DayKind::Holiday(name.into_owned()),
            None if self.rests(date.weekday()) => DayKind::Weekend,
            None => DayKind::Working,
        }
    }

    /// Whether that day is worked.
    #[must_use]
    pub fn is_working(&self, date: Date) -> bool {
        !self.rests(date.weekday()) && self.holidays(date, date).is_empty()
    }

    pub(super) const fn rests(&self, day: Weekday) -> bool {
        rests(self.saturday, day)
    }

    /// The holidays from that day to that day, both included, in their order.
    pub(super) fn holidays(&self, from: Date, to: Date) -> Vec<(Date, Cow<'a, str>)> {
        let mut holidays = Vec::new();
        if from > to {
            return holidays;
        }
        for year in from.year()..=to.year() {
            if self.is_stated(year) {
                let of_year = self
                    .stated
                    .range(from..=to)
                    .filter(|(date, _)| date.year() == year);
                holidays.extend(of_year.map(|(date, name)| (*date, Cow::Borrowed(name.as_str()))));
            } else {
                let of_year = packs::of_year(self.country, year);
                let within = of_year
                    .into_iter()
                    .filter(|(date, _)| (from..=to).contains(date));
                holidays.extend(within.map(|(date, name)| (date, Cow::Borrowed(name))));
            }
        }
        holidays
    }
}

const fn rests(saturday: Saturday, day: Weekday) -> bool {
    matches!(
        (day, saturday),
        (Weekday::Sun, _) | (Weekday::Sat, Saturday::Rests)
    )
}

#[cfg(test)]
mod tests;
