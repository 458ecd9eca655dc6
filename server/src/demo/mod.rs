//! The demo: a house with its people, the stories, and ordinary customers, told around today through the one door.
//! It refuses to stand beside real customers.

mod names;
mod ordinary;
mod people;
mod stories;
mod teller;

use domain::refusal::Refusal;
use domain::time::Timestamp;
use ledger::{Ledger, LedgerError};

pub use people::{AT, is_demo};

use crate::auth::house::HouseError;
use crate::auth::token::NoRandomness;
use teller::Teller;

/// The demo could not be told.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A line of a story was refused: the story or the rules are wrong.
    #[error("the demo's {kind} of {account} is refused: {refusals:?}")]
    Refused {
        /// The form's kind.
        kind: String,
        /// Whose story.
        account: String,
        /// Why.
        refusals: Vec<Refusal>,
    },
    /// Not kept.
    #[error(transparent)]
    Keep(#[from] LedgerError),
    /// No house.
    #[error(transparent)]
    House(#[from] HouseError),
    /// No salt.
    #[error(transparent)]
    Token(#[from] NoRandomness),
}

/// What was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Accounts.
    pub accounts: usize,
    /// Commands.
    pub commands: usize,
}

/// Fills an empty ledger.
///
/// # Errors
/// See [`DemoError`].
pub async fn fill(ledger: &Ledger, now: Timestamp) -> Result<Told, DemoError> {
    let people = people::found(ledger, now).await?;
    let mut teller = Teller::new(ledger, people, now).await?;
    stories::the_broken_price(&mut teller).await?;
    stories::the_invoice_that_waits(&mut teller).await?;
    stories::the_call_before_the_date(&mut teller).await?;
    stories::the_lost_account(&mut teller).await?;
    ordinary::customers(&mut teller).await?;
    Ok(teller.told())
}
