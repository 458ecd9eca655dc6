//! Which days of a year are holidays: fixed ones, those that follow Easter, and those that are kept on a Monday.
//! It refuses to know local ones: those are the store's to state.

use chrono::{Datelike as _, TimeDelta, Weekday};

use super::{Day, Holiday, RulePack};
use crate::calendar::Holidays;
use crate::time::{Date, Timestamp};

impl Holiday {
    /// The day on which it is kept in that year; `None` where it is not, or beyond the calendar.
    #[must_use]
    pub fn in_year(&self, year: i32) -> Option<Date> {
        if self.since.is_some_and(|since| year < since) {
            return None;
        }
        let day = match self.day {
            Day::Fixed(month, day) => Date::from_ymd_opt(year, month, day)?,
            Day::Easter(days) => {
                easter(year)?.checked_add_signed(TimeDelta::days(i64::from(days)))?
            }
        };
        match (self.moves_to_monday, day.weekday()) {
            (false, _) | (true, Weekday::Mon) => Some(day),
            (true, weekday) => {
                let days = 7 - i64::from(weekday.num_days_from_monday());
                day.checked_add_signed(TimeDelta::days(days))
            }
        }
    }
}

impl RulePack {
    /// The country's days as a store begins with them, from the year before to five years on; its local ones it adds.
    #[must_use]
    pub fn stated_around(&self, now: Timestamp) -> Holidays {
        let year = now.utc().date().year();
        let years = year - 1..=year + 5;
        let days = years.flat_map(|year| of_year(self.holidays, year));
        days.map(|(day, name)| (day, name.to_owned())).collect()
    }
}

/// Those of a year, in their order.
#[must_use]
pub fn of_year(holidays: &[Holiday], year: i32) -> Vec<(Date, &'static str)> {
    let kept = holidays
        .iter()
        .filter_map(|holiday| Some((holiday.in_year(year)?, holiday.name)));
    let mut kept: Vec<_> = kept.collect();
    kept.sort_unstable();
    kept
}

/// Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher).
#[must_use]
pub fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (
        year.rem_euclid(19),
        year.div_euclid(100),
        year.rem_euclid(100),
    );
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::from_ymd_opt(
        year,
        u32::try_from(n / 31).ok()?,
        u32::try_from(n % 31 + 1).ok()?,
    )
}
