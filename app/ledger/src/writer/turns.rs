//! Turns on a stream: those who write on one wait for each other before they take a connection. Its row lets one through
//! at a time, and whoever waits for the row holds a connection that somebody on another stream could use.
//! It refuses to promise order between servers: there, the row alone decides.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use domain::ids::StreamId;
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::timeout;

use crate::LedgerError;

/// Streams share a place by chance; two that do wait for each other, which is seldom among so many places.
const PLACES: usize = 1_024;
const PATIENCE: Duration = Duration::from_secs(10);

/// Who is next on each stream; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Turns {
    places: Arc<[Mutex<()>]>,
    chance: RandomState,
}

impl Turns {
    pub(crate) fn new() -> Self {
        Self {
            places: (0..PLACES).map(|_| Mutex::new(())).collect(),
            chance: RandomState::new(),
        }
    }

    /// Waits for those who came before.
    ///
    /// # Errors
    /// `Unavailable` when they take too long.
    pub(super) async fn on(&self, stream: StreamId) -> Result<MutexGuard<'_, ()>, LedgerError> {
        let place = self.chance.hash_one(stream) % PLACES as u64;
        let turn = timeout(PATIENCE, self.places[place as usize].lock()).await;
        turn.map_err(|_| LedgerError::Unavailable)
    }
}
