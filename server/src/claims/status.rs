//! `/estado`: how a claim stands, by the key its customer says or types. Days alone; ten tries an hour from an address.
//! It refuses to say anything about anybody.

use axum::extract::{Request, State};
use axum::response::Response;
use domain::key::Key;
use http::StatusCode;
use ledger::{Attempts, LedgerError};
use ui::read::{Estado, EstadoRefusal};

use super::known;
use crate::problem;
use crate::render;
use crate::security::client;
use crate::state::App;
use crate::typed::{self, field};

const HOUR: i64 = 60 * 60 * 1_000_000;
const PER_ADDRESS_MAX: u64 = 10;

/// `GET /estado`.
pub async fn see(State(app): State<App>, request: Request) -> Response {
    render::page_with(&app, request, StatusCode::OK, Estado::default()).await
}

/// `POST /estado`: the key comes in the form, so that no address ever has it.
pub async fn ask(State(app): State<App>, request: Request) -> Response {
    let peer = request.extensions().get().copied();
    let address = client::address(request.headers(), peer, app.config.trusted_hops);
    let (again, request) = render::again(request);
    let fields = match typed::read(request).await {
        Ok(fields) => fields,
        Err(problem) => return problem::plain(problem),
    };
    let typed = field(&fields, "key").to_owned();
    match told(&app, &typed, address).await {
        Ok(estado) => {
            let status = match &estado.refusal {
                None => StatusCode::OK,
                Some(EstadoRefusal::TooMany) => StatusCode::TOO_MANY_REQUESTS,
                Some(EstadoRefusal::Unknown) => StatusCode::NOT_FOUND,
                Some(EstadoRefusal::Unreadable(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            };
            render::page_with(&app, again, status, estado).await
        }
        Err(error) => problem::of_ledger(&error),
    }
}

async fn told(app: &App, typed: &str, address: String) -> Result<Estado, LedgerError> {
    let refused = |refusal| Estado {
        typed: typed.to_owned(),
        refusal: Some(refusal),
        told: None,
    };
    // What cannot be a key is looked up nowhere, and is no try.
    let key = match Key::read(typed) {
        Ok(key) => key,
        Err(why) => return Ok(refused(EstadoRefusal::Unreadable(why))),
    };
    let now = app.clock.now();
    let from = Attempts {
        scope: "claim_key".to_owned(),
        key: address,
    };
    let limits = vec![(from, PER_ADDRESS_MAX)];
    let counted = app.ledger.attempt(limits, now.plus_micros(-HOUR), now);
    if counted.await?.is_none() {
        return Ok(refused(EstadoRefusal::TooMany));
    }
    let known = match app.ledger.claim_by_key(key).await? {
        Some(place) => known::at(app, place).await?,
        None => None,
    };
    Ok(match known {
        Some(known) => Estado {
            typed: typed.to_owned(),
            told: Some((known.standing, known.today)),
            refusal: None,
        },
        None => refused(EstadoRefusal::Unknown),
    })
}
