//! One-time links: the first administrator's, and those by which a person chooses a password.
//! It refuses to know a token: it is given SHA-256 of it; and a link is used at most once.

use domain::ids::PersonId;
use domain::time::Timestamp;
use uuid::Uuid;

use super::{TokenHash, instant};
use crate::sql::people as sql;
use crate::tx::{Tx, all, execute, on, optional};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

/// A link to be given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// SHA-256 of its token.
    pub token: TokenHash,
    /// What it is for, a code of the caller's.
    pub purpose: String,
    /// For whom; absent where the link makes the person.
    pub person: Option<PersonId>,
    /// Until when it may be used.
    pub expires_at: Timestamp,
}

/// A link that may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// What it is for.
    pub purpose: String,
    /// For whom; absent where the link makes the person.
    pub person: Option<PersonId>,
    /// Until when it may be used.
    pub expires_at: Timestamp,
}

type Row = (String, Option<Uuid>, i64);

fn invitation((purpose, person, expires_at): Row) -> Invitation {
    Invitation {
        purpose,
        person: person.map(PersonId::from_uuid),
        expires_at: instant(expires_at),
    }
}

impl Ledger {
    /// Keeps a link that is given out now; older ones of that purpose and person are useless from then on.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn invite(
        &self,
        invitation: NewInvitation,
        now: Timestamp,
    ) -> Result<(), LedgerError> {
        self.write(Invite { invitation, now }).await
    }

    /// What a link is for, without using it up.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn invitation(
        &self,
        token: &TokenHash,
        now: Timestamp,
    ) -> Result<Option<Invitation>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let row = optional!(tx, Row, sql::INVITATION, token.to_vec(), now.micros())?;
        Ok(row.map(invitation))
    }
}

struct Invite {
    invitation: NewInvitation,
    now: Timestamp,
}

job!(Invite -> (), |job, tx| {
    let invitation = &job.invitation;
    withdraw(tx, &invitation.purpose, invitation.person, job.now).await?;
    execute!(
        tx,
        sql::INVITATION_ADD,
        invitation.token.to_vec(),
        invitation.purpose.as_str(),
        invitation.person.map(PersonId::uuid),
        job.now.micros(),
        invitation.expires_at.micros(),
    )?;
    Ok(Done::Kept((), Vec::new()))
});

/// Uses a link up; `None` where it is not open any more.
pub(super) async fn used(
    tx: &mut Tx,
    token: &TokenHash,
    now: Timestamp,
) -> Result<Option<Invitation>, LedgerError> {
    let row = optional!(tx, Row, sql::INVITATION, token.to_vec(), now.micros())?;
    // Whoever marks it used has it: on PostgreSQL two may have read it.
    let marked = execute!(tx, sql::INVITATION_USE, token.to_vec(), now.micros())?;
    Ok(row.filter(|_| marked > 0).map(invitation))
}

/// Makes every open link of a purpose and a person useless.
pub(super) async fn withdraw(
    tx: &mut Tx,
    purpose: &str,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<(), LedgerError> {
    let person = person.map(PersonId::uuid);
    execute!(tx, sql::INVITATIONS_WITHDRAW, purpose, person, now.micros())?;
    Ok(())
}
