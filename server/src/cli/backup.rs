//! `palabra backup FILE`: the whole ledger in one file that is itself a ledger, taken while people work.
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
