//! Reading typed values, one field at a time; each that cannot be read leaves its refusal and the reading goes on, so
//! that a person sees everything at once.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::money::{Currency, Money, Rate};
use crate::refusal::{Refusal, Why};
use crate::text::{BODY_BYTES_MAX, Pen, Text};
use crate::time::Date;

/// The typed values and what could not be read of them.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    typed: &'a [(String, String)],
    currency: Currency,
    refusals: Vec<Refusal>,
}

/// How many numbered rows a form may have.
const ROWS_MAX: usize = 100;

/// The years in which something of a house may lie.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

impl<'a> Fields<'a> {
    pub(super) fn new(typed: &'a [(String, String)], currency: Currency) -> Self {
        Self {
            typed,
            currency,
            refusals: Vec::new(),
        }
    }

    pub(super) fn into_refusals(self) -> Vec<Refusal> {
        self.refusals
    }

    pub(super) fn refuse(&mut self, field: &str, why: Why) {
        self.refusals.push(Refusal::of(field, why));
    }

    /// Trimmed; empty where it is not there.
    pub(super) fn get(&self, field: &str) -> &'a str {
        let found = self.typed.iter().find(|(name, _)| name == field);
        found.map_or("", |(_, value)| value.trim())
    }

    /// Whether the form has that field at all, filled in or not.
    pub(super) fn asks(&self, field: &str) -> bool {
        self.typed.iter().any(|(name, _)| name == field)
    }

    /// Every value of a field that may stand several times.
    pub(super) fn all(&self, field: &str) -> Vec<&'a str> {
        let named = self.typed.iter().filter(|(name, _)| name == field);
        named
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// How many rows `prefix.0`, `prefix.1`, … the form has, empty ones at the end not counted; more than a form may
    /// have are refused.
    pub(super) fn rows(&mut self, prefix: &str) -> usize {
        let used = self
            .typed
            .iter()
            .filter(|(_, value)| !value.trim().is_empty());
        let numbers = used.filter_map(|(name, _)| {
            let rest = name.strip_prefix(prefix)?.strip_prefix('.')?;
            rest.split('.').next()?.parse::<usize>().ok()
        });
        let rows = numbers.max().map_or(0, |last| last.saturating_add(1));
        if rows > ROWS_MAX {
            self.refuse(&format!("{prefix}.{ROWS_MAX}"), Why::TooMany(ROWS_MAX));
        }
        rows.min(ROWS_MAX)
    }

    pub(super) fn text(&mut self, field: &str, pen: &mut Pen) -> Option<Text> {
        let body = self.get(field);
        if body.len() > BODY_BYTES_MAX {
            self.refuse(field, Why::TooLong(BODY_BYTES_MAX));
        }
        (!body.is_empty()).then(|| pen.write(body))
    }

    pub(super) fn said(&mut self, field: &str, pen: &mut Pen, why: Why) -> Option<Text> {
        let text = self.text(field, pen);
        if text.is_none() {
            self.refuse(field, why);
        }
        text
    }

    /// `2026-06-15`, as a date input sends it, or `15/6/2026`, as a person types it.
    pub(super) fn date(&mut self, field: &str) -> Option<Date> {
        let typed = self.get(field);
        let date = NaiveDate::parse_from_str(typed, "%Y-%m-%d")
            .or_else(|_| NaiveDate::parse_from_str(typed, "%d/%m/%Y"));
        let plausible = date.ok().filter(|date| YEARS.contains(&date.year()));
        if plausible.is_none() && !typed.is_empty() {
            self.refuse(field, Why::NotADate);
        }
        plausible
    }

    pub(super) fn date_said(&mut self, field: &str) -> Option<Date> {
        if self.get(field).is_empty() {
            self.refuse(field, Why::Missing);
        }
        self.date(field)
    }

    pub(super) fn wall_time(&mut self, field: &str) -> Option<NaiveDateTime> {
        let typed = self.get(field);
        let wall = NaiveDateTime::parse_from_str(typed, "%Y-%m-%dT%H:%M")
            .or_else(|_| NaiveDateTime::parse_from_str(typed, "%Y-%m-%dT%H:%M:%S"));
        let plausible = wall.ok().filter(|wall| YEARS.contains(&wall.year()));
        if plausible.is_none() && !typed.is_empty() {
            self.refuse(field, Why::NotADate);
        }
        plausible
    }

    pub(super) fn money(&mut self, field: &str) -> Option<Money> {
        let typed = self.get(field);
        if typed.is_empty() {
            return None;
        }
        let money = Money::parse(typed, self.currency).ok();
        if money.is_none() {
            self.refuse(field, Why::NotAnAmount);
        }
        money
    }

    pub(super) fn money_said(&mut self, field: &str) -> Option<Money> {
        if self.get(field).is_empty() {
            self.refuse(field, Why::Missing);
        }
        self.money(field)
    }

    pub(super) fn rate_said(&mut self, field: &str) -> Option<Rate> {
        let typed = self.get(field);
        let rate = Rate::parse(typed).ok();
        match (typed, rate) {
            ("", _) => self.refuse(field, Why::Missing),
            (_, None) => self.refuse(field, Why::NotARate),
            _ => {}
        }
        rate
    }

    /// A whole number; empty is the usual one.
    pub(super) fn number<N: FromStr>(&mut self, field: &str, usual: N) -> Option<N> {
        match self.get(field) {
            "" => Some(usual),
            typed => {
                let number = typed.parse().ok();
                if number.is_none() {
                    self.refuse(field, Why::NotANumber);
                }
                number
            }
        }
    }

    /// An id that may be left empty.
    pub(super) fn id<I: FromStr>(&mut self, field: &str, unknown: Why) -> Option<I> {
        match self.get(field) {
            "" => None,
            typed => {
                let id = typed.parse().ok();
                if id.is_none() {
                    self.refuse(field, unknown);
                }
                id
            }
        }
    }

    pub(super) fn id_said<I: FromStr>(&mut self, field: &str, unknown: Why) -> Option<I> {
        if self.get(field).is_empty() {
            self.refuse(field, unknown.clone());
        }
        self.id(field, unknown)
    }

    /// One of the choices, by its code; empty is the usual one, where there is one.
    pub(super) fn choice<C: Copy>(
        &mut self,
        field: &str,
        usual: Option<C>,
        choices: &[(&str, C)],
    ) -> Option<C> {
        let typed = self.get(field);
        let chosen = choices
            .iter()
            .find(|(code, _)| *code == typed)
            .map(|(_, choice)| *choice);
        match (typed, chosen, usual) {
            ("", None, Some(usual)) => Some(usual),
            ("", None, None) => {
                self.refuse(field, Why::Missing);
                None
            }
            (_, None, _) => {
                self.refuse(field, Why::NotAChoice);
                None
            }
            (_, chosen, _) => chosen,
        }
    }
}
