//! Rows on their way to the ledger, a few hundred at a time: what reads as it did is left out, the rest is stated anew.
//! It refuses to stop for a refused row.

use domain::command::Command;
use domain::context::Actor;
use domain::entry::Envelope;
use ledger::{Imported, Ledger, LedgerError, Mark, Outcome, Submitted};

use super::dry::Rehearsal;
use super::progress::Progress;
use super::reasons;
use super::rows::{Reading, Stated};

const AT_ONCE: usize = 250;

/// Whether anything is written.
#[derive(Debug)]
pub(super) enum Mode {
    Write,
    Dry(Rehearsal),
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    Written,
    Unchanged,
    Refused(String),
}

/// The line at which the ledger failed, and how.
type Stopped = (u64, LedgerError);

/// Sends rows in their order; what became of each, in the same order.
pub(super) async fn send(
    ledger: &Ledger,
    reading: &Reading,
    rows: Vec<Stated>,
    mode: &mut Mode,
    progress: &Progress,
) -> Result<Vec<Fate>, Stopped> {
    let mut fates = Vec::with_capacity(rows.len());
    for chunk in rows.chunks(AT_ONCE) {
        let first = chunk.first().map_or(0, |row| row.line);
        let marks: Vec<String> = chunk.iter().map(|row| row.mark.clone()).collect();
        let known = ledger
            .imported(&reading.source, &marks)
            .await
            .map_err(|error| (first, error))?;
        let asked: Vec<Asked> = chunk
            .iter()
            .zip(known)
            .map(|(row, known)| ask(reading, row, known))
            .collect();
        match mode {
            Mode::Write => write(ledger, chunk, asked, &mut fates).await?,
            Mode::Dry(rehearsal) => {
                for (row, asked) in chunk.iter().zip(asked) {
                    let fate = match asked {
                        Asked::Fate(fate) => fate,
                        Asked::Submit(submitted) => {
                            let outcome = rehearsal.decide(ledger, reading, &submitted).await;
                            outcome.map_err(|error| (row.line, error))?
                        }
                    };
                    fates.push(fate);
                }
            }
        }
        progress.at(fates.len());
    }
    Ok(fates)
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
            return Asked::Fate(Fate::Refused(
                "it was imported before under another customer".to_owned(),
            ));
        }
        Some(known) if known.digest == row.digest => return Asked::Fate(Fate::Unchanged),
        Some(known) => known.seq + 1,
        None => 0,
    };
    Asked::Submit(Box::new(Submitted {
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
    }))
}

async fn write(
    ledger: &Ledger,
    chunk: &[Stated],
    asked: Vec<Asked>,
    fates: &mut Vec<Fate>,
) -> Result<(), Stopped> {
    let begun = fates.len();
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
        let outcome = outcome.map_err(|error| (chunk[at].line, error))?;
        fates[begun + at] = fate(outcome);
    }
    Ok(())
}

fn fate(outcome: Outcome) -> Fate {
    match outcome {
        Outcome::Applied { .. } => Fate::Written,
        Outcome::Duplicate { .. } | Outcome::Unchanged => Fate::Unchanged,
        Outcome::Refused(refusals) => Fate::Refused(reasons::sentence(&refusals)),
    }
}

/// Without the customers that a file of customers has told already: it knows them better.
pub(super) async fn without_known(
    ledger: &Ledger,
    source: &str,
    customers: Vec<Stated>,
) -> Result<Vec<Stated>, LedgerError> {
    let told: Vec<String> = customers
        .iter()
        .map(|row| row.mark.replacen("customer/", "account/", 1))
        .collect();
    let known = ledger.imported(source, &told).await?;
    let untold = customers
        .into_iter()
        .zip(known)
        .filter(|(_, known)| known.is_none());
    Ok(untold.map(|(row, _)| row).collect())
}
