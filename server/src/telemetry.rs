//! What the program says of itself: lines with the request they belong to, and a reference a person can quote.
//! A failure is told once, where it is handled. It refuses to write what was typed or who somebody is.

use std::io::IsTerminal as _;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tracing::Instrument as _;
use tracing_subscriber::EnvFilter;

use crate::config::ConfigError;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A request's own name, short enough to be read over the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference(pub String);

/// Begins to write lines to standard error.
///
/// # Errors
/// `Log`, where the filter is not one.
pub fn start(filter: &str) -> Result<(), ConfigError> {
    let filter = EnvFilter::builder()
        .parse(filter)
        .map_err(|_| ConfigError::Log(filter.to_owned()))?;
    let writing = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false);
    // A second start, as in tests, leaves the first.
    let _ = writing.try_init();
    Ok(())
}

/// Gives each request its reference, writes one line when it is answered, and tells the reference to whoever asked.
pub async fn name_requests(mut request: Request, next: Next) -> Response {
    let reference = Reference(reference());
    let span = tracing::error_span!("request", reference = %reference.0, method = %request.method(), path = %request.uri().path());
    request.extensions_mut().insert(reference.clone());
    let mut response = next.run(request).instrument(span.clone()).await;
    if let Ok(value) = HeaderValue::from_str(&reference.0) {
        response.headers_mut().insert(&REQUEST_ID, value);
    }
    span.in_scope(|| tracing::debug!(status = response.status().as_u16(), "answered"));
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
