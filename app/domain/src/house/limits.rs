//! What may be given without asking, and from when a director is told.

use serde::{Deserialize, Serialize};

use super::{House, Pack};
use crate::money::Money;

/// The house's two amounts, in minor units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The most that anyone at a counter gives as a gesture.
    pub gesture_minor_max: i64,
    /// Above this a director is told at once of what was honoured.
    pub alert_minor: i64,
}

impl Limits {
    /// What a house begins with.
    #[must_use]
    pub const fn usual(pack: Pack) -> Self {
        match pack {
            Pack::Es => Self {
                gesture_minor_max: 5_000,
                alert_minor: 30_000,
            },
            Pack::Co => Self {
                gesture_minor_max: 20_000_000,
                alert_minor: 120_000_000,
            },
        }
    }
}

impl House {
    /// The most that anyone at a counter gives.
    #[must_use]
    pub fn gesture_max(&self) -> Money {
        Money::new(self.amounts().gesture_minor_max, self.currency)
    }

    /// Above this a director is told at once of what was honoured.
    #[must_use]
    pub fn alert_above(&self) -> Money {
        Money::new(self.amounts().alert_minor, self.currency)
    }

    fn amounts(&self) -> Limits {
        self.limits.unwrap_or(Limits::usual(self.pack))
    }
}
