//! What happens on an account, command by command: a note, a promise of delivery, a note, and the promise is kept.
//! The same each time, so that what is written in two databases can be compared byte by byte.

use domain::account::{Channel, Span, Terms};
use domain::command::{AccountCommand, Command};
use domain::entry::Envelope;
use domain::ids::{AccountId, MatterId, StreamId};
use ledger::{Engine, Ledger, Outcome, Submitted};
use tempfile::TempDir;

use crate::support;
use crate::world;

/// So many commands and it begins anew; they give as many facts.
const TURN: usize = 4;

/// A database of its own with a house and so many accounts.
pub(crate) struct Place {
    pub(crate) ledger: Ledger,
    pub(crate) url: String,
    dir: TempDir,
}

impl Place {
    pub(crate) async fn with(engine: Engine, accounts: usize) -> Self {
        let fresh = support::fresh(engine).await;
        world::found(&fresh.ledger).await;
        let opened = (0..accounts).map(|account| {
            let n = number(account);
            let name = format!("Cliente {account}");
            let id = 0xACC_0000 + n;
            submitted(world::to_account(
                id,
                world::account(n),
                world::opening(n, &name),
            ))
        });
        submit_all(&fresh.ledger, opened.collect()).await;
        Self {
            ledger: fresh.ledger,
            url: fresh.url,
            dir: fresh.dir,
        }
    }

    /// Nobody has it open: for meddling.
    pub(crate) async fn closed(self) -> Closed {
        self.ledger.close().await;
        Closed {
            url: self.url,
            dir: self.dir,
        }
    }
}

/// A database that nobody has open.
pub(crate) struct Closed {
    pub(crate) url: String,
    dir: TempDir,
}

impl Closed {
    pub(crate) async fn opened(self) -> Place {
        Place {
            ledger: Ledger::open(&self.url).await.expect("an open ledger"),
            url: self.url,
            dir: self.dir,
        }
    }
}

pub(crate) fn account(account: usize) -> AccountId {
    world::account(number(account))
}

fn number(account: usize) -> u128 {
    account as u128 + 1
}

/// What is said the n-th time on that account.
pub(crate) fn said(account: usize, nth: usize) -> Submitted {
    let id = |nth: usize| (number(account) << 32) + nth as u128;
    let command = match nth % TURN {
        1 => world::delivery("2026-12-01"),
        3 => AccountCommand::KeepPromise {
            matter: MatterId::from_uuid(world::command_id(id(nth - 2)).derive(0)),
            evidence: world::text(id(nth), "Albarán 12, firmado en la puerta"),
        },
        _ => world::note(
            id(nth),
            "Llamó para preguntar por la cama; se le dijo que llega el jueves.",
        ),
    };
    let stream = StreamId::from(self::account(account));
    let at = world::minutes(i64::try_from(nth).expect("not so many"));
    let told = world::envelope(id(nth), stream, Command::Account(command), at);
    Submitted {
        now: at,
        ..submitted(told)
    }
}

/// In a month its owner asks whether it holds.
pub(crate) fn word_given() -> AccountCommand {
    AccountCommand::MakePromise {
        terms: Terms::Other,
        what: Some(world::text(0xD0_0000, "Guardar la tela")),
        span: Span::Single,
        by: None,
        to: None,
        channel: Channel::Counter,
        order: None,
    }
}

fn submitted(envelope: Envelope) -> Submitted {
    Submitted {
        envelope,
        actor: world::ana(),
        now: world::NOW,
        mark: None,
        attached: None,
    }
}

/// By one client: the answer to each before the next.
pub(crate) async fn submit(ledger: &Ledger, said: Submitted) {
    let outcome = ledger.submit(said.envelope, said.actor, said.now).await;
    assert!(
        matches!(outcome, Ok(Outcome::Applied { .. })),
        "{outcome:?}"
    );
}

/// As an import does: many at once.
pub(crate) async fn submit_all(ledger: &Ledger, mut said: Vec<Submitted>) {
    while !said.is_empty() {
        let rest = said.split_off(said.len().min(2_000));
        for outcome in ledger.submit_many(said).await {
            assert!(
                matches!(outcome, Ok(Outcome::Applied { .. })),
                "{outcome:?}"
            );
        }
        said = rest;
    }
}
