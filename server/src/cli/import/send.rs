//! A few hundred rows on their way to the ledger: what reads as it did is left out, the rest is stated anew, or only
//! decided where nothing is to be written. It refuses to stop for a refused row.

use domain::command::Command;
use domain::context::Actor;
use domain::entry::Envelope;
use ledger::{Imported, Ledger, LedgerError, Mark, Outcome, Submitted};

use super::rows::{Reading, Stated};
use super::{ImportError, dry, reasons};

/// Whether anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Write,
    Dry,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    Written,
    Unchanged,
    /// An invoice, and no promise that it could be compared with.
    Unpromised,
    Refused(String),
}

/// Something to be stated, and who it is stated of where the ledger may not know them yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outgoing<'a> {
    pub(super) says: &'a Stated,
    pub(super) customer: Option<&'a Stated>,
}

/// Sends rows in their order; what became of each, in the same order.
pub(super) async fn send(
    ledger: &Ledger,
    reading: &Reading,
    mode: Mode,
    rows: &[Outgoing<'_>],
) -> Result<Vec<Fate>, ImportError> {
    let first = rows.first().map_or(0, |row| row.says.line);
    let marks: Vec<String> = rows.iter().map(|row| row.says.mark.clone()).collect();
    let known = ledger.imported(&reading.source, &marks).await;
    let known = known.map_err(kept_no(first))?;
    let asked = rows
        .iter()
        .zip(known)
        .map(|(row, known)| ask(reading, row.says, known))
        .collect();
    match mode {
        Mode::Write => write(ledger, rows, asked).await,
        Mode::Dry => decide(ledger, reading, rows, asked).await,
    }
}

/// A failure of the ledger's, told with the row it came at.
pub(super) fn kept_no(line: u64) -> impl FnOnce(LedgerError) -> ImportError {
    move |source| ImportError::Keep { line, source }
}

/// What is to be done with a row.
#[derive(Debug)]
enum Asked {
    Fate(Fate),
    Submit(Box<Submitted>),
}

fn ask(reading: &Reading, row: &Stated, known: Option<Imported>) -> Asked {
    let seq = match known {
        Some(known) if known.stream != row.account.into() => {
            return Asked::Fate(elsewhere());
        }
        Some(known) if known.digest == row.digest => return Asked::Fate(Fate::Unchanged),
        Some(known) => known.seq + 1,
        None => 0,
    };
    Asked::Submit(Box::new(submitted(reading, row, seq)))
}

/// A key stays with its customer.
pub(super) fn elsewhere() -> Fate {
    Fate::Refused("it was imported before under another customer".to_owned())
}

/// A row as it is stated, the n-th time it reads otherwise.
pub(super) fn submitted(reading: &Reading, row: &Stated, seq: u64) -> Submitted {
    Submitted {
        envelope: Envelope {
            id: reading.command(&row.mark, seq, row.digest),
            stream: row.account.into(),
            command: Command::Account(row.command.clone()),
            happened_at: row.happened_at,
            sent_at: reading.now,
            device: None,
            seen: Vec::new(),
            house_version: reading.house.version,
        },
        actor: Actor::Import {
            source: reading.source.clone(),
        },
        now: reading.now,
        mark: Some(Mark {
            source: reading.source.clone(),
            key: row.mark.clone(),
            digest: row.digest,
            seq,
        }),
        attached: None,
    }
}

async fn write(
    ledger: &Ledger,
    rows: &[Outgoing<'_>],
    asked: Vec<Asked>,
) -> Result<Vec<Fate>, ImportError> {
    let mut fates = Vec::with_capacity(rows.len());
    let mut submitted = Vec::new();
    let mut places = Vec::new();
    for (at, asked) in asked.into_iter().enumerate() {
        match asked {
            Asked::Fate(fate) => fates.push(fate),
            Asked::Submit(submission) => {
                fates.push(Fate::Unchanged);
                submitted.push(*submission);
                places.push(at);
            }
        }
    }
    let outcomes = ledger.submit_many(submitted).await;
    for (at, outcome) in places.into_iter().zip(outcomes) {
        fates[at] = fate(outcome.map_err(kept_no(rows[at].says.line))?);
    }
    Ok(fates)
}

fn fate(outcome: Outcome) -> Fate {
    match outcome {
        Outcome::Applied { .. } => Fate::Written,
        Outcome::Duplicate { .. } | Outcome::Unchanged => Fate::Unchanged,
        Outcome::Refused(refusals) => Fate::Refused(reasons::sentence(&refusals)),
    }
}

async fn decide(
    ledger: &Ledger,
    reading: &Reading,
    rows: &[Outgoing<'_>],
    asked: Vec<Asked>,
) -> Result<Vec<Fate>, ImportError> {
    let mut fates = Vec::with_capacity(rows.len());
    for (row, asked) in rows.iter().zip(asked) {
        fates.push(match asked {
            Asked::Fate(fate) => fate,
            Asked::Submit(submitted) => dry::decide(ledger, reading, &submitted, row.customer)
                .await
                .map_err(kept_no(row.says.line))?,
        });
    }
    Ok(fates)
}

/// Whether a file of customers has told each of them already: it knows them better.
pub(super) async fn are_known(
    ledger: &Ledger,
    reading: &Reading,
    customers: &[Stated],
) -> Result<Vec<bool>, ImportError> {
    let first = customers.first().map_or(0, |row| row.line);
    let told: Vec<String> = customers
        .iter()
        .map(|row| row.mark.replacen("customer/", "account/", 1))
        .collect();
    let known = ledger.imported(&reading.source, &told).await;
    let known = known.map_err(kept_no(first))?;
    Ok(known.iter().map(Option::is_some).collect())
}
