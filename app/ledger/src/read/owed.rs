//! What we owe, across accounts: what a person is to do, by name or by a role they have, the earliest day first. Each
//! bearer is its own walk of an index; they are merged by their keys, and only the matters that stay are opened.
//! It refuses to know today: whether a day is past is told by whoever shows it.

use std::collections::BTreeSet;

use domain::account::{AccountKind, Matter};
use domain::context::Role;
use domain::deadline::Due;
use domain::ids::{AccountId, MatterId, PersonId, StoreId};
use domain::time::Date;
use sqlx::FromRow;
use uuid::Uuid;

use super::list::account_kind;
use crate::column::{date, day, from_json};
use crate::cut::cut;
use crate::load::{self, Matters, is_todays};
use crate::replica::listed;
use crate::sql::owed as sql;
use crate::tx::{Tx, all, on};
use crate::{Ledger, LedgerError};

/// A place in what is owed; the rows after it are later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwedPlace {
    /// By when its row is owed.
    pub on: Date,
    /// To whom.
    pub account: AccountId,
    /// On which matter.
    pub matter: MatterId,
    /// Which of the matter's dues it is, from 0.
    pub n: u16,
}

/// One step owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedRow {
    /// To whom.
    pub account: AccountId,
    /// The account's name; empty once erased.
    pub name: String,
    /// Its kind: the legal clocks differ.
    pub kind: AccountKind,
    /// The store whose calendar counts for it.
    pub store: StoreId,
    /// On which matter.
    pub matter: Matter,
    /// What, who, by when and by which rule: one of the matter's.
    pub due: Due,
}

/// Some of what is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedList {
    /// The earliest first.
    pub rows: Vec<OwedRow>,
    /// Where later ones follow.
    pub more: Option<OwedPlace>,
}

#[derive(Debug, FromRow)]
struct Columns {
    on_day: i64,
    stream_id: Uuid,
    matter_id: Uuid,
    n: i64,
    version: i64,
    name: String,
    kind: String,
    store_id: Uuid,
    state_format: i64,
    state: String,
}

/// Where a row stands in the index of its bearer.
type Key = (i64, Uuid, Uuid, i64);

impl Columns {
    fn key(&self) -> Key {
        (self.on_day, self.stream_id, self.matter_id, self.n)
    }
}

/// Whose walk it is.
#[derive(Debug, Clone, Copy)]
enum By {
    Person(PersonId),
    Role(Role),
}

impl Ledger {
    /// What a person owes, and whoever has one of those roles: the rows after a place (from the earliest without one),
    /// at most so many.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn owed(
        &self,
        person: PersonId,
        roles: &[Role],
        place: Option<OwedPlace>,
        rows: u32,
    ) -> Result<OwedList, LedgerError> {
        let after = place.map_or((i64::MIN, Uuid::nil(), Uuid::nil(), 0), key);
        let roles: BTreeSet<Role> = roles.iter().copied().collect();
        let bearers = std::iter::once(By::Person(person)).chain(roles.into_iter().map(By::Role));
        let bearers: Vec<_> = bearers.collect();
        listed!(self.snapshot, tx => merged(&mut tx, &bearers, after, rows))
    }
}

async fn merged(
    tx: &mut Tx,
    bearers: &[By],
    after: Key,
    rows: u32,
) -> Result<OwedList, LedgerError> {
    let mut found = Vec::new();
    for by in bearers {
        found.extend(walk(tx, *by, after, i64::from(rows) + 1).await?);
    }
    found.sort_by_key(Columns::key);
    let (found, more) = cut(found, rows, place_of);
    let mut owed = Vec::with_capacity(found.len());
    for columns in found {
        owed.push(row(tx, columns).await?);
    }
    Ok(OwedList {
        rows: owed,
        more: more.transpose()?,
    })
}

async fn walk(tx: &mut Tx, by: By, after: Key, limit: i64) -> Result<Vec<Columns>, LedgerError> {
    let (on_day, stream, matter, n) = after;
    let found = match by {
        By::Person(person) => {
            let (by, person) = (sql::OWED_BY_PERSON, person.uuid());
            all!(tx, Columns, by, person, on_day, stream, matter, n, limit)
        }
        By::Role(role) => {
            let (by, role) = (sql::OWED_BY_ROLE, role.code());
            all!(tx, Columns, by, role, on_day, stream, matter, n, limit)
        }
    };
    Ok(found?)
}

async fn row(tx: &mut Tx, columns: Columns) -> Result<OwedRow, LedgerError> {
    let account = AccountId::from_uuid(columns.stream_id);
    let matter = match is_todays(columns.state_format) {
        true => from_json("matter", &columns.state)?,
        false => refolded(tx, account, &columns).await?,
    };
    let n = usize::try_from(columns.n).ok();
    let due = n.and_then(|n| matter.owes.dues.get(n)).cloned();
    let due = due.ok_or_else(|| LedgerError::stored("due", "its matter does not owe it"))?;
    Ok(OwedRow {
        account,
        kind: account_kind(&columns.kind)?,
        store: StoreId::from_uuid(columns.store_id),
        name: columns.name,
        matter,
        due,
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
    matter.ok_or_else(|| LedgerError::stored("due", "its account has no such matter"))
}

fn key(place: OwedPlace) -> Key {
    let (account, matter) = (place.account.uuid(), place.matter.uuid());
    (day(place.on), account, matter, place.n.into())
}

fn place_of(row: &Columns) -> Result<OwedPlace, LedgerError> {
    Ok(OwedPlace {
        on: date(row.on_day)?,
        account: AccountId::from_uuid(row.stream_id),
        matter: MatterId::from_uuid(row.matter_id),
        n: u16::try_from(row.n).map_err(|error| LedgerError::stored("due", error))?,
    })
}
