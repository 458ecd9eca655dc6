//! Instants, days and zones: what "when" means everywhere in Palabra.
//! A zone is data, a table of offsets, so that the browser needs no zone database.
//! It refuses to know what time it is now, and which days are worked.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta};
use serde::{Deserialize, Serialize};

/// A calendar day, in whichever zone the text around it says.
pub type Date = chrono::NaiveDate;

const MICROS_PER_SECOND: i64 = 1_000_000;
const OFFSET_S_MAX: i32 = 86_399;

/// An instant: microseconds since 1970-01-01T00:00:00Z, the unit the ledger stores.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(i64);

/// The text was not an instant in RFC 3339 (such as `2026-06-15T08:00:00Z`).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an RFC 3339 instant: {text}")]
pub struct ParseTimestampError {
    /// What was read.
    pub text: String,
}

impl Timestamp {
    /// From microseconds since the epoch.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the epoch.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This many microseconds later (earlier when negative), stopping at the ends of time.
    #[must_use]
    pub const fn plus_micros(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// The wall time in UTC, stopping at the ends of what a calendar can write (some 262 000 years).
    #[must_use]
    pub fn utc(self) -> NaiveDateTime {
        match DateTime::from_timestamp_micros(self.0) {
            Some(at) => at.naive_utc(),
            None if self.0 < 0 => NaiveDateTime::MIN,
            None => NaiveDateTime::MAX,
        }
    }

    /// From a wall time in UTC; anything finer than a microsecond is dropped.
    #[must_use]
    pub fn from_utc(utc: NaiveDateTime) -> Self {
        Self(utc.and_utc().timestamp_micros())
    }
}

/// RFC 3339 in UTC, with milli- or microseconds only where there are any.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self
            .utc()
            .and_utc()
            .to_rfc3339_opts(SecondsFormat::AutoSi, true);
        f.write_str(&text)
    }
}

/// Reads RFC 3339 with any offset.
impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        DateTime::parse_from_rfc3339(text.trim())
            .map(|at| Self::from_utc(at.naive_utc()))
            .map_err(|_| ParseTimestampError {
                text: text.to_owned(),
            })
    }
}

/// From this second on, this offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transition {
    /// Seconds since the epoch, UTC; `i64::MIN` for the first of a zone.
    pub from_utc_s: i64,
    /// Seconds east of UTC, less than a day either way.
    pub offset_s: i32,
}

/// A time zone as a table of offsets, ascending, the first from the beginning of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ZoneTable")]
pub struct Zone {
    /// Its IANA name, such as `Europe/Madrid`.
    pub name: String,
    transitions: Vec<Transition>,
}

/// Why a table is not a zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ZoneError {
    /// No transition, or the first does not begin at `i64::MIN`.
    #[error("zone {0} does not begin at the beginning of time")]
    NoBeginning(String),
    /// Two transitions out of order or at the same second.
    #[error("zone {0} is not in ascending order")]
    NotAscending(String),
    /// An offset of a day or more.
    #[error("zone {0} has an offset of a day or more")]
    OffsetTooLarge(String),
}

#[derive(Deserialize)]
struct ZoneTable {
    name: String,
    transitions: Vec<Transition>,
}

impl TryFrom<ZoneTable> for Zone {
    type Error = ZoneError;

    fn try_from(table: ZoneTable) -> Result<Self, Self::Error> {
        Self::from_transitions(table.name, table.transitions)
    }
}

impl Zone {
    /// UTC: no offset, ever.
    #[must_use]
    pub fn utc() -> Self {
        Self {
            name: "UTC".to_owned(),
            transitions: vec![Transition {
                from_utc_s: i64::MIN,
                offset_s: 0,
            }],
        }
    }

    /// From pairs (second from which it holds, offset in seconds east of UTC).
    ///
    /// # Errors
    /// See [`ZoneError`].
    pub fn new(name: impl Into<String>, transitions: Vec<(i64, i32)>) -> Result<Self, ZoneError> {
        let table = transitions
            .into_iter()
            .map(|(from_utc_s, offset_s)| Transition {
                from_utc_s,
                offset_s,
            })
            .collect();
        Self::from_transitions(name.into(), table)
    }

    fn from_transitions(name: String, transitions: Vec<Transition>) -> Result<Self, ZoneError> {
        if transitions.first().map(|t| t.from_utc_s) != Some(i64::MIN) {
            return Err(ZoneError::NoBeginning(name));
        }
        if transitions
            .iter()
            .zip(transitions.iter().skip(1))
            .any(|(a, b)| a.from_utc_s >= b.from_utc_s)
        {
            return Err(ZoneError::NotAscending(name));
        }
        if transitions
            .iter()
            .any(|t| t.offset_s < -OFFSET_S_MAX || t.offset_s > OFFSET_S_MAX)
        {
            return Err(ZoneError::OffsetTooLarge(name));
        }
        Ok(Self { name, transitions })
    }

    /// Its table, ascending.
    #[must_use]
    pub fn transitions(&self) -> &[Transition] {
        &self.transitions
    }

    /// Seconds east of UTC at that instant.
    #[must_use]
    pub fn offset_s(&self, at: Timestamp) -> i32 {
        let second = at.micros().div_euclid(MICROS_PER_SECOND);
        let after = self.transitions.partition_point(|t| t.from_utc_s <= second);
        self.transitions
            .get(after.saturating_sub(1))
            .map_or(0, |t| t.offset_s)
    }

    /// The wall time there at that instant.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> NaiveDateTime {
        let utc = at.utc();
        utc.checked_add_signed(TimeDelta::seconds(i64::from(self.offset_s(at))))
            .unwrap_or(utc)
    }

    /// The day it is there at that instant.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> Date {
        self.local(at).date()
    }

    /// The instant of a wall time: the earlier one if it occurs twice, the end of the gap if it never does.
    #[must_use]
    pub fn instant(&self, wall: NaiveDateTime) -> Timestamp {
        let wall = Timestamp::from_utc(wall).micros();
        let mut found = wall;
        for (i, transition) in self.transitions.iter().enumerate() {
            let from = transition.from_utc_s.saturating_mul(MICROS_PER_SECOND);
            found = wall
                .saturating_sub(i64::from(transition.offset_s) * MICROS_PER_SECOND)
                .max(from);
            let until = self
                .transitions
                .get(i + 1)
                .map(|next| next.from_utc_s.saturating_mul(MICROS_PER_SECOND));
            if until.is_none_or(|until| found < until) {
                break;
            }
        }
        Timestamp(found)
    }

    /// The first instant of that local day (of the next one, where a zone skipped the day whole).
    #[must_use]
    pub fn start_of(&self, date: Date) -> Timestamp {
        self.instant(date.and_time(NaiveTime::MIN))
    }

    /// The last microsecond of that local day: the one before the next day starts.
    #[must_use]
    pub fn end_of(&self, date: Date) -> Timestamp {
        match date.succ_opt() {
            Some(next) => self.start_of(next).plus_micros(-1),
            None => Timestamp(i64::MAX),
        }
    }
}

#[cfg(test)]
#[path = "time_tests.rs"]
mod tests;
