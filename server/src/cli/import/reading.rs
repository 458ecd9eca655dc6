//! With what the rows of a file are read: whose they become, in which zone, how dates are written.
//! It refuses a file that nobody here answers for.

use domain::house::House;
use domain::ids::PersonId;
use domain::money::Rate;
use ledger::Ledger;

use super::dates::{Dates, Seen, Zones};
use super::invoice_rows::Basis;
use super::rows::{KEY_BYTES_MAX, Reading, Undated};
use super::{Failure, ImportArgs, ImportError, Kind};
use crate::auth::token::Token;
use crate::clock::Clock;
use crate::zone;

/// What every row is read with, as said or as the house has it.
pub(super) async fn begin(
    ledger: &Ledger,
    args: &ImportArgs,
    kind: Kind,
    seen: Seen,
) -> Result<Reading, Failure> {
    let source = args.source.trim().to_owned();
    match source.len() {
        0 => return Err(ImportError::NoSource.into()),
        1..=KEY_BYTES_MAX => {}
        _ => return Err(ImportError::LongSource.into()),
    }
    let house = ledger.house().await?;
    let owner = owner(ledger, &house, kind, args.owner.as_deref()).await?;
    let of_owner = house.active(owner).and_then(|person| person.store);
    let first = || house.stores.keys().next().copied();
    let store = of_owner.or_else(first).ok_or(ImportError::NoHouse)?;
    let here = house.zone(store);
    let theirs = match args.time_zone.as_deref() {
        Some(name) => zone::named(name).ok_or_else(|| ImportError::NoZone(name.to_owned()))?,
        None => here.clone(),
    };
    Ok(Reading {
        source,
        secret: secret(ledger, args).await?,
        dates: dates(args, Zones { here, theirs }, seen)?,
        basis: basis(args)?,
        rate: rate(args, &house)?,
        house,
        store,
        owner,
        undated: match args.earliest {
            true => Undated::PlacedOnTheEarliest,
            false => Undated::Refused,
        },
        now: Clock::machine().now(),
    })
}

/// What salts the words of every import; one that writes nothing makes none.
async fn secret(ledger: &Ledger, args: &ImportArgs) -> Result<Vec<u8>, Failure> {
    const NAME: &str = "import";
    let fresh = Token::mint()?.hash().to_vec();
    Ok(match args.dry_run {
        true => ledger.known_secret(NAME).await?.unwrap_or(fresh),
        false => ledger.secret(NAME, fresh).await?,
    })
}

fn dates(args: &ImportArgs, zones: Zones, seen: Seen) -> Result<Dates, ImportError> {
    match args.date_format.as_deref() {
        Some(format) => {
            Dates::written_as(format, zones).ok_or_else(|| ImportError::NoFormat(format.to_owned()))
        }
        None => Dates::as_seen(seen, zones),
    }
}

fn basis(args: &ImportArgs) -> Result<Option<Basis>, ImportError> {
    let read = |said: &str| Basis::read(said).ok_or_else(|| ImportError::NoBasis(said.to_owned()));
    args.tax.as_deref().map(read).transpose()
}

/// As said, or the house's.
fn rate(args: &ImportArgs, house: &House) -> Result<Rate, ImportError> {
    match args.rate.as_deref() {
        Some(said) => Rate::parse(said).map_err(|_| ImportError::NoRate(said.to_owned())),
        None => Ok(house.settings.tax_rate),
    }
}

/// By whom new customers are answered for: as said, or the only one there is; invoices bring none.
async fn owner(
    ledger: &Ledger,
    house: &House,
    kind: Kind,
    email: Option<&str>,
) -> Result<PersonId, Failure> {
    let serves = |person: PersonId| house.roles(person).iter().any(|role| role.is_service());
    if let Some(email) = email {
        let known = ledger.credential_by_email(email).await?;
        let person = known
            .map(|known| known.person)
            .filter(|person| serves(*person));
        return Ok(person.ok_or_else(|| ImportError::NoOwner(email.to_owned()))?);
    }
    let serving: Vec<_> = house
        .people
        .keys()
        .copied()
        .filter(|person| serves(*person))
        .collect();
    match serving.as_slice() {
        [one] => Ok(*one),
        [one, ..] if kind == Kind::Invoices => Ok(*one),
        [] => Err(ImportError::Nobody.into()),
        _ => Err(ImportError::OwnerUnsaid.into()),
    }
}
