//! Three of the seven stories, as far as they go today, each shifted by whole weeks so that it ends around today.
//! It refuses to shorten a wait or to move a weekday: what is told is what was counted.

mod agenda;
mod invoice;
mod price;
mod september;

use chrono::{Days, NaiveDate};
use domain::ids::PersonId;
use domain::time::{Date, Timestamp};

pub(super) use agenda::the_call_before_the_date;
pub(super) use invoice::the_invoice_that_waits;
pub(super) use price::the_broken_price;
pub(super) use september::the_lost_account;

use super::teller::When;

/// The price of the first story, in both of its courses: as its seller recorded it.
const BROADBAND: [(&str, &str); 8] = [
    ("terms", "price"),
    ("amount", "89,00"),
    ("tax", "included"),
    ("rate", "21"),
    ("every", "month"),
    ("standing", "yes"),
    ("what", "Banda ancha en casa, con el router incluido"),
    ("channel", "counter"),
];

/// A story's own days, moved to ours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift(i64);

const WEEK: i64 = 7;

impl Shift {
    /// By so many weeks that the last told day comes no later than yesterday.
    fn ending(last: Date, today: Date) -> Self {
        let days = (today - last).num_days() - 1;
        Self(days.div_euclid(WEEK) * WEEK)
    }

    fn day(self, month: u32, day: u32) -> Date {
        let told = NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
        let by = Days::new(self.0.unsigned_abs());
        let moved = if self.0 < 0 {
            told.checked_sub_days(by)
        } else {
            told.checked_add_days(by)
        };
        moved.unwrap_or(told)
    }

    fn at(self, (month, day): (u32, u32), (hour, minute): (u32, u32), by: PersonId) -> When {
        When {
            day: self.day(month, day),
            hour,
            minute,
            by,
        }
    }
}

fn ymd(month: u32, day: u32) -> Date {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
}

/// The check of the second story is on Tuesday the 9th of June.
fn second(today: Date) -> Shift {
    Shift::ending(ymd(6, 9), today)
}

/// The Friday before the promised Monday of the second story.
pub(super) fn local_holiday(now: Timestamp) -> Date {
    second(now.utc().date()).day(6, 12)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike as _;

    #[test]
    fn a_story_keeps_its_weekdays_and_ends_within_the_last_week() {
        for n in 0..30 {
            let today = ymd(11, 1) + Days::new(n);
            let shift = second(today);
            let check = shift.day(6, 9);
            assert_eq!(check.weekday(), chrono::Weekday::Tue);
            assert_eq!(shift.day(6, 15) - check, chrono::TimeDelta::days(6));
            assert!(
                (1..=7).contains(&(today - check).num_days()),
                "{today} {check}"
            );
        }
    }
}
