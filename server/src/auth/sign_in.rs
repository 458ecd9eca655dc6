//! `POST /entrar`: with a password, or as one of the demo's people where the demo is served.
//! It refuses to say whether the address or the password was wrong, and too many tries from one place or for one address.

use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::ids::PersonId;
use http::{HeaderMap, StatusCode, header};
use ledger::{Attempts, LedgerError};
use ui::read::{DemoPerson, SignIn, SignInRefusal};

use super::failure::AuthError;
use super::guard::way_on;
use super::password::BYTES_MAX;
use super::welcome::is_email;
use super::{cookie, session};
use crate::config::Entry;
use crate::listen::Peer;
use crate::problem;
use crate::security::client;
use crate::state::App;
use crate::telemetry::causes;
use crate::typed::{self, field};
use crate::{demo, render};

/// Tries are counted over a quarter of an hour.
const WINDOW: i64 = 15 * 60 * 1_000_000;
const PER_ADDRESS_MAX: u64 = 30;
const PER_EMAIL_MAX: u64 = 8;

/// Signs in, or shows the page again with the reason.
pub async fn post(State(app): State<App>, request: Request) -> Response {
    let visit = Asked::of(&app, &request);
    let (again, request) = render::again(request);
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    let next = way_on(field(&fields, "next")).to_owned();
    let email = field(&fields, "email").to_owned();
    let outcome = match (app.config.entry, field(&fields, "demo")) {
        (Entry::Demo, chosen) if !chosen.is_empty() => demo_person(&app, chosen).await,
        _ => with_password(&app, &visit, &email, password(&fields)).await,
    };
    match outcome {
        Ok(Ok(person)) => come_in(&app, person, &visit, &next).await,
        Ok(Err(refusal)) => {
            let status = match refusal {
                SignInRefusal::TooMany => StatusCode::TOO_MANY_REQUESTS,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let sign_in = SignIn {
                email,
                next,
                refusal: Some(refusal),
                ..shown(&app).await
            };
            render::page_with(&app, again, status, sign_in).await
        }
        Err(error) => error.answer(),
    }
}

/// What `GET /entrar` shows before anything was typed.
pub async fn get(State(app): State<App>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let next = query.split('&').find_map(|pair| pair.strip_prefix("next="));
    let next = next.map(unescaped).unwrap_or_default();
    let sign_in = SignIn {
        next: way_on(&next).to_owned(),
        ..shown(&app).await
    };
    render::page_with(&app, request, StatusCode::OK, sign_in).await
}

/// Who asks, kept while the body is read.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its headers.
    pub headers: HeaderMap,
    /// The other end.
    pub peer: Option<Peer>,
    /// From where, as it is counted.
    pub address: String,
}

impl Asked {
    /// Of that request.
    #[must_use]
    pub fn of(app: &App, request: &Request) -> Self {
        let peer = request.extensions().get::<Peer>().copied();
        Self {
            address: client::address(request.headers(), peer, app.config.trusted_hops),
            headers: request.headers().clone(),
            peer,
        }
    }
}

/// Begins a session and leads on.
pub async fn come_in(app: &App, person: PersonId, asked: &Asked, next: &str) -> Response {
    let token = match session::begin(app, person, &asked.headers, asked.peer).await {
        Ok(token) => token,
        Err(error) => return AuthError::from(error).answer(),
    };
    let mut response = Redirect::to(next).into_response();
    if let Some(line) = cookie::set(&token, &app.config.public) {
        response.headers_mut().insert(header::SET_COOKIE, line);
    }
    response
}

type Answer = Result<Result<PersonId, SignInRefusal>, AuthError>;

async fn with_password(app: &App, asked: &Asked, email: &str, password: String) -> Answer {
    // Nobody has such an address: it is neither looked up nor counted.
    if !is_email(email) || password.len() > BYTES_MAX {
        return Ok(Err(SignInRefusal::Wrong));
    }
    let now = app.clock.now();
    let by = |scope: &str, key: &str| Attempts {
        scope: scope.to_owned(),
        key: key.to_lowercase(),
    };
    let (from, of) = (by("address", &asked.address), by("email", email));
    let limits = vec![(from, PER_ADDRESS_MAX), (of.clone(), PER_EMAIL_MAX)];
    // Counted before it is tried, in one write, so that many at once are counted too.
    let counted = app.ledger.attempt(limits, now.plus_micros(-WINDOW), now);
    let Some(tried) = counted.await? else {
        return Ok(Err(SignInRefusal::TooMany));
    };
    let known = app.ledger.credential_by_email(email).await?;
    let hash = known.as_ref().and_then(|known| known.password_hash.clone());
    let meets = match app.hashing.meets(password, hash).await {
        Ok(meets) => meets,
        Err(error) => {
            app.ledger.take_back(tried).await?;
            return Err(error.into());
        }
    };
    match known {
        Some(known) if meets && known.locked_at.is_none() => {
            app.ledger.clear_attempts(of).await?;
            // A whole office comes in from one address; those who guess there stay counted.
            app.ledger.take_back(tried).await?;
            Ok(Ok(known.person))
        }
        _ => Ok(Err(SignInRefusal::Wrong)),
    }
}

async fn demo_person(app: &App, email: &str) -> Answer {
    let known = app.ledger.credential_by_email(email).await?;
    let of_the_demo = known.filter(|known| demo::is_demo(&known.email));
    Ok(of_the_demo
        .map(|known| known.person)
        .ok_or(SignInRefusal::Wrong))
}

async fn shown(app: &App) -> SignIn {
    let demo = match app.config.entry {
        Entry::Password => Vec::new(),
        Entry::Demo => offered(app).await.unwrap_or_else(|error| {
            tracing::error!(
                error = causes(&error),
                "the demo's people could not be read"
            );
            Vec::new()
        }),
    };
    SignIn {
        demo,
        ..SignIn::default()
    }
}

async fn offered(app: &App) -> Result<Vec<DemoPerson>, LedgerError> {
    let house = app.ledger.house().await?;
    let words = app.ledger.house_words(&house).await?;
    let credentials = app.ledger.credentials().await?;
    let offered = credentials
        .into_iter()
        .filter(|known| demo::is_demo(&known.email));
    let mut people: Vec<_> = offered
        .filter_map(|known| {
            let person = house.active(known.person)?;
            let role = *person.roles.first()?;
            let name = words.get(&person.name.id)?.clone();
            Some((
                role,
                DemoPerson {
                    email: known.email,
                    name,
                    role: role.code().to_owned(),
                },
            ))
        })
        .collect();
    people.sort_by_key(|(role, person)| (*role, person.name.clone()));
    Ok(people.into_iter().map(|(_, person)| person).collect())
}

/// A password is taken as typed, spaces and all.
fn password(fields: &[(String, String)]) -> String {
    let typed = fields.iter().find(|(name, _)| name == "password");
    typed.map(|(_, text)| text.clone()).unwrap_or_default()
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let hex = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match byte {
            b'%' => match (hex(rest.next()), hex(rest.next())) {
                (Some(high), Some(low)) => {
                    bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'))
                }
                _ => return String::new(),
            },
            b'+' => bytes.push(b' '),
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}
