//! Counting days on a calendar: over the weeks at once, then over the holidays that were passed.
//! It refuses to walk day by day: the working is known from the holidays alone.
//! At the ends of the calendar (some 262 000 years away) a count stops on the last day there is.

use std::borrow::Cow;
use std::ops::Range;

use chrono::{Datelike, Days, Months};

use super::week::Week;
use super::{Calendar, Counting, Direction, Working};
use crate::time::Date;

/// Holidays in their order.
type Passed<'a> = Cow<'a, [(Date, String)]>;

impl<'a> Calendar<'a> {
    /// That many working days after the start, which is not counted.
    /// None at all is the start itself if worked, otherwise the next working day.
    #[must_use]
    pub fn forward(&self, start: Date, days: u16) -> Working<'a> {
        self.working(start, Direction::Forward, days)
    }

    /// That many working days before the start, which is not counted.
    /// None at all is the start itself if worked, otherwise the working day before it.
    #[must_use]
    pub fn back(&self, start: Date, days: u16) -> Working<'a> {
        self.working(start, Direction::Back, days)
    }

    /// That many days after the start, whatever they are; they still carry what they are.
    #[must_use]
    pub fn natural(&self, start: Date, days: u16) -> Working<'a> {
        let result = start.checked_add_days(Days::new(days.into()));
        self.passed(start, Counting::Natural, days, result)
    }

    /// That many months after the start: the same day, or the last of a month that has none (Código Civil 5.1).
    #[must_use]
    pub fn months(&self, start: Date, months: u16) -> Working<'a> {
        let result = start.checked_add_months(Months::new(months.into()));
        self.passed(start, Counting::Months, months, result)
    }

    /// That many hours after some time of the start, which end on that day.
    #[must_use]
    pub fn hours(&self, start: Date, hours: u16, result: Date) -> Working<'a> {
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

    fn passed(
        &self,
        start: Date,
        counting: Counting,
        count: u16,
        result: Option<Date>,
    ) -> Working<'a> {
        let result = result.unwrap_or(Date::MAX);
        Working {
            start,
            direction: Direction::Forward,
            counting,
            count,
            saturday: self.saturday,
            holidays: self.after(start, result),
            pauses: Vec::new(),
            result,
        }
    }

    /// The holidays after a day up to another.
    pub(super) fn after(&self, start: Date, last: Date) -> Passed<'a> {
        let within = |days: &[(Date, String)]| {
            let first = days.partition_point(|(day, _)| *day <= start);
            let end = days.partition_point(|(day, _)| *day <= last);
            first..end.max(first)
        };
        if self.are_stated(start, last) {
            return Cow::Borrowed(lent(self.stated.all(), within(self.stated.all())));
        }
        let years = self.of_years(start.year()..=last.year());
        Cow::Owned(lent(years.all(), within(years.all())).to_vec())
    }

    fn working(&self, start: Date, direction: Direction, count: u16) -> Working<'a> {
        let (result, holidays) = match count {
            0 if self.is_working(start) => (start, Cow::default()),
            _ => self.reach(start, direction, count.max(1)),
        };
        Working {
            start,
            direction,
            counting: Counting::Working,
            count,
            saturday: self.saturday,
            holidays,
            pauses: Vec::new(),
            result,
        }
    }

    /// The day reached by so many working days, and the holidays passed.
    fn reach(&self, start: Date, direction: Direction, count: u16) -> (Date, Passed<'a>) {
        let bare = self.without_holidays(start, direction, count);
        let (reached, passed) = self.over(self.stated.all(), start, direction, bare);
        if self.are_stated(start, reached) {
            return (reached, Cow::Borrowed(lent(self.stated.all(), passed)));
        }
        let (mut from, mut to) = (start.year().min(bare.year()), start.year().max(bare.year()));
        loop {
            let years = self.of_years(from..=to);
            let (reached, passed) = self.over(years.all(), start, direction, bare);
            if (from..=to).contains(&reached.year()) {
                return (reached, Cow::Owned(lent(years.all(), passed).to_vec()));
            }
            (from, to) = (from.min(reached.year()), to.max(reached.year()));
        }
    }

    /// Where so many working days lead, were there no holidays.
    fn without_holidays(&self, start: Date, direction: Direction, count: u16) -> Date {
        let (week, count) = (Week::of(self.saturday), i64::from(count));
        let worked = week.up_to(start);
        week.nth(match direction {
            Direction::Forward => worked + count,
            Direction::Back => worked - i64::from(!self.rests(start.weekday())) - count + 1,
        })
    }

    /// Each holiday that takes a day of work moves the end one further, where it may meet another.
    fn over(
        &self,
        holidays: &[(Date, String)],
        start: Date,
        direction: Direction,
        bare: Date,
    ) -> (Date, Range<usize>) {
        let mut reached = bare;
        match direction {
            Direction::Forward => {
                let first = holidays.partition_point(|(day, _)| *day <= start);
                let mut end = first;
                while let Some((day, _)) = holidays.get(end).filter(|(day, _)| *day <= reached) {
                    reached = self.moved(reached, direction, *day);
                    end += 1;
                }
                (reached, first..end)
            }
            Direction::Back => {
                let end = holidays.partition_point(|(day, _)| *day < start);
                let mut first = end;
                let before = |place: usize| holidays.get(place.checked_sub(1)?);
                while let Some((day, _)) = before(first).filter(|(day, _)| *day >= reached) {
                    reached = self.moved(reached, direction, *day);
                    first -= 1;
                }
                (reached, first..end)
            }
        }
    }

    fn moved(&self, reached: Date, direction: Direction, holiday: Date) -> Date {
        if self.rests(holiday.weekday()) {
            return reached;
        }
        let beyond = |day: &Date| match direction {
            Direction::Forward => day.succ_opt(),
            Direction::Back => day.pred_opt(),
        };
        let days = std::iter::successors(beyond(&reached), beyond);
        let mut worked = days.take(7).filter(|day| !self.rests(day.weekday()));
        worked.next().unwrap_or(reached)
    }

    /// Whether the holidays of every year from one day to another are stated.
    fn are_stated(&self, one: Date, other: Date) -> bool {
        let (from, to) = (one.year().min(other.year()), one.year().max(other.year()));
        (from..=to).all(|year| self.is_stated(year))
    }
}

/// The range comes from the list itself.
fn lent(holidays: &[(Date, String)], range: Range<usize>) -> &[(Date, String)] {
    holidays.get(range).unwrap_or_default()
}
