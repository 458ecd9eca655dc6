//! An order: each line with the day requested, promised, re-promised and actual; all four remain.
//! A delivery promise on an order lives on its line and is never a second matter.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Amends;
use crate::text::TextRef;
use crate::time::Date;

/// Whether a date is essential to the customer: missed, they may end the contract at once (DEL-66bis).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Essential {
    /// An ordinary date.
    #[default]
    No,
    /// Without it the rest is of no use to them.
    Yes,
}

/// One thing ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrderLine {
    /// In words.
    pub what: Option<TextRef>,
    /// How many.
    pub quantity: u32,
    /// The day the customer asked for.
    pub requested: Option<Date>,
    /// The day first promised.
    pub promised: Option<Date>,
    /// The day promised instead, the last of them.
    pub repromised: Option<Date>,
    /// The day it arrived.
    pub actual: Option<Date>,
    /// Whether the date is essential.
    pub essential: Essential,
}

/// What a customer ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its number, as the customer knows it.
    pub number: String,
    /// The day it was placed.
    pub placed_on: Date,
    /// Its lines.
    pub lines: Vec<OrderLine>,
    /// Whether it was called off.
    pub cancelled_on: Option<Date>,
    /// The lines found missed, which were given no other date since.
    pub missed: BTreeSet<u16>,
    /// The lines whose new date or arrival somebody recorded; a file that is silent about those takes none back.
    pub by_hand: BTreeSet<u16>,
    /// What is being made good.
    pub amends: Amends,
}

impl OrderLine {
    /// The day that binds now.
    #[must_use]
    pub fn due_on(&self) -> Option<Date> {
        self.repromised.or(self.promised)
    }
}

impl Order {
    /// Whether anything is still to be done on it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_running() || self.amends.is_open()
    }

    /// Whether something is still to arrive.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.cancelled_on.is_none() && self.waiting().next().is_some()
    }

    /// The lines still to arrive, with their numbers from 0.
    pub fn waiting(&self) -> impl Iterator<Item = (u16, &OrderLine)> {
        (0..)
            .zip(&self.lines)
            .filter(|(_, line)| line.actual.is_none())
    }

    /// Whether a line that was found missed is still to arrive.
    #[must_use]
    pub fn waits_for_a_missed_line(&self) -> bool {
        let is_missed = |number: &u16| self.missed.contains(number);
        self.is_running() && self.waiting().any(|(number, _)| is_missed(&number))
    }

    /// The next day something is promised for.
    #[must_use]
    pub fn next_on(&self) -> Option<Date> {
        self.waiting().filter_map(|(_, line)| line.due_on()).min()
    }
}
