//! What the program says of itself: lines with the request they belong to, and a reference a person can quote.
//! A failure is told once, where it is handled, with its causes. It refuses to write what was typed, who somebody is,
//! and the address of a one-time link.

use std::io::IsTerminal as _;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tracing::Instrument as _;
use tracing_subscriber::EnvFilter;

use crate::config::ConfigError;
use crate::metrics;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The files that pages are made with.
const FILES: &str = "/pkg";

/// A request's own name, short enough to be read over the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference(pub String);

/// Begins to write lines to standard error, for people or, in JSON, for programs.
///
/// # Errors
/// `Log` and `LogFormat`, where one is none.
pub fn start(filter: &str, format: &str) -> Result<(), ConfigError> {
    let filter = EnvFilter::builder()
        .parse(filter)
        .map_err(|_| ConfigError::Log(filter.to_owned()))?;
    let writing = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false);
    // A second start, as in tests, leaves the first.
    let _ = match format {
        "text" => writing.try_init(),
        "json" => writing.json().with_span_list(false).try_init(),
        other => return Err(ConfigError::LogFormat(other.to_owned())),
    };
    Ok(())
}

/// An error with what caused it, in one line.
#[must_use]
pub fn causes(error: &dyn std::error::Error) -> String {
    let mut sentence = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let said = cause.to_string();
        // Some say their cause's words as their own.
        if !sentence.contains(&said) {
            sentence.push_str(": ");
            sentence.push_str(&said);
        }
        source = cause.source();
    }
    sentence
}

/// Gives each request its reference, writes one line when it is answered, and tells the reference to whoever asked.
pub async fn name_requests(mut request: Request, next: Next) -> Response {
    let reference = Reference(reference());
    // The route and not the address, which may itself be a secret: mistyped by a letter, such a link is still one.
    let path = request.extensions().get::<MatchedPath>();
    let path = path.cloned();
    let route = match &path {
        Some(path) => path.as_str(),
        None if request.uri().path().starts_with("/pkg/") => FILES,
        None => "(elsewhere)",
    };
    let method = request.method().clone();
    let span = tracing::error_span!("request", reference = %reference.0, %method, path = route);
    let asked = Instant::now();
    request.extensions_mut().insert(reference.clone());
    let mut response = next.run(request).instrument(span.clone()).await;
    if let Ok(value) = HeaderValue::from_str(&reference.0) {
        response.headers_mut().insert(&REQUEST_ID, value);
    }
    let (status, took) = (response.status(), asked.elapsed());
    metrics::answered(&method, route, status, took);
    let status = status.as_u16();
    let milliseconds = (took.as_secs_f64() * 10_000.0).round() / 10.0;
    span.in_scope(|| match route {
        // Asked by machines, every few seconds or by the dozen.
        "/livez" | "/readyz" | FILES => tracing::debug!(status, milliseconds, "answered"),
        _ => tracing::info!(status, milliseconds, "answered"),
    });
    response
}

/// Ten of Crockford's letters: 50 random bits.
fn reference() -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let id = uuid::Uuid::now_v7();
    let random = u64::from_be_bytes(id.as_bytes()[8..].try_into().unwrap_or_default());
    (0..10)
        .map(|at| char::from(LETTERS[(random >> (5 * at) & 31) as usize]))
        .collect()
}
