//! Who opened the file of an investigation: written down before it is shown, once in an hour for each person.
//! It refuses to know who may open it, and to forget anybody.

use domain::ids::{AccountId, MatterId, PersonId, StreamId};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::sql::records as sql;
use crate::tx::{Tx, all, execute, on, optional};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

const HOUR_MICROS: i64 = 60 * 60 * 1_000_000;

/// Somebody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Who.
    pub person: PersonId,
    /// When, for the first time in that hour.
    pub at: Timestamp,
}

/// Whose look at what, and when.
#[derive(Debug, Clone, Copy)]
struct Noted {
    account: AccountId,
    matter: MatterId,
    look: Look,
}

/// What is known of it already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    NoSuchFile,
    Noted,
    New,
}

impl Ledger {
    /// Notes that somebody opens the file of an investigation; it is durable when this returns. Whether there is such a
    /// file: of another nothing is noted.
    ///
    /// # Errors
    /// `Unavailable`, `Full`, `Closed`, `Statement`: it is not known to be noted, so do not show it.
    pub async fn note_look(
        &self,
        account: AccountId,
        matter: MatterId,
        person: PersonId,
        now: Timestamp,
    ) -> Result<bool, LedgerError> {
        let look = Look { person, at: now };
        let noted = Noted {
            account,
            matter,
            look,
        };
        // Whoever goes on reading within the hour waits for no writer.
        match known(&mut self.reader().await?, noted).await? {
            Known::NoSuchFile => Ok(false),
            Known::Noted => Ok(true),
            Known::New => self.write(Note { noted }).await,
        }
    }

    /// Who looked at a file, the latest first, at most so many.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn looks(
        &self,
        account: AccountId,
        matter: MatterId,
        rows: u32,
    ) -> Result<Vec<Look>, LedgerError> {
        let mut tx = self.reader().await?;
        let (stream, rows) = (StreamId::from(account).uuid(), i64::from(rows));
        let found = all!(tx, (Uuid, i64), sql::LOOKS, stream, matter.uuid(), rows)?;
        let mut looks: Vec<_> = found
            .into_iter()
            .map(|(person, at)| Look {
                person: PersonId::from_uuid(person),
                at: Timestamp::from_micros(at),
            })
            .collect();
        looks.sort_by_key(|look| std::cmp::Reverse(look.at));
        Ok(looks)
    }
}

struct Note {
    noted: Noted,
}

job!(Note -> bool, |job, tx| {
    let noted = job.noted;
    match known(tx, noted).await? {
        Known::NoSuchFile => return Ok(Done::Undone(false)),
        Known::Noted => return Ok(Done::Undone(true)),
        Known::New => {}
    }
    let (stream, person) = (StreamId::from(noted.account).uuid(), noted.look.person.uuid());
    let (hour, at) = (noted.hour(), noted.look.at.micros());
    execute!(tx, sql::LOOK_ADD, stream, noted.matter.uuid(), hour, person, at)?;
    Ok(Done::Kept(true, Vec::new()))
});

async fn known(tx: &mut Tx, noted: Noted) -> Result<Known, LedgerError> {
    let (stream, matter) = (StreamId::from(noted.account).uuid(), noted.matter.uuid());
    let (hour, person) = (noted.hour(), noted.look.person.uuid());
    let row = optional!(tx, (i64,), sql::LOOK, stream, matter, hour, person)?;
    Ok(match row {
        None => Known::NoSuchFile,
        Some((0,)) => Known::New,
        Some(_) => Known::Noted,
    })
}

impl Noted {
    fn hour(self) -> i64 {
        self.look.at.micros().div_euclid(HOUR_MICROS)
    }
}
