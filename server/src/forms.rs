//! The one door of writes: a form posted to its page's own address. Read by `domain::form`, decided in the ledger, and
//! answered by the way to the new row, or by the page again with what was typed and why not; to a script, by JSON.
//! It refuses to know what any form asks.

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::account::Account;
use domain::command::Command;
use domain::entry::Envelope;
use domain::form::{self, FormCx, Submission};
use domain::house::House;
use domain::ids::{AccountId, PersonId, StoreId};
use domain::refusal::{Refusal, Why};
use http::StatusCode;
use ledger::{LedgerError, Outcome};
use ui::read::visit::{Visit, Visitor};
use ui::read::{Answer, Draft};

use crate::packed;
use crate::problem::{self, Problem};
use crate::render;
use crate::state::App;
use crate::typed::{self, Typed};

/// `POST /clientes`: opens an account.
pub async fn open(State(app): State<App>, request: Request) -> Response {
    post(&app, None, request).await
}

/// `GET /clientes/{id}`: the page whose forms come here; what is no id has none.
pub async fn page(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    match id.parse::<AccountId>() {
        Ok(_) => render::page(&app, request, StatusCode::OK).await,
        Err(_) => problem::plain(Problem::NotFound),
    }
}

/// `POST /clientes/{id}`: anything that is asked of an account.
pub async fn write(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    match id.parse() {
        Ok(id) => post(&app, Some(id), request).await,
        Err(_) => problem::plain(Problem::NotFound),
    }
}

async fn post(app: &App, account: Option<AccountId>, request: Request) -> Response {
    let headers = request.headers().clone();
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return problem::plain(Problem::Failed);
    };
    let Some(visitor) = visit.visitor.clone() else {
        return problem::plain(Problem::SignedOut);
    };
    let (again, request) = render::again(request);
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    match submit(app, account, &visit, &visitor, &fields).await {
        Ok(Some(answer)) if packed::is_wanted(&headers) => {
            (status(&answer), packed::answer(&answer)).into_response()
        }
        Ok(Some(answer)) if problem::wants_json(&headers) => {
            (status(&answer), axum::Json(answer)).into_response()
        }
        Ok(Some(Answer::Refused { refusals })) => {
            let draft = Draft { fields, refusals };
            render::page_with(app, again, StatusCode::UNPROCESSABLE_ENTITY, draft).await
        }
        Ok(Some(answer)) => Redirect::to(&way_to(app, &answer).await).into_response(),
        Ok(None) => problem::plain(Problem::NotFound),
        Err(error) => problem::of_ledger(&error),
    }
}

fn status(answer: &Answer) -> StatusCode {
    match answer {
        Answer::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Answer::Applied { .. } | Answer::Duplicate { .. } | Answer::Unchanged { .. } => {
            StatusCode::OK
        }
    }
}

/// The account's page, at the row that is new; after a claim, at what the customer takes away.
async fn way_to(app: &App, answer: &Answer) -> String {
    match answer {
        Answer::Applied {
            account,
            command,
            first,
            last,
        }
        | Answer::Duplicate {
            account,
            command,
            first,
            last,
        } => match app.ledger.claim_in(*account, *first, *last).await {
            Ok(Some(claim)) => format!("/clientes/{account}?reclamacion={claim}#hecho"),
            Ok(None) => format!("/clientes/{account}#row-{command}-0"),
            // It is written, whatever can be read of it now.
            Err(error) => {
                tracing::warn!(error = error.chain(), "what was written was not read again");
                format!("/clientes/{account}#row-{command}-0")
            }
        },
        Answer::Unchanged { account } => format!("/clientes/{account}"),
        Answer::Refused { .. } => "/clientes".to_owned(),
    }
}

/// `None` where there is no such account.
async fn submit(
    app: &App,
    account: Option<AccountId>,
    visit: &Visit,
    visitor: &Visitor,
    fields: &Typed,
) -> Result<Option<Answer>, LedgerError> {
    let house = &visitor.house;
    let account = match account {
        Some(id) => match app.ledger.account(id, &form::matters(fields)).await? {
            Some(account) => Some(account),
            None => return Ok(None),
        },
        None => None,
    };
    let Some(store) = store_of(house, account.as_ref(), visitor.person) else {
        return Ok(Some(Answer::Refused {
            refusals: vec![Refusal::whole(Why::NoHouse)],
        }));
    };
    let cx = FormCx {
        house,
        account: account.as_ref(),
        store,
        now: visit.now,
    };
    let submission = match form::parse(fields, &cx) {
        Ok(submission) => submission,
        Err(refusals) => return Ok(Some(Answer::Refused { refusals })),
    };
    let (account, command) = (submission.account, submission.id);
    let envelope = envelope(submission, visit, house.version);
    let outcome = app
        .ledger
        .submit(envelope, visitor.actor(), visit.now)
        .await?;
    Ok(Some(match outcome {
        Outcome::Applied { first, last } => Answer::Applied {
            account,
            command,
            first,
            last,
        },
        Outcome::Duplicate { first, last } => Answer::Duplicate {
            account,
            command,
            first,
            last,
        },
        Outcome::Unchanged => Answer::Unchanged { account },
        Outcome::Refused(refusals) => Answer::Refused { refusals },
    }))
}

fn envelope(submission: Submission, visit: &Visit, house_version: u64) -> Envelope {
    Envelope {
        id: submission.id,
        stream: submission.account.into(),
        command: Command::Account(submission.command),
        happened_at: submission.happened_at,
        sent_at: visit.now,
        device: None,
        seen: submission.seen,
        house_version,
    }
}

/// Whose wall clock is meant: the account's store's, or that of the store where the person works.
fn store_of(house: &House, account: Option<&Account>, person: PersonId) -> Option<StoreId> {
    let of_account = account
        .and_then(|account| account.head.as_ref())
        .map(|head| head.store);
    let of_person = || house.active(person).and_then(|person| person.store);
    let first = || house.stores.keys().next().copied();
    of_account.or_else(of_person).or_else(first)
}
