//! The week without holidays: how many of its days have been worked by a day, and which day is the n-th. By these a
//! count jumps over weeks instead of walking through them.
//! It refuses to know a holiday.

use chrono::Datelike;

use super::Saturday;
use crate::time::Date;

/// Days worked a week, from Monday on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Week(i64);

impl Week {
    pub(super) const fn of(saturday: Saturday) -> Self {
        match saturday {
            Saturday::Works => Self(6),
            Saturday::Rests => Self(5),
        }
    }

    /// How many days were worked up to that day, itself included, since a Monday long ago.
    pub(super) fn up_to(self, date: Date) -> i64 {
        // The first day of the common era was a Monday.
        let days = i64::from(date.num_days_from_ce()) - 1;
        days.div_euclid(7) * self.0 + (days.rem_euclid(7) + 1).min(self.0)
    }

    /// The day up to which so many were worked; the last of the calendar where there is none.
    pub(super) fn nth(self, worked: i64) -> Date {
        let before = worked - 1;
        let days = before.div_euclid(self.0) * 7 + before.rem_euclid(self.0) + 1;
        let found = i32::try_from(days).ok();
        let end = if days < 0 { Date::MIN } else { Date::MAX };
        found
            .and_then(Date::from_num_days_from_ce_opt)
            .unwrap_or(end)
    }
}
