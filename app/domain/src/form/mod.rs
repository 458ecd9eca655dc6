//! The one parser: what was typed becomes a command, or every reason why not, each at its field. Page forms, the API's
//! JSON and the browser that answers at once all come through here.
//! Every form carries `kind`, `id` (the command's, minted where the form was rendered) and `seed` (64 hexadecimal
//! digits, for the salts of its texts and for a claim's key); an answer, its delivery, a lapse, a moved date and a
//! signature carry
//! `seen`, the version of the matter that was on
//! the screen. Lists are numbered, `point.0`, `line.0.what`, `answer.0.reasons`.
//! It refuses to decide: a command that parses may still be refused.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::attachment::Upload;
use crate::command::AccountCommand;
use crate::context::Seen;
use crate::house::House;
use crate::ids::{AccountId, CommandId, MatterId, StoreId};
use crate::refusal::{Refusal, Why};
use crate::text::{Pen, Salt};
use crate::time::{Timestamp, Zone};

mod accounts;
mod amends;
mod attachments;
mod claims;
mod course;
mod fields;
mod house;
mod investigations;
mod invoices;
mod orders;
mod promises;
mod signing;
#[cfg(test)]
mod tests;

pub use claims::new_claim;
use fields::Fields;

pub use house::{HouseSubmission, parse_house};

/// What was typed, as the browser sends it: names and values in their order.
pub type Typed = Vec<(String, String)>;

/// What typed words are read against.
#[derive(Debug, Clone, Copy)]
pub struct FormCx<'a> {
    /// The house: its currency and its stores.
    pub house: &'a House,
    /// The account it is about; `None` where it opens one.
    pub account: Option<&'a Account>,
    /// The store whose wall clock the typed times follow, and which a new account belongs to.
    pub store: StoreId,
    /// The clock of whoever parses.
    pub now: Timestamp,
}

/// A command, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Its id.
    pub id: CommandId,
    /// The account it goes to.
    pub account: AccountId,
    /// What is asked.
    pub command: AccountCommand,
    /// When it happened: as typed, or now.
    pub happened_at: Timestamp,
    /// What was on the screen.
    pub seen: Vec<Seen>,
}

/// The place among a command's derived ids of the account it opens, and of that account's first contact.
const ACCOUNT: u64 = 1 << 17;
const CONTACT: u64 = ACCOUNT + 1;

/// What one form is read with.
struct Reading<'a> {
    fields: Fields<'a>,
    cx: FormCx<'a>,
    id: CommandId,
    seed: Salt,
    pen: Pen,
    upload: Option<Upload<'a>>,
}

/// Reads a form.
///
/// # Errors
/// Every field that cannot be read, with why.
pub fn parse(typed: &[(String, String)], cx: &FormCx<'_>) -> Result<Submission, Vec<Refusal>> {
    parse_with(typed, cx, None)
}

/// Reads a form and the file that came with it.
///
/// # Errors
/// Every field that cannot be read, with why.
pub fn parse_with(
    typed: &[(String, String)],
    cx: &FormCx<'_>,
    upload: Option<Upload<'_>>,
) -> Result<Submission, Vec<Refusal>> {
    let broken = || vec![Refusal::whole(Why::BrokenForm)];
    let zone = cx.house.zone(cx.store);
    let mut fields = Fields::new(typed, cx.house.currency);
    let id: CommandId = fields.get("id").parse().map_err(|_| broken())?;
    let seed = Salt::from_hex(fields.get("seed")).ok_or_else(broken)?;
    let happened_at = when(&mut fields, &zone, cx.now);
    let kind = fields.get("kind").to_owned();
    let mut reading = Reading {
        fields,
        cx: *cx,
        id,
        seed,
        pen: Pen::new(id, seed),
        upload,
    };
    let command = reading.command(&kind);
    let seen = reading.seen();
    // What is decided on something seen says what was seen.
    let is_blind = seen.is_empty()
        && matches!(
            kind.as_str(),
            "answer" | "deliver_answer" | "lapse" | "move_due" | "sign"
        );
    let account = match cx.account {
        Some(account) => account.id,
        None => AccountId::from_uuid(id.derive(ACCOUNT)),
    };
    match (command, reading.fields.into_refusals()) {
        (Some(command), refusals) if refusals.is_empty() && !is_blind => Ok(Submission {
            id,
            account,
            command,
            happened_at,
            seen,
        }),
        (_, refusals) if refusals.is_empty() => Err(broken()),
        (_, refusals) => Err(refusals),
    }
}

/// The matters a form names: they must be loaded before it is read.
#[must_use]
pub fn matters(typed: &[(String, String)]) -> Vec<MatterId> {
    let names = ["matter", "about", "order"];
    let named = typed
        .iter()
        .filter(|(name, _)| names.contains(&name.as_str()));
    named.filter_map(|(_, value)| value.parse().ok()).collect()
}

/// `when` is a wall time at the store; left empty, it is now.
fn when(fields: &mut Fields<'_>, zone: &Zone, now: Timestamp) -> Timestamp {
    match fields.wall_time("when") {
        // A minute has no seconds: what is typed as this minute is now.
        Some(wall) => match zone.instant(wall) {
            at if at.micros().abs_diff(now.micros()) < 60_000_000 => at.min(now),
            at => at,
        },
        None => now,
    }
}

impl Reading<'_> {
    fn command(&mut self, kind: &str) -> Option<AccountCommand> {
        match kind {
            "open_account" if self.cx.account.is_none() => self.open_account(),
            _ if self.cx.account.is_none() => None,
            "contact" => self.contact_command(),
            "owner" => self.owner(),
            "matter_owner" => self.matter_owner(),
            "interaction" => self.interaction(),
            "note" => self.note(),
            "correct" => self.correct(),
            "move_due" => self.move_due(),
            "promise" => self.promise(),
            "confirm" => self.confirm(),
            "amend" => self.amend(),
            "keep" => self.keep(),
            "invoice" => self.invoice(),
            "broken" => self.broken(),
            "honour" => self.honour(),
            "release" => self.release(),
            "remedy" => self.remedy(),
            "worth" => self.worth(),
            "acknowledge" => self.acknowledge(),
            "hearing" => self.hearing(),
            "gesture" => self.gesture(),
            "apology" => self.apology(),
            "order" => self.order(),
            "repromise" => self.repromise(),
            "deliver" => self.deliver(),
            "cancel" => self.cancel(),
            "attach" => self.attach(),
            "claim" => self.claim(),
            "ask_to_complete" => self.ask_to_complete(),
            "complete" => self.complete(),
            "lapse" => self.lapse(),
            "reopen" => self.reopen(),
            "open_mediation" => self.open_mediation(),
            "close_mediation" => self.close_mediation(),
            "answer" => self.answer(),
            "investigate" => self.investigate(),
            "statement" => self.statement(),
            "conclude" => self.conclude(),
            "tell_finding" => self.tell_finding(),
            "attribute" => self.attribute(),
            "instruct" => self.instruct(),
            "ask_check_first" => self.ask_check_first(),
            "sign_check_first" => self.sign_check_first(),
            "tell_check_first" => self.tell_check_first(),
            "reply_check_first" => self.reply_check_first(),
            "lift_check_first" => self.lift_check_first(),
            "deliver_answer" => self.deliver_answer(),
            "satisfaction" => self.satisfaction(),
            "sign" => self.sign(),
            _ => None,
        }
    }

    /// `seen` is the version of the matter that was on the screen.
    fn seen(&mut self) -> Vec<Seen> {
        let (Ok(matter), Ok(version)) = (
            self.fields.get("matter").parse(),
            self.fields.get("seen").parse(),
        ) else {
            return Vec::new();
        };
        vec![Seen { matter, version }]
    }
}
