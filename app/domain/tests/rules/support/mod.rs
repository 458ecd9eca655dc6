//! A house and an account to tell stories with: what is asked at a wall time, and what became of it.
//! Every step also checks what must hold at each: sealed lines read back, the replay equals the state, and the loaded
//! part decides as the whole.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use domain::account::{Account, AccountKind, Matter};
use domain::command::AccountCommand;
use domain::context::{Actor, Cx, Evidence, FactSeen, Need, Seen};
use domain::decide;
use domain::entry::{Draft, Entry, Stamp, Verdict};
use domain::fact::Fact;
use domain::house::{self, House, HouseCommand, HouseFact};
use domain::ids::{CommandId, MatterId, StreamId};
use domain::refusal::Refusal;
use domain::text::{Pen, Salt, Text};
use domain::time::{Date, Timestamp, Zone};
use uuid::Uuid;

mod asking;
mod founding;

pub(crate) use asking::*;
pub(crate) use founding::*;

/// A house, one account, and everything that happened to it.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) house: House,
    pub(crate) account: Account,
    pub(crate) entries: Vec<Entry<Fact>>,
    pub(crate) house_entries: Vec<Entry<HouseFact>>,
    zone: Zone,
    commands: u128,
}

impl World {
    /// A text that the next command may bring.
    pub(crate) fn text(&self, body: &str) -> Text {
        let command = CommandId::from_uuid(Uuid::from_u128(self.commands + 1));
        let place = Salt([body.len().try_into().unwrap_or(u8::MAX); 32]);
        let mut text = Pen::new(command, place).write(body);
        // Several texts of one command differ in what they say.
        text.id = domain::ids::TextId::from_uuid(domain::ids::named(&[&command.to_string(), body]));
        text
    }

    pub(crate) fn at(&self, wall: &str) -> Timestamp {
        let wall = NaiveDateTime::parse_from_str(wall, "%Y-%m-%dT%H:%M").expect("a wall time");
        self.zone.instant(wall)
    }

    pub(crate) fn ask_house(&mut self, actor: &Actor, command: &HouseCommand) -> Vec<HouseFact> {
        self.try_house(actor, command).expect("the house agrees")
    }

    pub(crate) fn try_house(
        &mut self,
        actor: &Actor,
        command: &HouseCommand,
    ) -> Result<Vec<HouseFact>, Vec<Refusal>> {
        let now = self.at("2026-01-02T09:00");
        let (id, evidence) = (self.next_id(), Evidence::default());
        let verdict = house::decide(&self.house, command, &self.cx(id, actor, now, &evidence));
        let drafts = match verdict {
            Verdict::Facts(drafts) => drafts,
            Verdict::Refused(refusals) => return Err(refusals),
            Verdict::NeedsServer(need) => panic!("nothing was to be looked up: {need:?}"),
        };
        let mut facts = Vec::new();
        for (n, draft) in (0..).zip(drafts) {
            let entry = stamp(
                draft,
                StreamId::HOUSE,
                self.house.version + 1,
                id,
                n,
                actor,
                now,
            );
            self.house.evolve(&entry);
            facts.push(entry.fact.clone());
            self.house_entries.push(entry);
        }
        Ok(facts)
    }

    /// Asked of the account, and agreed.
    pub(crate) fn ask(&mut self, who: &Actor, wall: &str, command: AccountCommand) -> Vec<Fact> {
        self.ask_try(who, wall, command)
            .expect("the account agrees")
    }

    /// Asked of the account, happening now.
    pub(crate) fn ask_try(
        &mut self,
        who: &Actor,
        wall: &str,
        command: AccountCommand,
    ) -> Result<Vec<Fact>, Vec<Refusal>> {
        let now = self.at(wall);
        self.ask_when(who, now, now, &[], command)
    }

    /// Asked now of what happened then, by who had seen that much.
    pub(crate) fn ask_when(
        &mut self,
        who: &Actor,
        now: Timestamp,
        happened_at: Timestamp,
        seen: &[Seen],
        command: AccountCommand,
    ) -> Result<Vec<Fact>, Vec<Refusal>> {
        let id = self.next_id();
        let evidence = self.evidence(&command);
        let cx = Cx {
            happened_at,
            seen,
            ..self.cx(id, who, now, &evidence)
        };
        let whole = decide(&self.account, &command, &cx);
        let part = decide(&self.loaded(&command), &command, &cx);
        assert_eq!(whole, part, "the loaded part decides as the whole");
        let drafts = match whole {
            Verdict::Facts(drafts) => drafts,
            Verdict::Refused(refusals) => return Err(refusals),
            Verdict::NeedsServer(need) => panic!("everything was looked up: {need:?}"),
        };
        let mut facts = Vec::new();
        for (n, draft) in (0..).zip(drafts) {
            let version = self.account.version + 1;
            let entry = stamp(draft, ACCOUNT.into(), version, id, n, who, now);
            assert_eq!(
                Entry::unseal(&entry.seal()).expect("reads back"),
                entry,
                "a sealed line reads back as it was"
            );
            self.account.evolve(&entry);
            facts.push(entry.fact.clone());
            self.entries.push(entry);
        }
        assert_eq!(Account::replay(ACCOUNT, &self.entries), self.account);
        Ok(facts)
    }

    /// The head, the matters that the command names, and what those grew from where it reaches up: what the ledger loads.
    fn loaded(&self, command: &AccountCommand) -> Account {
        let mut part = self.part(&command.matters());
        while command.reaches_up() {
            let mut known: Vec<_> = part.matters.keys().copied().collect();
            let parents = part.unloaded_parents(&known);
            if parents.is_empty() {
                break;
            }
            known.extend(parents);
            part = self.part(&known);
        }
        part
    }

    fn part(&self, named: &[MatterId]) -> Account {
        Account {
            matters: self
                .account
                .matters
                .iter()
                .filter(|(id, _)| named.contains(id))
                .map(|(id, matter)| (*id, matter.clone()))
                .collect(),
            ..self.account.clone()
        }
    }

    fn evidence(&self, command: &AccountCommand) -> Evidence {
        let fact_at = command
            .needs()
            .into_iter()
            .map(|Need::FactAt(version)| {
                let entry = self.entries.iter().find(|entry| entry.version == version);
                let seen = entry.map(|entry| FactSeen {
                    matter: entry.matter,
                });
                (version, seen)
            })
            .collect::<BTreeMap<_, _>>();
        Evidence { fact_at }
    }

    fn cx<'a>(
        &'a self,
        command: CommandId,
        actor: &'a Actor,
        now: Timestamp,
        evidence: &'a Evidence,
    ) -> Cx<'a> {
        Cx {
            command,
            actor,
            now,
            happened_at: now,
            seen: &[],
            house: &self.house,
            evidence,
        }
    }

    fn next_id(&mut self) -> CommandId {
        self.commands += 1;
        CommandId::from_uuid(Uuid::from_u128(self.commands))
    }

    /// The newest matter of that kind.
    pub(crate) fn newest(&self, code: &str) -> MatterId {
        let of_kind = self
            .account
            .matters
            .values()
            .filter(|one| one.code() == code);
        let newest = of_kind
            .max_by_key(|one| one.version)
            .expect("a matter of that kind");
        newest.reference.id
    }

    pub(crate) fn matter(&self, id: MatterId) -> &Matter {
        &self.account.matters[&id]
    }

    /// A consumer, opened that day, without a contact.
    pub(crate) fn open_consumer(&mut self, wall: &str, name: &str) {
        self.open(wall, name, AccountKind::Consumer);
    }

    pub(crate) fn open(&mut self, wall: &str, name: &str, account_kind: AccountKind) {
        let command = AccountCommand::OpenAccount {
            account_kind,
            name: self.text(name),
            tax_id: None,
            store: STORE,
            owner: MANAGER,
            contact: None,
        };
        self.ask(&person(MANAGER), wall, command);
    }
}

fn stamp<F>(
    draft: Draft<F>,
    stream: StreamId,
    version: u64,
    command: CommandId,
    n: u32,
    actor: &Actor,
    now: Timestamp,
) -> Entry<F> {
    draft.stamp(&Stamp {
        stream,
        version,
        command,
        n,
        actor,
        device: None,
        recorded_at: now,
        sent_at: now,
        house_version: 1,
    })
}

/// The kinds of what is owed on a matter, with their days.
pub(crate) fn owed(matter: &Matter) -> Vec<(&'static str, Date)> {
    let dues = matter.owes.dues.iter();
    dues.map(|due| (due.kind.code(), due.deadline.on)).collect()
}
