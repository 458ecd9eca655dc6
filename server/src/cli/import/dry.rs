//! `--dry-run`: the same decision on the same account and matter, with nothing kept from one row to the next: no two
//! rows of a file state the same order. It refuses to write.

use domain::account::Account;
use domain::command::Command;
use domain::context::{Cx, Evidence};
use domain::entry::{Stamp, Verdict};
use domain::refusal::Refusal;
use ledger::{Ledger, LedgerError, Submitted};

use super::reasons;
use super::rows::{Reading, Stated};
use super::send::{Fate, submitted};

/// What would become of it. A customer whom the ledger does not know yet is opened first, as the row tells them.
pub(super) async fn decide(
    ledger: &Ledger,
    reading: &Reading,
    asked: &Submitted,
    customer: Option<&Stated>,
) -> Result<Fate, LedgerError> {
    let (Command::Account(command), Some(id)) =
        (&asked.envelope.command, asked.envelope.stream.account())
    else {
        return Ok(Fate::Unchanged);
    };
    let mut account = match (ledger.account(id, &command.matters()).await?, customer) {
        (Some(account), _) => account,
        (None, None) => Account::new(id),
        (None, Some(customer)) => {
            let mut account = Account::new(id);
            let opening = submitted(reading, customer, 0);
            if let Err(refused) = happen(&mut account, reading, &opening) {
                return Ok(Fate::Refused(opened_not(&reasons::sentence(&refused))));
            }
            account
        }
    };
    Ok(match happen(&mut account, reading, asked) {
        Ok(0) => Fate::Unchanged,
        Ok(_) => Fate::Written,
        Err(refused) => Fate::Refused(reasons::sentence(&refused)),
    })
}

/// Why an order cannot be: whose it is was refused.
pub(super) fn opened_not(reason: &str) -> String {
    format!("its customer was refused: {reason}")
}

/// Leaves the account as it would be; by how many facts.
pub(super) fn happen(
    account: &mut Account,
    reading: &Reading,
    asked: &Submitted,
) -> Result<usize, Vec<Refusal>> {
    let envelope = &asked.envelope;
    let Command::Account(command) = &envelope.command else {
        return Ok(0);
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
    let drafts = match domain::decide(account, command, &cx) {
        Verdict::Facts(drafts) => drafts,
        Verdict::Refused(refusals) => return Err(refusals),
        // Nothing that an import states needs more than its account.
        Verdict::NeedsServer(_) => return Ok(0),
    };
    let facts = drafts.len();
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
    Ok(facts)
}
