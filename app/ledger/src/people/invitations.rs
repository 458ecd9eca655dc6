//! One-time links: the first administrator's, and those by which a person chooses a password.
//! It refuses to know a token: it is given SHA-256 of it; and a link is accepted at most once.

use domain::ids::PersonId;
use domain::time::Timestamp;
use uuid::Uuid;

use super::{TokenHash, instant};
use crate::sql::people as sql;
use crate::tx::{all, execute, on, optional};
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
    /// Keeps a link that is given out now.
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

    /// Uses a link up; the one who gets the invitation back is the only one who ever does.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn accept_invitation(
        &self,
        token: TokenHash,
        now: Timestamp,
    ) -> Result<Option<Invitation>, LedgerError> {
        self.write(Accept { token, now }).await
    }

    /// Makes every open link of a purpose useless: a newer one takes their place.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn withdraw_invitations(
        &self,
        purpose: String,
        now: Timestamp,
    ) -> Result<u64, LedgerError> {
        self.write(Withdraw { purpose, now }).await
    }
}

struct Invite {
    invitation: NewInvitation,
    now: Timestamp,
}

job!(Invite -> (), |job, tx| {
    let invitation = &job.invitation;
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

struct Accept {
    token: TokenHash,
    now: Timestamp,
}

job!(Accept -> Option<Invitation>, |job, tx| {
    let now = job.now.micros();
    let row = optional!(tx, Row, sql::INVITATION, job.token.to_vec(), now)?;
    // Whoever marks it used has it: on PostgreSQL two may have read it.
    if execute!(tx, sql::INVITATION_USE, job.token.to_vec(), now)? == 0 {
        return Ok(Done::Undone(None));
    }
    Ok(Done::Kept(row.map(invitation), Vec::new()))
});

struct Withdraw {
    purpose: String,
    now: Timestamp,
}

job!(Withdraw -> u64, |job, tx| {
    let withdrawn = execute!(tx, sql::INVITATIONS_WITHDRAW, job.purpose.as_str(), job.now.micros())?;
    Ok(Done::Kept(withdrawn, Vec::new()))
});
