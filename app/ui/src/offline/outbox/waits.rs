//! How long what waits is left alone between two tries, and when the person is told that it waits.

/// How what waits is faring.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Waits {
    /// It has just been sent.
    #[default]
    Briefly,
    /// The server is not reached.
    Unreached,
    /// The server is reached and fails.
    Failing,
}

/// After so many times in vain the person is told.
pub(super) const TOLD_AFTER: u32 = 3;
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
    fn waiting_grows_and_has_an_end() {
        let waits: Vec<u32> = (0..9).map(wait_ms).collect();
        assert!(waits.is_sorted());
        assert_eq!((waits[0], wait_ms(40)), (400, 20_000));
    }
}
