//! The one pure function: a command meets the account, and the answer is facts, a refusal, or "the server must say".
//! Capabilities stand one a file, as in `account`. What may be is told apart from what follows: `rights` knows roles,
//! `owes` knows dates.
//! It refuses to read, write or ask the time.

use crate::account::Account;
use crate::command::AccountCommand as Ask;
use crate::context::Cx;
use crate::entry::Verdict;
use crate::fact::Fact;
use crate::refusal::{Refusal, Why};

mod accounts;
mod alerts;
mod amends;
mod answering;
mod claims;
mod completing;
mod deed;
mod gestures;
mod honouring;
mod imports;
mod investigations;
mod invoices;
mod mediating;
mod missing;
mod orders;
mod owes;
mod promises;
mod rights;
mod signing;
mod words;

use deed::{Deed, Stop};

/// What the account answers.
#[must_use]
pub fn decide(account: &Account, command: &Ask, cx: &Cx<'_>) -> Verdict<Fact> {
    match decided(account, command, cx) {
        Ok(deed) => Verdict::Facts(deed.finish()),
        Err(Stop::Refused(refusals)) => Verdict::Refused(refusals),
        Err(Stop::Needs(need)) => Verdict::NeedsServer(need),
    }
}

fn decided<'a>(account: &'a Account, command: &Ask, cx: &'a Cx<'a>) -> Result<Deed<'a>, Stop> {
    rights::check(command, cx)?;
    words::check(command)?;
    if cx.happened_at > cx.now {
        return Err(Refusal::of("when", Why::InTheFuture).into());
    }
    unchanged(account, cx)?;
    let mut deed = Deed::begin(account, command, cx)?;
    match command {
        Ask::OpenAccount { .. }
        | Ask::AddContact { .. }
        | Ask::AssignOwner { .. }
        | Ask::AssignMatter { .. }
        | Ask::RecordInteraction { .. }
        | Ask::AddNote { .. }
        | Ask::AddAttachment { .. }
        | Ask::Correct { .. }
        | Ask::MoveDue { .. } => accounts::decide(&mut deed, command)?,
        Ask::MakePromise { .. }
        | Ask::ConfirmPromise { .. }
        | Ask::AmendPromise { .. }
        | Ask::KeepPromise { .. }
        | Ask::ReportBroken { .. }
        | Ask::ReleasePromise { .. } => promises::decide(&mut deed, command)?,
        Ask::SignPromise { .. } => signing::decide(&mut deed, command)?,
        Ask::Honour { .. }
        | Ask::DoRemedy { .. }
        | Ask::ChooseWorth { .. }
        | Ask::AcknowledgeAlert { .. }
        | Ask::HoldHearing { .. }
        | Ask::Apologise { .. } => amends::decide(&mut deed, command)?,
        Ask::GiveGesture {
            matter,
            what,
            amount,
        } => gestures::give(&mut deed, *matter, what, *amount)?,
        Ask::PlaceOrder { .. }
        | Ask::RepromiseLines { .. }
        | Ask::DeliverLines { .. }
        | Ask::CancelOrder { .. } => orders::decide(&mut deed, command)?,
        Ask::MakeClaim { .. } => claims::receive(&mut deed, command)?,
        Ask::AskToComplete { .. }
        | Ask::CompleteClaim { .. }
        | Ask::LapseClaim { .. }
        | Ask::ReopenClaim { .. } => completing::decide(&mut deed, command)?,
        Ask::OpenMediation { .. } | Ask::CloseMediation { .. } => {
            mediating::decide(&mut deed, command)?;
        }
        Ask::AnswerClaim { .. } | Ask::DeliverAnswer { .. } | Ask::RecordSatisfaction { .. } => {
            answering::decide(&mut deed, command)?;
        }
        Ask::Investigate { .. }
        | Ask::TakeStatement { .. }
        | Ask::Conclude { .. }
        | Ask::TellFinding { .. }
        | Ask::AttributeCost { .. }
        | Ask::InstructSeller { .. }
        | Ask::AskCheckFirst { .. }
        | Ask::SignCheckFirst { .. }
        | Ask::TellCheckFirst { .. }
        | Ask::ReplyToCheckFirst { .. }
        | Ask::LiftCheckFirst { .. } => investigations::decide(&mut deed, command)?,
        Ask::EnterInvoice {
            matter,
            invoice,
            replaces,
        } => invoices::enter(&mut deed, *matter, invoice, replaces.as_deref())?,
        Ask::ImportAccount { .. } | Ask::ImportOrder { .. } => {
            imports::decide(&mut deed, command)?;
        }
    }
    Ok(deed)
}

/// What was decided on something seen is refused when it has moved on since.
fn unchanged(account: &Account, cx: &Cx<'_>) -> Result<(), Stop> {
    let moved = cx.seen.iter().any(|seen| {
        account
            .matters
            .get(&seen.matter)
            .is_some_and(|matter| matter.version > seen.version)
    });
    if moved {
        return Err(Refusal::whole(Why::Changed).into());
    }
    Ok(())
}
