//! `palabra user`: adding, listing and locking people; a new one chooses a password by a one-time link.
//! It refuses to appoint a defensor: two directors do that together.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use domain::context::Role;
use domain::house::Standing;
use ledger::{Admitted, Ledger};

use super::Failure;
use crate::auth::house::{self, HouseError};
use crate::auth::links::{self, Purpose};
use crate::auth::welcome;
use crate::clock::Clock;
use crate::config::{Founding, FoundingArgs, PlaceArgs, PublicUrl};

/// What can be asked of people.
#[derive(Debug, Subcommand)]
pub(super) enum Ask {
    /// Add somebody and print the link by which they choose a password (for somebody known: a new link)
    Add(AddArgs),
    /// List everybody: address, name, roles
    List,
    /// Lock somebody out, here and now
    Lock {
        /// Their e-mail address
        email: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct AddArgs {
    /// Their e-mail address, by which they sign in
    email: String,
    /// Their name, as customers and colleagues read it
    #[arg(long)]
    name: Option<String>,
    /// What they do; may be given several times: account_manager, store_staff, logistics, sales_director, service_director, administrator
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    #[command(flatten)]
    place: PlaceArgs,
    #[command(flatten)]
    founding: FoundingArgs,
}

/// What was asked cannot be.
#[derive(Debug, thiserror::Error)]
enum PeopleError {
    #[error("{0} is not an e-mail address")]
    NotAnEmail(String),
    #[error("--name is missing: how should colleagues and customers call them?")]
    NoName,
    #[error("--name is too long, or has characters that cannot be seen")]
    NameWrong,
    #[error(
        "{0} is known already: --name and --role are for somebody new; without them they get a new link"
    )]
    Known(String),
    #[error("--role is missing: one or more of {known}", known = roles_known())]
    NoRole,
    #[error("{0} is not a role: one or more of {known}", known = roles_known())]
    NotARole(String),
    #[error("a defensor is appointed by two directors together, never by the command line")]
    Defensor,
    #[error("nobody signs in as {0}: palabra user list shows who does")]
    Unknown(String),
}

fn roles_known() -> String {
    let mut known: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
    known.retain(|code| *code != Role::Defensor.code());
    known.join(", ")
}

pub(super) async fn run(url: &str, ask: Ask) -> Result<ExitCode, Failure> {
    let newcomer = match &ask {
        Ask::Add(args) => Some(Newcomer::of(args)?),
        Ask::List | Ask::Lock { .. } => None,
    };
    let ledger = Ledger::open(url).await?;
    let done = match (&ask, newcomer) {
        (Ask::Lock { email }, _) => lock(&ledger, email).await,
        (_, Some(newcomer)) => add(&ledger, newcomer).await,
        (_, None) => list(&ledger).await,
    };
    ledger.close().await;
    done.map(|()| ExitCode::SUCCESS)
}

/// Somebody to be added, checked before anything is opened.
struct Newcomer<'a> {
    email: &'a str,
    name: Option<&'a str>,
    roles: Vec<Role>,
    public: PublicUrl,
    founding: Founding,
}

impl<'a> Newcomer<'a> {
    fn of(args: &'a AddArgs) -> Result<Self, Failure> {
        if !welcome::is_email(&args.email) {
            return Err(PeopleError::NotAnEmail(args.email.clone()).into());
        }
        let name = args.name.as_deref().map(str::trim);
        let name = name.filter(|name| !name.is_empty());
        if name.is_some_and(|name| !welcome::is_name(name)) {
            return Err(PeopleError::NameWrong.into());
        }
        let (_, public) = args.place.check()?;
        Ok(Self {
            email: &args.email,
            name,
            roles: read_roles(&args.roles)?,
            public,
            founding: args.founding.check()?,
        })
    }
}

async fn add(ledger: &Ledger, newcomer: Newcomer<'_>) -> Result<(), Failure> {
    let (email, now) = (newcomer.email, Clock::machine().now());
    let person = match ledger.credential_by_email(email).await? {
        Some(_) if newcomer.name.is_some() || !newcomer.roles.is_empty() => {
            return Err(PeopleError::Known(email.to_owned()).into());
        }
        Some(known) => known.person,
        None => {
            if newcomer.roles.is_empty() {
                return Err(PeopleError::NoRole.into());
            }
            let name = newcomer.name.ok_or(PeopleError::NoName)?;
            house::found(ledger, &newcomer.founding, now).await?;
            let newcomer = house::newcomer(ledger, name, email, newcomer.roles, now).await?;
            let person = newcomer.person;
            match ledger.admit(newcomer, now).await? {
                Admitted::In => person,
                Admitted::Taken => return Err(PeopleError::Known(email.to_owned()).into()),
                Admitted::Refused(why) => return Err(HouseError::Refused(why).into()),
            }
        }
    };
    let purpose = Purpose::Password(person);
    let link = links::give(ledger, purpose, newcomer.public.origin(), now).await?;
    println!("{email} chooses a password here, once, within three days:\n{link}");
    Ok(())
}

fn read_roles(typed: &[String]) -> Result<Vec<Role>, PeopleError> {
    let codes = typed.iter().flat_map(|some| some.split(',')).map(str::trim);
    codes
        .map(|code| match Role::from_code(&code.replace('-', "_")) {
            Some(Role::Defensor) => Err(PeopleError::Defensor),
            Some(role) => Ok(role),
            None => Err(PeopleError::NotARole(code.to_owned())),
        })
        .collect()
}

async fn list(ledger: &Ledger) -> Result<(), Failure> {
    let house = ledger.house().await?;
    let words = ledger.house_words(&house).await?;
    for known in ledger.credentials().await? {
        let Some(person) = house.people.get(&known.person) else {
            continue;
        };
        let name = words.get(&person.name.id).map_or("", String::as_str);
        let roles: Vec<_> = person.roles.iter().map(|role| role.code()).collect();
        let note = match (person.standing, known.locked_at, &known.password_hash) {
            (Standing::Locked, _, _) | (_, Some(_), _) => "  (locked out)",
            (_, _, None) => "  (no password yet)",
            _ => "",
        };
        println!("{}\t{name}\t{}{note}", known.email, roles.join(","));
    }
    Ok(())
}

async fn lock(ledger: &Ledger, email: &str) -> Result<(), Failure> {
    let unknown = || PeopleError::Unknown(email.to_owned());
    let known = ledger
        .credential_by_email(email)
        .await?
        .ok_or_else(unknown)?;
    house::lock_person(ledger, known.person, Clock::machine().now()).await?;
    println!("{email} is locked out, everywhere, from this moment.");
    Ok(())
}
