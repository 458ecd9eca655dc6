//! The record of whoever gives words: how many lines of each kind, and the lines of one kind, the newest first.
//! It refuses to compare anybody: one person's is read at a time.

use domain::account::Matter;
use domain::fact::Fact;
use domain::ids::{AccountId, MatterId, PersonId, TextId};
use domain::record::RecordKind;
use domain::time::Date;
use sqlx::FromRow;
use uuid::Uuid;

use super::{Words, words};
use crate::column::{date, day, from_json};
use crate::cut::cut;
use crate::load::{self, Matters, is_todays};
use crate::replica::listed;
use crate::sealed::Sealed;
use crate::sql::{records as sql, stream};
use crate::tx::{Tx, all, on, optional};
use crate::{Ledger, LedgerError, facts, project};

/// A place in a record; the lines after it are older.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordPlace {
    /// The day of its line.
    pub on: Date,
    /// On which account.
    pub account: AccountId,
    /// The version of its fact.
    pub version: u64,
}

/// A line of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// On which account.
    pub account: AccountId,
    /// The account's name; empty once erased.
    pub name: String,
    /// The promise or the investigation, as it stands.
    pub matter: Matter,
    /// The day of it.
    pub on: Date,
    /// The words of the promise, and of what they were told.
    pub words: Words,
    /// What they were told, where that is the line.
    pub said: Option<TextId>,
}

/// Some lines of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordList {
    /// The newest first.
    pub rows: Vec<RecordRow>,
    /// Where older ones follow.
    pub more: Option<RecordPlace>,
}

#[derive(Debug, FromRow)]
struct Columns {
    on_day: i64,
    stream_id: Uuid,
    line: i64,
    matter_id: Uuid,
    version: i64,
    name: String,
    state_format: i64,
    state: String,
}

impl Ledger {
    /// How many lines of each kind somebody's record has; a kind without any is missing.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn record_counts(
        &self,
        person: PersonId,
    ) -> Result<Vec<(RecordKind, u64)>, LedgerError> {
        listed!(self.reader, tx => counts(&mut tx, person))
    }

    /// The lines of that kind in somebody's record after a place (from the newest without one), at most so many.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn record(
        &self,
        person: PersonId,
        kind: RecordKind,
        place: Option<RecordPlace>,
        rows: u32,
    ) -> Result<RecordList, LedgerError> {
        listed!(self.snapshot, tx => list(&mut tx, person, kind, place, rows))
    }
}

async fn counts(tx: &mut Tx, person: PersonId) -> Result<Vec<(RecordKind, u64)>, LedgerError> {
    let rows = all!(tx, (String, i64), sql::RECORD_COUNTS, person.uuid())?;
    let known = rows.into_iter().filter_map(|(code, count)| {
        let kind = RecordKind::from_code(&code)?;
        Some((kind, count.cast_unsigned()))
    });
    Ok(known.collect())
}

async fn list(
    tx: &mut Tx,
    person: PersonId,
    kind: RecordKind,
    place: Option<RecordPlace>,
    rows: u32,
) -> Result<RecordList, LedgerError> {
    let (on_day, stream, version) = place.map_or((i64::MAX, Uuid::max(), i64::MAX), key);
    let limit = i64::from(rows) + 1;
    let (person, code) = (person.uuid(), kind.code());
    let asked = sql::RECORD_LINES;
    let mut found = all!(
        tx, Columns, asked, person, code, on_day, stream, version, limit
    )?;
    found.sort_by_key(|row| std::cmp::Reverse((row.on_day, row.stream_id, row.line)));
    let (found, more) = cut(found, rows, place_of);
    let mut lines = Vec::with_capacity(found.len());
    for columns in found {
        lines.push(row(tx, kind, columns).await?);
    }
    Ok(RecordList {
        rows: lines,
        more: more.transpose()?,
    })
}

async fn row(tx: &mut Tx, kind: RecordKind, columns: Columns) -> Result<RecordRow, LedgerError> {
    let account = AccountId::from_uuid(columns.stream_id);
    let matter: Matter = match is_todays(columns.state_format) {
        true => from_json("matter", &columns.state)?,
        false => refolded(tx, account, &columns).await?,
    };
    let said = match kind {
        RecordKind::Instructed => told(tx, &columns).await?,
        _ => None,
    };
    let texts = project::of_matter(&matter).into_iter().chain(said);
    Ok(RecordRow {
        account,
        name: columns.name,
        words: words(tx, account.into(), texts.collect()).await?,
        matter,
        on: date(columns.on_day)?,
        said,
    })
}

/// What whoever was instructed was told.
async fn told(tx: &mut Tx, columns: &Columns) -> Result<Option<TextId>, LedgerError> {
    let (id, version) = (columns.stream_id, columns.line);
    let Some((sealed,)) = optional!(tx, (Sealed,), stream::FACT, id, version)? else {
        return Ok(None);
    };
    let entry = facts::unseal::<Fact>((version, sealed))?;
    Ok(match entry.fact {
        Fact::SellerInstructed { words, .. } => Some(words.id),
        _ => None,
    })
}

/// From the facts, where the row is of an older form.
async fn refolded(
    tx: &mut Tx,
    account: AccountId,
    columns: &Columns,
) -> Result<Matter, LedgerError> {
    let id = MatterId::from_uuid(columns.matter_id);
    let version = columns.version.cast_unsigned();
    let mut loaded = load::account(tx, account, version, Matters::Named(&[id])).await?;
    let matter = loaded.account.matters.remove(&id);
    matter.ok_or_else(|| LedgerError::stored("record", "its account has no such matter"))
}

fn key(place: RecordPlace) -> (i64, Uuid, i64) {
    (
        day(place.on),
        place.account.uuid(),
        place.version.cast_signed(),
    )
}

fn place_of(row: &Columns) -> Result<RecordPlace, LedgerError> {
    Ok(RecordPlace {
        on: date(row.on_day)?,
        account: AccountId::from_uuid(row.stream_id),
        version: row.line.cast_unsigned(),
    })
}
