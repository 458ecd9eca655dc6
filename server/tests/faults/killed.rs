//! `kill -9` amid a thousand concurrent submits, on accounts of their own and on the same; and again, and again.

use std::time::{Duration, Instant};

use ledger::Engine;

use crate::figures;
use crate::load::{Count, at_once, may_connect, until};
use crate::program::Place;
use crate::running::serving::Serving;
use crate::running::visitor::Form;
use crate::running::{accounts, kept, note};

on_both_engines![what_a_killed_server_had_acknowledged_is_there_once];

const AT_ONCE: usize = 1000;
/// Every eighth note is for one and the same.
const ACCOUNTS: usize = 40;

async fn what_a_killed_server_had_acknowledged_is_there_once(on: Engine) {
    may_connect(AT_ONCE);
    let place = Place::with_a_house_on(on);
    let mut serving = Serving::of(&place).await;
    let addr = serving.addr;
    let ana = serving.ana(&place).await;
    let paths = accounts(&place, &ana, ACCOUNTS).await;
    let rounds = figures::kill_rounds();
    for round in 0..rounds {
        let before = kept::sound(&place);
        let forms: Vec<_> = (0..AT_ONCE).map(|n| form(&paths, n)).collect();
        let count = Count::default();
        let asking = tokio::spawn({
            let (ana, forms, count) = (ana.clone(), forms.clone(), count.clone());
            async move { at_once(&ana, &forms, count).await }
        });
        // Early in one round, late in another.
        let wait_for = 20 + (AT_ONCE - 150) * round / rounds;
        until(&count, wait_for, Duration::from_secs(60)).await;
        serving.kill();
        let answers = asking.await.expect("no panic");
        let acknowledged: Vec<_> = answers.into_iter().flatten().collect();
        assert!(acknowledged.len() < AT_ONCE, "some were under way");

        let began = Instant::now();
        serving = Serving::with(&place, addr, &[]).await;
        let ready = began.elapsed().as_secs_f64();
        figures::tell(&format!("{on:?}: ready after kill -9"), ready, "s");
        kept::sound(&place);
        kept::stand(&ana, &acknowledged).await;
        // Whoever had no answer asks again: it is written now, or was before, and never twice.
        let again = at_once(&ana, &forms, Count::default()).await;
        let unanswered = again.iter().filter(|one| one.is_none()).count();
        assert_eq!(unanswered, 0);
        assert_eq!(kept::sound(&place), before + AT_ONCE as u64);
    }
    serving.stop().await;
    kept::sound(&place);
}

fn form(paths: &[String], n: usize) -> Form {
    let path = match n % 8 {
        0 => &paths[0],
        _ => &paths[n % paths.len()],
    };
    note(path, &format!("Nota {n}"))
}
