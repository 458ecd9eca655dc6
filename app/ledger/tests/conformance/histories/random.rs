//! Histories by chance: whatever is asked, fitting or not, in whatever order, the projections are what a replay makes of
//! the facts, after each of them. The seed is printed, and gives the same history again.

use domain::account::{Essential, RemedyKind, Terms};
use domain::command::{AccountCommand as Ask, NewRemedy};
use domain::deadline::{Bearer, DueKind};
use domain::ids::MatterId;
use domain::time::Date;
use ledger::{Ledger, Outcome};

use super::luis;
use crate::support::Fresh;
use crate::world::{
    self, ANA, LUIS, SERVICE, ana, contact, day, delivery, found, imported, minutes, note, open,
    order, text, to_account,
};

on_both_engines![whatever_happens_projections_are_as_a_replay_makes_them];

const SEEDS: [u64; 3] = [11, 23, 58];
const STEPS: u128 = 40;

/// Numbers by chance, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, many: u64) -> u64 {
        // Knuth's, of which the high bits are good.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % many
    }

    fn of(&mut self, matters: &[MatterId]) -> MatterId {
        let many = u64::try_from(matters.len()).expect("small");
        if many == 0 {
            return world::matter(999);
        }
        matters[usize::try_from(self.below(many)).expect("small")]
    }

    fn date(&mut self) -> Date {
        let day_of_june = 16 + self.below(14);
        day(&format!("2026-06-{day_of_june}"))
    }
}

async fn whatever_happens_projections_are_as_a_replay_makes_them(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    for (account, seed) in (1..).zip(SEEDS) {
        lived(ledger, account, seed).await;
    }
    assert_eq!(ledger.verify().await.expect("read").faults, []);
}

async fn lived(ledger: &Ledger, account: u128, seed: u64) {
    let id = open(ledger, account, "Ana Ñúñez").await;
    let mut chance = Chance(seed);
    let mut kept = 0;
    for step in 1..=STEPS {
        let n = account * 1000 + step;
        let since = ledger.account_since(id, SERVICE, 0, 1000).await;
        let rows = since.expect("read").expect("there").timeline;
        let ask = ask(&mut chance, n, &rows.matters(), rows.version);
        let at = minutes(i64::try_from(n).expect("small"));
        let who = match chance.below(3) {
            0 => luis(),
            _ => ana(),
        };
        let outcome = ledger.submit(to_account(n, id, ask.clone()), who, at).await;
        let outcome = outcome.unwrap_or_else(|error| panic!("{seed}, {step}, {ask:?}: {error}"));
        kept += u32::from(matches!(outcome, Outcome::Applied { .. }));
        let checked = ledger.check().await.expect("read");
        assert_eq!(
            checked.differences,
            [],
            "{seed}, {step}, {ask:?}: {outcome:?}"
        );
    }
    assert!(kept > 10, "{seed}: {kept} of {STEPS} were applied");
}

fn ask(chance: &mut Chance, n: u128, matters: &[MatterId], version: u64) -> Ask {
    let matter = chance.of(matters);
    let words = || text(n * 4, "Así fue");
    match chance.below(15) {
        0 => note(n, "Llamó"),
        1 => contact(n, "Lucía", "+34 600 11 22 33"),
        2..=3 => delivery(&chance.date().to_string()),
        4 => order(n, &format!("P-{n}"), &chance.date().to_string()),
        5 => imported(n, &format!("I-{n}"), "2026-07-10", None),
        6 => Ask::ReportBroken {
            matter,
            lines: Vec::new(),
            note: Some(words()),
        },
        7 => Ask::Honour {
            matter,
            remedies: vec![NewRemedy {
                kind: RemedyKind::Credit,
                amount: None,
                bearer: Bearer::Person(ANA),
                by: None,
                what: Some(words()),
            }],
        },
        8 => Ask::DoRemedy {
            matter,
            remedy: 0,
            evidence: words(),
        },
        9 => Ask::KeepPromise {
            matter,
            evidence: words(),
        },
        10 => Ask::MoveDue {
            matter,
            due: DueKind::Check,
            to: chance.date(),
            reason: words(),
        },
        11 => Ask::AmendPromise {
            matter,
            terms: Terms::Delivery {
                date: chance.date(),
                essential: Essential::No,
            },
            consent: words(),
        },
        12 => Ask::AssignMatter {
            matter,
            owner: [ANA, LUIS][usize::from(chance.below(2) == 1)],
        },
        13 => Ask::DeliverLines {
            matter,
            lines: Vec::new(),
            arrived_on: day("2026-06-15"),
        },
        _ => Ask::Correct {
            version: 1 + chance.below(version),
            note: words(),
        },
    }
}
