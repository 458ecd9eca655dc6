//! Is what stands what was written? The chains, line by line, and every projection against a replay from zero.
//! It refuses to mend a chain; projections it writes anew when asked to.

mod chain;
mod rebuild;
mod verify;

pub use rebuild::{Difference, Rebuilt};
pub use verify::{Fault, Verified, What};

use domain::ids::StreamId;
use uuid::Uuid;

use crate::LedgerError;
use crate::load::{Standing, stands};
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on, optional};

const STREAMS_AT_ONCE: i64 = 500;

/// Every stream that has a head, and every one that has facts, in order; with its head where there is one.
async fn streams(tx: &mut Tx) -> Result<Vec<(StreamId, Option<Standing>)>, LedgerError> {
    let mut found: std::collections::BTreeMap<Uuid, Option<Standing>> = Default::default();
    // The house's stream has the least id there is: it is looked for by itself.
    let mut after = Uuid::nil();
    let house = optional!(tx, (i64, Vec<u8>), sql::STREAM, after)?;
    if let Some(house) = house {
        found.insert(after, Some(stands(house)?));
    }
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
    if optional!(
        tx,
        (i64, crate::sealed::Sealed),
        sql::FACTS_AFTER,
        Uuid::nil(),
        0_i64,
        1_i64
    )?
    .is_some()
    {
        found.entry(Uuid::nil()).or_default();
    }
    let mut after = Uuid::nil();
    while let Some((next,)) = optional!(tx, (Uuid,), sql::FACTS_NEXT_STREAM, after)? {
        found.entry(next).or_default();
        after = next;
    }
    Ok(found
        .into_iter()
        .map(|(id, standing)| (StreamId::from_uuid(id), standing))
        .collect())
}
