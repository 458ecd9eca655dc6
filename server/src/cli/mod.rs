//! The command line: what can be asked, and the one place where a failure becomes a sentence and an exit code.
//! It refuses to begin anything before its settings are right.

mod backup;
mod check;
mod demo;
mod import;
mod people;
mod schema;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{DatabaseArgs, ServeArgs};
use crate::telemetry;

/// Palabra keeps the promises a house sells with: every call, promise, order, delay and claim of a customer on one
/// page, live, sealed line by line.
///
/// A first day:
///   palabra migrate           makes the database
///   palabra serve             serves http://127.0.0.1:3000 and prints the link that makes the first administrator
///   palabra import orders pedidos.csv --source erp --key Pedido
///
/// To look around first: palabra demo && palabra serve --demo, with DATABASE_URL=sqlite:data/demo.db
///
/// Exit codes: 0 done; 1 failed, or something found wrong; 2 imported but for the rows that were refused;
/// 64 asked wrongly, by arguments or settings that cannot be right.
#[derive(Debug, Parser)]
#[command(name = "palabra", version, verbatim_doc_comment, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    database: DatabaseArgs,
    /// What to write to standard error: warn, info, debug, or of one part more: warn,server=debug (parts: server, ledger, ui)
    #[arg(
        long,
        global = true,
        env = "PALABRA_LOG",
        default_value = "info",
        value_name = "FILTER"
    )]
    log: String,
    /// How to write it: text, or json, an object a line
    #[arg(
        long,
        global = true,
        env = "PALABRA_LOG_FORMAT",
        default_value = "text",
        value_name = "FORMAT"
    )]
    log_format: String,
    #[command(subcommand)]
    command: Ask,
}

#[derive(Debug, Subcommand)]
enum Ask {
    /// Serve the pages until stopped
    Serve(ServeArgs),
    /// Make the database, or bring it to the form this version works on
    Migrate,
    /// Lay the stories in a database of their own, anew each time, for palabra serve --demo
    Demo,
    /// Bring in customers or orders from a file; the same file again writes nothing, exit code 2 where rows were refused
    #[command(subcommand)]
    Import(import::Ask),
    /// Read every sealed line and every text again and say whether any was changed or is missing
    Verify,
    /// Write everything that is shown anew from the sealed facts
    Rebuild {
        /// Only compare, write nothing; exit code 1 where something differs
        #[arg(long)]
        check: bool,
    },
    /// Copy the whole ledger, as of now, into a new file that is itself a ledger
    Backup {
        /// The file to make
        file: PathBuf,
    },
    /// Fill a database that holds nothing yet from a backup, on either engine
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Add, list and lock people
    #[command(subcommand)]
    User(people::Ask),
}

/// What `sysexits.h` has for a wrong question: 2 says that rows of an import were refused.
const ASKED_WRONGLY: u8 = 64;

/// Runs what was asked and answers the shell, with the exit codes that `--help` tells.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(told) => {
            // A terminal that went away is told nothing.
            let _ = told.print();
            return match told.use_stderr() {
                true => ExitCode::from(ASKED_WRONGLY),
                false => ExitCode::SUCCESS,
            };
        }
    };
    if let Err(error) = telemetry::start(&cli.log, &cli.log_format) {
        return asked_wrongly(&error);
    }
    let Ok(runtime) = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    else {
        return failed(&std::io::Error::other("no threads can be started"));
    };
    runtime.block_on(run(cli))
}

async fn run(cli: Cli) -> ExitCode {
    let url = cli.database.database_url;
    match cli.command {
        Ask::Serve(args) => match args
            .check()
            .and_then(|config| Ok((config, args.replica.of(&url)?)))
        {
            Ok((config, replica)) => ended(serve::run(&url, replica, config).await),
            Err(error) => asked_wrongly(&error),
        },
        Ask::Migrate => ended(schema::migrate(&url).await),
        Ask::Demo => ended(demo::run(&url).await),
        Ask::Import(ask) => ended(import::run(&url, ask).await),
        Ask::Verify => ended(check::verify(&url).await),
        Ask::Rebuild { check } => ended(check::rebuild(&url, check).await),
        Ask::Backup { file } => ended(backup::run(&url, &file).await),
        Ask::Restore { file } => ended(backup::restore(&url, &file).await),
        Ask::User(ask) => ended(people::run(&url, ask).await),
    }
}

/// Any failure on its way to its sentence.
type Failure = Box<dyn std::error::Error + Send + Sync>;

fn ended(outcome: Result<ExitCode, Failure>) -> ExitCode {
    outcome.unwrap_or_else(|error| failed(error.as_ref()))
}

fn failed(error: &dyn std::error::Error) -> ExitCode {
    say(error);
    ExitCode::FAILURE
}

fn asked_wrongly(error: &dyn std::error::Error) -> ExitCode {
    say(error);
    ExitCode::from(ASKED_WRONGLY)
}

/// One sentence, with its causes.
fn say(error: &dyn std::error::Error) {
    eprintln!("palabra: {}", telemetry::causes(error));
}
