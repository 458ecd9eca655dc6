//! `palabra verify` and `palabra rebuild`: whether what is kept is what was written, and writing what is shown anew.
//! They refuse to mend a sealed line: a broken one is told, with its place.

use std::process::ExitCode;

use ledger::{Fault, Ledger, What};

use super::Failure;

pub(super) async fn verify(url: &str) -> Result<ExitCode, Failure> {
    let ledger = Ledger::open(url).await?;
    let found = ledger.verify().await?;
    println!(
        "{} lines of {} chains and {} texts read; {} texts were erased.",
        found.facts, found.streams, found.texts, found.erased
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
    let stream = fault.stream;
    match fault.what {
        What::LineChanged(version) => format!("{stream}: line {version} was changed"),
        What::LineMissing(version) => format!("{stream}: line {version} is missing"),
        What::TailMissing(version) => format!("{stream}: the lines from {version} on are missing"),
        What::HeadDiffers => format!("{stream}: its lines do not give the head that was kept"),
        What::HeadMissing => format!("{stream}: its head is missing"),
        other => format!("{stream}: {other:?}"),
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
