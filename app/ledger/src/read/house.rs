//! The house as it stands, as it once stood, and the names of its people: each read once, as no version ever changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use domain::house::House;
use domain::ids::StreamId;

use super::{Words, words};
use crate::load::house_at;
use crate::{Ledger, LedgerError};

/// Versions of the house that are held; deadlines that still run name few.
const HELD_MAX: usize = 64;

/// What was read of the house: old versions, and the words of the newest that was asked for.
#[derive(Debug, Default)]
pub(crate) struct Known {
    houses: Mutex<BTreeMap<u64, Arc<House>>>,
    words: Mutex<Option<(u64, Arc<Words>)>>,
}

impl Known {
    fn house(&self, version: u64) -> Option<Arc<House>> {
        self.houses.lock().ok()?.get(&version).cloned()
    }

    fn hold(&self, house: &Arc<House>) {
        let Ok(mut held) = self.houses.lock() else {
            return;
        };
        if held.len() >= HELD_MAX {
            held.pop_first();
        }
        held.insert(house.version, Arc::clone(house));
    }

    fn words(&self, version: u64) -> Option<Arc<Words>> {
        let held = self.words.lock().ok()?;
        let known = held.as_ref().filter(|(of, _)| *of == version);
        known.map(|(_, words)| Arc::clone(words))
    }

    fn hold_words(&self, version: u64, words: &Arc<Words>) {
        if let Ok(mut held) = self.words.lock() {
            *held = Some((version, Arc::clone(words)));
        }
    }
}

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
    pub async fn house_at(&self, version: u64) -> Result<Option<Arc<House>>, LedgerError> {
        let known = self.known();
        if let Some(house) = known.house(version) {
            return Ok(Some(house));
        }
        let mut tx = self.snapshot().await?;
        let house = house_at(&mut tx, version).await?.map(Arc::new);
        if let Some(house) = &house {
            known.hold(house);
        }
        Ok(house)
    }

    /// The words of a house: its people's names.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn house_words(&self, house: &House) -> Result<Arc<Words>, LedgerError> {
        let known = self.known();
        if let Some(words) = known.words(house.version) {
            return Ok(words);
        }
        let ids = house.people.values().map(|person| person.name.id).collect();
        let mut tx = self.snapshot().await?;
        let words = Arc::new(words(&mut tx, StreamId::HOUSE, ids).await?);
        known.hold_words(house.version, &words);
        Ok(words)
    }
}
