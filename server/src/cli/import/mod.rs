//! `palabra import`: a file's rows become customers and orders on their timelines; said again, they write nothing.
//! A refused row stops nothing and is written down with its reason. It refuses to guess a date that can be read two ways
//! differently in one file.

mod accounts;
mod cells;
mod columns;
mod dry;
mod order_rows;
mod orders;
mod progress;
mod reasons;
mod refused;
mod rows;
mod send;
mod sheet;
mod summary;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use domain::house::House;
use domain::ids::PersonId;
use ledger::Ledger;

use self::cells::{Dates, Zones};
use self::columns::Columns;
use self::dry::Rehearsal;
use self::progress::Progress;
use self::refused::Refused;
use self::rows::Reading;
use self::send::Mode;
use self::sheet::Sheet;
use self::summary::Summary;
use super::Failure;
use crate::auth::token::Token;
use crate::calendar;
use crate::clock::Clock;

/// What a file holds.
#[derive(Debug, Subcommand)]
pub(super) enum Ask {
    /// Customers, one a row: name, tax_id, kind, contact, phone, email
    Accounts(ImportArgs),
    /// Order lines, one a row: customer, customer_name, number, placed, what, quantity, requested, promised, repromised, actual
    Orders(ImportArgs),
}

/// How a file is read.
#[derive(Debug, Clone, Args)]
pub(super) struct ImportArgs {
    /// The file: CSV with commas, semicolons or tabs, in UTF-8 or Windows-1252
    file: PathBuf,
    /// Where it comes from, such as erp: with the key, what makes a row the same row next time
    #[arg(long)]
    source: String,
    /// The column that tells rows apart
    #[arg(long)]
    key: String,
    /// Which column a field is in, where its name does not say so: promised=F.Compromiso (an empty column: not in this file)
    #[arg(long = "map", value_name = "FIELD=COLUMN")]
    maps: Vec<String>,
    /// Who answers for new customers, by e-mail address
    #[arg(long, value_name = "EMAIL")]
    owner: Option<String>,
    /// The zone in which the file tells hours, such as UTC: a late hour there may be the next day here [default: the store's]
    #[arg(long, value_name = "ZONE")]
    time_zone: Option<String>,
    /// How dates are written, such as %d.%m.%Y [default: read from the file]
    #[arg(long, value_name = "FORMAT")]
    date_format: Option<String>,
    /// Read and decide everything, write nothing
    #[arg(long)]
    dry_run: bool,
    /// The summary as one line of JSON
    #[arg(long)]
    json: bool,
}

/// What was asked cannot be done with this file.
#[derive(Debug, thiserror::Error)]
enum ImportError {
    #[error("{file} cannot be read")]
    Read {
        file: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("{0} has no rows below its first line of column names")]
    Empty(PathBuf),
    #[error("--source is empty: name where the file comes from, such as erp")]
    NoSource,
    #[error("there is no column {column}: the file has {known}")]
    NoColumn { column: String, known: String },
    #[error("--map {0} is not FIELD=COLUMN")]
    NotAMap(String),
    #[error("--map names no field {field}: there are {known}")]
    NoField { field: String, known: String },
    #[error("no column of the file says {field}: add --map {field}=COLUMN")]
    Unsaid { field: &'static str },
    #[error("--owner {0} is nobody who serves customers here: palabra user list shows who does")]
    NoOwner(String),
    #[error(
        "--owner is missing: several people serve customers here, and one answers for what is imported"
    )]
    OwnerUnsaid,
    #[error("nobody serves customers here yet: palabra user add makes the first")]
    Nobody,
    #[error("{0} is not a time zone, such as Europe/Madrid")]
    NoZone(String),
    #[error("{0} is not a format of dates, such as %d.%m.%Y")]
    NoFormat(String),
    #[error("there is no house yet: palabra serve begins it")]
    NoHouse,
    #[error("{file} cannot be written")]
    Write {
        file: PathBuf,
        #[source]
        source: csv::Error,
    },
    #[error(
        "the ledger did not take row {line}; run the same again, and what is written is not written twice"
    )]
    Keep {
        line: u64,
        #[source]
        source: ledger::LedgerError,
    },
}

pub(super) async fn run(url: &str, ask: Ask) -> Result<ExitCode, Failure> {
    let ledger = Ledger::open(url).await?;
    let done = match &ask {
        Ask::Accounts(args) => import(&ledger, args, Kind::Accounts).await,
        Ask::Orders(args) => import(&ledger, args, Kind::Orders).await,
    };
    ledger.close().await;
    done
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Accounts,
    Orders,
}

async fn import(ledger: &Ledger, args: &ImportArgs, kind: Kind) -> Result<ExitCode, Failure> {
    let sheet = Sheet::read(&args.file)?;
    let fields = match kind {
        Kind::Accounts => accounts::FIELDS,
        Kind::Orders => order_rows::FIELDS,
    };
    let columns = Columns::of(&sheet.header, fields, &args.key, &args.maps)?;
    let reading = reading(ledger, args, &sheet, &columns).await?;
    let mut mode = if args.dry_run {
        Mode::Dry(Rehearsal::default())
    } else {
        Mode::Write
    };
    let progress = Progress::begin(sheet.records.len());
    let outcome = match kind {
        Kind::Accounts => {
            accounts::import(ledger, &reading, &sheet, &columns, &mut mode, &progress).await
        }
        Kind::Orders => {
            orders::import(ledger, &reading, &sheet, &columns, &mut mode, &progress).await
        }
    };
    progress.end();
    let (summary, refused) = outcome?;
    tell(args, &sheet, &summary, &refused)?;
    Ok(if refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
    })
}

async fn reading(
    ledger: &Ledger,
    args: &ImportArgs,
    sheet: &Sheet,
    columns: &Columns,
) -> Result<Reading, Failure> {
    let source = args.source.trim().to_owned();
    if source.is_empty() {
        return Err(ImportError::NoSource.into());
    }
    let house = ledger.house().await?;
    let owner = owner(ledger, &house, args.owner.as_deref()).await?;
    let of_owner = house.active(owner).and_then(|person| person.store);
    let first = || house.stores.keys().next().copied();
    let store = of_owner.or_else(first).ok_or(ImportError::NoHouse)?;
    let here = house.zone(store);
    let theirs = match args.time_zone.as_deref() {
        Some(name) => calendar::zone(name).ok_or_else(|| ImportError::NoZone(name.to_owned()))?,
        None => here.clone(),
    };
    let dates = dates(args, Zones { here, theirs }, sheet, columns)?;
    let fresh = Token::mint()?.hash().to_vec();
    let secret = ledger.secret("import", fresh).await?;
    Ok(Reading {
        source,
        secret,
        house,
        store,
        owner,
        dates,
        now: Clock::machine().now(),
    })
}

fn dates(
    args: &ImportArgs,
    zones: Zones,
    sheet: &Sheet,
    columns: &Columns,
) -> Result<Dates, ImportError> {
    match args.date_format.as_deref() {
        Some(format) => {
            Dates::written_as(format, zones).ok_or_else(|| ImportError::NoFormat(format.to_owned()))
        }
        None => Ok(Dates::read_from(columns.dates(sheet), zones)),
    }
}

/// By whom new customers are answered for: as said, or the only one there is.
async fn owner(ledger: &Ledger, house: &House, email: Option<&str>) -> Result<PersonId, Failure> {
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
        [] => Err(ImportError::Nobody.into()),
        _ => Err(ImportError::OwnerUnsaid.into()),
    }
}

/// The summary, and the refused rows beside the file.
fn tell(
    args: &ImportArgs,
    sheet: &Sheet,
    summary: &Summary,
    refused: &[Refused],
) -> Result<(), ImportError> {
    let beside = refused::beside(&args.file);
    let file = if args.dry_run {
        None
    } else {
        refused::write(&beside, sheet, refused)?.then_some(beside.as_path())
    };
    if args.json {
        println!("{}", summary.json(file));
        return Ok(());
    }
    println!("{}", summary.sentence(args.dry_run));
    say_refused(refused, file);
    Ok(())
}

fn say_refused(refused: &[Refused], file: Option<&Path>) {
    const SHOWN: usize = 10;
    for row in refused.iter().take(SHOWN) {
        println!("  line {}: {}", row.line, row.reason);
    }
    if refused.len() > SHOWN {
        println!("  and {} more", refused.len() - SHOWN);
    }
    if let Some(file) = file {
        println!(
            "  all of them stand in {}: mend it and import it as you did this one",
            file.display()
        );
    }
}
