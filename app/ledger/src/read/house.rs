//! The house as it stands, as it once stood, and the names of its people.

use std::sync::Arc;

use domain::house::House;
use domain::ids::StreamId;

use super::{Words, words};
use crate::load::house_at;
use crate::{Ledger, LedgerError};

impl Ledger {
    /// The house as it stands; an empty one before it is founded.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn house(&self) -> Result<Arc<House>, LedgerError> {
        let mut tx = self.snapshot().await?;
        self.houses().current(&mut tx).await
    }

    /// The house as it stood at a version, with whose calendar a deadline was counted; `None` where it never did.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn house_at(&self, version: u64) -> Result<Option<House>, LedgerError> {
        let mut tx = self.snapshot().await?;
        house_at(&mut tx, version).await
    }

    /// The words of a house: its people's names.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn house_words(&self, house: &House) -> Result<Words, LedgerError> {
        let ids = house.people.values().map(|person| person.name.id).collect();
        let mut tx = self.snapshot().await?;
        words(&mut tx, StreamId::HOUSE, ids).await
    }
}
