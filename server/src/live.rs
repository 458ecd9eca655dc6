//! `/live`: hints that an account has moved on, as server-sent events; the browser then reads what it lacks.
//! It refuses to say what was written, and closes as soon as its reader may no longer read.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Query, Request, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use domain::ids::{AccountId, StreamId};
use futures::stream::{self, Stream, StreamExt as _};
use ledger::{LedgerError, Live};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::{broadcast, watch};
use ui::read::visit::{Visit, Visitor};

use crate::auth::{guard, session};
use crate::problem::{self, Problem};
use crate::security::origin;
use crate::state::App;

const KEEP_ALIVE: Duration = Duration::from_secs(20);

/// Of which account; of all, where none is named.
#[derive(Debug, Deserialize)]
pub struct Asked {
    account: Option<String>,
}

/// Opens the stream.
pub async fn get(State(app): State<App>, Query(asked): Query<Asked>, request: Request) -> Response {
    if !origin::is_ours(request.headers(), &app.config.public) {
        return problem::plain(Problem::OtherSite);
    }
    let account = match asked.account.as_deref().map(str::parse::<AccountId>) {
        Some(Err(_)) => return problem::plain(Problem::Unreadable),
        Some(Ok(account)) => Some(StreamId::from(account)),
        None => None,
    };
    let visitor = request
        .extensions()
        .get::<Visit>()
        .and_then(|visit| visit.visitor.clone());
    let Some(visitor) = visitor else {
        return problem::plain(Problem::SignedOut);
    };
    // Heard from before the version is read, so that nothing falls between.
    let hints = app.ledger.live();
    let stands = match standing(&app, account).await {
        Ok(stands) => stands,
        Err(error) => return problem::of_ledger(&error),
    };
    let closing = app.closing.clone();
    let listening = Listening {
        app,
        visitor,
        account,
        hints,
        closing,
    };
    let events = stream::iter(stands.map(Ok)).chain(listening.events());
    let keep_alive = KeepAlive::new().interval(KEEP_ALIVE);
    Sse::new(events).keep_alive(keep_alive).into_response()
}

async fn standing(app: &App, account: Option<StreamId>) -> Result<Option<Event>, LedgerError> {
    let Some(stream) = account else {
        return Ok(None);
    };
    let version = app.ledger.version(stream).await?;
    Ok(Some(moved(stream, version)))
}

fn moved(stream: StreamId, version: u64) -> Event {
    let hint = json!({ "account": stream.to_string(), "version": version });
    Event::default().event("moved").data(hint.to_string())
}

struct Listening {
    app: App,
    visitor: Visitor,
    account: Option<StreamId>,
    hints: broadcast::Receiver<Live>,
    closing: watch::Receiver<bool>,
}

impl Listening {
    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut listening| async move {
            let event = listening.next().await?;
            Some((Ok(event), listening))
        })
    }

    /// The next hint; none once the server stops or the reader may no longer read.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let hint = tokio::select! {
                _ = self.closing.wait_for(|is_closing| *is_closing) => return None,
                hint = self.hints.recv() => hint,
            };
            let event = match hint {
                Ok(Live::Moved { stream, version }) => {
                    let concerns = self
                        .account
                        .map_or(stream.account().is_some(), |account| account == stream);
                    concerns.then(|| moved(stream, version))
                }
                Ok(Live::Missed) | Err(broadcast::error::RecvError::Lagged(_)) => {
                    Some(Event::default().event("missed").data("{}"))
                }
                Err(broadcast::error::RecvError::Closed) => return None,
            };
            let Some(event) = event else { continue };
            return self.may_still_read().await.then_some(event);
        }
    }

    async fn may_still_read(&self) -> bool {
        let limits = session::limits(self.app.clock.now());
        let held = self.app.ledger.session(&self.visitor.session, limits).await;
        let house = self.app.ledger.house().await;
        match (held, house) {
            (Ok(Some(_)), Ok(house)) => {
                guard::lets(guard::SERVICE, house.roles(self.visitor.person))
            }
            _ => false,
        }
    }
}
