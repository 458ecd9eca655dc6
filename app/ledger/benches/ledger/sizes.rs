//! How much is measured: in minutes, or all of it. It refuses to know how.

/// How much.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    /// Pairs of measurements that a ratio is the median of.
    pub(crate) rounds: usize,
    /// Commands that one client submits in a round.
    pub(crate) submits: usize,
    /// Commands that each of 64 clients submits in a round.
    pub(crate) submits_each: usize,
    /// Accounts in the large database.
    pub(crate) accounts: usize,
    /// Facts of each of them.
    pub(crate) facts_each: usize,
    /// Facts of the long account.
    pub(crate) long: usize,
    /// Calls of which one measurement of a page is the mean.
    pub(crate) calls: usize,
    /// Keystrokes, and pages of what is owed, whose times are told.
    pub(crate) asked: usize,
    /// Facts that are verified and restored.
    pub(crate) whole: usize,
    /// Pairs of an import and a raw load.
    pub(crate) imports: usize,
    /// Rows of a file whose import is timed.
    pub(crate) imported: usize,
    /// Rows of the two files whose import's memory is compared.
    pub(crate) short_file: usize,
    pub(crate) long_file: usize,
}

pub(crate) const QUICK: Sizes = Sizes {
    rounds: 7,
    submits: 120,
    submits_each: 32,
    accounts: 100_000,
    facts_each: 3,
    long: 10_000,
    calls: 40,
    asked: 1_000,
    whole: 100_000,
    imports: 3,
    imported: 5_000,
    short_file: 10_000,
    long_file: 100_000,
};

/// The house that the server's bench serves: a million facts.
pub(crate) const KEPT: Sizes = Sizes {
    facts_each: 10,
    ..QUICK
};

pub(crate) const FULL: Sizes = Sizes {
    rounds: 21,
    submits: 400,
    submits_each: 64,
    accounts: 100_000,
    facts_each: 200,
    long: 10_000,
    calls: 100,
    asked: 5_000,
    whole: 1_000_000,
    imports: 5,
    imported: 20_000,
    short_file: 100_000,
    long_file: 1_000_000,
};
