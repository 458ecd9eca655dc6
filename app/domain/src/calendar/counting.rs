//! Counting days on a calendar, by one walk for every direction and kind of day.
//! It refuses to know a shortcut: the days passed are the answer as much as the last of them.
//! At the ends of the calendar (some 262 000 years away) a count stops on the last day there is.

use super::{Counting, Direction, Step, WorkCalendar, Working};
use crate::time::Date;

impl WorkCalendar {
    /// That many working days after the start, which is not counted.
    /// None at all is the start itself if worked, otherwise the next working day.
    #[must_use]
    pub fn forward(&self, start: Date, days: u16) -> Working {
        self.walk(start, Direction::Forward, Counting::Working, days)
    }

    /// That many working days before the start, which is not counted.
    /// None at all is the start itself if worked, otherwise the working day before it.
    #[must_use]
    pub fn back(&self, start: Date, days: u16) -> Working {
        self.walk(start, Direction::Back, Counting::Working, days)
    }

    /// That many days after the start, whatever they are; they still carry what they are.
    #[must_use]
    pub fn natural(&self, start: Date, days: u16) -> Working {
        self.walk(start, Direction::Forward, Counting::Natural, days)
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

    fn walk(&self, start: Date, direction: Direction, counting: Counting, days: u16) -> Working {
        let mut working = Working {
            start,
            direction,
            counting,
            days,
            steps: Vec::new(),
            result: start,
        };
        if days == 0 && working.counts(&self.kind(start)) {
            return working;
        }
        let mut left = days.max(1);
        while left > 0 {
            let Some(date) = neighbour(working.result, direction) else {
                break;
            };
            let kind = self.kind(date);
            if working.counts(&kind) {
                left -= 1;
            }
            working.steps.push(Step { date, kind });
            working.result = date;
        }
        working
    }
}

fn neighbour(date: Date, direction: Direction) -> Option<Date> {
    match direction {
        Direction::Forward => date.succ_opt(),
        Direction::Back => date.pred_opt(),
    }
}
