//! How a paper and the pages behind a secret address are sent.
//! It refuses to let an address that opens a page be told to another site or found by a search.

use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::PdfError;
use crate::problem;

/// A file to be looked at or kept.
pub(crate) fn file(written: Result<Vec<u8>, PdfError>) -> Response {
    match written {
        Ok(bytes) => {
            let mut headers = HeaderMap::new();
            let kind = HeaderValue::from_static("application/pdf");
            headers.insert(header::CONTENT_TYPE, kind);
            let name = HeaderValue::from_static("inline; filename=\"recibo.pdf\"");
            headers.insert(header::CONTENT_DISPOSITION, name);
            (headers, bytes).into_response()
        }
        Err(error) => problem::failed(&error),
    }
}

/// Its address opens a page: it is told to no other site and found by no search.
pub(crate) fn secret(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, nofollow"),
    );
    response
}
