//! The one door of writes: a form posted to its page's own address. Read by `domain::form`, decided in the ledger, and
//! answered by the way to the new row, or by the page again with what was typed and why not; to a script, by JSON.
//! It refuses to know what any form asks.

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::account::Account;
use domain::attachment::Upload;
use domain::command::{AccountCommand, Command};
use domain::entry::Envelope;
use domain::form::{self, FormCx, Submission};
use domain::house::House;
use domain::ids::{AccountId, MatterId, PersonId, StoreId};
use domain::refusal::{Refusal, Why};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use ledger::{Attached, LedgerError, Outcome};
use ui::read::visit::{Visit, Visitor};
use ui::read::{Answer, Draft};

use crate::attachments::Judged;
use crate::packed;
use crate::problem::{self, Problem};
use crate::promises;
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

/// `GET /clientes/{id}/investigaciones/{asunto}`: what is no id has no file.
pub async fn file(
    State(app): State<App>,
    Path((id, matter)): Path<(String, String)>,
    request: Request,
) -> Response {
    match (id.parse::<AccountId>(), matter.parse::<MatterId>()) {
        (Ok(_), Ok(_)) => render::page(&app, request, StatusCode::OK).await,
        _ => problem::plain(Problem::NotFound),
    }
}

/// `GET /equipo/{persona}`: what is no id has no record.
pub async fn record(
    State(app): State<App>,
    Path(person): Path<String>,
    request: Request,
) -> Response {
    match person.parse::<PersonId>() {
        Ok(_) => render::page(&app, request, StatusCode::OK).await,
        Err(_) => problem::plain(Problem::NotFound),
    }
}

/// `POST /clientes/{id}/investigaciones/{asunto}`: what is asked of an investigation leads back to its file.
pub async fn write_in_file(
    State(app): State<App>,
    Path((id, matter)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (Ok(id), Ok(matter)) = (id.parse::<AccountId>(), matter.parse::<MatterId>()) else {
        return problem::plain(Problem::NotFound);
    };
    let back = format!("/clientes/{id}/investigaciones/{matter}");
    post_to(&app, Some(id), Some(back), request).await
}

async fn post(app: &App, account: Option<AccountId>, request: Request) -> Response {
    post_to(app, account, None, request).await
}

async fn post_to(
    app: &App,
    account: Option<AccountId>,
    back: Option<String>,
    request: Request,
) -> Response {
    let (asked, request) = match Asked::of(account, request) {
        Ok(asked) => asked,
        Err(problem) => return problem::plain(problem),
    };
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    let answer = submit(app, &asked, &fields, None).await;
    answered(app, asked.led_to(back), fields, answer).await
}

/// Who asks, of which account, and by which page: kept while the form is read.
#[derive(Debug)]
pub(crate) struct Asked {
    account: Option<AccountId>,
    visit: Visit,
    visitor: Visitor,
    headers: HeaderMap,
    again: Parts,
    /// Where a person is led, where it is not to the new row.
    back: Option<String>,
}

impl Asked {
    /// Of that request, whose form is still to be read.
    pub(crate) fn of(
        account: Option<AccountId>,
        request: Request,
    ) -> Result<(Self, Request), Problem> {
        let headers = request.headers().clone();
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or(Problem::Failed)?;
        let visitor = visit.visitor.clone().ok_or(Problem::SignedOut)?;
        let (again, request) = render::again(request);
        let asked = Self {
            account,
            visit,
            visitor,
            headers,
            again: again.into_parts().0,
            back: None,
        };
        Ok((asked, request))
    }

    /// Whoever asks is led there, once it is written.
    pub(crate) fn led_to(self, back: Option<String>) -> Self {
        Self { back, ..self }
    }
    /// Whether the answer is read by a script.
    pub(crate) fn is_a_script(&self) -> bool {
        packed::is_wanted(&self.headers) || problem::wants_json(&self.headers)
    }

    /// The page that was asked of, to be shown again.
    pub(crate) fn again(self) -> Request {
        Request::from_parts(self.again, Body::empty())
    }
}

/// Answers as whoever asked reads it: a script, or a person, who is led on or sees the page again with what was typed.
pub(crate) async fn answered(
    app: &App,
    asked: Asked,
    fields: Typed,
    answer: Result<Option<Answer>, LedgerError>,
) -> Response {
    let Asked {
        headers,
        again,
        back,
        ..
    } = asked;
    let again = Request::from_parts(again, Body::empty());
    match answer {
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
        Ok(Some(answer)) => {
            let way = match back {
                Some(back) => back,
                None => way_to(app, &answer).await,
            };
            Redirect::to(&way).into_response()
        }
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

/// Reads a form, and the file that came with it, and asks the ledger; `None` where there is no such account.
pub(crate) async fn submit(
    app: &App,
    asked: &Asked,
    fields: &Typed,
    file: Option<Judged>,
) -> Result<Option<Answer>, LedgerError> {
    let (visit, visitor) = (&asked.visit, &asked.visitor);
    let house = &visitor.house;
    let fields = promises::with_what_is_shown(app, house, asked.account, fields).await?;
    let account = match asked.account {
        Some(id) => match app.ledger.account(id, &form::matters(&fields)).await? {
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
    let upload = file.as_ref().map(|file| Upload {
        media: file.media,
        bytes: &file.bytes,
    });
    let submission = match form::parse_with(&fields, &cx, upload) {
        Ok(submission) => submission,
        Err(refusals) => return Ok(Some(Answer::Refused { refusals })),
    };
    let (account, command) = (submission.account, submission.id);
    let attached = attached(&submission.command, file);
    let envelope = envelope(submission, visit, house.version);
    let (ledger, actor) = (&app.ledger, visitor.actor());
    let outcome = match attached {
        Some(attached) => ledger.attach(envelope, actor, visit.now, attached).await?,
        None => ledger.submit(envelope, actor, visit.now).await?,
    };
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

/// The bytes that go beside the command, where it speaks of any.
fn attached(command: &AccountCommand, file: Option<Judged>) -> Option<Attached> {
    match command {
        AccountCommand::AddAttachment { file: spoken, .. } => {
            Some(Attached::new(file?.bytes, spoken.salt))
        }
        _ => None,
    }
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
