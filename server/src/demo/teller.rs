//! Tells a story line by line: each a form as somebody typed it then, through the one parser and the one door.
//! It refuses to write anything that the forms could not.

use domain::account::Account;
use domain::command::Command;
use domain::context::{Actor, Via};
use domain::entry::Envelope;
use domain::form::{self, FormCx};
use domain::ids::{AccountId, CommandId, ContactId, MatterId, PersonId, named};
use domain::refusal::{Refusal, Why};
use domain::text::Digest;
use domain::time::{Date, Timestamp, Zone};
use ledger::{Ledger, Outcome};

use super::people::People;
use super::{DemoError, Told};
use crate::auth::token::Token;

/// Tells.
#[derive(Debug)]
pub(super) struct Teller<'a> {
    ledger: &'a Ledger,
    pub(super) people: People,
    pub(super) now: Timestamp,
    zone: Zone,
    secret: [u8; 32],
    accounts: usize,
    commands: usize,
}

/// A line, told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) account: AccountId,
    command: CommandId,
}

impl Line {
    /// The matter it began.
    pub(super) fn matter(&self) -> MatterId {
        MatterId::from_uuid(self.command.derive(0))
    }
}

/// When, at the store, and by whom.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    pub(super) day: Date,
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) by: PersonId,
}

/// A form's fields.
pub(super) type Fields<'a> = &'a [(&'a str, &'a str)];

impl<'a> Teller<'a> {
    pub(super) async fn new(
        ledger: &'a Ledger,
        people: People,
        now: Timestamp,
    ) -> Result<Self, DemoError> {
        let zone = ledger.house().await?.zone(people.store);
        Ok(Self {
            ledger,
            people,
            now,
            zone,
            secret: Token::mint()?.hash(),
            accounts: 0,
            commands: 0,
        })
    }

    pub(super) fn told(&self) -> Told {
        Told {
            accounts: self.accounts,
            commands: self.commands,
        }
    }

    /// The day it is at the store.
    pub(super) fn today(&self) -> Date {
        self.zone.date(self.now)
    }

    pub(super) fn instant(&self, day: Date, hour: u32, minute: u32) -> Timestamp {
        let wall = day
            .and_hms_opt(hour, minute, 0)
            .unwrap_or_else(|| day.and_time(chrono::NaiveTime::MIN));
        self.zone.instant(wall)
    }

    /// Makes a customer known.
    pub(super) async fn open(
        &mut self,
        when: When,
        owner: PersonId,
        fields: Fields<'_>,
    ) -> Result<Line, DemoError> {
        let owner = owner.to_string();
        let mut all = vec![("owner", owner.as_str())];
        all.extend_from_slice(fields);
        self.accounts += 1;
        self.line(when, None, "open_account", &all).await
    }

    /// One more line on an account.
    pub(super) async fn tell(
        &mut self,
        when: When,
        account: AccountId,
        kind: &str,
        fields: Fields<'_>,
    ) -> Result<Line, DemoError> {
        self.line(when, Some(account), kind, fields).await
    }

    /// The first contact of an account.
    pub(super) async fn contact(&self, account: AccountId) -> Result<ContactId, DemoError> {
        let known = self.ledger.account(account, &[]).await?;
        let contact = known
            .as_ref()
            .and_then(|known| known.head.as_ref()?.contacts.keys().next().copied());
        contact.ok_or_else(|| refused("contact", account, vec![Refusal::whole(Why::NoSuchContact)]))
    }

    async fn line(
        &mut self,
        when: When,
        account: Option<AccountId>,
        kind: &str,
        fields: Fields<'_>,
    ) -> Result<Line, DemoError> {
        let at = self.instant(when.day, when.hour, when.minute).min(self.now);
        let mut typed = self.typed(kind, fields);
        let house = self.ledger.house().await?;
        let known = self.known(account, &typed).await?;
        typed.extend(seen(known.as_ref(), &typed));
        let cx = FormCx {
            house: &house,
            account: known.as_ref(),
            store: self.people.store,
            now: at,
        };
        let whose = account.unwrap_or_else(|| AccountId::from_uuid(uuid::Uuid::nil()));
        let submission =
            form::parse(&typed, &cx).map_err(|refusals| refused(kind, whose, refusals))?;
        let line = Line {
            account: submission.account,
            command: submission.id,
        };
        let envelope = Envelope {
            id: submission.id,
            stream: submission.account.into(),
            command: Command::Account(submission.command),
            happened_at: submission.happened_at,
            sent_at: at,
            device: None,
            seen: submission.seen,
            house_version: house.version,
        };
        let actor = Actor::Person {
            person: when.by,
            via: Via::Desk,
        };
        match self.ledger.submit(envelope, actor, at).await? {
            Outcome::Refused(refusals) => Err(refused(kind, line.account, refusals)),
            Outcome::Applied { .. } | Outcome::Duplicate { .. } | Outcome::Unchanged => Ok(line),
        }
    }

    /// With the hidden part that a page mints.
    fn typed(&mut self, kind: &str, fields: Fields<'_>) -> form::Typed {
        self.commands += 1;
        let n = self.commands.to_string();
        let id = named(&["demo", &n]).to_string();
        let seed = Digest::of(&[&self.secret, n.as_bytes()]).to_string();
        let hidden = [("kind", kind), ("id", id.as_str()), ("seed", seed.as_str())];
        let all = hidden.iter().chain(fields);
        all.map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    }

    async fn known(
        &self,
        account: Option<AccountId>,
        typed: &form::Typed,
    ) -> Result<Option<Account>, DemoError> {
        match account {
            Some(account) => Ok(self.ledger.account(account, &form::matters(typed)).await?),
            None => Ok(None),
        }
    }
}

/// The matter of a form as it stands: what its page showed.
fn seen(known: Option<&Account>, typed: &form::Typed) -> Option<(String, String)> {
    let named = form::matters(typed);
    let matter = named
        .first()
        .and_then(|matter| known?.matters.get(matter))?;
    Some(("seen".to_owned(), matter.version.to_string()))
}

fn refused(kind: &str, account: AccountId, refusals: Vec<Refusal>) -> DemoError {
    DemoError::Refused {
        kind: kind.to_owned(),
        account: account.to_string(),
        refusals,
    }
}
