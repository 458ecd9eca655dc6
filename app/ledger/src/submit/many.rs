//! Many commands, as an import brings them: each is kept or refused by itself.
//! It refuses to make one of them wait for another's failure.

use std::sync::Arc;

use domain::context::Actor;
use domain::entry::Envelope;
use domain::time::Timestamp;

use super::{Outcome, Submit};
use crate::imports::Mark;
use crate::{Attached, Ledger, LedgerError};

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
    /// The bytes of the attachment that it adds, if it adds one.
    pub attached: Option<Attached>,
}

impl Ledger {
    /// Submits them, those of one stream in their order; the answers come in the order they were given, each its own.
    pub async fn submit_many(
        &self,
        submissions: Vec<Submitted>,
    ) -> Vec<Result<Outcome, LedgerError>> {
        let houses = self.houses();
        let jobs = submissions.into_iter().map(|submission| {
            let stream = submission.envelope.stream;
            let houses = Arc::clone(&houses);
            (stream, Submit { submission, houses })
        });
        self.write_all(jobs.collect()).await
    }
}
