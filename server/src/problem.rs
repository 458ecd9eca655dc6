//! Answers that are no page: what was wrong with a request, as a small page, or as JSON for a script.
//! It refuses to invent sentences: `ui` has them; and to say what failed inside: that is in the log, by its reference.

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::json;
pub use ui::problem::Problem;

use crate::telemetry::Reference;

/// Its status.
#[must_use]
pub fn status(problem: Problem) -> StatusCode {
    match problem {
        Problem::SignedOut => StatusCode::UNAUTHORIZED,
        Problem::NotYours | Problem::OtherSite => StatusCode::FORBIDDEN,
        Problem::NotFound => StatusCode::NOT_FOUND,
        Problem::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Problem::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Problem::Unreadable => StatusCode::BAD_REQUEST,
        Problem::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Problem::Failed => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A small page that says it; the shell's own page cannot be had where this is needed.
#[must_use]
pub fn plain(problem: Problem) -> Response {
    page(problem, None)
}

/// For a reader of pages a small page, for a script JSON.
#[must_use]
pub fn answer(problem: Problem, headers: &HeaderMap) -> Response {
    if wants_json(headers) {
        let body = json!({ "problem": problem.code(), "sentence": problem.sentence() });
        return (status(problem), axum::Json(body)).into_response();
    }
    plain(problem)
}

/// Whether the one who asks reads JSON and not pages.
#[must_use]
pub fn wants_json(headers: &HeaderMap) -> bool {
    let accepts = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    accepts.is_some_and(|accepts| {
        accepts.contains("application/json") && !accepts.contains("text/html")
    })
}

/// Tells the failure once, in the log, and gives the person its reference.
#[must_use]
pub fn failed(error: &dyn std::error::Error, reference: Option<&Reference>) -> Response {
    let mut causes = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        causes.push_str(": ");
        causes.push_str(&cause.to_string());
        source = cause.source();
    }
    tracing::error!(error = %causes, "a request failed");
    page(Problem::Failed, reference)
}

/// What a write that was not kept says: the same form, sent again, is safe.
#[must_use]
pub fn of_ledger(error: &ledger::LedgerError, reference: Option<&Reference>) -> Response {
    match error {
        ledger::LedgerError::Unavailable | ledger::LedgerError::Closed => {
            tracing::warn!(%error, "a write was not kept");
            let mut response = page(Problem::Busy, reference);
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
            response
        }
        error => failed(error, reference),
    }
}

/// What is sent when a handler panicked.
#[must_use]
pub fn panicked(panic: Box<dyn std::any::Any + Send + 'static>) -> Response {
    let said = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no words");
    tracing::error!(said, "a handler panicked");
    plain(Problem::Failed)
}

fn page(problem: Problem, reference: Option<&Reference>) -> Response {
    let reference = reference.map_or(String::new(), |Reference(reference)| {
        format!("<p><code>{reference}</code></p>")
    });
    let (title, sentence) = (problem.title(), problem.sentence());
    let html = format!(
        "<!DOCTYPE html><html lang=\"es\"><head><meta charset=\"utf-8\"><title>{title} · Palabra</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\
         <body><main><h1>{title}</h1><p>{sentence}</p>{reference}<p><a href=\"/\">{home}</a></p></main></body></html>",
        home = ui::problem::HOME,
    );
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status(problem);
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    response
}
