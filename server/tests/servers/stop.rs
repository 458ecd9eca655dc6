//! A server that is asked to stop: what it acknowledged is kept, what it began is finished, and it is gone soon, whoever
//! listens, dawdles or stays connected.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ledger::Engine;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::hints::Hints;
use crate::program::Place;
use crate::running::answer::Unanswered;
use crate::running::kept::{self, Kept};
use crate::running::serving::{Serving, free_addr};
use crate::running::visitor::Visitor;
use crate::running::{account, note, until};

on_both_engines![what_was_begun_is_finished_and_what_was_acknowledged_is_kept];

const WRITERS: usize = 8;
/// What dawdles is let finish for ten seconds, and cut then.
const GONE_WITHIN: Duration = Duration::from_secs(15);

/// Writes on and on until nobody answers; what was acknowledged.
pub(crate) async fn writes(visitor: Visitor, page: String, kept: Arc<AtomicUsize>) -> Vec<Kept> {
    let mut acknowledged = Vec::new();
    loop {
        let form = note(&page, "Nota");
        match visitor.post_json(&form).await {
            Ok(answer) if answer.status == 200 => {
                assert!(answer.body.starts_with("{\"applied\":"), "{answer:?}");
                acknowledged.extend(Kept::by(&form, &answer));
                kept.fetch_add(1, Ordering::SeqCst);
            }
            // Stopping, it may say so.
            Ok(answer) => assert_eq!(answer.status, 503, "{answer:?}"),
            Err(Unanswered::Nothing(_)) => return acknowledged,
            Err(Unanswered::Half(half)) => panic!("half an answer: {half}"),
        }
    }
}

async fn what_was_begun_is_finished_and_what_was_acknowledged_is_kept(on: Engine) {
    let house = Place::with_a_house_on(on);
    let serving = Serving::of(&house).await;
    let ana = serving.ana(&house).await;
    let account = account(&house, &ana).await;
    let mut hints = Hints::of(&ana, &account).await;
    hints.hears("event: moved").await;
    let connect = async || TcpStream::connect(serving.addr).await.expect("connected");
    let (_idle, mut dawdling) = (connect().await, connect().await);
    let begun = dawdling
        .write_all(b"POST /clientes HTTP/1.1\r\nHost: ")
        .await;
    begun.expect("half a request");
    let (kept, mut writers) = (Arc::new(AtomicUsize::new(0)), JoinSet::new());
    for _ in 0..WRITERS {
        writers.spawn(writes(ana.clone(), account.clone(), Arc::clone(&kept)));
    }
    until("many are kept", async || kept.load(Ordering::SeqCst) > 60).await;
    let asked = Instant::now();
    serving.stop().await;
    assert!(asked.elapsed() < GONE_WITHIN, "{:?}", asked.elapsed());
    hints.ends().await;
    let acknowledged = writers.join_all().await.concat();
    assert!(acknowledged.len() > 60);
    kept::sound(&house);
    let again = Serving::of(&house).await;
    kept::stand(&ana.at(again.addr).typed_there(), &acknowledged).await;
    again.stop().await;
}

#[tokio::test]
async fn it_may_be_stopped_as_soon_as_it_says_that_it_answers() {
    let house = Place::with_a_house_on(Engine::Sqlite);
    let command = house.command(&["serve"]);
    let serving = Serving::said_to_answer(command, &house, free_addr()).await;
    let log = serving.expect("it serves").stop().await;
    assert!(log.contains("stopping"), "{log}");
}
