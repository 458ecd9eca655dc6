//! The pages of what was signed, by its link and, for those who serve, at its account; and the receipt's PDF.
//! It refuses to tell a link that is none from one that was erased: there is no such page.

use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::StatusCode;

use super::known::{self, Found};
use crate::paper::{self, secret};
use crate::problem::{self, Problem};
use crate::render;
use crate::state::App;

/// `GET /clientes/{id}/promesas/{matter}/firmas/{line}`: what the customer takes away, for those who serve.
pub async fn at_account(
    State(app): State<App>,
    Path((id, matter, version)): Path<(String, String, String)>,
    request: Request,
) -> Response {
    let found = known::at_account(&app, &id, &matter, &version).await;
    page(&app, found, request).await
}

/// `GET /clientes/{id}/promesas/{matter}/firmas/{line}/recibo.pdf`: the same, to be kept.
pub async fn pdf(
    State(app): State<App>,
    Path((id, matter, version)): Path<(String, String, String)>,
) -> Response {
    file(known::at_account(&app, &id, &matter, &version).await)
}

/// `GET /p/{signature}`: the customer's own page of it.
pub async fn link(State(app): State<App>, Path(link): Path<String>, request: Request) -> Response {
    let found = known::by_link(&app, &link).await;
    secret(page(&app, found, request).await)
}

/// `GET /p/{signature}/recibo.pdf`: the same, to be kept.
pub async fn link_pdf(State(app): State<App>, Path(link): Path<String>) -> Response {
    secret(file(known::by_link(&app, &link).await))
}

async fn page(app: &App, found: Found, request: Request) -> Response {
    match found {
        Ok(Some(firmada)) => render::page_with(app, request, StatusCode::OK, firmada).await,
        other => nothing(other),
    }
}

fn file(found: Found) -> Response {
    match found {
        Ok(Some(firmada)) => paper::file(super::pdf::written(&firmada)),
        other => nothing(other),
    }
}

fn nothing(found: Found) -> Response {
    match found {
        Err(error) => problem::of_ledger(&error),
        Ok(_) => problem::plain(Problem::NotFound),
    }
}
