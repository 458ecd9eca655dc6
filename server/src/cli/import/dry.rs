//! `--dry-run`: the same decisions on the same accounts, kept in memory only.
//! It refuses to write.

use std::collections::HashMap;

use domain::account::Account;
use domain::command::Command;
use domain::context::{Cx, Evidence};
use domain::entry::{Stamp, Verdict};
use domain::ids::AccountId;
use ledger::{Ledger, LedgerError, Submitted};

use super::reasons;
use super::rows::Reading;
use super::send::Fate;

/// The accounts as the rows so far would leave them.
#[derive(Debug, Default)]
pub(super) struct Rehearsal(HashMap<AccountId, Account>);

impl Rehearsal {
    /// What would become of it.
    pub(super) async fn decide(
        &mut self,
        ledger: &Ledger,
        reading: &Reading,
        asked: &Submitted,
    ) -> Result<Fate, LedgerError> {
        let envelope = &asked.envelope;
        let (Command::Account(command), Some(id)) = (&envelope.command, envelope.stream.account())
        else {
            return Ok(Fate::Unchanged);
        };
        let mut account = match self.0.remove(&id) {
            Some(account) => account,
            None => ledger
                .account(id, &command.matters())
                .await?
                .unwrap_or_else(|| Account::new(id)),
        };
        let cx = Cx {
            command: envelope.id,
            actor: &asked.actor,
            now: asked.now,
            happened_at: envelope.happened_at,
            seen: &[],
            house: &reading.house,
            evidence: &Evidence::default(),
        };
        let fate = match domain::decide(&account, command, &cx) {
            Verdict::Facts(drafts) if drafts.is_empty() => Fate::Unchanged,
            Verdict::Facts(drafts) => {
                for (n, draft) in (0..).zip(drafts) {
                    let entry = draft.stamp(&Stamp {
                        stream: envelope.stream,
                        version: account.version + 1,
                        command: envelope.id,
                        n,
                        actor: &asked.actor,
                        device: None,
                        recorded_at: asked.now,
                        sent_at: asked.now,
                        house_version: reading.house.version,
                    });
                    account.evolve(&entry);
                }
                Fate::Written
            }
            Verdict::Refused(refusals) => Fate::Refused(reasons::sentence(&refusals)),
            Verdict::NeedsServer(_) => Fate::Written,
        };
        self.0.insert(id, account);
        Ok(fate)
    }
}
