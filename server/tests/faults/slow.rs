//! Three thousand clients that are slow or say nothing at all: the server sends each away within ten seconds, and
//! somebody else is answered meanwhile. It refuses to judge how quickly: the figures are the bench's.

use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinSet;

use crate::figures;
use crate::load::may_connect;
use crate::program::Place;
use crate::running::serving::Serving;
use crate::running::visitor::Visitor;
use crate::running::{account, kept};

const SLOW: usize = 3000;
const CLOSED_WITHIN: Duration = Duration::from_secs(10);
/// For a machine that has other work.
const MARGIN: Duration = Duration::from_secs(2);
/// So many from one address.
const OF_ONE: usize = 250;
/// Nothing, half a head, a head a letter at a time, half a body.
const KINDS: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_thousand_slow_clients_are_sent_away_and_others_are_served() {
    may_connect(SLOW);
    let place = Place::with_a_house();
    let serving = Serving::of(&place).await;
    let ana = serving.ana(&place).await;
    let path = account(&place, &ana).await;
    let alone = served(&ana, &path, || true).await;

    let mut slow = JoinSet::new();
    let began = Instant::now();
    for n in 0..SLOW {
        slow.spawn(sent_away(n, serving.addr));
    }
    let watching = ana.clone();
    let (beside, longest) = tokio::join!(
        served(&watching, &path, || began.elapsed()
            > Duration::from_secs(8)),
        async {
            let mut longest = [Duration::ZERO; KINDS];
            while let Some(done) = slow.join_next().await {
                let (kind, stayed) = done.expect("no panic");
                longest[kind] = longest[kind].max(stayed);
            }
            longest
        }
    );
    println!("silent, half a head, a letter now and then, half a body: {longest:?}");
    let longest = longest.into_iter().max().unwrap_or_default();
    assert!(longest < CLOSED_WITHIN + MARGIN, "{longest:?}");
    figures::tell("longest a slow client stayed", longest.as_secs_f64(), "s");
    figures::tell(
        "others' p99 beside slow clients",
        p99(&beside) / p99(&alone),
        "×",
    );
    serving.stop().await;
    kept::sound(&place);
}

/// Asked one page after the other until it is over, and often enough where it is measured: how long each took.
async fn served(visitor: &Visitor, path: &str, is_over: impl Fn() -> bool) -> Vec<Duration> {
    let mut took = Vec::new();
    while took.len() < figures::asked() || !is_over() {
        let asked = Instant::now();
        let answer = visitor.get(path).await.expect("an answer");
        assert_eq!(answer.status, 200);
        took.push(asked.elapsed());
    }
    took
}

fn p99(took: &[Duration]) -> f64 {
    let mut sorted = took.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() * 99 / 100].as_secs_f64()
}

/// How long the server let it stay.
async fn sent_away(n: usize, server: SocketAddr) -> (usize, Duration) {
    let [third, fourth] = u16::try_from(n / OF_ONE + 2).expect("few").to_be_bytes();
    let from = Ipv4Addr::new(127, 0, third + 1, fourth);
    let socket = TcpSocket::new_v4().expect("a socket");
    socket
        .bind(SocketAddrV4::new(from, 0).into())
        .expect("an address of this machine");
    let mut stream = socket.connect(server).await.expect("a connection");
    let came = Instant::now();
    let head = "POST /entrar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    let words = match n % KINDS {
        0 => String::new(),
        1 => head.to_owned(),
        2 => format!("{head}X-Slow: "),
        _ => format!("{head}Content-Length: 100\r\n\r\nemail="),
    };
    // What the server does not wait for any more it may reset.
    let _ = stream.write_all(words.as_bytes()).await;
    let letter = (n % KINDS == 2).then_some(Duration::from_secs(1));
    closed(&mut stream, letter).await;
    (n % KINDS, came.elapsed())
}

/// Reads until the end, and says a letter now and then.
async fn closed(stream: &mut TcpStream, letter_every: Option<Duration>) {
    let mut bytes = [0; 1024];
    loop {
        let pause = letter_every.unwrap_or(Duration::from_secs(60));
        match tokio::time::timeout(pause, stream.read(&mut bytes)).await {
            Ok(Ok(0) | Err(_)) => return,
            Ok(Ok(_)) => {}
            Err(_) if letter_every.is_some() => {
                if stream.write_all(b"x").await.is_err() {
                    return;
                }
            }
            Err(_) => panic!("the server forgot it"),
        }
    }
}
