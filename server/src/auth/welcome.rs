//! `/bienvenida/{token}`: the one-time link, by which the first administrator comes to be or somebody chooses a password.
//! It refuses a link twice, and whatever is wrong with what was typed before the link is used up.

use axum::extract::{Path, Request, State};
use axum::response::Response;
use domain::context::Role;
use domain::ids::PersonId;
use http::StatusCode;
use ledger::{Newcomer, Welcome, Welcomed};
use ui::read::{SignIn, SignInRefusal};

use super::failure::AuthError;
use super::house::{self, HouseError};
use super::links::{self, Purpose};
use super::password::{BYTES_MAX, CHARACTERS_MIN};
use super::sign_in::{Asked, come_in};
use super::token::Token;
use crate::state::App;
use crate::typed::{self, field};
use crate::{problem, render};

/// The longest name that is taken, in characters.
const NAME_CHARACTERS_MAX: usize = 200;

/// Shows what the link asks for.
pub async fn get(State(app): State<App>, Path(token): Path<String>, request: Request) -> Response {
    match open(&app, &token).await {
        Ok(open) => {
            let (status, shown) = shown(open.map(|(_, purpose)| purpose));
            render::page_with(&app, request, status, shown).await
        }
        Err(error) => error.answer(),
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
        Err(error) => error.answer(),
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

async fn open(app: &App, token: &str) -> Result<Option<(Token, Purpose)>, AuthError> {
    let Some(token) = Token::read(token) else {
        return Ok(None);
    };
    let now = app.clock.now();
    let invitation = app.ledger.invitation(&token.hash(), now).await?;
    Ok(match invitation.as_ref().and_then(links::purpose) {
        // Whoever was added meanwhile comes in, so there is no first one to be made.
        Some(Purpose::First) if app.ledger.has_credentials().await? => None,
        purpose => purpose.map(|purpose| (token, purpose)),
    })
}

type Used = Result<PersonId, (Option<Purpose>, SignInRefusal)>;

async fn used(app: &App, token: &str, fields: &[(String, String)]) -> Result<Used, AuthError> {
    let spent = Ok(Err((None, SignInRefusal::LinkSpent)));
    let Some((token, purpose)) = open(app, token).await? else {
        return spent;
    };
    let password = match checked(purpose, fields) {
        Ok(password) => password,
        Err(refusal) => return Ok(Err((Some(purpose), refusal))),
    };
    let welcome = Welcome {
        token: token.hash(),
        password_hash: app.hashing.hash(password).await?,
        newcomer: match purpose {
            Purpose::Password(_) => None,
            Purpose::First => Some(newcomer(app, fields).await?),
        },
    };
    // All of it in one write, or none of it and the link stays open.
    match app.ledger.welcome(welcome, app.clock.now()).await? {
        Welcomed::In(person) => Ok(Ok(person)),
        Welcomed::Spent => spent,
        Welcomed::Refused(why) => Err(HouseError::Refused(why).into()),
    }
}

async fn newcomer(app: &App, fields: &[(String, String)]) -> Result<Newcomer, AuthError> {
    // Alone in the house for now: who keeps it also serves in it.
    let roles = vec![Role::AccountManager, Role::Administrator];
    let (name, email) = (field(fields, "name"), field(fields, "email"));
    let newcomer = house::newcomer(&app.ledger, name, email, roles, app.clock.now());
    Ok(newcomer.await?)
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
        if !is_name(field(fields, "name")) {
            return Err(SignInRefusal::NameWrong);
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

/// Something that can be read on one line of a list.
#[must_use]
pub fn is_name(name: &str) -> bool {
    !name.trim().is_empty()
        && !name.contains(char::is_control)
        && name.chars().count() <= NAME_CHARACTERS_MAX
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
