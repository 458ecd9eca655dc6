//! `POST /correo`: a person has a letter sent again that was not, or of which nobody knows whether it was.
//! It refuses to send: it waits then as if it were new.

use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use ledger::MailKey;

use crate::auth::visitor;
use crate::problem::{self, Problem};
use crate::state::App;
use crate::typed::{self, field};

/// `account`, `command` and `n` are the letter; the answer leads back to those that wait.
pub async fn again(State(app): State<App>, request: Request) -> Response {
    let Some(visitor) = visitor(&request).cloned() else {
        return problem::plain(Problem::SignedOut);
    };
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    let Some(key) = letter(&fields) else {
        return problem::plain(Problem::Unreadable);
    };
    match app.ledger.send_again(key, app.clock.now()).await {
        Ok(is_sent) => {
            let (person, command) = (visitor.person, key.command);
            tracing::info!(%person, %command, is_sent, "a letter is to be sent again");
            Redirect::to("/correo?estado=waiting").into_response()
        }
        Err(error) => problem::of_ledger(&error),
    }
}

fn letter(fields: &[(String, String)]) -> Option<MailKey> {
    Some(MailKey {
        stream: field(fields, "account").parse().ok()?,
        command: field(fields, "command").parse().ok()?,
        n: field(fields, "n").parse().ok()?,
    })
}
