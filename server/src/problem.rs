//! Answers that are no page of the house's: what was wrong with a request, as a small page, or as JSON for a script.
//! It refuses to invent sentences: `ui` has them; and to say what failed inside: that is in the log, by its reference.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use futures::FutureExt as _;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use ledger::{LedgerError, Trouble};
use serde_json::json;
pub use ui::problem::Problem;

use crate::state::App;
use crate::telemetry::Reference;

const AGAIN_AFTER_SECONDS: &str = "2";

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
        Problem::Busy | Problem::Away => StatusCode::SERVICE_UNAVAILABLE,
        Problem::Full => StatusCode::INSUFFICIENT_STORAGE,
        Problem::Failed => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// An answer that [`dress`] will make readable for whoever asked.
#[must_use]
pub fn plain(problem: Problem) -> Response {
    let mut response = (status(problem), problem.sentence()).into_response();
    response.extensions_mut().insert(Told(problem));
    response
}

#[derive(Debug, Clone, Copy)]
struct Told(Problem);

/// Makes a problem a page, or JSON for a script; a handler that panics is a problem too.
pub async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_script = wants_json(request.headers());
    let reference = request.extensions().get::<Reference>().cloned();
    let answered = std::panic::AssertUnwindSafe(next.run(request))
        .catch_unwind()
        .await;
    let mut response = answered.unwrap_or_else(|panic| panicked(panic.as_ref()));
    let Some(Told(problem)) = response.extensions_mut().remove::<Told>() else {
        return response;
    };
    let reference = reference.filter(|_| response.status().is_server_error());
    let reference = reference
        .as_ref()
        .map(|Reference(reference)| reference.as_str());
    let (kind, body) = if is_script {
        let body = json!({ "problem": problem.code(), "sentence": problem.sentence(), "reference": reference });
        ("application/json", body.to_string())
    } else {
        let page = ui::problem_page(&app.leptos, problem, reference);
        ("text/html; charset=utf-8", page)
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.remove(header::CONTENT_LENGTH);
    *response.body_mut() = Body::from(body);
    response
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

/// Tells the failure once, in the log; the person gets its reference.
#[must_use]
pub fn failed(error: &dyn std::error::Error) -> Response {
    let mut causes = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        causes.push_str(": ");
        causes.push_str(&cause.to_string());
        source = cause.source();
    }
    tracing::error!(error = %causes, "a request failed");
    plain(Problem::Failed)
}

/// What the ledger's failing says: make room, ask again a little later, or our failure.
#[must_use]
pub fn of_ledger(error: &LedgerError) -> Response {
    let problem = match (error.trouble(), error) {
        (Trouble::Broken, error) => return failed(error),
        (Trouble::Full, _) => Problem::Full,
        // The same form, sent again, is safe.
        (Trouble::Away, LedgerError::Unavailable | LedgerError::Closed) => Problem::Busy,
        (Trouble::Away, _) => Problem::Away,
    };
    tracing::warn!(error = error.chain(), "the ledger did not do it");
    let mut response = plain(problem);
    let soon = HeaderValue::from_static(AGAIN_AFTER_SECONDS);
    response.headers_mut().insert(header::RETRY_AFTER, soon);
    response
}

fn panicked(panic: &(dyn std::any::Any + Send)) -> Response {
    let said = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no words");
    tracing::error!(said, "a handler panicked");
    plain(Problem::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_ledger_an_absent_one_and_a_broken_one_are_told_apart() {
        let stored = LedgerError::Stored {
            what: "fact",
            why: "it is not JSON".to_owned(),
        };
        for (error, expected, is_again) in [
            (LedgerError::Full, StatusCode::INSUFFICIENT_STORAGE, true),
            (
                LedgerError::Unavailable,
                StatusCode::SERVICE_UNAVAILABLE,
                true,
            ),
            (LedgerError::Closed, StatusCode::SERVICE_UNAVAILABLE, true),
            (stored, StatusCode::INTERNAL_SERVER_ERROR, false),
        ] {
            let answer = of_ledger(&error);
            assert_eq!(answer.status(), expected, "{error}");
            let again = answer.headers().contains_key(header::RETRY_AFTER);
            assert_eq!(again, is_again, "{error}");
        }
    }
}
