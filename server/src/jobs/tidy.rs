//! Forgets what sign-in no longer needs: tries and sessions that are over.
//! It refuses to forget anything of the ledger's.

use std::time::Duration;

use ledger::{LedgerError, Recurring};

use crate::state::App;

pub(super) const RECURRING: Recurring = Recurring {
    name: "tidy",
    every: Duration::from_secs(60 * 60),
    lease: Duration::from_secs(10 * 60),
};

const HOUR: i64 = 60 * 60 * 1_000_000;

pub(super) async fn run(app: App) -> Result<(), LedgerError> {
    let before = app.clock.now().plus_micros(-HOUR);
    app.ledger.forget_attempts(before).await?;
    app.ledger.forget_sessions(before).await?;
    Ok(())
}
