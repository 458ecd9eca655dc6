//! Many commands, as an import brings them: each on its own, in their order, each kept or refused by itself.
//! It refuses to make one of them wait for another's failure.

use domain::context::Actor;
use domain::entry::Envelope;
use domain::time::Timestamp;

use super::Outcome;
use crate::imports::Mark;
use crate::tx::Engine;
use crate::{Ledger, LedgerError};

/// A command, who asks it, and when it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// The command.
    pub envelope: Envelope,
    /// Who asks.
    pub actor: Actor,
    /// The server's clock: its `recorded_at`.
    pub now: Timestamp,
    /// Which row of which source it states, to be remembered with it.
    pub mark: Option<Mark>,
}

impl Ledger {
    /// Submits them in their order; the answers come in the same order, each its own.
    pub async fn submit_many(
        &self,
        submissions: Vec<Submitted>,
    ) -> Vec<Result<Outcome, LedgerError>> {
        match self.engine() {
            // The writer takes them in the order they are asked, and commits many at once.
            Engine::Sqlite => {
                let all = submissions.into_iter().map(|one| self.submit_one(one));
                futures::future::join_all(all).await
            }
            Engine::Postgres => {
                let mut outcomes = Vec::with_capacity(submissions.len());
                for one in submissions {
                    outcomes.push(self.submit_one(one).await);
                }
                outcomes
            }
        }
    }
}
