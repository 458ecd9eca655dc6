//! What was accepted here and not yet by the server: pure, so that every turn of it can be tested.

use domain::form::{Submission, Typed};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a form carries unseen: its command's id, and the seed of its texts' salts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ids {
    /// A UUIDv7.
    pub(crate) id: String,
    /// 64 hexadecimal digits.
    pub(crate) seed: String,
}

/// New ones.
pub(crate) fn mint() -> Ids {
    // The first part of a v7 is the time: two of them, each hashed, are what is random in both.
    let draw = || domain::text::Digest::of(&[Uuid::now_v7().as_bytes(), Uuid::now_v7().as_bytes()]);
    Ids {
        id: Uuid::now_v7().to_string(),
        seed: domain::text::Digest::of(&[&draw().0, &draw().0]).to_string(),
    }
}

/// A command that stands in the page and waits for the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pending {
    /// What is asked.
    pub(crate) submission: Submission,
    /// What was typed, to be given back unharmed.
    pub(crate) typed: Typed,
    /// When it was asked, by this device's clock.
    pub(crate) asked_at: domain::time::Timestamp,
}

const FIRST_WAIT_MS: u32 = 400;
const LONGEST_WAIT_MS: u32 = 20_000;

/// How long to wait before sending again, after so many times in vain.
pub(crate) fn wait_ms(in_vain: u32) -> u32 {
    let doubled = FIRST_WAIT_MS.saturating_mul(1 << in_vain.min(10));
    doubled.min(LONGEST_WAIT_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_and_a_seed_is_a_salt() {
        let (one, two) = (mint(), mint());
        assert_ne!(one, two);
        assert!(domain::text::Salt::from_hex(&one.seed).is_some());
        assert!(one.id.parse::<domain::ids::CommandId>().is_ok());
    }

    #[test]
    fn waiting_grows_and_has_an_end() {
        let waits: Vec<u32> = (0..9).map(wait_ms).collect();
        assert!(waits.is_sorted());
        assert_eq!((waits[0], wait_ms(40)), (400, 20_000));
    }
}
