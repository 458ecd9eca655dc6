//! Handing letters over: one is marked before the mail server hears of it, so that whoever dies amid that leaves it as
//! unknown and not as still to be sent. It refuses to move one that another server has.

use std::time::Duration;

use domain::ids::{CommandId, StreamId};
use domain::mail::{Hitch, MailState};
use domain::time::Timestamp;
use uuid::Uuid;

use super::{MailKey, place};
use crate::sql::{self as texts, outbox as sql};
use crate::tx::{Engine, Tx, all, execute, on};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

/// A letter that somebody has begun to hand over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handed {
    /// Which.
    pub key: MailKey,
    /// How often it has been tried, this time included.
    pub attempts: u32,
    /// Since when it waits: when it was caused, or a person had it sent again.
    pub asked_at: Timestamp,
}

/// What became of handing a letter over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// The mail server took it.
    Sent,
    /// It is tried again, not before then.
    Later(Timestamp, Hitch),
    /// It is not tried again by itself.
    Failed(Hitch),
    /// It may have been taken.
    Unknown(Hitch),
}

impl Ledger {
    /// Takes the next letter that is due, for whoever that is, who hands it over at once and says within the lease what
    /// became of it. Of many who ask at once no two get the same.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn hand_over(
        &self,
        by: Uuid,
        now: Timestamp,
        lease: Duration,
    ) -> Result<Option<Handed>, LedgerError> {
        self.write(Hand { by, now, lease }).await
    }

    /// What became of it; whether it was still theirs to say.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`: it stays as being handed over.
    pub async fn handed_over(
        &self,
        key: MailKey,
        by: Uuid,
        became: Became,
        now: Timestamp,
    ) -> Result<bool, LedgerError> {
        self.write(Move {
            key,
            by,
            became,
            now,
        })
        .await
    }

    /// Marks as unknown what servers were handing over that did not come back, as far as whoever asks can know: on
    /// SQLite, where one server alone holds the file, no other is there; how many.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn lose_letters(
        &self,
        by: Uuid,
        now: Timestamp,
        lease: Duration,
    ) -> Result<u64, LedgerError> {
        self.write(Lose { by, now, lease }).await
    }

    /// A person has it sent again, once more as new; false where there is nothing to send again.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn send_again(&self, key: MailKey, now: Timestamp) -> Result<bool, LedgerError> {
        self.write(Again { key, now }).await
    }
}

/// What stood in a backup as still to be sent may have been sent since.
pub(crate) async fn of_a_backup(tx: &mut Tx) -> Result<(), LedgerError> {
    execute!(tx, sql::OUTBOX_RESTORED, Hitch::Restored.code())?;
    Ok(())
}

fn micros(time: Duration) -> i64 {
    i64::try_from(time.as_micros()).unwrap_or(i64::MAX)
}

struct Hand {
    by: Uuid,
    now: Timestamp,
    lease: Duration,
}

job!(Hand -> Option<Handed>, |hand, tx| {
    let asked = texts::outbox_next(tx.engine());
    let now = hand.now.micros();
    let rows = all!(tx, (Uuid, Uuid, i64, i64, i64), asked, now)?;
    let Some((stream, command, n, attempts, asked_at)) = rows.into_iter().next() else {
        return Ok(Done::Undone(None));
    };
    let until = now.saturating_add(micros(hand.lease));
    let taken = execute!(tx, sql::OUTBOX_HAND, stream, command, n, hand.by, until, now)?;
    if taken == 0 {
        return Ok(Done::Undone(None));
    }
    let handed = Handed {
        key: MailKey {
            stream: StreamId::from_uuid(stream),
            command: CommandId::from_uuid(command),
            n: place(n),
        },
        attempts: place(attempts.saturating_add(1)),
        asked_at: Timestamp::from_micros(asked_at),
    };
    Ok(Done::Kept(Some(handed), Vec::new()))
});

struct Move {
    key: MailKey,
    by: Uuid,
    became: Became,
    now: Timestamp,
}

job!(Move -> bool, |moved, tx| {
    let now = moved.now.micros();
    let (state, next_at, hitch) = match moved.became {
        Became::Sent => (MailState::Sent, now, None),
        Became::Later(at, hitch) => (MailState::Waiting, at.micros(), Some(hitch)),
        Became::Failed(hitch) => (MailState::Failed, now, Some(hitch)),
        Became::Unknown(hitch) => (MailState::Unknown, now, Some(hitch)),
    };
    let MailKey { stream, command, n } = moved.key;
    let (stream, command, n) = (stream.uuid(), command.uuid(), i64::from(n));
    let (state, hitch) = (state.code(), hitch.map(Hitch::code));
    let done = execute!(
        tx, sql::OUTBOX_MOVE, stream, command, n, moved.by, state, now, next_at, hitch.clone()
    )?;
    Ok(Done::Kept(done > 0, Vec::new()))
});

struct Lose {
    by: Uuid,
    now: Timestamp,
    lease: Duration,
}

job!(Lose -> u64, |lost, tx| {
    let now = lost.now.micros();
    // Clocks of two servers differ a little.
    let ahead = now.saturating_add(micros(lost.lease).saturating_mul(2));
    let others = match tx.engine() {
        Engine::Sqlite => i64::MAX,
        Engine::Postgres => now,
    };
    let count = execute!(tx, sql::OUTBOX_LOST, now, ahead, lost.by, others, Hitch::Lost.code())?;
    Ok(match count {
        0 => Done::Undone(0),
        count => Done::Kept(count, Vec::new()),
    })
});

struct Again {
    key: MailKey,
    now: Timestamp,
}

job!(Again -> bool, |again, tx| {
    let MailKey { stream, command, n } = again.key;
    let (stream, command, n) = (stream.uuid(), command.uuid(), i64::from(n));
    let done = execute!(tx, sql::OUTBOX_AGAIN, stream, command, n, again.now.micros())?;
    Ok(Done::Kept(done > 0, Vec::new()))
});
