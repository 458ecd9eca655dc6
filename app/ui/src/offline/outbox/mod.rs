//! What was accepted here and not yet by the server, and what the server gave back: of every account, in its order.
//! Pure, so that every turn of it can be tested; it refuses to send anything itself.

use std::collections::BTreeMap;

use domain::form::{Submission, Typed};
use domain::ids::{AccountId, CommandId};

use super::{Ids, Lost, sendable};
use crate::problem::Problem;
use crate::read::{Answer, Draft};

mod asked;
mod waits;

pub(crate) use waits::{Waits, wait_ms};

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

/// What came back, to be mended and sent again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Returned {
    /// Where it belongs.
    pub(crate) account: AccountId,
    /// As it was typed, with the reasons.
    pub(crate) draft: Draft,
    /// What was wrong, where it was not the command itself.
    pub(crate) problem: Option<Problem>,
}

/// Everything of this page's life.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Outbox {
    pending: Vec<(Pending, Stage)>,
    returned: Vec<Returned>,
    in_vain: BTreeMap<AccountId, (u32, Waits)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    /// Written up to that version, which the page may not have read yet.
    Written(u64),
}

impl Outbox {
    /// One more, behind what waits already; what came back under the same id was mended by it.
    pub(crate) fn take_in(&mut self, pending: Pending) {
        self.discard(&pending.submission.id.to_string());
        self.pending.push((pending, Stage::Waiting));
    }

    /// What is to be sent now: the first of an account that was not answered, and no other before it is.
    pub(crate) fn next(&self, account: AccountId) -> Option<(CommandId, Typed)> {
        let mut waiting = self
            .of(account)
            .filter(|(_, stage)| *stage == Stage::Waiting);
        waiting
            .next()
            .map(|(one, _)| (one.submission.id, one.typed.clone()))
    }

    /// What came of sending it; how many milliseconds to wait before sending on, if any.
    pub(crate) fn hear(
        &mut self,
        account: AccountId,
        id: CommandId,
        heard: Result<Answer, Lost>,
        ids: Ids,
    ) -> Option<u32> {
        let waits = match heard {
            Err(Lost::Unreached) => Waits::Unreached,
            Err(Lost::Later) => Waits::Failing,
            Err(Lost::Never(problem)) => {
                self.give_back(id, Vec::new(), Some(problem), ids);
                Waits::Briefly
            }
            Ok(Answer::Refused { refusals }) => {
                self.give_back(id, refusals, None, ids);
                Waits::Briefly
            }
            Ok(Answer::Applied { last, .. } | Answer::Duplicate { last, .. }) => {
                let found = self
                    .pending
                    .iter_mut()
                    .find(|(one, _)| one.submission.id == id);
                if let Some((_, stage)) = found {
                    *stage = Stage::Written(last);
                }
                Waits::Briefly
            }
            Ok(Answer::Unchanged { .. }) => {
                self.pending.retain(|(one, _)| one.submission.id != id);
                Waits::Briefly
            }
        };
        if waits == Waits::Briefly {
            self.in_vain.remove(&account);
            return None;
        }
        let (times, told) = self.in_vain.entry(account).or_default();
        let wait = waits::wait_ms(*times);
        (*times, *told) = (*times + 1, waits);
        Some(wait)
    }

    fn give_back(
        &mut self,
        id: CommandId,
        refusals: Vec<domain::refusal::Refusal>,
        problem: Option<Problem>,
        ids: Ids,
    ) {
        let found = self
            .pending
            .iter()
            .position(|(one, _)| one.submission.id == id);
        let Some(at) = found else {
            return;
        };
        let (one, _) = self.pending.remove(at);
        let draft = Draft {
            fields: one.typed,
            refusals,
        };
        self.returned.push(Returned {
            account: one.submission.account,
            draft: sendable(draft, ids),
            problem,
        });
    }

    /// The page has read that account up to a version: what is written up to there stands in what it read. What was
    /// not answered waits on, also where its row was read: only the answer says that it was this very command.
    pub(crate) fn settle(&mut self, account: AccountId, version: u64) {
        self.pending.retain(|(one, stage)| match stage {
            Stage::Written(last) => one.submission.account != account || *last > version,
            Stage::Waiting => true,
        });
    }

    /// What came back under that id is wanted no more.
    pub(crate) fn discard(&mut self, id: &str) {
        self.returned
            .retain(|one| one.draft.typed("id") != Some(id));
    }
}

#[cfg(test)]
mod tests;
