//! Others have all the connections: PostgreSQL's, or the server's own. Whoever comes is told *not now*, or waits a
//! little; and when the others are gone, so is the trouble.

use std::io::{Read as _, Write as _};
use std::net::TcpStream as Blocking;
use std::process::Command;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

use crate::load::Load;
use crate::program::{Place, program};
use crate::running::postgres::Postgres;
use crate::running::serving::{Serving, free_addr};
use crate::running::{SURELY, account, accounts, kept};

const SILENT: usize = 80;
const BACK_WITHIN: Duration = Duration::from_secs(2);

/// A connection to the server that says who it is and then nothing; none where there is none left.
fn connected(port: u16) -> Option<Blocking> {
    let mut stream = Blocking::connect(("127.0.0.1", port)).expect("PostgreSQL");
    let who = b"user\0palabra\0database\0postgres\0\0";
    let length = u32::try_from(8 + who.len()).expect("small");
    let mut hello = length.to_be_bytes().to_vec();
    hello.extend(196_608_u32.to_be_bytes());
    hello.extend(who);
    stream.write_all(&hello).expect("sent");
    let mut first = [0];
    stream.read_exact(&mut first).expect("an answer");
    (first == *b"R").then_some(stream)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_others_have_all_of_postgres_people_are_told_not_now() {
    let mut postgres = Postgres::new(&["max_connections=40"]);
    let place = postgres.house();
    let serving = Serving::of(&place).await;
    let ana = serving.ana(&place).await;
    let paths = accounts(&place, &ana, 4).await;
    let before = kept::sound(&place);
    // The server's own connections are gone with it; and before it has new ones, others have them all.
    postgres.stop(Signal::INT);
    postgres.start();
    let mut others = Vec::new();
    while let Some(one) = connected(postgres.port) {
        others.push(one);
    }
    assert!(others.len() > 20, "{}", others.len());
    let load = Load::begin(&ana, &paths, 8);
    load.until_more(&load.put_off, 16, SURELY).await;
    drop(others);
    let back = load.until_more(&load.kept, 1, SURELY).await;
    assert!(back < BACK_WITHIN, "{back:?}");
    load.until_more(&load.kept, 50, SURELY).await;
    load.until_more(&load.read, 50, SURELY).await;
    let work = load.end().await;
    assert_eq!(work.broken_off, 0);
    kept::stand(&ana, &work.kept).await;
    serving.stop().await;
    assert_eq!(kept::sound(&place), before + work.kept.len() as u64);
}

/// The system lets the server have few descriptors: it promises no more places than that, and whoever comes next waits
/// until the silent ones are sent away.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_silent_have_all_the_places_people_wait_and_are_answered() {
    let place = Place::with_a_house();
    let mut shell = Command::new("bash");
    shell
        .args(["-c", "ulimit -n 240; exec \"$0\" serve"])
        .arg(program());
    let addr = free_addr();
    let serving = Serving::begin(place.settle(shell), &place, addr).await;
    let ana = serving.ana(&place).await;
    let path = account(&place, &ana).await;
    let before = kept::sound(&place);
    // Forty have places; the others wait before the door.
    let mut silent = Vec::new();
    for _ in 0..SILENT {
        silent.push(TcpStream::connect(addr).await.expect("a connection"));
    }
    let load = Load::begin(&ana, std::slice::from_ref(&path), 2);
    let began = Instant::now();
    load.until_more(&load.kept, 1, 2 * SURELY).await;
    load.until_more(&load.read, 1, 2 * SURELY).await;
    println!(
        "answered after {:?}, with {SILENT} silent before",
        began.elapsed()
    );
    for mut one in silent {
        let mut nothing = Vec::new();
        let closed = tokio::time::timeout(SURELY, one.read_to_end(&mut nothing));
        // With or without a farewell.
        let _ = closed.await.expect("closed by the server");
    }
    load.until_more(&load.kept, 20, SURELY).await;
    let work = load.end().await;
    assert_eq!(work.broken_off, 0);
    kept::stand(&ana, &work.kept).await;
    serving.stop().await;
    assert_eq!(kept::sound(&place), before + work.kept.len() as u64);
}
