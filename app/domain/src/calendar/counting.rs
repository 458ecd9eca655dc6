//! Counting days on a calendar: over the weeks at once, then over the holidays that were passed.
//! It refuses to walk day by day: the working is known from the holidays alone.
//! At the ends of the calendar (some 262 000 years away) a count stops on the last day there is.

use chrono::{Datelike, Days, Months};

use super::week::Week;
use super::{Calendar, Counting, Direction, Working};
use crate::time::Date;

impl Calendar<'_> {
    /// That many working days after the start, which is not counted.
    /// None at all is the start itself if worked, otherwise the next working day.
    #[must_use]
    pub fn forward(&self, start: Date, days: u16) -> Working {
        self.working(start, Direction::Forward, days)
    }

    /// That many working days before the start, which is not counted.
    /// None at all is the start itself if worked, otherwise the working day before it.
    #[must_use]
    pub fn back(&self, start: Date, days: u16) -> Working {
        self.working(start, Direction::Back, days)
    }

    /// That many days after the start, whatever they are; they still carry what they are.
    #[must_use]
    pub fn natural(&self, start: Date, days: u16) -> Working {
        let result = start.checked_add_days(Days::new(days.into()));
        self.passed(start, Counting::Natural, days, result)
    }

    /// That many months after the start: the same day, or the last of a month that has none (Código Civil 5.1).
    #[must_use]
    pub fn months(&self, start: Date, months: u16) -> Working {
        let result = start.checked_add_months(Months::new(months.into()));
        self.passed(start, Counting::Months, months, result)
    }

    /// That many hours after some time of the start, which end on that day.
    #[must_use]
    pub fn hours(&self, start: Date, hours: u16, result: Date) -> Working {
        self.passed(start, Counting::Hours, hours, Some(result))
    }

    /// The first working day strictly after that one.
    #[must_use]
    pub fn next_working(&self, date: Date) -> Date {
        self.forward(date, 1).result
    }

    /// That day if worked, otherwise the next working day.
    #[must_use]
    pub fn on_or_after(&self, date: Date) -> Date {
        self.forward(date, 0).result
    }

    fn passed(&self, start: Date, counting: Counting, count: u16, result: Option<Date>) -> Working {
        let result = result.unwrap_or(Date::MAX);
        Working {
            start,
            direction: Direction::Forward,
            counting,
            count,
            saturday: self.saturday,
            holidays: start.succ_opt().map_or_else(Vec::new, |first| {
                let passed = self.holidays(first, result).into_iter();
                passed
                    .map(|(date, name)| (date, name.into_owned()))
                    .collect()
            }),
            pauses: Vec::new(),
            result,
        }
    }

    fn working(&self, start: Date, direction: Direction, count: u16) -> Working {
        let mut working = Working {
            start,
            direction,
            counting: Counting::Working,
            count,
            saturday: self.saturday,
            holidays: Vec::new(),
            pauses: Vec::new(),
            result: start,
        };
        if count == 0 && self.is_working(start) {
            return working;
        }
        let week = Week::of(self.saturday);
        let count = i64::from(count.max(1));
        let (mut place, onward) = match direction {
            Direction::Forward => (week.up_to(start) + count, 1),
            Direction::Back => (
                week.up_to(start) - i64::from(!self.rests(start.weekday())) - count + 1,
                -1,
            ),
        };
        let mut looked = start;
        loop {
            let reached = week.nth(place);
            let passed = self.between(looked, reached, direction);
            (looked, working.result) = (reached, reached);
            let lost = passed
                .iter()
                .filter(|(date, _)| !self.rests(date.weekday()));
            let lost = onward * i64::try_from(lost.count()).unwrap_or(0);
            working.holidays.extend(passed);
            if lost == 0 {
                return working;
            }
            place += lost;
        }
    }

    /// The holidays beyond one day up to another, in the order passed.
    fn between(&self, beyond: Date, up_to: Date, direction: Direction) -> Vec<(Date, String)> {
        let (first, last) = match direction {
            Direction::Forward => (beyond.succ_opt(), Some(up_to)),
            Direction::Back => (Some(up_to), beyond.pred_opt()),
        };
        let Some((first, last)) = first.zip(last) else {
            return Vec::new();
        };
        let mut passed = self.holidays(first, last);
        if direction == Direction::Back {
            passed.reverse();
        }
        let owned = passed.into_iter();
        owned
            .map(|(date, name)| (date, name.into_owned()))
            .collect()
    }
}
