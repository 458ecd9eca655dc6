//! What the bearer of a link brings, written as a whole: the link is used up, the person is made where it makes one,
//! and they have a password; or nothing is. And somebody new without a link, as wholly.
//! It refuses to know a password: it is given the hash.

use std::sync::Arc;

use domain::context::Actor;
use domain::entry::Envelope;
use domain::ids::PersonId;
use domain::refusal::Refusal;
use domain::time::Timestamp;
use uuid::Uuid;

use super::{TokenHash, credentials, invitations};
use crate::live::Live;
use crate::load::Houses;
use crate::sql::people as sql;
use crate::submit::{self, Outcome, Submitted};
use crate::tx::{Tx, all, on};
use crate::writer::{Done, job};
use crate::{Ledger, LedgerError};

/// What the bearer of a link brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Welcome {
    /// SHA-256 of the link's token.
    pub token: TokenHash,
    /// The hash that their password must meet.
    pub password_hash: String,
    /// Who they are, where the link makes the person.
    pub newcomer: Option<Newcomer>,
}

/// Somebody the house does not know yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// Who.
    pub person: PersonId,
    /// The address they come in by.
    pub email: String,
    /// The command by which the house adds them, asked by the house itself.
    pub added: Envelope,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Welcomed {
    /// They may come in.
    In(PersonId),
    /// The link is not open any more, or makes the first person where somebody can come in already.
    Spent,
    /// The house refuses the newcomer; the link stays open.
    Refused(Vec<Refusal>),
}

impl Ledger {
    /// Uses a link: all of it is kept, or nothing is and the link stays as it was. Whoever is answered `In` is the
    /// only one who ever is; other open links of that purpose and person are useless from then on.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`, `Stored`.
    pub async fn welcome(&self, welcome: Welcome, now: Timestamp) -> Result<Welcomed, LedgerError> {
        let houses = self.houses();
        self.write(Welcoming {
            welcome,
            now,
            houses,
        })
        .await
    }
}

/// What became of somebody new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admitted {
    /// The house knows them, and by which address they come in.
    In,
    /// Somebody else comes in by that address.
    Taken,
    /// The house refuses them.
    Refused(Vec<Refusal>),
}

impl Ledger {
    /// Somebody works here from now on and has an address; both are kept or neither is.
    ///
    /// # Errors
    /// `Unavailable`, `Closed`, `Stored`.
    pub async fn admit(&self, newcomer: Newcomer, now: Timestamp) -> Result<Admitted, LedgerError> {
        let houses = self.houses();
        self.write(Admitting {
            newcomer,
            now,
            houses,
        })
        .await
    }
}

struct Admitting {
    newcomer: Newcomer,
    now: Timestamp,
    houses: Arc<Houses>,
}

job!(Admitting -> Admitted, |job, tx| {
    Ok(match added(tx, &job.newcomer, job.now, &job.houses).await? {
        Added::Known(hint) => Done::Kept(Admitted::In, vec![hint]),
        Added::Taken => Done::Undone(Admitted::Taken),
        Added::Refused(why) => Done::Undone(Admitted::Refused(why)),
    })
});

struct Welcoming {
    welcome: Welcome,
    now: Timestamp,
    houses: Arc<Houses>,
}

job!(Welcoming -> Welcomed, |job, tx| {
    let (welcome, now) = (&job.welcome, job.now);
    let spent = Ok(Done::Undone(Welcomed::Spent));
    let Some(link) = invitations::used(tx, &welcome.token, now).await? else {
        return spent;
    };
    let (person, hints) = match (link.person, &welcome.newcomer) {
        (Some(person), None) => (person, Vec::new()),
        (None, Some(newcomer)) => {
            // First, for it holds the house: of two at a time the second sees what the first wrote.
            let added = added(tx, newcomer, now, &job.houses).await?;
            let others = all!(tx, (Uuid,), sql::CREDENTIALS_BESIDE, newcomer.person.uuid())?;
            match added {
                Added::Known(hint) if others.is_empty() => (newcomer.person, vec![hint]),
                Added::Known(_) | Added::Taken => return spent,
                Added::Refused(why) => return Ok(Done::Undone(Welcomed::Refused(why))),
            }
        }
        _ => return spent,
    };
    if !credentials::set_password(tx, person, &welcome.password_hash, now).await? {
        return spent;
    }
    invitations::withdraw(tx, &link.purpose, link.person, now).await?;
    Ok(Done::Kept(Welcomed::In(person), hints))
});

enum Added {
    Known(Live),
    Taken,
    Refused(Vec<Refusal>),
}

/// To the house, and to those who can come in.
async fn added(
    tx: &mut Tx,
    newcomer: &Newcomer,
    now: Timestamp,
    houses: &Houses,
) -> Result<Added, LedgerError> {
    let submission = Submitted {
        envelope: newcomer.added.clone(),
        actor: Actor::House,
        now,
        mark: None,
        attached: None,
    };
    let stream = submission.envelope.stream;
    let version = match submit::apply(tx, &submission, houses).await? {
        Outcome::Applied { last, .. } => last,
        Outcome::Refused(why) => return Ok(Added::Refused(why)),
        // A command adds one person once.
        Outcome::Duplicate { .. } | Outcome::Unchanged => return Ok(Added::Taken),
    };
    let (person, email) = (newcomer.person, &newcomer.email);
    Ok(
        match credentials::set_email(tx, person, email, now).await? {
            true => Added::Known(Live::Moved { stream, version }),
            false => Added::Taken,
        },
    )
}
