//! `palabra verify` and `palabra rebuild`: whether what is kept is what was written, and writing what is shown anew.
//! They refuse to mend a sealed line: a broken one is told, with its place.

use std::process::ExitCode;

use ledger::{Fault, Ledger, What};

use super::Failure;

pub(super) async fn verify(url: &str) -> Result<ExitCode, Failure> {
    let ledger = Ledger::open(url).await?;
    let found = ledger.verify().await?;
    println!(
        "{} lines of {} chains, {} texts and {} attachments read; {} were erased.",
        found.facts, found.streams, found.texts, found.attachments, found.erased
    );
    for fault in &found.faults {
        println!("{}", sentence(fault));
    }
    let is_whole = found.faults.is_empty();
    match found.faults.len() {
        0 => println!("Everything is as it was written."),
        1 => println!("One thing is not as it was written."),
        n => println!("{n} things are not as they were written."),
    }
    ledger.close().await;
    Ok(if is_whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn sentence(fault: &Fault) -> String {
    let what = match &fault.what {
        What::LineChanged(version) => format!("line {version} was changed"),
        What::LineMissing { from, to } if from == to => format!("line {from} is missing"),
        What::LineMissing { from, to } => format!("the lines {from} to {to} are missing"),
        What::LineMisplaced(version) => format!("a line stands at {version}, where none can"),
        What::TailMissing(version) => format!("the lines from {version} on are missing"),
        What::LinesUnreadable(version) => format!("the lines from {version} on cannot be read"),
        What::HeadDiffers => "its lines do not give the head that was kept".to_owned(),
        What::HeadMissing => "its head is missing".to_owned(),
        What::TextMissing(version) => format!("a text of line {version} is missing"),
        What::TextChanged(version) => format!("a text of line {version} was changed"),
        What::TextUnreadable(version) => format!("a text of line {version} cannot be read"),
        What::AttachmentMissing(version) => format!("the attachment of line {version} is missing"),
        What::AttachmentChanged(version) => format!("the attachment of line {version} was changed"),
        What::AttachmentUnreadable(version) => {
            format!("the attachment of line {version} cannot be read")
        }
        What::CommandMissing(version) => {
            format!("the command of line {version} is not kept as applied")
        }
        What::Damaged(said) => format!("the database is damaged: {said}"),
    };
    match fault.stream {
        Some(stream) => format!("{stream}: {what}"),
        None => what,
    }
}

pub(super) async fn rebuild(url: &str, check_only: bool) -> Result<ExitCode, Failure> {
    let ledger = Ledger::open(url).await?;
    let found = match check_only {
        true => ledger.check().await?,
        false => ledger.rebuild().await?,
    };
    for difference in &found.differences {
        println!(
            "{}: {} stands otherwise than its facts make it",
            difference.stream, difference.table
        );
    }
    let differs = !found.differences.is_empty();
    let done = match (check_only, differs) {
        (true, false) => "nothing differs from its facts",
        (true, true) => "something differs: palabra rebuild writes it anew",
        (false, false) => "all written anew, and nothing had differed",
        (false, true) => "all written anew",
    };
    println!(
        "{} facts of {} streams replayed: {done}.",
        found.facts, found.streams
    );
    ledger.close().await;
    Ok(if check_only && differs {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
