//! A year in the life of an account, every command that live recording and an import know: after each, the
//! projections are what a replay from zero makes of the facts, and the loaded part decides as the whole would.

use domain::account::{
    Account, Channel, ClaimKind, Essential, Language, RemedyKind, Resolution, Span, Terms,
};
use domain::command::{About, AccountCommand as Ask, NewAnswer, NewRemedy};
use domain::context::{Actor, Via};
use domain::deadline::{Bearer, DueKind};
use domain::entry::Entry;
use domain::fact::{Cost, Direction, Fact, Outcome as Ended};
use domain::ids::{AccountId, MatterId};
use ledger::{Ledger, Outcome};

use crate::support::Fresh;
use crate::world::{
    self, ANA, LUIS, SERVICE, ana, contact, day, delivery, found, import, imported, minutes, note,
    open, order, text, to_account,
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
        let outcome = self.ledger.submit(envelope.clone(), actor, at).await;
        let Ok(Outcome::Applied { first, .. }) = outcome else {
            panic!("{envelope:?}: {outcome:?}");
        };
        let checked = self.ledger.check().await.expect("read");
        assert_eq!(checked.differences, [], "after {:?}", envelope.command);
        let rows = self
            .ledger
            .rows_after(self.id, SERVICE, first - 1, 50)
            .await
            .expect("read")
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

    async fn ana(&mut self, ask: Ask) -> Vec<MatterId> {
        self.tell(ana(), ask).await
    }
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
    broken_and_made_good(&mut story).await;
    claimed_and_answered(&mut story).await;
    ordered(&mut story).await;
    is_the_sum_of_its_facts(ledger, id).await;
    assert_eq!(ledger.verify().await.expect("read").faults, []);
}

async fn said_and_moved(story: &mut Story<'_>) {
    story.ana(contact(1, "Lucía", "+34 600 11 22 33")).await;
    story.ana(note(1, "Prefiere la tarde")).await;
    story
        .ana(Ask::RecordInteraction {
            matter: None,
            channel: Channel::Call,
            direction: Direction::Incoming,
            contact: None,
            outcome: Ended::Reached,
            cost: Cost::default(),
            note: None,
        })
        .await;
    let promise = story.ana(delivery("2026-06-25")).await[0];
    let reason = text(1, "El proveedor cierra");
    let moved = Ask::MoveDue {
        matter: promise,
        due: DueKind::Check,
        to: day("2026-06-23"),
        reason,
    };
    story.ana(moved).await;
    story
        .ana(Ask::ConfirmPromise {
            matter: promise,
            note: None,
        })
        .await;
    story
        .tell(
            luis(),
            Ask::AssignMatter {
                matter: promise,
                owner: LUIS,
            },
        )
        .await;
    story.tell(luis(), Ask::AssignOwner { owner: LUIS }).await;
    let terms = Terms::Delivery {
        date: day("2026-06-29"),
        essential: Essential::No,
    };
    let consent = text(2, "Le va bien el 29");
    story
        .ana(Ask::AmendPromise {
            matter: promise,
            terms,
            consent,
        })
        .await;
    story
        .ana(Ask::KeepPromise {
            matter: promise,
            evidence: text(3, "Albarán 5"),
        })
        .await;
    let other = story.ana(delivery("2026-07-25")).await[0];
    story
        .ana(Ask::ReleasePromise {
            matter: other,
            consent: text(4, "Ya no la quiere"),
        })
        .await;
}

async fn broken_and_made_good(story: &mut Story<'_>) {
    let promise = story.ana(delivery("2026-06-26")).await[0];
    let broken = Ask::ReportBroken {
        matter: promise,
        lines: Vec::new(),
        note: Some(text(5, "No ha llegado")),
    };
    story.ana(broken).await;
    let silent = story
        .ledger
        .accounts(ledger::Whose::Anyones, None, 1)
        .await
        .expect("read");
    assert!(
        silent.rows[0].silent_since.is_some(),
        "the customer was not told"
    );
    let remedy = NewRemedy {
        kind: RemedyKind::Credit,
        amount: None,
        bearer: Bearer::Person(ANA),
        by: None,
        what: Some(text(6, "Abono")),
    };
    story
        .ana(Ask::Honour {
            matter: promise,
            remedies: vec![remedy],
        })
        .await;
    story
        .ana(Ask::DoRemedy {
            matter: promise,
            remedy: 0,
            evidence: text(7, "Abono 12"),
        })
        .await;
    let sorry = Ask::Apologise {
        matter: promise,
        words: text(8, "Lo siento"),
    };
    story.tell(luis(), sorry).await;
}

async fn claimed_and_answered(story: &mut Story<'_>) {
    let about = About::Unrecorded {
        terms: Terms::Other,
        what: Some(text(9, "Montaje gratis")),
        span: Span::Single,
        by: None,
    };
    let opened = story
        .ana(Ask::MakeClaim {
            about,
            claim_kind: ClaimKind::BrokenPromise,
            contact: None,
            channel: Channel::Counter,
            points: vec![text(10, "Me lo cobraron"), text(11, "Y tarde")],
            sought: None,
            language: Language::Es,
            invoiced: None,
        })
        .await;
    let page = story
        .ledger
        .account(story.id, &opened)
        .await
        .expect("read")
        .expect("there");
    let claim = opened.iter().find(|id| page.matters[*id].code() == "claim");
    let answers = vec![
        NewAnswer {
            resolution: Resolution::Accepted,
            reasons: None,
        },
        NewAnswer {
            resolution: Resolution::Denied,
            reasons: Some(text(12, "Llegó en su día")),
        },
    ];
    let matter = *claim.expect("a claim");
    story.ana(Ask::AnswerClaim { matter, answers }).await;
}

async fn ordered(story: &mut Story<'_>) {
    let first = story.ana(order(1, "P-1", "2026-06-30")).await[0];
    let moved = Ask::RepromiseLines {
        matter: first,
        lines: vec![0],
        to: day("2026-07-03"),
        essential: Essential::No,
        reason: text(13, "Fábrica"),
    };
    story.ana(moved).await;
    let arrived = Ask::DeliverLines {
        matter: first,
        lines: Vec::new(),
        arrived_on: day("2026-06-15"),
    };
    story.ana(arrived).await;
    let second = story.ana(order(2, "P-2", "2026-06-30")).await[0];
    story
        .ana(Ask::CancelOrder {
            matter: second,
            reason: text(14, "Se arrepiente"),
        })
        .await;
    story
        .tell(
            import(),
            imported(3, "P-3", "2026-03-10", Some("2026-03-12")),
        )
        .await;
    story
        .tell(import(), imported(4, "P-4", "2026-07-10", None))
        .await;
    story
        .tell(
            import(),
            imported(4, "P-4", "2026-07-10", Some("2026-06-12")),
        )
        .await;
}

/// Head and open matters as they are kept, against the account replayed from its rows.
async fn is_the_sum_of_its_facts(ledger: &Ledger, id: AccountId) {
    let rows = ledger
        .rows_after(id, SERVICE, 0, 1000)
        .await
        .expect("read")
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
