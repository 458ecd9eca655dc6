//! What time it is: the machine's clock, or one that a test or the demo sets.
//! It refuses to be read anywhere but at the edge: everything further in is given an instant.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::time::Timestamp;

/// A clock, cheap to clone; clones of a set one are set together.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The machine's.
    #[must_use]
    pub fn machine() -> Self {
        Self(None)
    }

    /// One that stands where it is set.
    #[must_use]
    pub fn set_to(at: Timestamp) -> Self {
        Self(Some(Arc::new(AtomicI64::new(at.micros()))))
    }

    /// Moves a set clock; the machine's stays as it is.
    pub fn turn_to(&self, at: Timestamp) {
        if let Self(Some(set)) = self {
            set.store(at.micros(), Ordering::SeqCst);
        }
    }

    /// The instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            Self(Some(set)) => Timestamp::from_micros(set.load(Ordering::SeqCst)),
            Self(None) => Timestamp::from_utc(
                chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now()).naive_utc(),
            ),
        }
    }
}
