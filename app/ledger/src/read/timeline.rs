//! The timeline, by (when it happened, version), newest first; and what was written after a version, for whoever
//! holds the rest. Each audience is its own walk of the index; they are merged by their keys, and only the lines that
//! stay are opened.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use domain::entry::{Audience, Entry};
use domain::fact::Fact;
use domain::ids::{AccountId, MatterId, StreamId, TextId};
use domain::time::Timestamp;
use domain::timeline::Row;

use super::words;
use crate::LedgerError;
use crate::cut::cut;
use crate::facts;
use crate::load;
use crate::sealed::Sealed;
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on};

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
    /// Where older ones follow; `None` at the beginning of the story, and where what is new was asked for.
    pub older: Option<TimelinePlace>,
    /// The version up to which they tell all that these audiences may read.
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
    let mut found = Vec::new();
    for audience in audiences {
        found.extend(all!(
            tx,
            (i64, i64, Sealed),
            sql::TIMELINE,
            stream.uuid(),
            audience.code(),
            happened_at,
            version,
            i64::from(rows) + 1,
        )?);
    }
    found.sort_by_key(|(happened_at, version, _)| Reverse((*happened_at, *version)));
    let (found, older) = cut(found, rows, |(happened_at, version, _)| TimelinePlace {
        happened_at: Timestamp::from_micros(*happened_at),
        version: version.cast_unsigned(),
    });
    let entries = found
        .into_iter()
        .map(|(_, version, sealed)| facts::unseal((version, sealed)))
        .collect::<Result<_, _>>()?;
    Ok(Timeline {
        rows: rows_of(tx, account, entries).await?,
        older,
        version: load::standing(tx, stream).await?.version,
    })
}

/// The rows written after a version, at most so many lines of whatever audience; and the matters of all those lines.
pub(super) async fn after(
    tx: &mut Tx,
    account: AccountId,
    audiences: &[Audience],
    version: u64,
    rows: u32,
) -> Result<(Timeline, Vec<MatterId>), LedgerError> {
    let stream = StreamId::from(account);
    let standing = load::standing(tx, stream).await?;
    let mut entries: Vec<Entry<Fact>> = facts::after(tx, stream, version, rows.into()).await?;
    let told = entries
        .last()
        .map_or(standing.version, |entry| entry.version);
    let moved: BTreeSet<_> = entries
        .iter()
        .filter_map(|entry| entry.matter)
        .flat_map(|matter| [matter.id, matter.thread])
        .collect();
    entries.retain(|entry| audiences.contains(&entry.audience));
    entries.sort_by_key(|entry| Reverse((entry.happened_at, entry.version)));
    let timeline = Timeline {
        rows: rows_of(tx, account, entries).await?,
        older: None,
        version: told,
    };
    Ok((timeline, moved.into_iter().collect()))
}

/// With the words each row shows.
pub(super) async fn rows_of(
    tx: &mut Tx,
    account: AccountId,
    entries: Vec<Entry<Fact>>,
) -> Result<Vec<Row>, LedgerError> {
    let texts: Vec<Vec<TextId>> = entries
        .iter()
        .map(|entry| entry.fact.texts().iter().map(|text| text.id).collect())
        .collect();
    let words = words(tx, account.into(), texts.concat()).await?;
    let told = |ids: Vec<TextId>| {
        ids.into_iter()
            .filter_map(|id| Some((id, words.get(&id)?.clone())))
            .collect()
    };
    Ok(entries
        .into_iter()
        .zip(texts)
        .map(|(entry, ids)| Row::settled(entry, told(ids)))
        .collect())
}
