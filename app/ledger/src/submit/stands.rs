//! What a decision begins with, read at once: whether the command is known, the account's own row, where the house
//! stands. Read after the stream is locked, and never with the lock: PostgreSQL would join what stood before the wait.

use domain::ids::{CommandId, StreamId};
use domain::refusal::Why;
use domain::text::Digest;
use sqlx::FromRow;

use super::{Outcome, refused};
use crate::LedgerError;
use crate::column;
use crate::load::State;
use crate::project::{HeadWords, Pressing};
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on, optional};

#[derive(Debug, Default)]
pub(super) struct Stands {
    pub(super) command: Option<Known>,
    pub(super) account: Option<AccountStands>,
    /// The head of the house; `None` before it is founded.
    pub(super) house: Option<Digest>,
}

/// A command that was applied before.
#[derive(Debug)]
pub(super) struct Known {
    digest: Vec<u8>,
    first: i64,
    last: i64,
}

/// An account's own row.
#[derive(Debug)]
pub(super) struct AccountStands {
    pub(super) state: State,
    pub(super) words: HeadWords,
    pub(super) pressing: Pressing,
}

impl Known {
    /// What its id says to a command of that digest.
    pub(super) fn outcome(&self, digest: Digest) -> Outcome {
        if self.digest != digest.0 {
            return refused(Why::IdReused);
        }
        Outcome::Duplicate {
            first: self.first.cast_unsigned(),
            last: self.last.cast_unsigned(),
        }
    }
}

#[derive(Debug, FromRow)]
struct Columns {
    house: Option<Vec<u8>>,
    digest: Option<Vec<u8>>,
    first_version: Option<i64>,
    last_version: Option<i64>,
    version: Option<i64>,
    state_format: Option<i64>,
    state: Option<String>,
    name: Option<String>,
    tax_id: Option<String>,
    next_news: Option<i64>,
    silent_since: Option<i64>,
    open_matters: Option<i64>,
    open_claims: Option<i64>,
}

pub(super) async fn read(
    tx: &mut Tx,
    stream: StreamId,
    command: CommandId,
) -> Result<Stands, LedgerError> {
    let house = StreamId::HOUSE.uuid();
    let row = optional!(
        tx,
        Columns,
        sql::STANDS,
        stream.uuid(),
        command.uuid(),
        house
    )?;
    row.map_or_else(|| Ok(Stands::default()), stands)
}

fn stands(row: Columns) -> Result<Stands, LedgerError> {
    let known = row.digest.zip(row.first_version).zip(row.last_version);
    let state = row.version.zip(row.state_format).zip(row.state);
    Ok(Stands {
        command: known.map(|((digest, first), last)| Known {
            digest,
            first,
            last,
        }),
        house: row.house.map(column::digest).transpose()?,
        account: state.map(|((version, form), state)| AccountStands {
            state: (version, form, state),
            words: HeadWords {
                name: row.name.unwrap_or_default(),
                tax_id: row.tax_id,
            },
            pressing: Pressing {
                next_news: row.next_news,
                silent_since: row.silent_since,
                open_matters: row.open_matters.unwrap_or_default(),
                open_claims: row.open_claims.unwrap_or_default(),
            },
        }),
    })
}
