//! Credentials: which person an e-mail address belongs to, and the hash that a password must meet.
//! It refuses to hash or to judge a password.

use domain::ids::PersonId;
use domain::time::Timestamp;
use uuid::Uuid;

use super::instant;
use crate::sql::people as sql;
use crate::tx::{Tx, all, execute, on, optional};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

/// How a person comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Whose it is.
    pub person: PersonId,
    /// Their address, as [`fold_email`] writes it.
    pub email: String,
    /// Absent until they chose a password.
    pub password_hash: Option<String>,
    /// Since when they may not come in.
    pub locked_at: Option<Timestamp>,
}

type Row = (Uuid, String, Option<String>, Option<i64>);

fn credential((person, email, password_hash, locked_at): Row) -> Credential {
    Credential {
        person: PersonId::from_uuid(person),
        email,
        password_hash,
        locked_at: locked_at.map(instant),
    }
}

/// An address is the same in capitals; accents and dots are the mail house's own affair. No address has a control
/// character, which PostgreSQL would not even look for.
fn fold_email(email: &str) -> String {
    let printed: String = email.chars().filter(|c| !c.is_control()).collect();
    printed.trim().to_lowercase()
}

impl Ledger {
    /// A person's credential.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn credential(&self, person: PersonId) -> Result<Option<Credential>, LedgerError> {
        let mut tx = self.snapshot().await?;
        Ok(optional!(tx, Row, sql::CREDENTIAL, person.uuid())?.map(credential))
    }

    /// Whose address it is, written in any case.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn credential_by_email(
        &self,
        email: &str,
    ) -> Result<Option<Credential>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let row = optional!(tx, Row, sql::CREDENTIAL_BY_EMAIL, fold_email(email))?;
        Ok(row.map(credential))
    }

    /// All of them, by address.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn credentials(&self) -> Result<Vec<Credential>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let rows = all!(tx, Row, sql::CREDENTIALS)?;
        Ok(rows.into_iter().map(credential).collect())
    }

    /// Whether anybody can come in at all; if not, `serve` prints a link for the first administrator.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn has_credentials(&self) -> Result<bool, LedgerError> {
        let mut tx = self.snapshot().await?;
        Ok(optional!(tx, (Uuid,), sql::CREDENTIAL_ANY)?.is_some())
    }

    /// Gives a person an address to come in by, or a new one; a password they have stays.
    /// False when the address is another person's, and nothing is written.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn set_email(
        &self,
        person: PersonId,
        email: &str,
        now: Timestamp,
    ) -> Result<bool, LedgerError> {
        let email = email.to_owned();
        self.write(SetEmail { person, email, now }).await
    }

    /// Sets the hash a password must meet; ends every session of theirs. False for a person without a credential.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn set_password_hash(
        &self,
        person: PersonId,
        hash: String,
        now: Timestamp,
    ) -> Result<bool, LedgerError> {
        self.write(SetPassword { person, hash, now }).await
    }

    /// Locks a person out at once, their sessions ended. False for a person without a credential.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn lock(&self, person: PersonId, now: Timestamp) -> Result<bool, LedgerError> {
        self.write(Lock { person, now }).await
    }

    /// Lets a locked person in again. False for a person without a credential.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn unlock(&self, person: PersonId, now: Timestamp) -> Result<bool, LedgerError> {
        self.write(Unlock { person, now }).await
    }
}

struct SetEmail {
    person: PersonId,
    email: String,
    now: Timestamp,
}

job!(SetEmail -> bool, |job, tx| {
    Ok(match set_email(tx, job.person, &job.email, job.now).await? {
        true => Done::Kept(true, Vec::new()),
        false => Done::Undone(false),
    })
});

/// False when the address is another person's, and nothing is written.
pub(super) async fn set_email(
    tx: &mut Tx,
    person: PersonId,
    email: &str,
    now: Timestamp,
) -> Result<bool, LedgerError> {
    let email = fold_email(email);
    let holder = optional!(tx, Row, sql::CREDENTIAL_BY_EMAIL, email.as_str())?;
    if holder.is_some_and(|(holder, ..)| holder != person.uuid()) {
        return Ok(false);
    }
    let no_password: Option<String> = None;
    execute!(
        tx,
        sql::CREDENTIAL_PUT,
        person.uuid(),
        email.as_str(),
        no_password.as_deref(),
        now.micros(),
    )?;
    Ok(true)
}

struct SetPassword {
    person: PersonId,
    hash: String,
    now: Timestamp,
}

job!(SetPassword -> bool, |job, tx| {
    let set = set_password(tx, job.person, &job.hash, job.now).await?;
    Ok(Done::Kept(set, Vec::new()))
});

/// False for a person without a credential.
pub(super) async fn set_password(
    tx: &mut Tx,
    person: PersonId,
    hash: &str,
    now: Timestamp,
) -> Result<bool, LedgerError> {
    let now = now.micros();
    let set = execute!(tx, sql::CREDENTIAL_PASSWORD, person.uuid(), hash, now)?;
    execute!(tx, sql::SESSIONS_REVOKE, person.uuid(), now)?;
    Ok(set > 0)
}

struct Lock {
    person: PersonId,
    now: Timestamp,
}

job!(Lock -> bool, |job, tx| {
    let now = job.now.micros();
    let locked = execute!(tx, sql::CREDENTIAL_LOCK, job.person.uuid(), Some(now), now)?;
    execute!(tx, sql::SESSIONS_REVOKE, job.person.uuid(), now)?;
    Ok(Done::Kept(locked > 0, Vec::new()))
});

struct Unlock {
    person: PersonId,
    now: Timestamp,
}

job!(Unlock -> bool, |job, tx| {
    let never: Option<i64> = None;
    let unlocked = execute!(tx, sql::CREDENTIAL_LOCK, job.person.uuid(), never, job.now.micros())?;
    Ok(Done::Kept(unlocked > 0, Vec::new()))
});
