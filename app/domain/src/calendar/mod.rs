//! Which days are worked, and counting on them forward and back.
//! Every count keeps its working, so that a date can say why it is that date.
//! It refuses to know which law asks for how many days, and at what time of day a day ends.

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use crate::packs::{self, Holiday};
use crate::time::Date;

mod counting;
mod holidays;
mod hours;
mod pauses;
mod week;
mod working;

pub use holidays::Holidays;
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
    pub holidays: Holidays,
}

/// A calendar to count on: what is stated and, for a year of which nothing is, the country's own days.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    pub(super) saturday: Saturday,
    stated: &'a Holidays,
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
        stated: &'a Holidays,
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
        self.stated.are_known_of(year)
    }

    /// What that day is.
    #[must_use]
    pub fn kind(&self, date: Date) -> DayKind {
        match self.holiday(date) {
            Some(name) => DayKind::Holiday(name.to_owned()),
            None if self.rests(date.weekday()) => DayKind::Weekend,
            None => DayKind::Working,
        }
    }

    /// Whether that day is worked.
    #[must_use]
    pub fn is_working(&self, date: Date) -> bool {
        !self.rests(date.weekday()) && self.holiday(date).is_none()
    }

    pub(super) const fn rests(&self, day: Weekday) -> bool {
        rests(self.saturday, day)
    }

    /// The name of the holiday that falls on that day.
    pub(super) fn holiday(&self, date: Date) -> Option<&'a str> {
        if self.is_stated(date.year()) {
            return self.stated.get(date);
        }
        let of_year = packs::of_year(self.country, date.year());
        let found = of_year.into_iter().find(|(day, _)| *day == date);
        found.map(|(_, name)| name)
    }

    /// The holidays of those years, some of which are not stated.
    pub(super) fn of_years(&self, years: std::ops::RangeInclusive<i32>) -> Holidays {
        let of_year = |year: i32| {
            let country = match self.is_stated(year) {
                true => Vec::new(),
                false => packs::of_year(self.country, year),
            };
            let country = country
                .into_iter()
                .map(|(day, name)| (day, name.to_owned()));
            let stated = self.stated.of_year(year).iter().cloned();
            stated.chain(country).collect::<Vec<_>>()
        };
        years.flat_map(of_year).collect()
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
