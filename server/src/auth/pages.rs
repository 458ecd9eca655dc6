//! The pages by which people come, go and see where they are signed in, as posts; what they show is `ui`'s.
//! It refuses to end anybody else's session.

use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::text::Digest;
use http::header;

use super::{cookie, session, visitor};
use crate::problem::{self, Problem};
use crate::state::App;
use crate::typed::{self, field};

/// `POST /salir`: ends the session of this browser.
pub async fn sign_out(State(app): State<App>, request: Request) -> Response {
    if let Some(visitor) = visitor(&request) {
        let ended = app
            .ledger
            .end_session(visitor.session, app.clock.now())
            .await;
        if let Err(error) = ended {
            return problem::of_ledger(&error);
        }
    }
    gone(&app)
}

/// `POST /sesiones`: `session` is the one to end, `all` ends every one of theirs.
pub async fn end(State(app): State<App>, request: Request) -> Response {
    let Some(visitor) = visitor(&request).cloned() else {
        return problem::plain(Problem::SignedOut);
    };
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    let now = app.clock.now();
    let done = async {
        if !field(&fields, "all").is_empty() {
            app.ledger.end_sessions(visitor.person, now).await?;
            return Ok(Some(visitor.session));
        }
        let Some(Digest(token)) = Digest::from_hex(field(&fields, "session")) else {
            return Ok(None);
        };
        let theirs = app
            .ledger
            .sessions(visitor.person, session::limits(now))
            .await?;
        if theirs.iter().any(|session| session.token == token) {
            app.ledger.end_session(token, now).await?;
        }
        Ok(Some(token))
    };
    match done.await {
        Ok(Some(ended)) if ended == visitor.session => gone(&app),
        Ok(Some(_)) => Redirect::to("/sesiones").into_response(),
        Ok(None) => problem::plain(Problem::Unreadable),
        Err(error) => problem::of_ledger(&error),
    }
}

fn gone(app: &App) -> Response {
    let mut response = Redirect::to("/entrar").into_response();
    if let Some(line) = cookie::clear(&app.config.public) {
        response.headers_mut().insert(header::SET_COOKIE, line);
    }
    response
}
