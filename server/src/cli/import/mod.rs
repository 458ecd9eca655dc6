//! `palabra import`: a file's rows become customers and orders on their timelines, and its invoices are compared with
//! what was promised; said again, they write nothing.
//! The file is read through first, so that what cannot be done with it is said before anything is written, and then a
//! few hundred rows at a time: it is never held whole. A refused row stops nothing and is written down with its reason.
//! It refuses to guess a date that can be read two ways differently in one file.

mod accounts;
mod cells;
mod columns;
mod course;
mod dates;
mod dry;
mod encoding;
mod error;
mod invoice_rows;
mod invoicing;
mod line_count;
mod months;
mod notes;
mod order_rows;
mod progress;
mod reading;
mod reasons;
mod refused;
mod rows;
mod send;
mod sheet;
mod sorted;
mod split;
mod summary;
mod survey;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use ledger::Ledger;

use self::columns::{Columns, Field};
use self::course::Course;
use self::error::ImportError;
use self::notes::Note;
use self::progress::Progress;
use self::refused::{Beside, Refusals, Told};
use self::rows::{Reading, Understood};
use self::send::Mode;
use self::sheet::Sheet;
use self::split::Record;
use self::summary::Summary;
use self::survey::Survey;
use super::Failure;

/// Some rows were refused, the rest is written.
const SOME_REFUSED: u8 = 2;

/// What a file holds.
#[derive(Debug, Subcommand)]
pub(super) enum Ask {
    /// Customers, one a row: name, tax_id, kind, contact, phone, email
    Accounts(ImportArgs),
    /// Order lines, one a row: customer, customer_name, number, placed, what, quantity, requested, promised, repromised, actual
    Orders(ImportArgs),
    /// Invoices, one a row, to be compared with what was promised: customer, number, drawn, amount, tax, rate, every, list, percent, off, due, sent, order, promise, replaces
    Invoices(ImportArgs),
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
    /// How dates are written, such as %d.%m.%Y [default: read from the file, in numbers or with Spanish or English months]
    #[arg(long, value_name = "FORMAT")]
    date_format: Option<String>,
    /// Words in a cell that mean nothing, such as "Date Not Captured"; may be given several times
    #[arg(long = "empty", value_name = "WORDS")]
    nothing: Vec<String>,
    /// An order that does not say when it was placed was placed on the earliest day of its row [default: it is refused]
    #[arg(long)]
    earliest: bool,
    /// Whether the amounts of invoices have their tax in them, where no column says so: included, excluded or exempt
    #[arg(long, value_name = "BASIS")]
    tax: Option<String>,
    /// The rate of that tax, in %, where no column says it [default: the house's]
    #[arg(long)]
    rate: Option<String>,
    /// Read and decide everything, write nothing
    #[arg(long)]
    dry_run: bool,
    /// The summary and the refused rows as one line of JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(url: &str, ask: Ask) -> Result<ExitCode, Failure> {
    let ledger = Ledger::open(url).await?;
    let done = match &ask {
        Ask::Accounts(args) => import(&ledger, args, Kind::Accounts).await,
        Ask::Orders(args) => import(&ledger, args, Kind::Orders).await,
        Ask::Invoices(args) => import(&ledger, args, Kind::Invoices).await,
    };
    ledger.close().await;
    done
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Accounts,
    Orders,
    Invoices,
}

impl Kind {
    fn fields(self) -> &'static [Field] {
        match self {
            Self::Accounts => accounts::FIELDS,
            Self::Orders => order_rows::FIELDS,
            Self::Invoices => invoice_rows::FIELDS,
        }
    }

    /// That the file has the columns without which no row says anything.
    fn needs(self, columns: &Columns, args: &ImportArgs) -> Result<(), ImportError> {
        match self {
            Self::Accounts => columns.must_say("name"),
            Self::Orders => {
                columns.must_say("customer")?;
                match args.earliest {
                    true => Ok(()),
                    false => columns.must_say("placed"),
                }
            }
            Self::Invoices => {
                for field in ["customer", "drawn", "amount"] {
                    columns.must_say(field)?;
                }
                match args.tax {
                    Some(_) => Ok(()),
                    None => columns.must_say("tax"),
                }
            }
        }
    }

    /// What a row states, or why it says nothing.
    fn understand(
        self,
        reading: &Reading,
        columns: &Columns,
        record: &Record,
        note: Note,
    ) -> Result<Understood, String> {
        let key = rows::key(columns, record)?;
        if note == Note::Repeated {
            return Err(format!(
                "another row above has the key {}",
                cells::quoted(key)
            ));
        }
        match self {
            Self::Orders => order_rows::order(reading, columns, record, key),
            Self::Accounts => {
                accounts::account(reading, columns, record, key).map(Understood::Account)
            }
            Self::Invoices => {
                invoice_rows::invoice(reading, columns, record, key).map(Understood::Invoice)
            }
        }
    }
}

async fn import(ledger: &Ledger, args: &ImportArgs, kind: Kind) -> Result<ExitCode, Failure> {
    let sheet = Sheet::open(&args.file)?;
    let columns = Columns::of(
        &sheet.header,
        kind.fields(),
        &args.key,
        &args.maps,
        &args.nothing,
    )?;
    kind.needs(&columns, args)?;
    let mut survey = Survey::of(&sheet, &columns)?;
    if survey.rows == 0 {
        return Err(ImportError::Empty(args.file.clone()).into());
    }
    let reading = reading::begin(ledger, args, kind, survey.dates.clone()).await?;
    if kind == Kind::Orders {
        survey.note_customers(&sheet, &columns, &reading)?;
    }
    let mode = if args.dry_run { Mode::Dry } else { Mode::Write };
    let mut refused = refusals(args, mode, &sheet)?;
    let progress = Progress::begin(survey.rows);
    let course = Course {
        ledger,
        reading: &reading,
        columns: &columns,
        kind,
        mode,
    };
    let done = course
        .run(&sheet, &mut survey.notes, &mut refused, &progress)
        .await;
    progress.end();
    let summary = done?;
    tell(args, kind, mode, &summary, refused.end()?)?;
    Ok(match summary.refused {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(SOME_REFUSED),
    })
}

fn refusals(args: &ImportArgs, mode: Mode, sheet: &Sheet) -> Result<Refusals, ImportError> {
    let beside = match mode {
        Mode::Write => Some(Beside::of(&args.file, sheet)),
        Mode::Dry => None,
    };
    let json = args.json.then(tempfile::tempfile).transpose()?;
    Ok(Refusals::begin(beside, json))
}

/// The summary and the refused rows, also where their file could not be written.
fn tell(
    args: &ImportArgs,
    kind: Kind,
    mode: Mode,
    summary: &Summary,
    mut refused: Told,
) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    if args.json {
        summary.say_json(&mut refused, &mut out)?;
    } else {
        summary.say(kind, mode, &refused, &mut out)?;
    }
    out.flush()?;
    match refused.failed {
        Some(source) => Err(ImportError::Write {
            file: Beside::place(&args.file),
            source,
        }
        .into()),
        None => Ok(()),
    }
}
