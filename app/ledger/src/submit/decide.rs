//! From what stands to what is written: load, decide, append, project; once for accounts, once for the house.
//! It refuses to have an opinion: the domain decides.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::command::AccountCommand;
use domain::context::{Cx, Evidence};
use domain::entry::{Draft, Entry, Verdict};
use domain::fact::Fact;
use domain::house::{House, HouseCommand, HouseFact};
use domain::ids::{MatterId, TextId};
use domain::text::Text;

use super::append::{self, Appended, From};
use super::stands::AccountStands;
use super::{Outcome, Submitted, evidence};
use crate::LedgerError;
use crate::attachments;
use crate::facts::Line;
use crate::load::{self, Matters};
use crate::outbox;
use crate::project::{self, Found, Moved};
use crate::tx::Tx;
use crate::writes::Writes;

pub(super) async fn account(
    tx: &mut Tx,
    writes: &mut Writes,
    submission: &Submitted,
    command: &AccountCommand,
    from: From,
    stands: Option<AccountStands>,
    house: &House,
) -> Result<Outcome, LedgerError> {
    let Some(id) = submission.envelope.stream.account() else {
        return Ok(Outcome::Unchanged);
    };
    let named = command.matters();
    let (state, kept) = match stands {
        Some(stands) => (Some(stands.state), Some((stands.words, stands.pressing))),
        None => (None, None),
    };
    let at = from.standing.version;
    let wanted = match command.reaches_up() {
        true => Matters::Rooted(&named),
        false => Matters::Named(&named),
    };
    let loaded = load::account_from(tx, id, at, state, wanted).await?;
    let mut account = loaded.account;
    let evidence = evidence::fetch(tx, id, &command.needs()).await?;
    let verdict = domain::decide(&account, command, &cx(submission, house, &evidence));
    let drafts = match drafts(verdict)? {
        Ok(drafts) => drafts,
        Err(outcome) => return Ok(outcome),
    };
    let texts = command.texts();
    let entries = match written(tx, writes, submission, from, drafts, &texts).await? {
        Ok(entries) => entries,
        Err(outcome) => return Ok(outcome),
    };
    let before = account.clone();
    for entry in &entries {
        account.evolve(entry);
    }
    let moved = Moved {
        before: &before,
        account: &account,
        texts: &texts,
        kept: kept.filter(|_| !loaded.is_refolded),
    };
    project_account(tx, writes, moved, &entries, loaded.is_refolded).await?;
    attachments::keep(writes, &entries, submission.attached.as_ref());
    outbox::cause(tx, writes, &account, &entries, submission.now).await?;
    let found = found(&entries, &account, &texts);
    project::write_found(writes, submission.envelope.stream, &found);
    Ok(applied(&entries))
}

async fn project_account(
    tx: &mut Tx,
    writes: &mut Writes,
    moved: Moved<'_>,
    entries: &[Entry<Fact>],
    is_refolded: bool,
) -> Result<(), LedgerError> {
    let Some(last) = entries.last() else {
        return Ok(());
    };
    if is_refolded {
        return project::write_state(tx, writes, moved.account, last.recorded_at).await;
    }
    let touched: BTreeSet<MatterId> = entries
        .iter()
        .filter_map(|entry| entry.matter)
        .map(|matter| matter.id)
        .collect();
    project::write_touched(tx, writes, moved, &touched, last.recorded_at).await
}

/// What the account is found by from now on; a text that was not brought is found already.
fn found(entries: &[Entry<Fact>], account: &Account, texts: &[&Text]) -> Found {
    let brought = |id: TextId| {
        let text = texts.iter().find(|text| text.id == id);
        text.map(|text| text.body.as_str())
    };
    Found::by(entries, account, brought)
}

pub(super) async fn house(
    tx: &mut Tx,
    writes: &mut Writes,
    submission: &Submitted,
    command: &HouseCommand,
    from: From,
    stands: &House,
) -> Result<Outcome, LedgerError> {
    let mut house = stands.clone();
    let nothing = Evidence::default();
    let verdict = domain::house::decide(&house, command, &cx(submission, &house, &nothing));
    let drafts = match drafts(verdict)? {
        Ok(drafts) => drafts,
        Err(outcome) => return Ok(outcome),
    };
    let texts = command.texts();
    let entries = match written(tx, writes, submission, from, drafts, &texts).await? {
        Ok(entries) => entries,
        Err(outcome) => return Ok(outcome),
    };
    for entry in &entries {
        house.evolve(entry);
        project::write_house(writes, &house)?;
    }
    Ok(applied::<HouseFact>(&entries))
}

fn cx<'a>(submission: &'a Submitted, house: &'a House, evidence: &'a Evidence) -> Cx<'a> {
    let envelope = &submission.envelope;
    Cx {
        command: envelope.id,
        actor: &submission.actor,
        now: submission.now,
        happened_at: envelope.happened_at,
        seen: &envelope.seen,
        house,
        evidence,
    }
}

/// The facts to be written, or what else became of it.
fn drafts<F>(verdict: Verdict<F>) -> Result<Result<Vec<Draft<F>>, Outcome>, LedgerError> {
    match verdict {
        Verdict::Facts(drafts) if drafts.is_empty() => Ok(Err(Outcome::Unchanged)),
        Verdict::Facts(drafts) => Ok(Ok(drafts)),
        Verdict::Refused(refusals) => Ok(Err(Outcome::Refused(refusals))),
        // All that it names was looked up: it asks for what it did not name.
        Verdict::NeedsServer(need) => Err(LedgerError::Undecided(need)),
    }
}

async fn written<F: Line>(
    tx: &mut Tx,
    writes: &mut Writes,
    submission: &Submitted,
    from: From,
    drafts: Vec<Draft<F>>,
    texts: &[&Text],
) -> Result<Result<Vec<Entry<F>>, Outcome>, LedgerError> {
    match append::append(tx, writes, submission, from, drafts, texts).await? {
        Appended::Entries(entries) => Ok(Ok(entries)),
        Appended::TextReused => Ok(Err(super::refused(domain::refusal::Why::IdReused))),
    }
}

fn applied<F>(entries: &[Entry<F>]) -> Outcome {
    match (entries.first(), entries.last()) {
        (Some(first), Some(last)) => Outcome::Applied {
            first: first.version,
            last: last.version,
        },
        _ => Outcome::Unchanged,
    }
}
