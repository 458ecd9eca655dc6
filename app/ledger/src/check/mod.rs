//! Is what stands what was written? The chains, line by line, and every projection against a replay from zero.
//! It refuses to mend a chain; projections it writes anew when asked to.

mod chain;
mod rebuild;
mod verify;

pub use rebuild::{Difference, Rebuilt};
pub use verify::{Fault, Verified, What};

use std::collections::BTreeMap;

use domain::ids::StreamId;
use uuid::Uuid;

use crate::LedgerError;
use crate::load::{Standing, stands};
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on, optional};

const STREAMS_AT_ONCE: i64 = 500;

/// Every stream that has a head, or facts, or applied commands, in order; with its head where there is one.
async fn streams(tx: &mut Tx) -> Result<Vec<(StreamId, Option<Standing>)>, LedgerError> {
    let mut found: BTreeMap<Uuid, Option<Standing>> = BTreeMap::new();
    // The house's stream has the least id there is: it is looked for by itself.
    let house = StreamId::HOUSE.uuid();
    if let Some(standing) = optional!(tx, (i64, Vec<u8>), sql::STREAM, house)? {
        found.insert(house, Some(stands(standing)?));
    }
    if last_applied(tx, StreamId::HOUSE).await? > 0 {
        found.entry(house).or_default();
    }
    let mut after = house;
    loop {
        let rows = all!(
            tx,
            (Uuid, i64, Vec<u8>),
            sql::STREAMS_AFTER,
            after,
            STREAMS_AT_ONCE
        )?;
        let Some((last, ..)) = rows.last() else { break };
        after = *last;
        for (id, version, hash) in rows {
            found.insert(id, Some(stands((version, hash))?));
        }
    }
    for walk in [sql::FACTS_NEXT_STREAM, sql::COMMANDS_NEXT_STREAM] {
        let mut after = house;
        while let Some((next,)) = optional!(tx, (Uuid,), walk, after)? {
            found.entry(next).or_default();
            after = next;
        }
    }
    Ok(found
        .into_iter()
        .map(|(id, standing)| (StreamId::from_uuid(id), standing))
        .collect())
}

/// The last version that an applied command of that stream gave; 0 where there is none.
async fn last_applied(tx: &mut Tx, stream: StreamId) -> Result<u64, LedgerError> {
    let row = optional!(tx, (Option<i64>,), sql::COMMANDS_LAST, stream.uuid())?;
    Ok(row.and_then(|(last,)| last).map_or(0, i64::cast_unsigned))
}
