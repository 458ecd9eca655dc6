//! `palabra demo`: lays the stories in a database of their own, anew each time.
//! It refuses a database in which anybody real can sign in, or has customers.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use domain::time::Timestamp;
use ledger::{Ledger, LedgerError};

use super::Failure;
use crate::clock::Clock;
use crate::demo;

/// It cannot be laid there.
#[derive(Debug, thiserror::Error)]
enum LayError {
    #[error(
        "{0} holds a real house, and the demo empties what it is given: name another with DATABASE_URL=sqlite:data/demo.db"
    )]
    Real(String),
    #[error("{0} is not empty, and the demo empties files only: give it an empty database")]
    NotEmpty(String),
    #[error("{file} cannot be emptied")]
    Empty {
        file: PathBuf,
        #[source]
        source: std::io::Error,
    },
}

pub(super) async fn run(url: &str) -> Result<ExitCode, Failure> {
    empty(url).await?;
    Ledger::migrate(url).await?;
    let ledger = Ledger::open(url).await?;
    let told = demo::fill(&ledger, Clock::machine().now()).await;
    let shown = ledger.shown();
    ledger.close().await;
    let told = told?;
    println!(
        "{} customers and {} lines of their stories are in {shown}. palabra serve --demo shows them.",
        told.accounts, told.commands
    );
    Ok(ExitCode::SUCCESS)
}

/// `serve --demo` on a database in which there is nothing yet.
pub(super) async fn lay_where_empty(url: &str, now: Timestamp) -> Result<(), Failure> {
    match Ledger::open(url).await {
        Err(LedgerError::Missing { .. } | LedgerError::NotMigrated { found: 0, .. }) => {
            Ledger::migrate(url).await?;
        }
        Err(error) => return Err(error.into()),
        Ok(ledger) => ledger.close().await,
    }
    let ledger = Ledger::open(url).await?;
    let done = match ledger.house().await {
        Ok(house) if house.version == 0 => demo::fill(&ledger, now).await.map(|_| ()),
        Ok(_) => Ok(()),
        Err(error) => Err(error.into()),
    };
    ledger.close().await;
    Ok(done?)
}

async fn empty(url: &str) -> Result<(), Failure> {
    let ledger = match Ledger::open(url).await {
        Ok(ledger) => ledger,
        Err(LedgerError::Missing { .. } | LedgerError::NotMigrated { found: 0, .. }) => {
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    let shown = ledger.shown();
    let begun = ledger.house().await?.version > 0;
    let credentials = ledger.credentials().await?;
    ledger.close().await;
    if !begun && credentials.is_empty() {
        return Ok(());
    }
    let is_demo =
        !credentials.is_empty() && credentials.iter().all(|known| demo::is_demo(&known.email));
    if !is_demo {
        return Err(LayError::Real(shown).into());
    }
    let Some(file) = url.strip_prefix("sqlite:") else {
        return Err(LayError::NotEmpty(shown).into());
    };
    let file = file.strip_prefix("//").unwrap_or(file);
    for part in ["", "-wal", "-shm"] {
        remove(Path::new(&format!("{file}{part}")))?;
    }
    Ok(())
}

fn remove(file: &Path) -> Result<(), LayError> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(LayError::Empty {
            file: file.to_path_buf(),
            source: error,
        }),
        _ => Ok(()),
    }
}
