//! `/casa/{version}`: the house as it stood at that version, for the browser to decide with; it never changes.
//! It refuses versions that never were.

use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderValue, header};

use crate::packed;
use crate::problem::{self, Problem};
use crate::state::App;

/// The house of that version, kept by the browser and by nobody between.
pub async fn get(State(app): State<App>, Path(version): Path<String>) -> Response {
    let Ok(version) = version.parse::<u64>() else {
        return problem::plain(Problem::NotFound);
    };
    match app.ledger.house_at(version).await {
        Ok(Some(house)) => {
            let mut response = packed::answer(&*house);
            let keep = HeaderValue::from_static("private, max-age=31536000, immutable");
            response.headers_mut().insert(header::CACHE_CONTROL, keep);
            response
        }
        Ok(None) => problem::plain(Problem::NotFound),
        Err(error) => problem::of_ledger(&error),
    }
}
