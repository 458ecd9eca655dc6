//! Answers for the browser's half, packed as pages are; whoever asks otherwise gets JSON or a page.
//! It refuses to know what is packed.

use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, header};
use serde::Serialize;
use ui::read::wire;

/// Whether that is how the answer is wanted.
#[must_use]
pub fn is_wanted(headers: &HeaderMap) -> bool {
    let accepts = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    accepts.is_some_and(|accepts| accepts.contains(wire::MEDIA_TYPE))
}

/// The answer.
#[must_use]
pub fn answer<T: Serialize>(value: &T) -> Response {
    (
        [(header::CONTENT_TYPE, wire::MEDIA_TYPE)],
        wire::packed(value),
    )
        .into_response()
}
