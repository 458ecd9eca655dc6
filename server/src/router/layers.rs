//! The layers that stand before the endpoints: how large a body may be and how long it may take, where a request comes
//! from, and what every answer carries.
//! It refuses to know any endpoint.

use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use http::header;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::{RequestBodyDeadlineLayer, RequestBodyTimeoutLayer};

use super::RouterError;
use crate::config::Limits;
use crate::problem::{self, Problem};
use crate::security::{headers, origin};
use crate::state::App;
use crate::telemetry;

/// Bodies of so many bytes at most, which come whole in that time.
pub(super) fn bounded(
    router: Router<App>,
    limits: Limits,
    bytes: usize,
    whole: Duration,
) -> Router<App> {
    router
        .layer(RequestBodyLimitLayer::new(bytes))
        .layer(RequestBodyTimeoutLayer::new(limits.body_idle))
        .layer(RequestBodyDeadlineLayer::new(whole))
        .layer(middleware::from_fn_with_state(bytes, not_too_large))
}

/// The first added stands nearest to the routes.
pub(super) fn layered(router: Router, app: &App) -> Result<Router, RouterError> {
    Ok(router
        .layer(origin::layer(&app.config.public)?)
        .layer(middleware::from_fn_with_state(app.clone(), problem::dress))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(middleware::from_fn_with_state(app.clone(), headers::set))
        .layer(middleware::from_fn(telemetry::name_requests)))
}

async fn not_too_large(State(most): State<usize>, request: Request, next: Next) -> Response {
    let said = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok());
    let is_too_large = said
        .and_then(|length| length.parse::<usize>().ok())
        .is_some_and(|length| length > most);
    if is_too_large {
        return problem::plain(Problem::TooLarge);
    }
    next.run(request).await
}
