//! The screen where a promise is read back, and the form that signs it: it leads to what the customer takes away.
//! It refuses a signature under words that are no longer those of the screen: they are read again, and signed anew.

use axum::extract::{Path, Query, Request, State};
use axum::response::Response;
use domain::ids::{AccountId, MatterId};
use domain::refusal::Why;
use http::StatusCode;
use serde::Deserialize;
use ui::read::{Answer, Draft};

use super::read_back;
use crate::auth::visitor;
use crate::forms::{self, Asked};
use crate::problem::{self, Problem};
use crate::render;
use crate::state::App;
use crate::typed::{self, field};

/// The language it is read in.
#[derive(Debug, Default, Deserialize)]
pub struct In {
    #[serde(default)]
    idioma: String,
}

/// `GET /clientes/{id}/promesas/{matter}/firma`.
pub async fn read(
    State(app): State<App>,
    Path((id, matter)): Path<(String, String)>,
    Query(asked): Query<In>,
    request: Request,
) -> Response {
    let Some(of) = of(&id, &matter) else {
        return problem::plain(Problem::NotFound);
    };
    let language = read_back::language(&asked.idioma);
    page(
        &app,
        of,
        language,
        Draft::default(),
        StatusCode::OK,
        request,
    )
    .await
}

/// `POST /clientes/{id}/promesas/{matter}/firma`.
pub async fn write(
    State(app): State<App>,
    Path((id, matter)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some(of) = of(&id, &matter) else {
        return problem::plain(Problem::NotFound);
    };
    let (asked, request) = match Asked::of(Some(of.0), request) {
        Ok(asked) => asked,
        Err(problem) => return problem::plain(problem),
    };
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    let answer = forms::submit(&app, &asked, &fields, None).await;
    match answer {
        Ok(Some(Answer::Refused { refusals })) if !asked.is_a_script() => {
            let language = read_back::language(field(&fields, "language"));
            let again = asked.again();
            let draft = kept(Draft { fields, refusals });
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&app, of, language, draft, status, again).await
        }
        answer => {
            let asked = asked.led_to(Some(way(of, &answer)));
            forms::answered(&app, asked, fields, answer).await
        }
    }
}

fn of(id: &str, matter: &str) -> Option<(AccountId, MatterId)> {
    Some((id.parse().ok()?, matter.parse().ok()?))
}

/// What was signed, once it is.
fn way<E>((account, matter): (AccountId, MatterId), answer: &Result<Option<Answer>, E>) -> String {
    let at = format!("/clientes/{account}/promesas/{matter}");
    match answer {
        Ok(Some(Answer::Applied { last, .. } | Answer::Duplicate { last, .. })) => {
            format!("{at}/firmas/{last}")
        }
        _ => format!("{at}/firma"),
    }
}

/// What was typed stays; under other words nobody has signed yet.
fn kept(mut draft: Draft) -> Draft {
    let is_other = |why: &Why| matches!(why, Why::ReadAgain | Why::Changed);
    if draft.refusals.iter().any(|one| is_other(&one.why)) {
        draft
            .fields
            .retain(|(name, _)| name != "strokes" && name != "read");
    }
    draft
}

async fn page(
    app: &App,
    of: (AccountId, MatterId),
    language: Option<domain::account::Language>,
    draft: Draft,
    status: StatusCode,
    request: Request,
) -> Response {
    let Some(visitor) = visitor(&request).cloned() else {
        return problem::plain(Problem::SignedOut);
    };
    match read_back::firma(app, &visitor.house, of, language, draft).await {
        Ok(Some(firma)) => render::page_with(app, request, status, firma).await,
        Ok(None) => problem::plain(Problem::NotFound),
        Err(error) => problem::of_ledger(&error),
    }
}
