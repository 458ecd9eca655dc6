//! Letters as a person looks at them: those of one state, whatever moved last first, and how many there are of each.
//! It refuses to tell what they say.

use domain::ids::{CommandId, StreamId};
use domain::mail::{Hitch, Letter, MailState};
use domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use super::{MailKey, place};
use crate::cut::cut;
use crate::sql::outbox as sql;
use crate::tx::{all, on, optional};
use crate::{Ledger, LedgerError};

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRow {
    /// Which.
    pub key: MailKey,
    /// What it says.
    pub letter: Letter,
    /// How it stands.
    pub state: MailState,
    /// Since when.
    pub moved_at: Timestamp,
    /// When it is tried next, if it waits.
    pub next_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// What was in the way the last time.
    pub hitch: Option<Hitch>,
    /// The account's name.
    pub name: String,
}

/// Some letters, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailList {
    /// Whatever moved last first.
    pub rows: Vec<MailRow>,
    /// Where more follow.
    pub more: Option<MailPlace>,
}

/// A place among the letters of a state; those after it moved before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailPlace {
    /// When its letter moved.
    pub moved_at: Timestamp,
    /// Which that is.
    pub key: MailKey,
}

/// How many letters ask for somebody, or are on their way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MailCounts {
    /// Nobody knows whether they were taken.
    pub unknown: u64,
    /// They cannot be sent.
    pub failed: u64,
    /// They are to be sent.
    pub waiting: u64,
    /// They are being handed over.
    pub handing: u64,
}

#[derive(Debug, FromRow)]
struct Columns {
    stream_id: Uuid,
    command_id: Uuid,
    n: i64,
    letter: String,
    state: String,
    moved_at: i64,
    next_at: i64,
    attempts: i64,
    hitch: Option<String>,
    name: Option<String>,
}

impl Ledger {
    /// The letters of a state after a place, at most so many.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn letters(
        &self,
        state: MailState,
        after: Option<MailPlace>,
        rows: u32,
    ) -> Result<MailList, LedgerError> {
        let (moved_at, stream, command, n) =
            after.map_or((i64::MAX, Uuid::max(), Uuid::max(), i64::MAX), |place| {
                let MailKey { stream, command, n } = place.key;
                (
                    place.moved_at.micros(),
                    stream.uuid(),
                    command.uuid(),
                    i64::from(n),
                )
            });
        let (state, most) = (state.code(), i64::from(rows) + 1);
        let mut tx = self.reader().await?;
        let found = all!(
            tx,
            Columns,
            sql::OUTBOX_LIST,
            state,
            moved_at,
            stream,
            command,
            n,
            most
        )?;
        let found: Vec<_> = found.into_iter().map(row).collect::<Result<_, _>>()?;
        let (rows, more) = cut(found, rows, |row| MailPlace {
            moved_at: row.moved_at,
            key: row.key,
        });
        Ok(MailList { rows, more })
    }

    /// How many there are.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn letter_counts(&self) -> Result<MailCounts, LedgerError> {
        let mut tx = self.snapshot().await?;
        let mut counts = MailCounts::default();
        for (state, count) in [
            (MailState::Unknown, &mut counts.unknown),
            (MailState::Failed, &mut counts.failed),
            (MailState::Waiting, &mut counts.waiting),
            (MailState::Handing, &mut counts.handing),
        ] {
            let row = optional!(tx, (i64,), sql::OUTBOX_COUNT, state.code())?;
            *count = row.map_or(0, |(count,)| count.cast_unsigned());
        }
        Ok(counts)
    }
}

fn row(columns: Columns) -> Result<MailRow, LedgerError> {
    let unknown = || LedgerError::stored("letter", "it is of no kind and state known here");
    let hitch = columns.hitch.as_deref();
    Ok(MailRow {
        key: MailKey {
            stream: StreamId::from_uuid(columns.stream_id),
            command: CommandId::from_uuid(columns.command_id),
            n: place(columns.n),
        },
        letter: Letter::from_code(&columns.letter).ok_or_else(unknown)?,
        state: MailState::from_code(&columns.state).ok_or_else(unknown)?,
        moved_at: Timestamp::from_micros(columns.moved_at),
        next_at: Timestamp::from_micros(columns.next_at),
        attempts: place(columns.attempts),
        hitch: hitch
            .map(|code| Hitch::from_code(code).ok_or_else(unknown))
            .transpose()?,
        name: columns.name.unwrap_or_default(),
    })
}
