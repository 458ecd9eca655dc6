//! What the command line and the first link ask of the house: to begin, to add somebody, to lock somebody out.
//! It refuses to decide: the house does, and says why not.

use domain::calendar::{Saturday, Shifts, WorkCalendar};
use domain::command::Command;
use domain::context::{Actor, Role};
use domain::entry::Envelope;
use domain::house::{HouseCommand, Pack, Settings, Store};
use domain::ids::{CommandId, PersonId, StoreId, StreamId};
use domain::money::Currency;
use domain::refusal::Refusal;
use domain::text::{Pen, Salt};
use domain::time::Timestamp;
use ledger::{Ledger, LedgerError, Newcomer, Outcome};
use uuid::Uuid;

use super::token::{NoRandomness, Token};
use crate::config::Founding;

/// The house did not do it.
#[derive(Debug, thiserror::Error)]
pub enum HouseError {
    /// It may not be.
    #[error("the house refuses: {0:?}")]
    Refused(Vec<Refusal>),
    /// Not kept.
    #[error(transparent)]
    Keep(#[from] LedgerError),
    /// No salt.
    #[error(transparent)]
    Token(#[from] NoRandomness),
}

/// Founds the house where there is none.
///
/// # Errors
/// See [`HouseError`].
pub async fn found(ledger: &Ledger, founding: &Founding, now: Timestamp) -> Result<(), HouseError> {
    if ledger.house().await?.version > 0 {
        return Ok(());
    }
    let command = HouseCommand::Found {
        name: founding.name.clone(),
        currency: Currency::EUR,
        pack: Pack::Es,
        settings: Settings::usual(),
        store: StoreId::from_uuid(Uuid::now_v7()),
        opened: Store {
            name: founding.store.clone(),
            zone: founding.zone.clone(),
            calendar: WorkCalendar {
                saturday: Saturday::Works,
                holidays: Pack::Es.rules().stated_around(now),
            },
            shifts: Shifts::usual(),
        },
    };
    match ask(ledger, new_id(), command, now).await {
        // Another server of it, started at the same time, was first.
        Err(HouseError::Refused(_)) if ledger.house().await?.version > 0 => Ok(()),
        begun => begun,
    }
}

/// Somebody works here from now on.
///
/// # Errors
/// See [`HouseError`].
pub async fn add_person(
    ledger: &Ledger,
    name: &str,
    roles: Vec<Role>,
    now: Timestamp,
) -> Result<PersonId, HouseError> {
    let (person, envelope) = adding(ledger, name, roles, now).await?;
    answered(ledger.submit(envelope, Actor::House, now).await?)?;
    Ok(person)
}

/// Somebody who will work here and come in by an address, to be admitted or welcomed by the ledger.
///
/// # Errors
/// `Keep`, `Token`.
pub async fn newcomer(
    ledger: &Ledger,
    name: &str,
    email: &str,
    roles: Vec<Role>,
    now: Timestamp,
) -> Result<Newcomer, HouseError> {
    let (person, added) = adding(ledger, name, roles, now).await?;
    Ok(Newcomer {
        person,
        email: email.to_owned(),
        added,
    })
}

async fn adding(
    ledger: &Ledger,
    name: &str,
    roles: Vec<Role>,
    now: Timestamp,
) -> Result<(PersonId, Envelope), HouseError> {
    let id = new_id();
    let seed =
        domain::text::Digest::from_hex(&Token::mint()?.text()).map_or([0; 32], |seed| seed.0);
    let person = PersonId::from_uuid(Uuid::now_v7());
    let house = ledger.house().await?;
    let command = HouseCommand::AddPerson {
        person,
        name: Pen::new(id, Salt(seed)).write(name),
        store: house.stores.keys().next().copied(),
        roles,
    };
    Ok((person, envelope(id, command, house.version, now)))
}

/// Locks somebody out, here and now.
///
/// # Errors
/// See [`HouseError`].
pub async fn lock_person(
    ledger: &Ledger,
    person: PersonId,
    now: Timestamp,
) -> Result<(), HouseError> {
    ask(ledger, new_id(), HouseCommand::LockPerson { person }, now).await?;
    ledger.lock(person, now).await?;
    Ok(())
}

fn new_id() -> CommandId {
    CommandId::from_uuid(Uuid::now_v7())
}

async fn ask(
    ledger: &Ledger,
    id: CommandId,
    command: HouseCommand,
    now: Timestamp,
) -> Result<(), HouseError> {
    let version = ledger.house().await?.version;
    let envelope = envelope(id, command, version, now);
    answered(ledger.submit(envelope, Actor::House, now).await?)
}

fn envelope(id: CommandId, command: HouseCommand, house_version: u64, now: Timestamp) -> Envelope {
    Envelope {
        id,
        stream: StreamId::HOUSE,
        command: Command::House(command),
        happened_at: now,
        sent_at: now,
        device: None,
        seen: Vec::new(),
        house_version,
    }
}

fn answered(outcome: Outcome) -> Result<(), HouseError> {
    match outcome {
        Outcome::Refused(why) => Err(HouseError::Refused(why)),
        Outcome::Applied { .. } | Outcome::Duplicate { .. } | Outcome::Unchanged => Ok(()),
    }
}
