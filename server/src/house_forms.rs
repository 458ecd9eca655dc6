//! What administrators ask of the house by the forms of `/ajustes`: read by `domain::form`, decided in the ledger, and
//! answered by the page, at the same store and year.
//! It refuses to know what any form asks.

use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::command::Command;
use domain::entry::Envelope;
use domain::form;
use domain::ids::StreamId;
use domain::refusal::Refusal;
use http::{StatusCode, Uri};
use ledger::{LedgerError, Outcome};
use ui::read::Draft;
use ui::read::visit::{Visit, Visitor};

use crate::problem::{self, Problem};
use crate::render;
use crate::state::App;
use crate::typed::{self, Typed};

/// `POST /ajustes`.
pub async fn write(State(app): State<App>, request: Request) -> Response {
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return problem::plain(Problem::Failed);
    };
    let Some(visitor) = visit.visitor.clone() else {
        return problem::plain(Problem::SignedOut);
    };
    let back = back(request.uri());
    let (again, request) = render::again(request);
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    match submit(&app, &visit, &visitor, &fields).await {
        Ok(Ok(())) => Redirect::to(&back).into_response(),
        Ok(Err(refusals)) => {
            let draft = Draft { fields, refusals };
            render::page_with(&app, again, StatusCode::UNPROCESSABLE_ENTITY, draft).await
        }
        Err(error) => problem::of_ledger(&error),
    }
}

/// The page as it was looked at.
fn back(uri: &Uri) -> String {
    match uri.query() {
        Some(query) => format!("/ajustes?{query}"),
        None => "/ajustes".to_owned(),
    }
}

async fn submit(
    app: &App,
    visit: &Visit,
    visitor: &Visitor,
    fields: &Typed,
) -> Result<Result<(), Vec<Refusal>>, LedgerError> {
    let submission = match form::parse_house(fields, &visitor.house) {
        Ok(submission) => submission,
        Err(refusals) => return Ok(Err(refusals)),
    };
    let envelope = Envelope {
        id: submission.id,
        stream: StreamId::HOUSE,
        command: Command::House(submission.command),
        happened_at: visit.now,
        sent_at: visit.now,
        device: None,
        seen: Vec::new(),
        house_version: visitor.house.version,
    };
    let outcome = app
        .ledger
        .submit(envelope, visitor.actor(), visit.now)
        .await?;
    Ok(match outcome {
        Outcome::Applied { .. } | Outcome::Duplicate { .. } | Outcome::Unchanged => Ok(()),
        Outcome::Refused(refusals) => Err(refusals),
    })
}
