//! A clock that is interrupted: its days stand still, and go on where they stopped. A clock that restarts needs nothing
//! of this: it is counted from its new day.
//! It refuses to know who may interrupt one.

use serde::{Deserialize, Serialize};

use super::{Calendar, Counting, Working};
use crate::time::Date;

/// Days in which a clock stands still, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pause {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

impl Pause {
    /// Whether it stands still on that day.
    #[must_use]
    pub fn holds(&self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

impl<'a> Calendar<'a> {
    /// The same count, forward, with those days left out; they may overlap and stand in any order.
    #[must_use]
    pub fn interrupted(&self, count: Working<'_>, pauses: &[Pause]) -> Working<'a> {
        let mut pauses = pauses.to_vec();
        pauses.sort_unstable();
        let mut result = count.result;
        let mut stood_until = count.start;
        for pause in &pauses {
            if pause.from > result {
                break;
            }
            let Some(first) = stood_until.succ_opt().map(|next| next.max(pause.from)) else {
                break;
            };
            result = self.later(result, first, pause.to, count.counting);
            stood_until = stood_until.max(pause.to);
        }
        Working {
            start: count.start,
            direction: count.direction,
            counting: count.counting,
            count: count.count,
            saturday: count.saturday,
            holidays: self.after(count.start, result),
            pauses,
            result,
        }
    }

    /// As many days later as would have counted from that day to that one.
    fn later(&self, result: Date, first: Date, last: Date, counting: Counting) -> Date {
        let days = (last - first).num_days() + 1;
        let lost = u16::try_from(days).unwrap_or(0);
        match counting {
            Counting::Working => {
                let worked = first.iter_days().take(lost.into());
                let worked = worked.filter(|date| self.is_working(*date)).count();
                match u16::try_from(worked).unwrap_or(u16::MAX) {
                    0 => result,
                    worked => self.forward(result, worked).result,
                }
            }
            _ => self.natural(result, lost).result,
        }
    }
}
