//! `/bienvenida/{token}`: the one-time link, by which the first administrator comes to be or somebody chooses a password.
//! It refuses a link twice, and a short password before the link is used up.

use axum::extract::{Path, Request, State};
use axum::response::Response;
use domain::context::Role;
use domain::ids::PersonId;
use http::StatusCode;
use ui::read::{SignIn, SignInRefusal};

use super::house;
use super::links::{self, Purpose};
use super::password::{BYTES_MAX, CHARACTERS_MIN};
use super::sign_in::{Asked, come_in};
use super::token::Token;
use crate::state::App;
use crate::typed::{self, field};
use crate::{problem, render};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Shows what the link asks for.
pub async fn get(State(app): State<App>, Path(token): Path<String>, request: Request) -> Response {
    match open(&app, &token).await {
        Ok(purpose) => {
            let (status, shown) = shown(purpose);
            render::page_with(&app, request, status, shown).await
        }
        Err(error) => problem::failed(error.as_ref()),
    }
}

/// Uses it.
pub async fn post(State(app): State<App>, Path(token): Path<String>, request: Request) -> Response {
    let asked = Asked::of(&app, &request);
    let (again, request) = render::again(request);
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    match used(&app, &token, &fields).await {
        Ok(Ok(person)) => come_in(&app, person, &asked, "/").await,
        Ok(Err((purpose, refusal))) => {
            let (_, shown) = shown(purpose);
            let sign_in = SignIn {
                name: field(&fields, "name").to_owned(),
                email: field(&fields, "email").to_owned(),
                refusal: Some(refusal),
                ..shown
            };
            render::page_with(&app, again, StatusCode::UNPROCESSABLE_ENTITY, sign_in).await
        }
        Err(error) => problem::failed(error.as_ref()),
    }
}

fn shown(purpose: Option<Purpose>) -> (StatusCode, SignIn) {
    let spent = purpose.is_none().then_some(SignInRefusal::LinkSpent);
    let status = if spent.is_some() {
        StatusCode::GONE
    } else {
        StatusCode::OK
    };
    let sign_in = SignIn {
        asks_name: purpose == Some(Purpose::First),
        refusal: spent,
        ..SignIn::default()
    };
    (status, sign_in)
}

async fn open(app: &App, token: &str) -> Result<Option<Purpose>, Failure> {
    let Some(token) = Token::read(token) else {
        return Ok(None);
    };
    let invitation = app
        .ledger
        .invitation(&token.hash(), app.clock.now())
        .await?;
    Ok(invitation.as_ref().and_then(links::purpose))
}

type Used = Result<PersonId, (Option<Purpose>, SignInRefusal)>;

async fn used(app: &App, token: &str, fields: &[(String, String)]) -> Result<Used, Failure> {
    let Some(purpose) = open(app, token).await? else {
        return Ok(Err((None, SignInRefusal::LinkSpent)));
    };
    let password = match checked(purpose, fields) {
        Ok(password) => password,
        Err(refusal) => return Ok(Err((Some(purpose), refusal))),
    };
    let hash = app.hashing.hash(password).await?;
    let now = app.clock.now();
    let Some(token) = Token::read(token) else {
        return Ok(Err((None, SignInRefusal::LinkSpent)));
    };
    // Whoever gets it back is the only one who ever does.
    if app
        .ledger
        .accept_invitation(token.hash(), now)
        .await?
        .is_none()
    {
        return Ok(Err((None, SignInRefusal::LinkSpent)));
    }
    let person = match purpose {
        Purpose::Password(person) => person,
        Purpose::First => {
            // Alone in the house for now: who keeps it also serves in it.
            let roles = vec![Role::AccountManager, Role::Administrator];
            let person = house::add_person(&app.ledger, field(fields, "name"), roles, now).await?;
            app.ledger
                .set_email(person, field(fields, "email"), now)
                .await?;
            person
        }
    };
    app.ledger.set_password_hash(person, hash, now).await?;
    Ok(Ok(person))
}

fn checked(purpose: Purpose, fields: &[(String, String)]) -> Result<String, SignInRefusal> {
    let typed = |name: &str| {
        fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, text)| text.as_str())
    };
    if purpose == Purpose::First {
        if field(fields, "name").is_empty() {
            return Err(SignInRefusal::NameMissing);
        }
        if !is_email(field(fields, "email")) {
            return Err(SignInRefusal::EmailWrong);
        }
    }
    let password = typed("password");
    if password.chars().count() < CHARACTERS_MIN || password.len() > BYTES_MAX {
        return Err(SignInRefusal::PasswordShort);
    }
    if password != typed("password_again") {
        return Err(SignInRefusal::PasswordsDiffer);
    }
    Ok(password.to_owned())
}

/// Something, an at, something with a dot or a plain machine's name, and no blanks.
#[must_use]
pub fn is_email(email: &str) -> bool {
    let parts = email.split_once('@');
    let is_plain = !email.contains(|letter: char| letter.is_whitespace() || letter.is_control())
        && email.len() <= 254;
    is_plain
        && parts.is_some_and(|(name, at)| !name.is_empty() && !at.is_empty() && !at.contains('@'))
}
