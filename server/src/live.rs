//! `/live`: hints that an account has moved on, as server-sent events; the browser then reads what it lacks.
//! It refuses to say what was written, and closes within moments once its reader may no longer read, hint or no hint.

use std::collections::{BTreeMap, VecDeque};
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
use tokio::time::Instant;
use ui::read::visit::Visitor;

use crate::auth::{guard, session, visitor};
use crate::metrics;
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
    let Some(visitor) = visitor(&request).cloned() else {
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
        asked: Instant::now(),
        told: None,
        ready: VecDeque::new(),
        _counted: metrics::Listener::begin(),
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
    Ok(Some(moved_to(stream, version)))
}

fn moved_to(stream: StreamId, version: u64) -> Event {
    let hint = json!({ "account": stream.to_string(), "version": version });
    Event::default().event("moved").data(hint.to_string())
}

struct Listening {
    app: App,
    visitor: Visitor,
    account: Option<StreamId>,
    hints: broadcast::Receiver<Live>,
    closing: watch::Receiver<bool>,
    /// When it was last asked whether they may read.
    asked: Instant,
    /// When something was last told.
    told: Option<Instant>,
    ready: VecDeque<Event>,
    _counted: metrics::Listener,
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
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            let gathered = self.gathered().await?;
            let is_due = self.asked.elapsed() >= self.app.config.limits.listener_asked;
            if (gathered.of_the_house || is_due) && !self.may_still_read().await {
                return None;
            }
            self.ready = gathered.events();
            if !self.ready.is_empty() {
                self.told = Some(Instant::now());
            }
        }
    }

    /// What is heard, each account once: at once after a while of silence, else so long after the last that was told;
    /// nothing where it is only time to ask again.
    async fn gathered(&mut self) -> Option<Gathered> {
        let limits = self.app.config.limits;
        let mut gathered = Gathered::default();
        let mut until = self.asked + limits.listener_asked_idle;
        loop {
            let hint = tokio::select! {
                _ = self.closing.wait_for(|is_closing| *is_closing) => return None,
                () = tokio::time::sleep_until(until) => return Some(gathered),
                hint = self.hints.recv() => hint,
            };
            let was_empty = gathered.is_empty();
            match hint {
                Ok(hint) => gathered.add(hint, self.account),
                Err(broadcast::error::RecvError::Lagged(_)) => gathered.is_missed = true,
                Err(broadcast::error::RecvError::Closed) => return None,
            }
            if was_empty && !gathered.is_empty() {
                let now = Instant::now();
                let again = self.told.map(|told| told + limits.hints_gathered);
                until = again.map_or(now, |again| again.max(now));
            }
        }
    }

    async fn may_still_read(&mut self) -> bool {
        self.asked = Instant::now();
        let limits = session::limits(self.app.clock.now());
        let held = self
            .app
            .ledger
            .signed_in(&self.visitor.session, limits)
            .await;
        match held {
            Ok(Some(held)) => guard::lets(guard::SERVICE, held.house.roles(self.visitor.person)),
            Ok(None) | Err(_) => false,
        }
    }
}

/// Hints that go out together.
#[derive(Debug, Default)]
struct Gathered {
    moved: BTreeMap<StreamId, u64>,
    is_missed: bool,
    of_the_house: bool,
}

impl Gathered {
    fn add(&mut self, hint: Live, account: Option<StreamId>) {
        match hint {
            Live::Missed => self.is_missed = true,
            Live::Moved { stream, version } if stream.account().is_some() => {
                if account.is_none_or(|account| account == stream) {
                    let known = self.moved.entry(stream).or_default();
                    *known = version.max(*known);
                }
            }
            // Who may read may have changed with it.
            Live::Moved { .. } => self.of_the_house = true,
        }
    }

    fn is_empty(&self) -> bool {
        self.moved.is_empty() && !self.is_missed && !self.of_the_house
    }

    fn events(self) -> VecDeque<Event> {
        let missed = self
            .is_missed
            .then(|| Event::default().event("missed").data("{}"));
        let moved = self.moved.into_iter();
        moved
            .map(|(stream, version)| moved_to(stream, version))
            .chain(missed)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_at_once_is_told_once_and_only_of_the_account_asked_for() {
        let stream = |n| StreamId::from(AccountId::from_uuid(uuid::Uuid::from_u128(n)));
        let moved = |n, version| Live::Moved {
            stream: stream(n),
            version,
        };
        let mut gathered = Gathered::default();
        gathered.add(moved(2, 7), Some(stream(1)));
        assert!(gathered.is_empty(), "another's is not waited for");
        for version in [4, 6, 5] {
            gathered.add(moved(1, version), Some(stream(1)));
        }
        gathered.add(
            Live::Moved {
                stream: StreamId::HOUSE,
                version: 9,
            },
            Some(stream(1)),
        );
        assert!(gathered.of_the_house);
        assert_eq!(gathered.moved, BTreeMap::from([(stream(1), 6)]));
        gathered.add(Live::Missed, None);
        assert_eq!(gathered.events().len(), 2);
    }
}
