//! Whether what is posted, or a stream that is opened, comes from a page of ours.
//! It refuses anything another site sends with our visitor's cookie.

use axum::response::Response;
use http::{HeaderMap, header};
use tower_http::csrf::{ConfigError, CsrfLayer};

use crate::config::PublicUrl;
use crate::problem::{Problem, plain};

/// The layer before every route: posts from elsewhere are answered 403.
///
/// # Errors
/// When the public address is no origin; `PublicUrl` has seen to it.
pub fn layer(
    public: &PublicUrl,
) -> Result<
    CsrfLayer<impl Fn(tower_http::csrf::ProtectionError) -> Response + Clone + use<>>,
    ConfigError,
> {
    let layer = CsrfLayer::new().add_trusted_origin(public.origin())?;
    Ok(layer.with_rejection_response(|_| plain(Problem::OtherSite)))
}

/// Whether a GET that must not be opened from elsewhere comes from a page of ours, or from no page.
#[must_use]
pub fn is_ours(headers: &HeaderMap, public: &PublicUrl) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let site = said("sec-fetch-site");
    let origin = said(header::ORIGIN.as_str());
    site.is_none_or(|site| site == "same-origin")
        && origin.is_none_or(|origin| origin == public.origin())
}
