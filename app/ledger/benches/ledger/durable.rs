//! Durable submits: one client's against the same rows written barely, and 64 clients' against one's.

use futures::future::join_all;
use ledger::{Engine, Submitted};

use crate::bare::Bare;
use crate::hands::Hands;
use crate::life::{self, Place};
use crate::pairs::{interleaved, median, rate, timed};
use crate::processors::Processors;
use crate::recorded::recorded;
use crate::rows::{Goal, Row, on, say};
use crate::sizes::Sizes;

const ACCOUNTS: usize = 64;
const CLIENTS: usize = 64;
/// What is said on an account before it is the next one's turn.
const AT_A_TIME: usize = 4;

pub(crate) async fn measure(engine: Engine, sizes: &Sizes) {
    say(&format!("durable submits {}", on(engine)));
    barely(engine, sizes).await;
    together(engine, sizes).await;
}

/// One client's day: account after account.
fn day(count: usize) -> Vec<Submitted> {
    let said = |nth: usize| {
        let turn = nth / AT_A_TIME;
        let (account, round) = (turn % ACCOUNTS, turn / ACCOUNTS);
        life::said(account, round * AT_A_TIME + nth % AT_A_TIME)
    };
    (0..count).map(said).collect()
}

async fn barely(engine: Engine, sizes: &Sizes) {
    // Before it counts, connections and caches are warm.
    let warm = sizes.submits;
    let said = day(warm + sizes.rounds * sizes.submits);
    let recorded = recorded(engine, ACCOUNTS, said.clone()).await;
    let place = Place::with(engine, ACCOUNTS).await;
    let beside = Place::with(engine, ACCOUNTS).await;
    let mut bare = Bare::new(&beside.url, recorded).await;
    let mut said = said.into_iter();
    let mut submitted = async |count: usize| {
        let some: Vec<_> = said.by_ref().take(count).collect();
        let ((), took) = timed(async {
            for said in some {
                life::submit(&place.ledger, said).await;
            }
        })
        .await;
        rate(count, took)
    };
    submitted(warm).await;
    bare.write(warm).await;
    let processors = Processors::now();
    let pair = interleaved(
        sizes.rounds,
        async || submitted(sizes.submits).await,
        async || rate(sizes.submits, bare.write(sizes.submits).await),
    )
    .await;
    let on = on(engine);
    let name = format!(
        "One client's durable submits against a loop writing the same rows, a transaction each, {on}"
    );
    Row::ratio(name, pair.ratio, Goal::AtLeast(0.6))
        .because(processors.told())
        .tell();
    let name = format!("One client's durable submits {on}");
    Row::figure(name, pair.first, "a second").tell();
    place.ledger.close().await;
    beside.ledger.close().await;
}

async fn together(engine: Engine, sizes: &Sizes) {
    let place = Place::with(engine, CLIENTS).await;
    let mut nth = [0; CLIENTS];
    let mut said = |client: usize, count: usize| -> Vec<Submitted> {
        let from = nth[client];
        nth[client] += count;
        (from..from + count)
            .map(|nth| life::said(client, nth))
            .collect()
    };
    let said = std::cell::RefCell::new(&mut said);
    let processors = Processors::now();
    let pair = interleaved(
        sizes.rounds,
        async || {
            let each = sizes.submits_each;
            let lives: Vec<_> = (0..CLIENTS)
                .map(|client| said.borrow_mut()(client, each))
                .collect();
            let clients = lives.into_iter().map(|life| {
                let ledger = place.ledger.clone();
                tokio::spawn(async move {
                    for said in life {
                        life::submit(&ledger, said).await;
                    }
                })
            });
            let (done, took) = timed(join_all(clients)).await;
            assert!(done.into_iter().all(|client| client.is_ok()));
            rate(CLIENTS * each, took)
        },
        async || {
            let life = said.borrow_mut()(0, sizes.submits);
            let ((), took) = timed(async {
                for said in life {
                    life::submit(&place.ledger, said).await;
                }
            })
            .await;
            rate(sizes.submits, took)
        },
    )
    .await;
    let goal = match engine {
        Engine::Sqlite => 3.0,
        Engine::Postgres => 4.0,
    };
    let on = on(engine);
    let name = format!("64 clients' durable submits against one client's {on}");
    let count = sizes.rounds * (CLIENTS * sizes.submits_each + sizes.submits);
    let shared = format!(
        "many can share the wait for the disk alone, which takes {:.0} µs of one client's {:.0} µs; {}",
        wait_for_the_disk(&place.url, sizes.submits).await,
        1e6 / pair.second,
        processors.told_of_each("submit", count)
    );
    Row::ratio(name, pair.ratio, Goal::AtLeast(goal))
        .because(shared)
        .tell();
    let name = format!("64 clients' durable submits {on}");
    Row::figure(name, pair.first, "a second").tell();
    place.ledger.close().await;
}

/// What a commit takes longer when it is durable, in microseconds: of one row, the median of so many.
async fn wait_for_the_disk(url: &str, commits: usize) -> f64 {
    let mut hands = Hands::as_the_writer(url).await;
    let (mut durable, mut lost) = (Vec::new(), Vec::new());
    for _ in 0..commits {
        for (kind, times) in [
            (hands.durable(), &mut durable),
            (hands.hurried(), &mut lost),
        ] {
            hands.run(kind).await;
            hands.begin().await;
            // A row that stays as it is, is not written.
            hands.run("UPDATE streams SET version = version + 1").await;
            let ((), took) = timed(hands.commit()).await;
            times.push(took.as_secs_f64() * 1e6);
        }
    }
    hands.close().await;
    median(durable) - median(lost)
}
