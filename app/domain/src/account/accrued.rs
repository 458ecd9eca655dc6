//! What a cost that comes again each month has come to: from the day it was placed, on that day of every month, until the
//! promise ends. It refuses to ask what day it is.

use chrono::{Datelike, Months};
use serde::{Deserialize, Serialize};

use super::{Attribution, Promise, PromiseStage, Span};
use crate::money::Money;
use crate::time::Date;

/// What a cost has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accrued {
    /// How often it came, the first time included.
    pub times: u32,
    /// All of it.
    pub amount: Money,
    /// The last day on which it can come; none while the promise has no end.
    pub until: Option<Date>,
}

impl Attribution {
    /// What it has come to on that day; the promise is the one the claim tells of, where it tells of one.
    #[must_use]
    pub fn accrued(&self, word: Option<&Promise>, as_of: Date) -> Accrued {
        let until = match self.monthly {
            true => word.and_then(Promise::ends_on),
            false => Some(self.on),
        };
        let last = until.map_or(as_of, |until| until.min(as_of));
        // What was placed came once, however soon the promise ends.
        let times = 1 + months_between(self.on, last);
        let minor = self.amount.minor.saturating_mul(i64::from(times));
        Accrued {
            times,
            amount: Money::new(minor, self.amount.currency),
            until,
        }
    }
}

impl Promise {
    /// The last day on which it binds, where that is known.
    #[must_use]
    pub fn ends_on(&self) -> Option<Date> {
        let stopped = match self.stage {
            PromiseStage::Released => self.released_on,
            PromiseStage::Kept => self.kept_on,
            _ => None,
        };
        let said = match self.span {
            Span::Standing { until } => until,
            Span::Single => None,
        };
        stopped.into_iter().chain(said).min()
    }
}

/// How often the day of the month has come again; in a month that is too short, its last day is that day.
fn months_between(from: Date, to: Date) -> u32 {
    let months =
        (to.year() - from.year()) * 12 + to.month0().cast_signed() - from.month0().cast_signed();
    let months = u32::try_from(months).unwrap_or(0);
    match from.checked_add_months(Months::new(months)) {
        Some(day) if day <= to => months,
        _ => months.saturating_sub(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::EUR;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn a_month_is_over_when_its_day_comes_again() {
        for (from, to, months) in [
            ("2026-06-15", "2026-06-15", 0),
            ("2026-06-15", "2026-07-14", 0),
            ("2026-06-15", "2026-07-15", 1),
            ("2026-06-15", "2027-06-14", 11),
            ("2026-06-15", "2027-06-15", 12),
            // The last day of a short month stands for the 31st, and the next is the 31st again.
            ("2026-01-31", "2026-02-27", 0),
            ("2026-01-31", "2026-02-28", 1),
            ("2026-01-31", "2026-03-30", 1),
            ("2026-01-31", "2026-03-31", 2),
            ("2026-01-31", "2026-04-30", 3),
            ("2026-08-30", "2027-02-28", 6),
            // Leap years.
            ("2028-01-31", "2028-02-28", 0),
            ("2028-01-31", "2028-02-29", 1),
            ("2028-02-29", "2029-02-28", 12),
            ("2028-02-29", "2032-02-28", 47),
            ("2028-02-29", "2032-02-29", 48),
            ("2026-12-31", "2027-01-31", 1),
            // Nothing comes before it was placed.
            ("2026-06-15", "2026-05-15", 0),
            ("2026-06-15", "2025-06-15", 0),
        ] {
            let counted = months_between(date(from), date(to));
            assert_eq!(counted, months, "{from} to {to}");
        }
    }

    #[test]
    fn what_does_not_come_again_came_once() {
        let once = Attribution {
            to: super::super::CostBearer::CostCentre,
            what: crate::text::TextRef {
                id: crate::ids::TextId::from_uuid(uuid::Uuid::nil()),
                digest: crate::text::Digest([0; 32]),
            },
            amount: Money::new(1_869, EUR),
            monthly: false,
            on: date("2026-06-15"),
        };
        let much_later = once.accrued(None, date("2030-01-01"));
        assert_eq!((much_later.times, much_later.amount.minor), (1, 1_869));
        let monthly = Attribution {
            monthly: true,
            ..once
        };
        let much_later = monthly.accrued(None, date("2027-06-15"));
        assert_eq!((much_later.times, much_later.amount.minor), (13, 24_297));
        assert_eq!(much_later.until, None);
    }
}
