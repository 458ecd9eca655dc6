//! A year in the life of an account, every command that live recording and an import know: after each, the
//! projections are what a replay from zero makes of the facts, and the loaded part decides as the whole would.

mod invoices;
mod random;
mod steps;

use domain::account::Account;
use domain::command::{AccountCommand as Ask, Command};
use domain::context::{Actor, Cx, Evidence, FactSeen, Need, Via};
use domain::entry::{Entry, Envelope};
use domain::fact::Fact;
use domain::ids::{AccountId, MatterId};
use domain::timeline::Row;
use ledger::{Ledger, Outcome};

use crate::support::Fresh;
use crate::world::{self, LUIS, SERVICE, ana, found, minutes, open, to_account};
use invoices::invoiced;
use steps::{
    broken_and_made_good, claimed_and_answered, corrected, ordered, said_and_moved, stated,
};

on_both_engines![every_command_leaves_projections_as_a_replay_makes_them];

/// What has been done so far, and by which ids.
struct Story<'l> {
    ledger: &'l Ledger,
    id: AccountId,
    n: u128,
}

impl Story<'_> {
    async fn tell(&mut self, actor: Actor, ask: Ask) -> Vec<MatterId> {
        self.n += 1;
        let at = minutes(i64::try_from(self.n).expect("small"));
        let mut envelope = to_account(self.n, self.id, ask);
        envelope.happened_at = at;
        self.part_decides_as_the_whole(&envelope, &actor).await;
        let outcome = self.ledger.submit(envelope.clone(), actor, at).await;
        let Ok(Outcome::Applied { first, .. }) = outcome else {
            panic!("{envelope:?}: {outcome:?}");
        };
        let checked = self.ledger.check().await.expect("read");
        assert_eq!(checked.differences, [], "after {:?}", envelope.command);
        let rows = self
            .ledger
            .account_since(self.id, SERVICE, first - 1, 50)
            .await
            .expect("read")
            .expect("there")
            .timeline
            .rows;
        let mut opened: Vec<_> = rows
            .iter()
            .filter(|row| {
                matches!(
                    row.fact,
                    Fact::PromiseMade { .. }
                        | Fact::OrderPlaced { .. }
                        | Fact::ClaimReceived { .. }
                )
            })
            .filter_map(|row| Some((row.version, row.matter?.id)))
            .collect();
        opened.sort_unstable();
        opened.into_iter().map(|(_, matter)| matter).collect()
    }

    /// What is loaded for a command is enough to decide it.
    async fn part_decides_as_the_whole(&self, envelope: &Envelope, actor: &Actor) {
        let Command::Account(ask) = &envelope.command else {
            return;
        };
        let rows = self
            .ledger
            .account_since(self.id, SERVICE, 0, 1000)
            .await
            .expect("read")
            .expect("there")
            .timeline;
        let whole = self
            .ledger
            .account(self.id, &rows.matters())
            .await
            .expect("read")
            .expect("there");
        let mut part = whole.clone();
        part.matters
            .retain(|matter, _| ask.matters().contains(matter));
        let house = self.ledger.house().await.expect("read");
        let mut evidence = Evidence::default();
        for need in ask.needs() {
            let Need::FactAt(version) = need;
            let row = rows.rows.iter().find(|row| row.version == Some(version));
            evidence.fact_at.insert(version, row.map(seen));
        }
        let cx = Cx {
            command: envelope.id,
            actor,
            now: envelope.happened_at,
            happened_at: envelope.happened_at,
            seen: &[],
            house: &house,
            evidence: &evidence,
        };
        assert_eq!(
            domain::decide(&part, ask, &cx),
            domain::decide(&whole, ask, &cx)
        );
    }

    async fn ana(&mut self, ask: Ask) -> Vec<MatterId> {
        self.tell(ana(), ask).await
    }
}

fn seen(row: &Row) -> FactSeen {
    FactSeen { matter: row.matter }
}

fn luis() -> Actor {
    Actor::Person {
        person: LUIS,
        via: Via::Desk,
    }
}

async fn every_command_leaves_projections_as_a_replay_makes_them(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana Ñúñez").await;
    let mut story = Story {
        ledger,
        id,
        n: 1000,
    };
    said_and_moved(&mut story).await;
    invoiced(&mut story).await;
    broken_and_made_good(&mut story).await;
    claimed_and_answered(&mut story).await;
    ordered(&mut story).await;
    stated(&mut story).await;
    corrected(&mut story).await;
    is_the_sum_of_its_facts(ledger, id).await;
    assert_eq!(ledger.verify().await.expect("read").faults, []);
}

/// Head and open matters as they are kept, against the account replayed from its rows.
async fn is_the_sum_of_its_facts(ledger: &Ledger, id: AccountId) {
    let rows = ledger
        .account_since(id, SERVICE, 0, 1000)
        .await
        .expect("read")
        .expect("there")
        .timeline
        .rows;
    let mut entries: Vec<Entry<Fact>> = Vec::new();
    for row in rows {
        entries.push(Entry {
            form: domain::entry::FORM,
            stream: id.into(),
            version: row.version.expect("settled"),
            command: row.key.command,
            n: row.key.n,
            actor: row.actor,
            device: None,
            matter: row.matter,
            audience: row.audience,
            happened_at: row.happened_at,
            on: row.on,
            recorded_at: row.recorded_at,
            sent_at: row.sent_at,
            house_version: 0,
            fact: row.fact,
            owes: None,
        });
    }
    entries.sort_by_key(|entry| entry.version);
    let replayed = Account::replay(id, &entries);
    let all: Vec<_> = replayed.matters.keys().copied().collect();
    let kept = ledger
        .account(id, &all)
        .await
        .expect("read")
        .expect("there");
    assert_eq!(kept.head, replayed.head);
    assert_eq!(kept.matters.len(), all.len());
    for (matter, replayed) in &replayed.matters {
        assert_eq!(kept.matters[matter].state, replayed.state);
    }
    assert_eq!(world::account(1), id);
}
