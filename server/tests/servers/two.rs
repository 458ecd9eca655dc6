//! Two servers of one house, on one PostgreSQL: whoever came in at one is in at both, whoever is told at one is told at
//! both, and where one is gone the other goes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ledger::Engine;
use tokio::task::JoinSet;

use crate::hints::Hints;
use crate::program::Place;
use crate::running::answer::Answer;
use crate::running::serving::{Serving, free_addr};
use crate::running::visitor::{ANA, Form, Visitor};
use crate::running::{account, kept, note, until};
use crate::stop::writes;

struct Two {
    house: Place,
    one: Serving,
    other: Serving,
    /// Ana, signed in at the first.
    ana: Visitor,
    /// The page of an account.
    account: String,
}

impl Two {
    async fn serve() -> Self {
        let house = Place::with_a_house_on(Engine::Postgres);
        let one = Serving::of(&house).await;
        let other = second(&house, &one).await;
        let ana = one.ana(&house).await;
        let account = account(&house, &ana).await;
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
async fn second(house: &Place, first: &Serving) -> Serving {
    let public = format!("http://{}", first.addr);
    Serving::with(house, free_addr(), &[("PALABRA_PUBLIC_URL", &public)]).await
}

#[tokio::test]
async fn two_started_at_once_begin_one_house() {
    let house = Place::on(Engine::Postgres);
    assert_eq!(house.run(&["migrate"]).code, 0);
    let both = futures::future::join(Serving::of(&house), Serving::of(&house)).await;
    for serving in [both.0, both.1] {
        serving.stop().await;
    }
    kept::sound(&house);
}

#[tokio::test]
async fn who_comes_in_at_one_is_in_at_both_and_who_leaves_leaves_both() {
    let two = Two::serve().await;
    let there = two.ana.at(two.other.addr);
    for visitor in [&two.ana, &there] {
        let page = visitor.get(&two.account).await.expect("an answer");
        assert_eq!(page.status, 200);
    }
    let left = there
        .post(&Form::new("/salir", &[]))
        .await
        .expect("an answer");
    assert_eq!(left.status, 303);
    for visitor in [&two.ana, &there] {
        let page = visitor.get(&two.account).await.expect("an answer");
        let to = page.header("location").unwrap_or_default();
        assert!(page.status == 303 && to.starts_with("/entrar"), "{page:?}");
    }
}

/// As Ana, by her password or another.
pub(crate) async fn sign_in(visitor: &Visitor, password: &str) -> Answer {
    let fields = [("email", ANA), ("password", password)];
    let asked = visitor.post(&Form::new("/entrar", &fields)).await;
    asked.expect("an answer")
}

#[tokio::test]
async fn tries_to_come_in_are_counted_together() {
    let two = Two::serve().await;
    let guessing = [Visitor::of(two.one.addr), two.ana.at(two.other.addr)];
    for (n, visitor) in guessing.iter().cycle().take(8).enumerate() {
        let answer = sign_in(visitor, "otra frase bien larga").await;
        assert_eq!(answer.status, 422, "try {n}");
    }
    for visitor in &guessing {
        let answer = sign_in(visitor, "otra frase bien larga").await;
        assert_eq!(answer.status, 429);
    }
}

#[tokio::test]
async fn what_is_saved_at_one_is_hinted_at_the_other() {
    let two = Two::serve().await;
    let there = two.ana.at(two.other.addr);
    let mut hints = Hints::of(&there, &two.account).await;
    hints.hears("\"version\":1").await;
    let written = note(&two.account, "Llamará el lunes");
    let saved = two.ana.post(&written).await.expect("an answer");
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
    two.one.stop().await;
    more(&kept[1], 40).await;
    let one = Serving::with(&two.house, at_one, &[("PALABRA_PUBLIC_URL", &public)]).await;
    write(one.addr, &kept[0]);
    more(&kept[0], 40).await;
    one.kill();
    more(&kept[1], 40).await;
    two.other.stop().await;
    let acknowledged = writers.join_all().await.concat();
    assert!(acknowledged.len() >= 160, "{}", acknowledged.len());
    kept::sound(&two.house);
    let again = Serving::with(&two.house, free_addr(), &[("PALABRA_PUBLIC_URL", &public)]).await;
    kept::stand(&two.ana.at(again.addr), &acknowledged).await;
}
