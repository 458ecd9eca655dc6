//! `rebuild`: every projection replayed from zero, and written anew or, with `--check`, held against what stands.
//! It refuses to touch a fact.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::entry::Entry;
use domain::fact::Fact;
use domain::house::{House, HouseFact};
use domain::ids::{AccountId, StreamId};
use domain::index;
use domain::time::Timestamp;

use crate::column::to_json;
use crate::facts::{self, ALL, Bodies};
use crate::load::HOUSE_FORMAT;
use crate::project::{self, Rows};
use crate::sql::{project as sql, stream_locked};
use crate::tx::{Tx, all, execute, on};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

/// What a rebuild found or wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// How many streams were replayed, the house's with them.
    pub streams: u64,
    /// How many facts.
    pub facts: u64,
    /// What stood otherwise than its facts make it.
    pub differences: Vec<Difference>,
}

/// A projection that is not what its facts make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Of which stream.
    pub stream: StreamId,
    /// In which table.
    pub table: &'static str,
}

impl Ledger {
    /// Holds every projection against a replay from zero; nothing is written.
    ///
    /// # Errors
    /// `Statement`, `Stored`; a difference is no error.
    pub async fn check(&self) -> Result<Rebuilt, LedgerError> {
        let mut tx = self.snapshot().await?;
        let mut rebuilt = Rebuilt::default();
        for (stream, _) in super::streams(&mut tx).await? {
            one(&mut tx, stream, &mut rebuilt).await?;
        }
        Ok(rebuilt)
    }

    /// Writes every projection anew from its facts, a stream at a time beside other work, and tells which had differed.
    ///
    /// # Errors
    /// `Statement`, `Stored`, `Unavailable`, `Closed`.
    pub async fn rebuild(&self) -> Result<Rebuilt, LedgerError> {
        let streams = super::streams(&mut self.snapshot().await?).await?;
        let mut rebuilt = Rebuilt::default();
        for (stream, _) in streams {
            let of_stream = self.write(Anew { stream }).await?;
            rebuilt.streams += of_stream.streams;
            rebuilt.facts += of_stream.facts;
            rebuilt.differences.extend(of_stream.differences);
        }
        Ok(rebuilt)
    }
}

struct Anew {
    stream: StreamId,
}

job!(Anew -> Rebuilt, |job, tx| {
    // Nobody writes on it meanwhile.
    let locking = stream_locked(tx.engine());
    all!(tx, (i64, Vec<u8>), locking, job.stream.uuid())?;
    let mut rebuilt = Rebuilt::default();
    match one(tx, job.stream, &mut rebuilt).await? {
        Replayed::Account(account, rows) => project::write_all(tx, account, &rows).await?,
        Replayed::House(versions) => {
            execute!(tx, sql::HOUSES_DROP, StreamId::HOUSE.uuid())?;
            for house in &versions {
                project::write_house(tx, house).await?;
            }
        }
    }
    Ok(Done::Kept(rebuilt, Vec::new()))
});

/// What the facts of a stream make of it.
enum Replayed {
    Account(AccountId, Box<Rows>),
    House(Vec<House>),
}

async fn one(
    tx: &mut Tx,
    stream: StreamId,
    rebuilt: &mut Rebuilt,
) -> Result<Replayed, LedgerError> {
    rebuilt.streams += 1;
    let Some(account) = stream.account() else {
        let entries = facts::after::<HouseFact>(tx, stream, 0, ALL).await?;
        rebuilt.facts += entries.len() as u64;
        let versions = replayed_house(&entries);
        if !is_house_kept(tx, &versions).await? {
            rebuilt.differences.push(Difference {
                stream,
                table: "houses",
            });
        }
        return Ok(Replayed::House(versions));
    };
    let entries = facts::after::<Fact>(tx, stream, 0, ALL).await?;
    rebuilt.facts += entries.len() as u64;
    let rows = replayed_account(tx, account, &entries).await?;
    let stored = project::stored(tx, account).await?;
    let tables = differing(&rows, &stored);
    rebuilt
        .differences
        .extend(tables.into_iter().map(|table| Difference { stream, table }));
    Ok(Replayed::Account(account, Box::new(rows)))
}

async fn replayed_account(
    tx: &mut Tx,
    id: AccountId,
    entries: &[Entry<Fact>],
) -> Result<Rows, LedgerError> {
    let account = Account::replay(id, entries);
    let texts = entries
        .iter()
        .flat_map(|entry| entry.fact.texts())
        .map(|text| text.id);
    let bodies: Bodies = facts::bodies(tx, id.into(), texts).await?;
    let terms: BTreeSet<String> = entries
        .iter()
        .flat_map(|entry| index::terms(&entry.fact, |id| bodies.get(&id)?.as_deref()))
        .collect();
    let last = entries
        .last()
        .map_or(Timestamp::default(), |entry| entry.recorded_at);
    project::rows(&account, &bodies, terms, last)
}

fn differing(made: &Rows, stored: &Rows) -> Vec<&'static str> {
    [
        (
            made.head == stored.head && made.pressing == stored.pressing,
            "accounts",
        ),
        (made.matters == stored.matters, "matters"),
        (made.dues == stored.dues, "dues"),
        (made.terms == stored.terms, "terms"),
    ]
    .into_iter()
    .filter_map(|(is_same, table)| (!is_same).then_some(table))
    .collect()
}

/// The house at each of its versions.
fn replayed_house(entries: &[Entry<HouseFact>]) -> Vec<House> {
    let mut house = House::new();
    entries
        .iter()
        .map(|entry| {
            house.evolve(entry);
            house.clone()
        })
        .collect()
}

async fn is_house_kept(tx: &mut Tx, versions: &[House]) -> Result<bool, LedgerError> {
    let stored = all!(tx, (i64, i64, String), sql::HOUSES, StreamId::HOUSE.uuid())?;
    let made = versions
        .iter()
        .map(|house| {
            let state = to_json("house", house)?;
            Ok((house.version.cast_signed(), HOUSE_FORMAT, state))
        })
        .collect::<Result<Vec<_>, LedgerError>>()?;
    Ok(made == stored)
}
