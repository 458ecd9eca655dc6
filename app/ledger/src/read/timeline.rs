//! The timeline, by (when it happened, version), newest first; and what was written after a version, for whoever
//! holds the rest. Each audience is its own walk of the index, and they are merged here.

use std::collections::BTreeSet;

use domain::entry::{Audience, Entry};
use domain::fact::Fact;
use domain::ids::{AccountId, MatterId, StreamId};
use domain::time::Timestamp;
use domain::timeline::Row;

use super::words;
use crate::facts;
use crate::load;
use crate::sealed::Sealed;
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on};
use crate::{Ledger, LedgerError};

/// A place in a timeline; the rows after it are older.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimelinePlace {
    /// When its row happened.
    pub happened_at: Timestamp,
    /// The version of its row.
    pub version: u64,
}

/// Some rows of a timeline, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Newest first.
    pub rows: Vec<Row>,
    /// Where older ones follow; `None` at the beginning of the story.
    pub older: Option<TimelinePlace>,
    /// The version the account stands at.
    pub version: u64,
}

impl Timeline {
    /// The matters its rows belong to, and the roots of their threads.
    #[must_use]
    pub fn matters(&self) -> Vec<MatterId> {
        let ids: BTreeSet<_> = self
            .rows
            .iter()
            .filter_map(|row| row.matter)
            .flat_map(|matter| [matter.id, matter.thread])
            .collect();
        ids.into_iter().collect()
    }
}

impl Ledger {
    /// The rows before a place (from the newest without one), at most so many, as those audiences see them.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn timeline(
        &self,
        account: AccountId,
        audiences: &[Audience],
        place: Option<TimelinePlace>,
        rows: u32,
    ) -> Result<Timeline, LedgerError> {
        let mut tx = self.snapshot().await?;
        before(&mut tx, account, audiences, place, rows).await
    }

    /// The rows written after a version, at most so many: what whoever holds that version lacks. `older` says nothing
    /// here; where `version` is beyond the last row, the rest is hidden from those audiences.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn rows_after(
        &self,
        account: AccountId,
        audiences: &[Audience],
        version: u64,
        rows: u32,
    ) -> Result<Timeline, LedgerError> {
        let mut tx = self.snapshot().await?;
        let standing = load::standing(&mut tx, account.into()).await?;
        let mut entries = facts::after(&mut tx, account.into(), version, rows.into()).await?;
        let seen = entries
            .last()
            .map_or(standing.version, |entry: &Entry<Fact>| entry.version);
        entries.retain(|entry| audiences.contains(&entry.audience));
        entries.sort_by_key(|entry| std::cmp::Reverse((entry.happened_at, entry.version)));
        Ok(Timeline {
            rows: rows_of(&mut tx, account, entries).await?,
            older: None,
            version: seen,
        })
    }
}

pub(super) async fn before(
    tx: &mut Tx,
    account: AccountId,
    audiences: &[Audience],
    place: Option<TimelinePlace>,
    rows: u32,
) -> Result<Timeline, LedgerError> {
    let stream = StreamId::from(account);
    let (happened_at, version) = place.map_or((i64::MAX, i64::MAX), |place| {
        (place.happened_at.micros(), place.version.cast_signed())
    });
    let wanted = usize::try_from(rows).unwrap_or(usize::MAX);
    let mut entries: Vec<Entry<Fact>> = Vec::new();
    for audience in audiences {
        let found = all!(
            tx,
            (i64, Sealed),
            sql::TIMELINE,
            stream.uuid(),
            audience.code(),
            happened_at,
            version,
            i64::from(rows) + 1,
        )?;
        for row in found {
            entries.push(facts::unseal(row)?);
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.happened_at, entry.version)));
    let is_more = entries.len() > wanted;
    entries.truncate(wanted);
    let last = entries.last().map(|entry| TimelinePlace {
        happened_at: entry.happened_at,
        version: entry.version,
    });
    Ok(Timeline {
        rows: rows_of(tx, account, entries).await?,
        older: last.filter(|_| is_more),
        version: load::standing(tx, stream).await?.version,
    })
}

/// With the words each row shows.
async fn rows_of(
    tx: &mut Tx,
    account: AccountId,
    entries: Vec<Entry<Fact>>,
) -> Result<Vec<Row>, LedgerError> {
    let ids = entries
        .iter()
        .flat_map(|entry| entry.fact.texts())
        .map(|text| text.id)
        .collect();
    let words = words(tx, account.into(), ids).await?;
    Ok(entries
        .into_iter()
        .map(|entry| {
            let texts = entry.fact.texts();
            let shown = texts
                .iter()
                .filter_map(|text| words.get(&text.id).map(|body| (text.id, body.clone())))
                .collect();
            Row::settled(entry, shown)
        })
        .collect())
}
