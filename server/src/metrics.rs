//! What is counted for whoever watches, in Prometheus's words, on a listener of its own: `GET /metrics` and nothing else.
//! It refuses any label that has no end: routes, methods, classes of answers, jobs and outcomes are few.

use std::net::SocketAddr;
use std::time::Duration;

use ::metrics::{counter, gauge, histogram};
use axum::Router;
use axum::routing::get;
use http::{Method, StatusCode, header};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::config::Limits;
use crate::listen;

const REQUESTS: &str = "palabra_requests_total";
const REQUEST_SECONDS: &str = "palabra_request_seconds";
const LIVE_CONNECTIONS: &str = "palabra_live_connections";
const JOBS: &str = "palabra_jobs_total";
const LETTERS: &str = "palabra_letters_total";

const SECONDS: [f64; 12] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];
const COMMIT_WRITES: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];
/// What was measured is put into its buckets so often, whether or not anybody reads it.
const UPKEEP: Duration = Duration::from_secs(5);

/// It cannot be counted.
#[derive(Debug, thiserror::Error)]
pub enum MetricsError {
    /// The buckets are none.
    #[error("metrics cannot be kept")]
    Build(#[from] BuildError),
    /// It cannot be listened there.
    #[error("{addr} cannot be listened on (PALABRA_METRICS_ADDR)")]
    Listen {
        /// Where.
        addr: SocketAddr,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

/// Counts from now on, and answers whoever reads it until the server stops.
///
/// # Errors
/// See [`MetricsError`].
pub async fn serve(
    addr: SocketAddr,
    mut closing: watch::Receiver<bool>,
) -> Result<(), MetricsError> {
    let bound = TcpListener::bind(addr).await;
    let listener = bound.map_err(|source| MetricsError::Listen { addr, source })?;
    let handle = kept()?;
    let (rendered, mut stopped) = (handle.clone(), closing.clone());
    let router = Router::new().route("/metrics", get(async move || page(&rendered)));
    tokio::spawn(async move {
        let stopped = async move {
            let _ = stopped.wait_for(|is_closing| *is_closing).await;
        };
        listen::serve(listener, router, Limits::default(), stopped).await;
    });
    tokio::spawn(async move {
        let mut again = tokio::time::interval(UPKEEP);
        loop {
            tokio::select! {
                _ = closing.wait_for(|is_closing| *is_closing) => return,
                _ = again.tick() => handle.run_upkeep(),
            }
        }
    });
    Ok(())
}

fn kept() -> Result<PrometheusHandle, MetricsError> {
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)?
        .set_buckets_for_metric(Matcher::Suffix("_commit_writes".to_owned()), &COMMIT_WRITES)?
        .build_recorder();
    let handle = recorder.handle();
    // A second one, as in tests, leaves the first.
    let _ = ::metrics::set_global_recorder(recorder);
    Ok(handle)
}

fn page(handle: &PrometheusHandle) -> ([(header::HeaderName, &'static str); 1], String) {
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], handle.render())
}

/// A request was answered: by its route, as one address more is no label more.
pub fn answered(method: &Method, route: &str, status: StatusCode, took: Duration) {
    let labels = [
        ("method", method_of(method).to_owned()),
        ("route", route.to_owned()),
        ("status", class_of(status).to_owned()),
    ];
    counter!(REQUESTS, &labels).increment(1);
    histogram!(REQUEST_SECONDS, &labels).record(took);
}

/// Somebody who listens for hints, as long as this is held.
#[derive(Debug)]
pub struct Listener(());

impl Listener {
    /// One more.
    #[must_use]
    pub fn begin() -> Self {
        gauge!(LIVE_CONNECTIONS).increment(1.0);
        Self(())
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        gauge!(LIVE_CONNECTIONS).decrement(1.0);
    }
}

/// A job ended.
pub fn worked(job: &'static str, outcome: &'static str) {
    counter!(JOBS, "job" => job, "outcome" => outcome).increment(1);
}

/// A letter was handed over, or was not.
pub fn handed(outcome: &'static str) {
    counter!(LETTERS, "outcome" => outcome).increment(1);
}

/// A client may call its method what it likes.
fn method_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

fn class_of(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_client_makes_a_label_of_its_own() {
        let odd = Method::from_bytes(b"BREW").expect("a method");
        assert_eq!(method_of(&odd), "other");
        assert_eq!(
            class_of(StatusCode::from_u16(999).expect("a status")),
            "5xx"
        );
    }
}
