//! Two servers of one house, on one PostgreSQL: whoever came in at one is in at both, whoever is told at one is told at
//! both, and where one is gone the other goes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ledger::Engine;
use tokio::task::JoinSet;

use crate::serving::{House, Serving, free_addr, until};
use crate::stop::{stand, writes};
use crate::visitor::{Visitor, typed};

struct Two {
    house: House,
    one: Serving,
    other: Serving,
    /// Ana, signed in at the first.
    ana: Visitor,
    /// The page of an account.
    account: String,
}

impl Two {
    async fn serve() -> Self {
        let house = House::on(Engine::Postgres).await;
        let one = Serving::of(&house, &[]).await;
        let other = second(&house, &one).await;
        let ana = Visitor::ana(one.addr, one.addr).await;
        let account = ana.opens_an_account(&house.owner().await).await;
        Self {
            house,
            one,
            other,
            ana,
            account,
        }
    }
}

/// By the same public address.
async fn second(house: &House, first: &Serving) -> Serving {
    let public = format!("http://{}", first.addr);
    Serving::of(house, &[("PALABRA_PUBLIC_URL", &public)]).await
}

#[tokio::test]
async fn two_started_at_once_begin_one_house() {
    let house = House::to_be(Engine::Postgres).await;
    let both = futures::future::join(Serving::of(&house, &[]), Serving::of(&house, &[])).await;
    for serving in [both.0, both.1] {
        let (ended, log) = serving.stop().await;
        assert!(ended.success(), "{log}");
    }
    house.is_sound();
}

#[tokio::test]
async fn who_comes_in_at_one_is_in_at_both_and_who_leaves_leaves_both() {
    let two = Two::serve().await;
    let there = two.ana.at(two.other.addr);
    for visitor in [&two.ana, &there] {
        let page = visitor.get(&two.account).await.expect("an answer");
        assert_eq!(page.status, 200);
    }
    let left = there.post("/salir", &[]).await.expect("an answer");
    assert_eq!(left.status, 303);
    for visitor in [&two.ana, &there] {
        let page = visitor.get(&two.account).await.expect("an answer");
        let to = page.header("location").unwrap_or_default();
        assert!(page.status == 303 && to.starts_with("/entrar"), "{page:?}");
    }
}

#[tokio::test]
async fn tries_to_come_in_are_counted_together() {
    let two = Two::serve().await;
    let guessing = [Visitor::of(two.one.addr), two.ana.at(two.other.addr)];
    for (n, visitor) in guessing.iter().cycle().take(8).enumerate() {
        let answer = visitor.sign_in("otra frase bien larga").await;
        assert_eq!(answer.status, 422, "try {n}");
    }
    for visitor in &guessing {
        let answer = visitor.sign_in("otra frase bien larga").await;
        assert_eq!(answer.status, 429);
    }
}

#[tokio::test]
async fn what_is_saved_at_one_is_hinted_at_the_other() {
    let two = Two::serve().await;
    let mut hints = two.ana.at(two.other.addr).listens(&two.account).await;
    hints.hears("\"version\":1").await;
    let note = typed("note", &[("note", "Llamará el lunes")]);
    let saved = two.ana.post(&two.account, &note).await.expect("an answer");
    assert_eq!(saved.status, 303);
    hints.hears("\"version\":2").await;
}

#[tokio::test]
async fn one_is_stopped_and_one_is_killed_and_the_other_goes_on() {
    let two = Two::serve().await;
    let (account, at_one) = (&two.account, free_addr());
    let kept = [0; 2].map(|_| Arc::new(AtomicUsize::new(0)));
    let mut writers = JoinSet::new();
    let mut write = |server, counted: &Arc<AtomicUsize>| {
        for _ in 0..4 {
            let visitor = two.ana.at(server);
            writers.spawn(writes(visitor, account.clone(), Arc::clone(counted)));
        }
    };
    let more = async |counted: &Arc<AtomicUsize>, many: usize| {
        let from = counted.load(Ordering::SeqCst);
        until("the other goes on", async || {
            counted.load(Ordering::SeqCst) >= from + many
        })
        .await;
    };
    write(two.other.addr, &kept[1]);
    write(two.one.addr, &kept[0]);
    more(&kept[0], 40).await;
    let public = format!("http://{}", two.one.addr);
    let (ended, log) = two.one.stop().await;
    assert!(ended.success(), "{ended}: {log}");
    more(&kept[1], 40).await;
    let one = Serving::at(&two.house, at_one, &[("PALABRA_PUBLIC_URL", &public)]).await;
    write(one.addr, &kept[0]);
    more(&kept[0], 40).await;
    one.kill();
    more(&kept[1], 40).await;
    let (ended, log) = two.other.stop().await;
    assert!(ended.success(), "{ended}: {log}");
    let acknowledged = writers.join_all().await.concat();
    assert!(acknowledged.len() >= 160, "{}", acknowledged.len());
    two.house.is_sound();
    let again = Serving::of(&two.house, &[("PALABRA_PUBLIC_URL", &public)]).await;
    stand(&two.ana.at(again.addr), account, &acknowledged).await;
}
