//! Working hours: the shifts of a store, several a day, on its working days, by the clock on its wall.
//! It refuses to know what is to be done within them.

use chrono::{Datelike, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Calendar;
use crate::time::{Date, Timestamp, Zone};

const MICROS_A_MINUTE: i64 = 60_000_000;
const MINUTES_A_DAY: u16 = 24 * 60;
/// A store that never opens has no later hour.
const LOOKED_AHEAD_DAYS: usize = 400;

/// Hours at which a store serves, on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// It opens, in minutes after midnight.
    pub from: u16,
    /// It closes.
    pub to: u16,
}

/// The shifts of a week, Monday first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[Vec<Shift>; 7]", into = "[Vec<Shift>; 7]")]
pub struct Shifts([Vec<Shift>; 7]);

/// Why shifts are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShiftsError {
    /// One closes before it opens, or after midnight.
    #[error("a shift closes before it opens, or after midnight")]
    Reversed,
    /// Two of a day overlap or are out of order.
    #[error("two shifts of a day overlap")]
    Overlapping,
}

impl Shifts {
    /// From those of each day, Monday first, in their order.
    ///
    /// # Errors
    /// See [`ShiftsError`].
    pub fn new(week: [Vec<Shift>; 7]) -> Result<Self, ShiftsError> {
        for day in &week {
            let is_reversed = |shift: &Shift| shift.from >= shift.to || shift.to > MINUTES_A_DAY;
            if day.iter().any(is_reversed) {
                return Err(ShiftsError::Reversed);
            }
            if day.windows(2).any(|two| two[0].to > two[1].from) {
                return Err(ShiftsError::Overlapping);
            }
        }
        Ok(Self(week))
    }

    /// Monday to Friday, morning and afternoon.
    #[must_use]
    pub fn usual() -> Self {
        let day = || {
            vec![
                Shift {
                    from: 10 * 60,
                    to: 14 * 60,
                },
                Shift {
                    from: 17 * 60,
                    to: 20 * 60,
                },
            ]
        };
        let rest = Vec::new;
        Self([day(), day(), day(), day(), day(), rest(), rest()])
    }

    /// Those of each day, Monday first.
    #[must_use]
    pub const fn week(&self) -> &[Vec<Shift>; 7] {
        &self.0
    }

    /// Whether it serves on Saturdays.
    #[must_use]
    pub const fn has_saturday(&self) -> bool {
        !self.0[5].is_empty()
    }

    fn on(&self, date: Date) -> &[Shift] {
        let day = date.weekday().num_days_from_monday();
        usize::try_from(day)
            .ok()
            .and_then(|day| self.0.get(day))
            .map_or(&[], Vec::as_slice)
    }
}

impl TryFrom<[Vec<Shift>; 7]> for Shifts {
    type Error = ShiftsError;

    fn try_from(week: [Vec<Shift>; 7]) -> Result<Self, ShiftsError> {
        Self::new(week)
    }
}

impl From<Shifts> for [Vec<Shift>; 7] {
    fn from(shifts: Shifts) -> Self {
        shifts.0
    }
}

/// A store's working hours.
#[derive(Debug, Clone, Copy)]
pub struct WorkHours<'a> {
    /// The days.
    pub calendar: Calendar<'a>,
    /// The hours of a day.
    pub shifts: &'a Shifts,
    /// The clock on its wall.
    pub zone: &'a Zone,
}

impl WorkHours<'_> {
    /// The instant by which so many minutes have been worked since; `None` where the store never opens.
    #[must_use]
    pub fn after(&self, since: Timestamp, minutes: u32) -> Option<Timestamp> {
        let mut left = i64::from(minutes) * MICROS_A_MINUTE;
        for (opens, closes) in self.open(since) {
            let worked = closes.micros() - opens.micros();
            if worked >= left {
                return Some(opens.plus_micros(left));
            }
            left -= worked;
        }
        None
    }

    /// Whole minutes worked from one instant to another; none where that is not later.
    #[must_use]
    pub fn between(&self, since: Timestamp, until: Timestamp) -> u32 {
        let worked = self
            .open(since)
            .take_while(|(opens, _)| *opens < until)
            .map(|(opens, closes)| closes.min(until).micros() - opens.micros());
        u32::try_from(worked.sum::<i64>() / MICROS_A_MINUTE).unwrap_or(u32::MAX)
    }

    /// When it opens and closes, from an instant on, which cuts the first.
    fn open(&self, since: Timestamp) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let days = self.zone.date(since).iter_days().take(LOOKED_AHEAD_DAYS);
        let worked = days.filter(|date| !self.shifts.on(*date).is_empty());
        let worked = worked.filter(|date| self.calendar.holiday(*date).is_none());
        let shifts = worked.flat_map(move |date| {
            let shifts = self.shifts.on(date).iter();
            shifts.map(move |shift| (self.at(date, shift.from), self.at(date, shift.to)))
        });
        shifts
            .filter(move |(_, closes)| *closes > since)
            .map(move |(opens, closes)| (opens.max(since), closes))
            // An hour that the clock skips in spring is no shift.
            .filter(|(opens, closes)| opens < closes)
    }

    fn at(&self, date: Date, minutes: u16) -> Timestamp {
        if minutes == MINUTES_A_DAY {
            return self.zone.end_of(date).plus_micros(1);
        }
        let seconds = u32::from(minutes) * 60;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
        self.zone.instant(date.and_time(time))
    }
}
