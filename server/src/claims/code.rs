//! A claim's link as a picture of its own, beside the key.
//! It refuses to know how a code is made.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::header;
use ui::read::Code;

use super::known;
use crate::problem::{self, Problem};
use crate::state::App;

/// `GET /clientes/{id}/reclamaciones/{claim}/qr.svg`: beside the key, for the customer's phone.
pub async fn svg(State(app): State<App>, Path((id, claim)): Path<(String, String)>) -> Response {
    let found = match known::at_account(&app, &id, &claim).await {
        Ok(Some(found)) => found,
        Ok(None) => return problem::plain(Problem::NotFound),
        Err(error) => return problem::of_ledger(&error),
    };
    let Code { side, path } = found.recibo.code;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    );
    ([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response()
}
