//! What a decision begins with, read at once with the lock on its stream: where that stands, whether the command is known,
//! the account's own row, where the house stands. Whoever waited for the lock on PostgreSQL reads again: beside the row
//! that was waited for, its statement told what stood before the wait.

use domain::entry::Envelope;
use domain::ids::StreamId;
use domain::refusal::Why;
use domain::text::{Digest, Text};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Outcome, refused};
use crate::LedgerError;
use crate::column;
use crate::load::{self, Standing, State};
use crate::project::{HeadWords, Pressing};
use crate::sql::{self, TEXTS_TAKEN_MAX, stream};
use crate::tx::{Engine, Tx, execute, on};

#[derive(Debug)]
pub(super) struct Stands {
    pub(super) standing: Standing,
    pub(super) taken: Taken,
    pub(super) command: Option<Known>,
    pub(super) account: Option<AccountStands>,
    /// The head of the house; `None` before it is founded.
    pub(super) house: Option<Digest>,
}

/// Whether ids of the command's texts are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    None,
    /// Some are, or there are too many to have been looked for.
    Perhaps,
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
    at: i64,
    head: Vec<u8>,
    taken: i64,
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

impl Columns {
    /// Nobody wrote on the stream while it was waited for: what it leads to is of the same version.
    fn is_of_one_moment(&self) -> bool {
        self.at == self.version.unwrap_or(0)
    }
}

/// Holds the stream: whoever comes second waits here, and sees what the first wrote.
pub(super) async fn held(tx: &mut Tx, envelope: &Envelope) -> Result<Stands, LedgerError> {
    let texts = envelope.command.texts();
    let mut row = read(tx, envelope, &texts).await?;
    if row.is_none() {
        let empty = domain::seal::EMPTY.0.to_vec();
        execute!(tx, stream::STREAM_ADD, envelope.stream.uuid(), empty)?;
        row = read(tx, envelope, &texts).await?;
    }
    // The writer of a file waits for nobody.
    let has_waited = |row: &Columns| !row.is_of_one_moment();
    if tx.engine() == Engine::Postgres && row.as_ref().is_some_and(has_waited) {
        row = read(tx, envelope, &texts).await?;
    }
    let row = row.ok_or_else(|| LedgerError::stored("stream", "it was made and is not there"))?;
    stands(row, texts.len())
}

async fn read(
    tx: &mut Tx,
    envelope: &Envelope,
    texts: &[&Text],
) -> Result<Option<Columns>, LedgerError> {
    let asked = sql::stands(tx.engine());
    let ids = texts.iter().map(|text| text.id.uuid());
    let ids = ids.chain(std::iter::repeat(Uuid::nil()));
    let rows = on!(tx, conn => {
        let mut query = sqlx::query_as::<_, Columns>(asked)
            .bind(envelope.stream.uuid())
            .bind(envelope.id.uuid())
            .bind(StreamId::HOUSE.uuid());
        for id in ids.take(TEXTS_TAKEN_MAX) {
            query = query.bind(id);
        }
        query.fetch_all(conn).await
    })?;
    Ok(rows.into_iter().next())
}

fn stands(row: Columns, texts: usize) -> Result<Stands, LedgerError> {
    let known = row.digest.zip(row.first_version).zip(row.last_version);
    let state = row.version.zip(row.state_format).zip(row.state);
    Ok(Stands {
        standing: load::stands((row.at, row.head))?,
        taken: match row.taken {
            0 if texts <= TEXTS_TAKEN_MAX => Taken::None,
            _ => Taken::Perhaps,
        },
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
