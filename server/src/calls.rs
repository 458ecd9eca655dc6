//! A call comes in: the telephone exchange, or a link, opens the caller's account by their number, with the form of a call
//! open. It refuses to guess: a number that several customers have, or none, leads to what is found with it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::search::{Query, phone_terms};
use ledger::Whose;

use crate::problem;
use crate::state::App;

/// `GET /llamada/{number}`, the number with or without its country, written in any way.
pub async fn open(State(app): State<App>, Path(number): Path<String>) -> Response {
    // The last nine digits are found whether the country was written or not.
    let Some(digits) = phone_terms(&number).pop() else {
        return Redirect::to("/clientes").into_response();
    };
    let query = Query::parse(&digits);
    match app.ledger.search(&query, Whose::Anyones, None, 2).await {
        Ok(found) => Redirect::to(&way(&digits, &found)).into_response(),
        Err(error) => problem::of_ledger(&error),
    }
}

fn way(digits: &str, found: &ledger::AccountList) -> String {
    match found.rows.as_slice() {
        [one] if found.more.is_none() => {
            format!("/clientes/{}?registrar=llamada#registrar", one.account)
        }
        _ => format!("/clientes?q={digits}"),
    }
}
