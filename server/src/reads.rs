//! What a read of `ui` answers when what it was asked with cannot be read: leptos says 500, and it is the asker's 400.
//! It refuses to touch any other answer.

use axum::body::{Body, to_bytes};
use axum::response::Response;
use http::{StatusCode, header};

use crate::problem::Problem;

/// How leptos begins the body of an answer to what it could not read.
const UNREADABLE: [&str; 4] = ["Args|", "MissingArg|", "Deserialization|", "Request|"];
const BODY_BYTES_MAX: usize = 64 * 1024;

/// The answer, with the status it should have.
pub async fn answered(response: Response) -> Response {
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let said = to_bytes(body, BODY_BYTES_MAX).await.unwrap_or_default();
    let is_unreadable = UNREADABLE
        .iter()
        .any(|begins| said.starts_with(begins.as_bytes()));
    if !is_unreadable {
        return Response::from_parts(parts, Body::from(said));
    }
    parts.status = StatusCode::BAD_REQUEST;
    parts.headers.remove(header::CONTENT_LENGTH);
    // In the form that the browser's half reads.
    let sentence = format!("Args|{}", Problem::Unreadable.sentence());
    Response::from_parts(parts, Body::from(sentence))
}
