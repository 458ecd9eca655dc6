//! Slow and silent clients over a real socket: each is closed when its time is over.

use std::time::Duration;

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
    assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
}

#[tokio::test]
async fn a_connection_answers_and_is_closed_once_it_is_idle() {
    let answer = says("GET /livez HTTP/1.1\r\nHost: 127.0.0.1:3000\r\n\r\n").await;
    assert!(
        answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("alive\n"),
        "{answer}"
    );
}
