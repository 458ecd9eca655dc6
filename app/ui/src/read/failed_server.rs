//! A read that failed, on the server: what is told of it, to the log once and to whoever asked.

use http::{HeaderValue, StatusCode, header};
use ledger::{LedgerError, Trouble};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// Told once, here; the person sees that it failed and what to do, and a proxy whether to ask again.
pub(super) fn failed(error: LedgerError) -> ServerFnError {
    tracing::error!(error = error.chain(), "a read failed");
    if let Some(response) = use_context::<ResponseOptions>() {
        let (status, soon) = match error.trouble() {
            Trouble::Full => (StatusCode::INSUFFICIENT_STORAGE, Some("2")),
            Trouble::Away => (StatusCode::SERVICE_UNAVAILABLE, Some("2")),
            Trouble::Broken => (StatusCode::INTERNAL_SERVER_ERROR, None),
        };
        response.set_status(status);
        if let Some(soon) = soon {
            response.insert_header(header::RETRY_AFTER, HeaderValue::from_static(soon));
        }
    }
    ServerFnError::new("read")
}
