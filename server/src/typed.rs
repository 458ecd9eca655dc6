//! What was typed: the body of a form's post as names and texts.
//! It refuses anything that is not such a form, with the reason; whether the texts make sense is `domain::form`'s.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest as _, Request};
use http::StatusCode;
use tower_http::timeout::TimeoutError;

use crate::problem::Problem;

/// Names and typed texts, in the order they came.
pub type Typed = Vec<(String, String)>;

/// Reads a form.
///
/// # Errors
/// `NotAForm`, `TooLarge`, `TooSlow`, `Unreadable`.
pub async fn read(request: Request) -> Result<Typed, Problem> {
    match Form::<Typed>::from_request(request, &()).await {
        Ok(Form(fields)) => Ok(fields),
        Err(FormRejection::InvalidFormContentType(_)) => Err(Problem::NotAForm),
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Err(Problem::TooLarge)
        }
        Err(rejection) if is_too_slow(&rejection) => Err(Problem::TooSlow),
        Err(_) => Err(Problem::Unreadable),
    }
}

/// Whether the body's time was over before all of it had come.
#[must_use]
pub fn is_too_slow(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<TimeoutError>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// The text under a name, trimmed; empty where it is not there.
#[must_use]
pub fn field<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    let found = fields.iter().find(|(field, _)| field == name);
    found.map_or("", |(_, text)| text.trim())
}
