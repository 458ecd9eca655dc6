//! The working of a count, «por qué esta fecha»: start, each day passed and what it was, result.
//! It refuses to know the sentence a person reads.

use serde::{Deserialize, Serialize};

use super::DayKind;
use crate::time::Date;

/// Which way days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// To later days.
    Forward,
    /// To earlier days.
    Back,
}

/// Which days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Only working days; the others are skipped.
    Working,
    /// Every day, whatever it is.
    Natural,
}

/// One day passed on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The day.
    pub date: Date,
    /// What it is on the calendar.
    pub kind: DayKind,
}

/// How a date was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Working {
    /// The day counted from, itself not counted.
    pub start: Date,
    /// Which way.
    pub direction: Direction,
    /// Which days counted.
    pub counting: Counting,
    /// How many were asked for.
    pub days: u16,
    /// Every day after the start, in the order passed, the result the last; empty where the start is the result.
    pub steps: Vec<Step>,
    /// The day reached.
    pub result: Date,
}

impl Working {
    /// The days passed that did not count, with what they are.
    pub fn skipped(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| !self.counts(&step.kind))
    }

    pub(super) fn counts(&self, kind: &DayKind) -> bool {
        match self.counting {
            Counting::Natural => true,
            Counting::Working => *kind == DayKind::Working,
        }
    }
}
