//! `POST /clientes/{id}/adjuntos`, and an investigation's: a form with a file, read as it comes and judged before anything is asked of the ledger.
//! It refuses a second file, and whatever a form says of its file but what it was called.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest as _, Path, Request, State};
use axum::response::Response;
use domain::ids::{AccountId, MatterId};
use domain::refusal::Refusal;
use http::{StatusCode, header};
use ui::read::Answer;

use super::FIELDS_BYTES_MAX;
use crate::forms::{self, Asked};
use crate::problem::{self, Problem};
use crate::state::App;
use crate::typed::{Typed, is_too_slow};

const FILE: &str = "file";

/// The account's page stands here too: a refused form is shown where it was sent.
pub async fn page(state: State<App>, id: Path<String>, request: Request) -> Response {
    forms::page(state, id, request).await
}

/// A file for an account. Any other form of the page may come here as well, from the page that shows a refused one.
pub async fn post(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    if !is_with_a_file(&request) {
        return forms::write(State(app), Path(id), request).await;
    }
    match id.parse() {
        Ok(account) => take(&app, account, None, request).await,
        Err(_) => problem::plain(Problem::NotFound),
    }
}

/// Evidence for an investigation: whoever adds it is led back to the file. Any other form of the file may come here too.
pub async fn post_in_file(
    State(app): State<App>,
    Path((id, matter)): Path<(String, String)>,
    request: Request,
) -> Response {
    if !is_with_a_file(&request) {
        return forms::write_in_file(State(app), Path((id, matter)), request).await;
    }
    let (Ok(account), Ok(matter)) = (id.parse::<AccountId>(), matter.parse::<MatterId>()) else {
        return problem::plain(Problem::NotFound);
    };
    let back = format!("/clientes/{account}/investigaciones/{matter}#pruebas");
    take(&app, account, Some(back), request).await
}

async fn take(app: &App, account: AccountId, back: Option<String>, request: Request) -> Response {
    let (asked, request) = match Asked::of(Some(account), request) {
        Ok(asked) => asked,
        Err(problem) => return problem::plain(problem),
    };
    let (fields, file) = match read(request).await {
        Ok(came) => came,
        Err(problem) => return problem::plain(problem),
    };
    let judged = match file {
        Some(bytes) => app.judging().judge(bytes).await.map(Some),
        None => Ok(None),
    };
    let answer = match judged {
        Ok(judged) => forms::submit(app, &asked, &fields, judged).await,
        Err(why) => Ok(Some(Answer::Refused {
            refusals: vec![Refusal::of(FILE, why)],
        })),
    };
    forms::answered(app, asked.led_to(back), fields, answer).await
}

fn is_with_a_file(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// What was typed, and the file if one was chosen; what it was called stands among what was typed.
async fn read(request: Request) -> Result<(Typed, Option<Vec<u8>>), Problem> {
    let form = Multipart::from_request(request, &()).await;
    let mut form = form.map_err(|_| Problem::Unreadable)?;
    let (mut fields, mut file) = (Typed::new(), None);
    let mut typed_bytes = 0;
    while let Some(part) = form.next_field().await.map_err(|error| why(&error))? {
        let Some(name) = part.name().map(str::to_owned) else {
            return Err(Problem::Unreadable);
        };
        if name == FILE {
            let called = part.file_name().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(|error| why(&error))?;
            let is_chosen = !called.is_empty() || !bytes.is_empty();
            if is_chosen && file.replace(bytes.to_vec()).is_some() {
                return Err(Problem::Unreadable);
            }
            fields.push((name, called));
            continue;
        }
        let text = part.text().await.map_err(|error| why(&error))?;
        typed_bytes += name.len() + text.len();
        if typed_bytes > FIELDS_BYTES_MAX {
            return Err(Problem::TooLarge);
        }
        fields.push((name, text));
    }
    Ok((fields, file))
}

fn why(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        _ if is_too_slow(error) => Problem::TooSlow,
        _ => Problem::Unreadable,
    }
}
