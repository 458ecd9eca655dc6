//! The timeline: one row a fact, newest first, by (when it happened, version). A row's key is the command and its
//! place in it, on both sides, so that a pending row settles where it stands and its echo cannot double it.
//! It refuses to make sentences.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::context::Actor;
use crate::entry::{Audience, Draft, Entry, MatterRef};
use crate::fact::Fact;
use crate::ids::{CommandId, TextId};
use crate::text::Text;
use crate::time::{Date, Timestamp};

/// How far a device's clock may stray before it is told.
const SKEW_MICROS_MAX: u64 = 120_000_000;

/// What a row is known by, before and after it settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowKey {
    /// The command.
    pub command: CommandId,
    /// Its place among the command's facts.
    pub n: u32,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What it is known by.
    pub key: RowKey,
    /// Its place in the ledger; `None` while the server has not answered.
    pub version: Option<u64>,
    /// When it happened.
    pub happened_at: Timestamp,
    /// The day it was, at the store.
    pub on: Date,
    /// When it was written; for a pending row, when it was asked.
    pub recorded_at: Timestamp,
    /// When it left the device, by its clock; only where that differs.
    pub sent_at: Option<Timestamp>,
    /// Who.
    pub actor: Actor,
    /// Its matter.
    pub matter: Option<MatterRef>,
    /// Who may read it.
    pub audience: Audience,
    /// What happened.
    pub fact: Fact,
    /// The texts it points to; one that is missing was erased.
    pub texts: BTreeMap<TextId, String>,
}

impl Row {
    /// A line of the ledger, with its texts.
    #[must_use]
    pub fn settled(entry: Entry<Fact>, texts: BTreeMap<TextId, String>) -> Self {
        Self {
            key: RowKey {
                command: entry.command,
                n: entry.n,
            },
            version: Some(entry.version),
            happened_at: entry.happened_at,
            on: entry.on,
            recorded_at: entry.recorded_at,
            sent_at: entry.sent_at,
            actor: entry.actor,
            matter: entry.matter,
            audience: entry.audience,
            fact: entry.fact,
            texts,
        }
    }

    /// What a command will have made, shown before the server has answered.
    #[must_use]
    pub fn pending(
        command: CommandId,
        drafts: &[Draft<Fact>],
        texts: &[&Text],
        actor: &Actor,
        now: Timestamp,
    ) -> Vec<Self> {
        let read = |fact: &Fact| {
            let wanted = fact.texts();
            texts
                .iter()
                .filter(|text| wanted.iter().any(|one| one.id == text.id))
                .map(|text| (text.id, text.body.clone()))
                .collect()
        };
        (0..)
            .zip(drafts)
            .map(|(n, draft)| Self {
                key: RowKey { command, n },
                version: None,
                happened_at: draft.happened_at,
                on: draft.on,
                recorded_at: now,
                sent_at: None,
                actor: actor.clone(),
                matter: draft.matter,
                audience: draft.audience,
                fact: draft.fact.clone(),
                texts: read(&draft.fact),
            })
            .collect()
    }

    /// By how much the device's clock was ahead of ours (behind, when negative), in microseconds, where it is more
    /// than two minutes.
    #[must_use]
    pub fn skew(&self) -> Option<i64> {
        let ahead = self
            .sent_at?
            .micros()
            .saturating_sub(self.recorded_at.micros());
        (ahead.unsigned_abs() > SKEW_MICROS_MAX).then_some(ahead)
    }

    /// Where it stands: newest first, what is pending before what is settled at the same instant.
    #[must_use]
    pub fn place(&self) -> impl Ord + use<> {
        std::cmp::Reverse((
            self.happened_at,
            self.version.unwrap_or(u64::MAX),
            self.key.n,
        ))
    }
}

/// Puts rows into a timeline: those of the same key replace, and all stand in their place.
pub fn merge(timeline: &mut Vec<Row>, rows: impl IntoIterator<Item = Row>) {
    for row in rows {
        match timeline.iter_mut().find(|one| one.key == row.key) {
            // What is settled is never made pending again by an answer that comes late.
            Some(known) if known.version.is_some() && row.version.is_none() => {}
            Some(known) => *known = row,
            None => timeline.push(row),
        }
    }
    timeline.sort_by_key(Row::place);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_strays_more_than_two_minutes_is_told() {
        let minute = 60_000_000;
        for (sent, told) in [
            (None, None),
            (Some(2 * minute), None),
            (Some(-2 * minute), None),
            (Some(3 * minute), Some(3 * minute)),
            (Some(-3 * minute), Some(-3 * minute)),
        ] {
            let recorded_at = Timestamp::from_micros(1_780_300_800_000_000);
            let row = Row {
                key: RowKey {
                    command: CommandId::from_uuid(uuid::Uuid::nil()),
                    n: 0,
                },
                version: Some(1),
                happened_at: recorded_at,
                on: Date::default(),
                recorded_at,
                sent_at: sent.map(|sent| recorded_at.plus_micros(sent)),
                actor: Actor::House,
                matter: None,
                audience: Audience::Service,
                fact: Fact::PromiseConfirmed { note: None },
                texts: BTreeMap::new(),
            };
            assert_eq!(row.skew(), told);
        }
    }
}
