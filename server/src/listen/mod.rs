//! The accept loop: every connection has its time to speak and to listen, its place among so many, and is let finish
//! when we stop.
//! It refuses to know what is asked. (`axum::serve` would let a client hold a connection open for ever.)

mod patient;
mod places;
pub mod sockets;

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

use self::patient::Patient;
use self::places::Places;
use crate::config::Limits;
use crate::telemetry::causes;

/// The other end of the connection a request came by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// Where the system has no more sockets, how long before asking it again.
const PAUSE: Duration = Duration::from_millis(200);

/// When the door closes, those who had knocked before are let in for so long.
const KNOCKED_FOR: Duration = Duration::from_millis(50);

/// Answers connections until `closing` is done, then lets those under way finish.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    closing: impl Future<Output = ()>,
) {
    let door = Door {
        listener,
        places: Places::new(&limits),
        router,
        limits,
        graceful: GracefulShutdown::new(),
    };
    let mut closing = std::pin::pin!(closing);
    loop {
        let let_in = tokio::select! {
            () = &mut closing => break,
            let_in = door.let_in() => let_in,
        };
        if let_in.is_none() {
            tracing::warn!("no connection could be accepted; trying again");
            if tokio::time::timeout(PAUSE, &mut closing).await.is_ok() {
                break;
            }
        }
    }
    // Whoever had knocked would be cut off without a word.
    let until = tokio::time::Instant::now() + KNOCKED_FOR;
    while let Ok(Some(())) = tokio::time::timeout_at(until, door.let_in()).await {}
    drop(door.listener);
    if tokio::time::timeout(limits.farewell, door.graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some connections did not finish in time and are cut");
    }
}

struct Door {
    listener: TcpListener,
    places: Places,
    router: Router,
    limits: Limits,
    graceful: GracefulShutdown,
}

impl Door {
    /// The next one who comes, if there is a place for them; none where the system has no socket for them.
    async fn let_in(&self) -> Option<()> {
        let free = self.places.free().await?;
        let (stream, peer) = self.listener.accept().await.ok()?;
        let Some(place) = self.places.of(peer.ip(), free) else {
            tracing::debug!("a connection too many of one network is closed");
            return Some(());
        };
        let (router, limits, watched) = (self.router.clone(), self.limits, self.graceful.watcher());
        tokio::spawn(async move {
            converse(stream, peer, router, limits, watched).await;
            drop(place);
        });
        Some(())
    }
}

async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    limits: Limits,
    watched: Watcher,
) {
    // Without it each streamed page waits 44 ms for an acknowledgement.
    if stream.set_nodelay(true).is_err() {
        return;
    }
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        router.clone().oneshot(request.map(Body::new))
    });
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_read)
        .max_buf_size(64 * 1024);
    let stream = TokioIo::new(Patient::new(stream, limits.write_idle));
    let connection = builder.serve_connection(stream, answer);
    if let Err(error) = watched.watch(connection).await {
        tracing::debug!(error = causes(&error), "a connection broke off");
    }
}
