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

/// Answers connections until `closing` is done, then lets those under way finish.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    closing: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let places = Places::new(&limits);
    let mut closing = std::pin::pin!(closing);
    loop {
        let accepted = tokio::select! {
            () = &mut closing => break,
            accepted = async { (places.free().await, listener.accept().await) } => accepted,
        };
        let (Some(free), Ok((stream, peer))) = accepted else {
            tracing::warn!("no connection could be accepted; trying again");
            if tokio::time::timeout(PAUSE, &mut closing).await.is_ok() {
                break;
            }
            continue;
        };
        let Some(place) = places.of(peer.ip(), free) else {
            tracing::debug!("a connection too many of one network is closed");
            continue;
        };
        let (router, watched) = (router.clone(), graceful.watcher());
        tokio::spawn(async move {
            converse(stream, peer, router, limits, watched).await;
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.farewell, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some connections did not finish in time and are cut");
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
