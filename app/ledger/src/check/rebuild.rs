//! `rebuild`: every projection replayed from zero, and written anew or, with `--check`, held against what stands.
//! It refuses to touch a fact.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::account::Account;
use domain::entry::Entry;
use domain::fact::Fact;
use domain::house::{House, HouseFact};
use domain::ids::{AccountId, StreamId};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::to_json;
use crate::facts::{self, ALL, Bodies};
use crate::load::HOUSE_FORMAT;
use crate::project::{self, Found, Rows};
use crate::sql::{claims, project as sql, records, stream, stream_locked};
use crate::tx::{Tx, all, execute, on};
use crate::writer::{Done, job};
use crate::writes::Writes;
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

/// So many streams are looked for at once.
const STREAMS_AT_ONCE: i64 = 500;
/// After so many facts replayed what was made of them is committed: other work waits no longer than for these.
const FACTS_AT_ONCE: u64 = 2_000;
const HOUSES_AT_ONCE: i64 = 50;

impl Ledger {
    /// Holds every projection against a replay from zero, also those of streams that have no facts; nothing is written.
    ///
    /// # Errors
    /// `Statement`, `Stored`; a difference is no error.
    pub async fn check(&self) -> Result<Rebuilt, LedgerError> {
        let mut tx = self.snapshot().await?;
        let mut rebuilt = Rebuilt::default();
        let mut from = Some(Uuid::nil());
        while let Some(at) = from {
            let streams = streams(&mut tx, at).await?;
            for stream in &streams {
                one(&mut tx, *stream, &mut rebuilt).await?;
            }
            from = after(&streams);
        }
        Ok(rebuilt)
    }

    /// Writes every projection anew from its facts, some streams at a time beside other work, and tells which had
    /// differed.
    ///
    /// # Errors
    /// `Statement`, `Stored`, `Unavailable`, `Closed`.
    pub async fn rebuild(&self) -> Result<Rebuilt, LedgerError> {
        let mut rebuilt = Rebuilt::default();
        let mut from = Some(Uuid::nil());
        while let Some(at) = from {
            let mut tx = self.snapshot().await?;
            let streams = Arc::new(streams(&mut tx, at).await?);
            drop(tx);
            let mut done = 0;
            while done < streams.len() {
                let streams = Arc::clone(&streams);
                let (of_some, many) = self.write(Anew { streams, done }).await?;
                rebuilt.streams += of_some.streams;
                rebuilt.facts += of_some.facts;
                rebuilt.differences.extend(of_some.differences);
                done += many;
            }
            from = after(&streams);
        }
        Ok(rebuilt)
    }
}

/// The next streams from that one on, whichever table names them.
async fn streams(tx: &mut Tx, from: Uuid) -> Result<Vec<StreamId>, LedgerError> {
    let mut found = BTreeSet::new();
    for walk in [
        stream::STREAMS_IN_STREAMS,
        stream::STREAMS_IN_FACTS,
        stream::STREAMS_IN_COMMANDS,
        stream::STREAMS_IN_ACCOUNTS,
        stream::STREAMS_IN_MATTERS,
        stream::STREAMS_IN_DUES,
        stream::STREAMS_IN_TERMS,
        stream::STREAMS_IN_HOUSES,
        claims::STREAMS_IN_TAKEAWAYS,
        records::STREAMS_IN_RECORDS,
        records::STREAMS_IN_INVESTIGATIONS,
    ] {
        let rows = all!(tx, (Uuid,), walk, from, STREAMS_AT_ONCE)?;
        found.extend(rows.into_iter().map(|(id,)| id));
    }
    let all = found.into_iter().map(StreamId::from_uuid);
    Ok(all.take(STREAMS_AT_ONCE.unsigned_abs() as usize).collect())
}

/// Where to go on, if there may be more.
fn after(streams: &[StreamId]) -> Option<Uuid> {
    let last = streams.last()?.uuid().as_u128();
    last.checked_add(1).map(Uuid::from_u128)
}

struct Anew {
    streams: Arc<Vec<StreamId>>,
    done: usize,
}

job!(Anew -> (Rebuilt, usize), |job, tx| {
    let mut rebuilt = Rebuilt::default();
    let mut many = 0;
    for stream in &job.streams[job.done..] {
        anew(tx, *stream, &mut rebuilt).await?;
        many += 1;
        if rebuilt.facts >= FACTS_AT_ONCE {
            break;
        }
    }
    Ok(Done::Kept((rebuilt, many), Vec::new()))
});

async fn anew(tx: &mut Tx, stream: StreamId, rebuilt: &mut Rebuilt) -> Result<(), LedgerError> {
    // Nobody writes on it meanwhile.
    let locking = stream_locked(tx.engine());
    all!(tx, (i64, Vec<u8>), locking, stream.uuid())?;
    let replayed = one(tx, stream, rebuilt).await?;
    project::write_all(tx, stream, &replayed.rows).await?;
    execute!(tx, sql::HOUSES_DROP, stream.uuid())?;
    let (mut house, mut writes) = (House::new(), Writes::default());
    for entry in &replayed.house {
        house.evolve(entry);
        project::write_house(&mut writes, &house)?;
    }
    writes.send(tx).await
}

/// What the last step of the schema adds to projections, of every account that was there before it, in that step's own
/// transaction: a ledger that was brought to this schema is whole.
pub(crate) async fn fill(tx: &mut Tx) -> Result<(), LedgerError> {
    let mut from = Some(Uuid::nil());
    while let Some(at) = from {
        let found = all!(tx, (Uuid,), stream::STREAMS_IN_FACTS, at, STREAMS_AT_ONCE)?;
        let streams: Vec<_> = found
            .into_iter()
            .map(|(id,)| StreamId::from_uuid(id))
            .collect();
        for stream in &streams {
            let Some(account) = stream.account() else {
                continue;
            };
            let entries = facts::after::<Fact>(tx, *stream, 0, ALL).await?;
            let rows = replayed_account(tx, account, &entries).await?;
            project::write_added(tx, *stream, &rows).await?;
        }
        from = after(&streams);
    }
    Ok(())
}

/// What the facts of a stream make of it: an account's rows, or the house after each of its facts.
struct Replayed {
    rows: Rows,
    house: Vec<Entry<HouseFact>>,
}

async fn one(
    tx: &mut Tx,
    stream: StreamId,
    rebuilt: &mut Rebuilt,
) -> Result<Replayed, LedgerError> {
    rebuilt.streams += 1;
    let replayed = match stream.account() {
        None => Replayed {
            rows: Rows::default(),
            house: facts::after(tx, stream, 0, ALL).await?,
        },
        Some(account) => {
            let entries = facts::after::<Fact>(tx, stream, 0, ALL).await?;
            rebuilt.facts += entries.len() as u64;
            Replayed {
                rows: replayed_account(tx, account, &entries).await?,
                house: Vec::new(),
            }
        }
    };
    rebuilt.facts += replayed.house.len() as u64;
    let mut tables = Vec::new();
    if !is_house_kept(tx, stream, &replayed.house).await? {
        tables.push("houses");
    }
    tables.extend(differing(
        &replayed.rows,
        &project::stored(tx, stream).await?,
    ));
    let differences = tables.into_iter().map(|table| Difference { stream, table });
    rebuilt.differences.extend(differences);
    Ok(replayed)
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
    let found = Found::by(entries, &account, |id| bodies.get(&id)?.as_deref());
    let last = entries
        .last()
        .map_or(Timestamp::default(), |entry| entry.recorded_at);
    project::rows(&account, &bodies, found, last)
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
        (made.keys == stored.keys, "takeaways"),
        (made.records == stored.records, "records"),
        (
            made.investigations == stored.investigations,
            "investigations",
        ),
    ]
    .into_iter()
    .filter_map(|(is_same, table)| (!is_same).then_some(table))
    .collect()
}

/// Held against what is kept, version by version.
async fn is_house_kept(
    tx: &mut Tx,
    stream: StreamId,
    entries: &[Entry<HouseFact>],
) -> Result<bool, LedgerError> {
    let mut house = House::new();
    let mut entries = entries.iter();
    let mut after = i64::MIN;
    loop {
        let kept = all!(
            tx,
            (i64, i64, String),
            sql::HOUSES_AFTER,
            stream.uuid(),
            after,
            HOUSES_AT_ONCE
        )?;
        let Some((last, ..)) = kept.last() else {
            return Ok(entries.next().is_none());
        };
        after = *last;
        for kept in kept {
            let Some(entry) = entries.next() else {
                return Ok(false);
            };
            house.evolve(entry);
            let state = to_json("house", &house)?;
            if kept != (house.version.cast_signed(), HOUSE_FORMAT, state) {
                return Ok(false);
            }
        }
    }
}
