//! A server that is asked to stop: what it acknowledged is kept, what it began is finished, and it is gone soon, whoever
//! listens, dawdles or stays connected.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ledger::Engine;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::serving::{House, Serving, until};
use crate::visitor::{Unanswered, Visitor, typed};

on_both_engines![what_was_begun_is_finished_and_what_was_acknowledged_is_kept];

const WRITERS: usize = 8;
/// What dawdles is let finish for ten seconds, and cut then.
const GONE_WITHIN: Duration = Duration::from_secs(15);

type Note = Vec<(&'static str, &'static str)>;

pub(crate) fn note() -> Note {
    typed("note", &[("note", "Nota")])
}

/// Writes on and on until nobody answers; what was acknowledged.
pub(crate) async fn writes(visitor: Visitor, page: String, kept: Arc<AtomicUsize>) -> Vec<Note> {
    let mut acknowledged = Vec::new();
    loop {
        let form = note();
        match visitor.post_json(&page, &form).await {
            Ok(answer) if answer.status == 200 => {
                assert!(answer.body.starts_with("{\"applied\":"), "{answer:?}");
                acknowledged.push(form);
                kept.fetch_add(1, Ordering::SeqCst);
            }
            // Stopping, it may say so.
            Ok(answer) => assert_eq!(answer.status, 503, "{answer:?}"),
            Err(Unanswered::Nothing(_)) => return acknowledged,
            Err(Unanswered::Half(half)) => panic!("half an answer: {half}"),
        }
    }
}

/// Said again, each is known.
pub(crate) async fn stand(visitor: &Visitor, page: &str, notes: &[Note]) {
    for note in notes {
        let answer = visitor.post_json(page, note).await.expect("an answer");
        assert!(answer.body.starts_with("{\"duplicate\":"), "{answer:?}");
    }
}

async fn what_was_begun_is_finished_and_what_was_acknowledged_is_kept(on: Engine) {
    let house = House::on(on).await;
    let serving = Serving::of(&house, &[]).await;
    let ana = Visitor::ana(serving.addr, serving.addr).await;
    let account = ana.opens_an_account(&house.owner().await).await;
    let mut hints = ana.listens(&account).await;
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
    let (ended, log) = serving.stop().await;
    assert!(ended.success(), "{ended}: {log}");
    assert!(asked.elapsed() < GONE_WITHIN, "{:?}", asked.elapsed());
    hints.ends().await;
    let acknowledged = writers.join_all().await.concat();
    assert!(acknowledged.len() > 60);
    house.is_sound();
    let again = Serving::of(&house, &[]).await;
    stand(&ana.at(again.addr).typed_there(), &account, &acknowledged).await;
    let (ended, log) = again.stop().await;
    assert!(ended.success(), "{ended}: {log}");
}
