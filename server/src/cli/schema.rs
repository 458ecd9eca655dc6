//! `palabra migrate`: makes the database, or brings it to this version's form.
//! It refuses to go back.

use std::process::ExitCode;

use ledger::Ledger;

use super::Failure;

pub(super) async fn migrate(url: &str) -> Result<ExitCode, Failure> {
    let steps = Ledger::migrate(url).await?;
    let ledger = Ledger::open(url).await?;
    match steps {
        0 => println!("{} is as this version needs it.", ledger.shown()),
        1 => println!("{}: one step taken.", ledger.shown()),
        steps => println!("{}: {steps} steps taken.", ledger.shown()),
    }
    ledger.close().await;
    Ok(ExitCode::SUCCESS)
}
