//! Slow and silent clients over a real socket: each is closed when its time is over, also one that does not read.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use server::config::Limits;
use server::listen;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::support::{Setup, fresh_with};

const SHORT: Duration = Duration::from_millis(100);

/// What a client that says this and then nothing reads until it is closed.
async fn says(words: &str) -> String {
    let limits = Limits {
        header_read: SHORT,
        body_idle: SHORT,
        body_whole: SHORT,
        ..Limits::default()
    };
    let fresh = fresh_with(Setup {
        limits,
        ..Setup::default()
    })
    .await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = tokio::spawn(listen::serve(
        listener,
        fresh.router.clone(),
        limits,
        std::future::pending(),
    ));
    let mut client = TcpStream::connect(address).await.expect("a connection");
    client.write_all(words.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    let read = tokio::time::timeout(Duration::from_secs(20), client.read_to_string(&mut answer));
    // Closed with or without a farewell: what matters is that it does not stay open.
    let _ = read.await.expect("the server closes it");
    server.abort();
    answer
}

#[tokio::test]
async fn a_head_that_never_ends_is_closed() {
    let answer = says("GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ").await;
    assert!(!answer.contains("200 OK"), "{answer}");
}

#[tokio::test]
async fn a_silent_connection_is_closed() {
    assert_eq!(says("").await, "");
}

#[tokio::test]
async fn a_body_that_never_comes_is_answered_and_closed() {
    let head = "POST /entrar HTTP/1.1\r\nHost: 127.0.0.1:3000\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                Content-Length: 100\r\n\r\nemail=";
    let answer = says(head).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("no se ha guardado nada"), "{answer}");
}

#[tokio::test]
async fn a_connection_answers_and_is_closed_once_it_is_idle() {
    let answer = says("GET /livez HTTP/1.1\r\nHost: 127.0.0.1:3000\r\n\r\n").await;
    assert!(
        answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("alive\n"),
        "{answer}"
    );
}

/// More than the buffers of two sockets hold.
const MUCH: usize = 64 * 1024 * 1024;
const ASK: &[u8] = b"GET /much HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

/// A server with one place, and a page that is large.
async fn one_place() -> SocketAddr {
    let much = get(async || vec![b'x'; MUCH]);
    let router = Router::new().route("/much", much);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let limits = Limits {
        write_idle: SHORT,
        connections: 1,
        ..Limits::default()
    };
    tokio::spawn(listen::serve(
        listener,
        router,
        limits,
        std::future::pending(),
    ));
    address
}

#[tokio::test]
async fn who_asks_and_does_not_read_gives_up_the_place() {
    let address = one_place().await;
    let mut silent = TcpStream::connect(address).await.expect("a connection");
    silent.write_all(ASK).await.expect("sent");
    // The only place is the silent one's until it is closed.
    let mut next = TcpStream::connect(address).await.expect("a connection");
    next.write_all(ASK).await.expect("sent");
    let mut answer = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(20), next.read_to_end(&mut answer));
    read.await.expect("the silent one is closed").expect("read");
    assert!(answer.starts_with(b"HTTP/1.1 200 OK"));
    assert!(answer.len() > MUCH, "whoever reads gets all of it");
    drop(silent);
}
