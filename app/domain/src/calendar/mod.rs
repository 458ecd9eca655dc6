//! Which days are worked, and counting on them forward and back.
//! Every count keeps its working, day by day, so that a date can say why it is that date.
//! It refuses to know which law asks for how many days, and at what time of day a day ends.

use std::collections::BTreeMap;

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use crate::time::Date;

mod counting;
mod working;

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

/// A calendar of working days: legal, of a store or of a supplier. Sunday never works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkCalendar {
    /// Whether Saturday counts.
    pub saturday: Saturday,
    /// National, regional and local holidays, with their names.
    pub holidays: BTreeMap<Date, String>,
}

impl WorkCalendar {
    /// What that day is.
    #[must_use]
    pub fn kind(&self, date: Date) -> DayKind {
        if let Some(name) = self.holidays.get(&date) {
            return DayKind::Holiday(name.clone());
        }
        match (date.weekday(), self.saturday) {
            (Weekday::Sun, _) | (Weekday::Sat, Saturday::Rests) => DayKind::Weekend,
            _ => DayKind::Working,
        }
    }

    /// Whether that day is worked.
    #[must_use]
    pub fn is_working(&self, date: Date) -> bool {
        self.kind(date) == DayKind::Working
    }
}

#[cfg(test)]
mod tests;
