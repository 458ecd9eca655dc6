//! What the pages ask of the outbox: what stands of an account, how it fares, and whether anything would be lost.

use domain::ids::AccountId;

use super::waits::TOLD_AFTER;
use super::{Outbox, Pending, Returned, Stage, Waits};

impl Outbox {
    /// What stands in an account's page ahead of the server, in its order.
    pub(crate) fn pending(&self, account: AccountId) -> Vec<Pending> {
        self.of(account).map(|(one, _)| one.clone()).collect()
    }

    /// What came back of an account.
    pub(crate) fn returned(&self, account: AccountId) -> Vec<Returned> {
        let returned = self.returned.iter();
        returned
            .filter(|one| one.account == account)
            .cloned()
            .collect()
    }

    /// How many of an account the server has not answered.
    pub(crate) fn unanswered(&self, account: AccountId) -> usize {
        self.of(account)
            .filter(|(_, stage)| *stage == Stage::Waiting)
            .count()
    }

    /// How far an account is written by what was sent from here; 0 where nothing was.
    pub(crate) fn written(&self, account: AccountId) -> u64 {
        let versions = self.of(account).map(|(_, stage)| match stage {
            Stage::Written(last) => *last,
            Stage::Waiting => 0,
        });
        versions.max().unwrap_or_default()
    }

    /// How what waits of an account is faring.
    pub(crate) fn waits(&self, account: AccountId) -> Waits {
        match self.in_vain.get(&account) {
            Some((times, waits)) if *times >= TOLD_AFTER => *waits,
            _ => Waits::Briefly,
        }
    }

    /// Whether leaving the page would lose something that was typed.
    pub(crate) fn is_empty(&self) -> bool {
        let waits = |(_, stage): &(Pending, Stage)| *stage == Stage::Waiting;
        self.returned.is_empty() && !self.pending.iter().any(waits)
    }

    pub(super) fn of(&self, account: AccountId) -> impl Iterator<Item = &(Pending, Stage)> {
        self.pending
            .iter()
            .filter(move |(one, _)| one.submission.account == account)
    }
}
