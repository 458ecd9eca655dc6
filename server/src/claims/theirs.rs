//! The pages of a claim by its link and, for those who serve, at its account; and the receipt's PDF.
//! It refuses to tell a link that is none from one that was erased: there is no such page.

use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::StatusCode;
use ledger::LedgerError;
use ui::read::Suya;

use super::known::{self, Known};
use crate::paper::{self, secret};
use crate::problem::{self, Problem};
use crate::render;
use crate::state::App;

/// `GET /clientes/{id}/reclamaciones/{claim}`: the receipt, for those who serve.
pub async fn at_account(
    State(app): State<App>,
    Path((id, claim)): Path<(String, String)>,
    request: Request,
) -> Response {
    match known::at_account(&app, &id, &claim).await {
        Ok(Some(known)) => render::page_with(&app, request, StatusCode::OK, known.recibo).await,
        other => nothing(other),
    }
}

/// `GET /clientes/{id}/reclamaciones/{claim}/recibo.pdf`: the same, to be kept.
pub async fn pdf(State(app): State<App>, Path((id, claim)): Path<(String, String)>) -> Response {
    match known::at_account(&app, &id, &claim).await {
        Ok(Some(known)) => file(&known),
        other => nothing(other),
    }
}

/// `GET /c/{link}`: the customer's own page.
pub async fn link(State(app): State<App>, Path(link): Path<String>, request: Request) -> Response {
    let known = match known::by_link(&app, &link).await {
        Ok(Some(known)) => known.by_its_link(&link),
        other => return nothing(other),
    };
    let suya = Suya {
        points: known.points,
        standing: known.standing,
        today: known.today,
        receipt: format!("/c/{link}/recibo"),
        recibo: known.recibo,
    };
    secret(render::page_with(&app, request, StatusCode::OK, suya).await)
}

/// `GET /c/{link}/recibo`: their receipt.
pub async fn link_receipt(
    State(app): State<App>,
    Path(link): Path<String>,
    request: Request,
) -> Response {
    match known::by_link(&app, &link).await {
        Ok(Some(known)) => {
            let recibo = known.by_its_link(&link).recibo;
            secret(render::page_with(&app, request, StatusCode::OK, recibo).await)
        }
        other => nothing(other),
    }
}

/// `GET /c/{link}/recibo.pdf`: the same, to be kept.
pub async fn link_pdf(State(app): State<App>, Path(link): Path<String>) -> Response {
    match known::by_link(&app, &link).await {
        Ok(Some(known)) => secret(file(&known)),
        other => nothing(other),
    }
}

fn file(known: &Known) -> Response {
    paper::file(super::pdf::written(&known.recibo))
}

fn nothing(found: Result<Option<Known>, LedgerError>) -> Response {
    match found {
        Err(error) => problem::of_ledger(&error),
        Ok(_) => secret(problem::plain(Problem::NotFound)),
    }
}
