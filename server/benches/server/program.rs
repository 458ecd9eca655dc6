//! What the program takes: processor a page, memory, and the time until it answers, also after it was killed.

use domain::ids::{AccountId, CommandId};
use http::StatusCode;
use uuid::Uuid;

use crate::client::Client;
use crate::filled::Filled;
use crate::pairs::{float, median};
use crate::rows::{Goal, Row, grouped};
use crate::running::{Running, cpu_of_postgres};

/// Connections at once.
const READERS: usize = 4;
const PAGES_EACH: usize = 250;
const WRITERS: usize = 16;
const WRITES_EACH: usize = 20;

/// `drawn` is how long drawing the page takes of data that is at hand, in milliseconds.
pub(crate) async fn measure(filled: &Filled, rounds: usize, drawn: f64) {
    let house = filled.opened().await;
    let cookie = house.cookie.clone();
    house.close().await;
    let facts = grouped(filled.facts);
    let running = Running::start(&filled.url).await;
    read_pages(&running, filled.long, &cookie).await;
    let cpus = cpus(&running, filled.long, &cookie, rounds.min(9)).await;
    let memory = running.memory_peak();
    let cpu = Row::figure(
        format!(
            "processor for an account page, program and database, signed in, {}",
            filled.on
        ),
        median(cpus) * 1e3,
        "ms",
    );
    Row {
        goal: Goal::AtMost(2.5),
        ..cpu
    }
    .because(format!(
        "drawing the page of data at hand takes {drawn:.2} ms of it, without sockets and compression"
    ))
    .tell();
    let name = format!(
        "memory under page load with {facts} facts, sign-ins excluded, {}",
        filled.on
    );
    Row {
        goal: Goal::AtMost(64.0),
        ..Row::figure(name, memory, "MB")
    }
    .tell();
    running.kill();
    starts(filled, &cookie, rounds).await;
}

/// From its start until it is ready: after it was stopped, and after it was killed in the midst of writes.
async fn starts(filled: &Filled, cookie: &str, rounds: usize) {
    let (mut orderly, mut killed) = (Vec::new(), Vec::new());
    for _ in 0..rounds.min(9) {
        let running = Running::start(&filled.url).await;
        orderly.push(running.ready_after.as_secs_f64());
        running.stop();
        let running = Running::start(&filled.url).await;
        write_until_killed(running, filled.long, cookie).await;
        let running = Running::start(&filled.url).await;
        killed.push(running.ready_after.as_secs_f64());
        running.stop();
    }
    let facts = grouped(filled.facts);
    let name = format!("start to ready with {facts} facts, {}", filled.on);
    Row {
        goal: Goal::AtMost(0.5),
        ..Row::figure(name, median(orderly), "s")
    }
    .tell();
    let name = format!(
        "start to ready after kill -9 amid writes, {facts} facts, {}",
        filled.on
    );
    Row {
        goal: Goal::AtMost(1.0),
        ..Row::figure(name, median(killed), "s")
    }
    .tell();
}

/// Seconds of processor a page, of each round.
async fn cpus(running: &Running, account: AccountId, cookie: &str, rounds: usize) -> Vec<f64> {
    let mut cpus = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        let before = running.cpu() + cpu_of_postgres();
        let pages = read_pages(running, account, cookie).await;
        cpus.push((running.cpu() + cpu_of_postgres() - before) / float(pages));
    }
    cpus
}

async fn read_pages(running: &Running, account: AccountId, cookie: &str) -> usize {
    let path = format!("/clientes/{account}");
    let readers = (0..READERS).map(|_| async {
        let mut client = Client::at(running.addr, cookie)
            .await
            .expect("a connection");
        for _ in 0..PAGES_EACH {
            let (status, bytes) = client.get(&path).await;
            assert_eq!(status, StatusCode::OK);
            assert!(bytes > 1000, "{bytes} bytes");
        }
    });
    futures::future::join_all(readers).await;
    READERS * PAGES_EACH
}

/// Killed while as many again are under way as were answered.
async fn write_until_killed(running: Running, account: AccountId, cookie: &str) {
    let (addr, path) = (running.addr, format!("/clientes/{account}"));
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let (path, cookie) = (path.clone(), cookie.to_owned());
            tokio::spawn(async move {
                let mut client = Client::at(addr, &cookie).await.expect("a connection");
                let mut answered = 0;
                while client.post(&path, &note()).await.0 == StatusCode::SEE_OTHER {
                    answered += 1;
                    if answered == WRITES_EACH {
                        break;
                    }
                }
                answered
            })
        })
        .collect();
    let (first, others) = {
        let mut writers = writers.into_iter();
        (writers.next().expect("a writer"), writers)
    };
    let answered = first.await.expect("a writer");
    assert_eq!(answered, WRITES_EACH);
    running.kill();
    for other in others {
        other.abort();
    }
}

fn note() -> String {
    let id = CommandId::from_uuid(Uuid::now_v7());
    let seed = format!("{0}{0}", Uuid::now_v7().simple());
    format!("kind=note&id={id}&seed={seed}&note=Llam%C3%B3+por+la+cama")
}
