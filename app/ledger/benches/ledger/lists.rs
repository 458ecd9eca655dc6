//! Lists over many accounts: Clientes, search as one types and what we owe, by how much else there is, and how evenly.

use domain::context::Role;
use domain::search::Query;
use ledger::{Ledger, Whose};

use crate::fill::{FACTS, Grown, MEASURED, person};
use crate::names::{Dice, name, typed};
use crate::pages::in_both;
use crate::pairs::{at, float, interleaved, timed};
use crate::rows::{Goal, Row, grouped, on, say};
use crate::sizes::Sizes;
use crate::world::ANA;

const ROWS: u32 = 50;
const LOGISTICS: &[Role] = &[Role::Logistics];

pub(crate) async fn measure(grown: &Grown, sizes: &Sizes) {
    say(&format!("lists {}", on(grown.engine)));
    beside_others(grown, sizes, "The first page of Clientes", async |ledger| {
        let list = ledger.accounts(Whose::Anyones, None, ROWS).await;
        list.expect("read").rows.len()
    })
    .await;
    let query = Query::parse("cliente");
    beside_others(
        grown,
        sizes,
        "A search that finds the same 100 accounts",
        async |ledger| {
            let found = ledger.search(&query, Whose::Anyones, None, ROWS).await;
            found.expect("read").rows.len()
        },
    )
    .await;
    beside_others(
        grown,
        sizes,
        "The first page of what we owe",
        async |ledger| {
            let owed = ledger.owed(ANA, LOGISTICS, None, ROWS).await;
            owed.expect("read").rows.len()
        },
    )
    .await;
    let names = typing(&grown.large, sizes.asked).await;
    evenly(grown, sizes, "A search as one types", names);
    let pages = owing(&grown.large, sizes.asked).await;
    evenly(grown, sizes, "A page of what we owe", pages);
}

async fn beside_others(
    grown: &Grown,
    sizes: &Sizes,
    what: &str,
    read: impl AsyncFn(&Ledger) -> usize,
) {
    // Milliseconds of one.
    let each = async |ledger: &Ledger| {
        let ((), took) = timed(async {
            for _ in 0..sizes.calls {
                assert_eq!(read(ledger).await, 50, "{what}");
            }
        })
        .await;
        took.as_secs_f64() * 1e3 / float(sizes.calls)
    };
    each(&grown.large).await;
    each(&grown.small).await;
    let pair = interleaved(
        sizes.rounds,
        async || each(&grown.large).await,
        async || each(&grown.small).await,
    )
    .await;
    let name = format!(
        "{what} with {} facts of {} accounts in the database against {} of {MEASURED}, {}",
        grouped(grown.facts),
        grouped(sizes.accounts),
        grouped(MEASURED * FACTS),
        on(grown.engine)
    );
    Row::ratio(name, pair.ratio, Goal::AtMost(1.3))
        .because(in_both(pair))
        .tell();
}

/// What each key took, in milliseconds: names of customers there are, typed to their end.
async fn typing(ledger: &Ledger, keys: usize) -> Vec<f64> {
    let mut dice = Dice(11);
    let mut times = Vec::with_capacity(keys);
    while times.len() < keys {
        for query in typed(&name(dice.throw(1_000))) {
            let (found, took) = timed(ledger.search(&query, Whose::Anyones, None, ROWS)).await;
            let found = found.expect("read");
            assert!(!found.rows.is_empty() || found.more.is_some());
            times.push(took.as_secs_f64() * 1e3);
        }
    }
    times
}

/// What each page took, in milliseconds: several of each person, some of whom answer for logistics too.
async fn owing(ledger: &Ledger, pages: usize) -> Vec<f64> {
    let mut times = Vec::with_capacity(pages);
    for nth in 0.. {
        let roles = if nth % 5 == 0 { LOGISTICS } else { &[] };
        let mut place = None;
        for _ in 0..5 {
            let (owed, took) = timed(ledger.owed(person(nth), roles, place, ROWS)).await;
            let owed = owed.expect("read");
            assert_eq!(owed.rows.len(), 50);
            times.push(took.as_secs_f64() * 1e3);
            place = owed.more;
        }
        if times.len() >= pages {
            break;
        }
    }
    times
}

fn evenly(grown: &Grown, sizes: &Sizes, what: &str, times: Vec<f64>) {
    let over = format!(
        "over {} accounts {}",
        grouped(sizes.accounts),
        on(grown.engine)
    );
    let (half, nearly_all) = (at(times.clone(), 0.5), at(times.clone(), 0.99));
    let mean = times.iter().sum::<f64>() / float(times.len());
    let name = format!("{what} {over}: what 99 of 100 are within against half of them");
    Row::ratio(name, nearly_all / half, Goal::AtMost(5.0)).tell();
    Row::figure(format!("{what} {over}, half of them within"), half, "ms").tell();
    Row::figure(format!("{what} {over}, 99 of 100 within"), nearly_all, "ms").tell();
    Row::figure(format!("{what} {over}, one client"), 1e3 / mean, "a second").tell();
}
