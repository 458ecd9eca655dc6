//! `palabra backup FILE`: the whole ledger in one file that is itself a ledger, taken while people work; and
//! `palabra restore FILE`: from it into a database that holds nothing, on either engine.
//! It refuses to write over a file that is there.

use std::path::Path;
use std::process::ExitCode;

use ledger::Ledger;

use super::Failure;

pub(super) async fn run(url: &str, file: &Path) -> Result<ExitCode, Failure> {
    let ledger = Ledger::open(url).await?;
    let done = ledger.backup(file).await;
    ledger.close().await;
    let copied = done?;
    println!(
        "{} rows of {} tables are in {file}; DATABASE_URL=sqlite:{file} opens it.",
        copied.rows,
        copied.tables,
        file = file.display()
    );
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn restore(url: &str, file: &Path) -> Result<ExitCode, Failure> {
    let copied = Ledger::restore(file, url).await?;
    println!(
        "{} rows of {} tables came back from {}; palabra verify reads them all.",
        copied.rows,
        copied.tables,
        file.display()
    );
    Ok(ExitCode::SUCCESS)
}
