//! A large database: one account is written through the ledger, and its rows are copied under other ids, names, owners
//! and days. The copies are not sealed as themselves, which no page looks at.
//! It refuses to copy what is measured: those accounts are written through the ledger, one and all.

use std::fmt::Write as _;

use domain::command::Command;
use domain::entry::Envelope;
use domain::ids::{PersonId, StreamId};
use domain::search::Query;
use ledger::{Engine, Ledger, Submitted};
use uuid::Uuid;

use crate::hands::Hands;
use crate::life::{self, Closed, Place};
use crate::names::{Dice, name};
use crate::rows::{grouped, on, say};
use crate::sizes::Sizes;
use crate::tables::{self, Table};
use crate::world;

/// Those whose pages are measured, and how long they are.
pub(crate) const MEASURED: usize = 100;
pub(crate) const FACTS: usize = 100;
/// The long one, and the one that is copied.
pub(crate) const LONG: usize = MEASURED;
const COPIED: usize = MEASURED + 1;
const PERSONS: usize = 50;
const COPIES_AT_ONCE: usize = 1_000;

/// A small database and a large one, in which the same accounts stand.
pub(crate) struct Grown {
    pub(crate) engine: Engine,
    pub(crate) small: Ledger,
    pub(crate) large: Ledger,
    /// Facts in all.
    pub(crate) facts: usize,
    places: [Place; 2],
}

pub(crate) fn person(nth: usize) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(0xB000 + (nth % PERSONS) as u128))
}

impl Grown {
    pub(crate) async fn of(engine: Engine, sizes: &Sizes) -> Self {
        let facts = sizes.accounts * sizes.facts_each;
        say(&format!("filling {} facts {}", grouped(facts), on(engine)));
        let small = Place::with(engine, MEASURED).await;
        live(&small.ledger).await;
        let large = large(engine, sizes).await.opened().await;
        Self {
            engine,
            small: small.ledger.clone(),
            large: large.ledger.clone(),
            facts,
            places: [small, large],
        }
    }

    pub(crate) async fn close(self) {
        for place in self.places {
            place.ledger.close().await;
        }
    }
}

/// The large one.
pub(crate) async fn large(engine: Engine, sizes: &Sizes) -> Closed {
    let large = Place::with(engine, COPIED + 1).await;
    live(&large.ledger).await;
    let long = (0..sizes.long - 1).map(|nth| life::said(LONG, nth));
    life::submit_all(&large.ledger, long.collect()).await;
    life::submit_all(&large.ledger, copied(sizes.facts_each)).await;
    let large = large.closed().await;
    fill(&large.url, sizes.accounts).await;
    large
}

/// The accounts whose pages are measured.
async fn live(ledger: &Ledger) {
    let said =
        (0..MEASURED).flat_map(|account| (0..FACTS - 1).map(move |nth| life::said(account, nth)));
    life::submit_all(ledger, said.collect()).await;
}

/// The story that is copied: so many facts, of which the last are a delivery promised and a word given, so that the
/// house owes a check and its owner a question.
fn copied(facts: usize) -> Vec<Submitted> {
    let mut said: Vec<_> = (0..facts - 3).map(|nth| life::said(COPIED, nth)).collect();
    for (nth, command) in [
        (facts, world::delivery("2026-12-01")),
        (facts + 1, life::word_given()),
    ] {
        let like = life::said(COPIED, nth);
        said.push(Submitted {
            envelope: Envelope {
                command: Command::Account(command),
                ..like.envelope
            },
            ..like
        });
    }
    said
}

async fn fill(url: &str, accounts: usize) {
    let mut hands = Hands::in_a_hurry(url).await;
    let tables = tables::all(&mut hands).await;
    let of = literal(hands.engine(), StreamId::from(life::account(COPIED)).uuid());
    for table in &tables {
        let name = table.name;
        hands
            .run(&format!(
                "CREATE TEMP TABLE one_{name} AS SELECT * FROM {name} WHERE stream_id = {of}"
            ))
            .await;
    }
    let id = match hands.engine() {
        Engine::Sqlite => "BLOB",
        Engine::Postgres => "UUID",
    };
    hands
        .run(&format!(
            "CREATE TEMP TABLE copies (id {id} NOT NULL PRIMARY KEY, person {id}, name TEXT, days BIGINT);
             CREATE TEMP TABLE found_by (id {id} NOT NULL, term TEXT)"
        ))
        .await;
    let mut dice = Dice(7);
    for from in (0..accounts).step_by(COPIES_AT_ONCE) {
        let to = (from + COPIES_AT_ONCE).min(accounts);
        hands.run("BEGIN").await;
        hands
            .run(&copies(hands.engine(), from..to, &mut dice))
            .await;
        for table in &tables {
            hands.run(&copy(table)).await;
        }
        hands
            .run("DELETE FROM copies; DELETE FROM found_by; COMMIT")
            .await;
    }
    if hands.engine() == Engine::Postgres {
        // As the server does by itself after a while.
        hands.run("VACUUM ANALYZE").await;
    }
    hands.close().await;
}

fn literal(engine: Engine, id: Uuid) -> String {
    match engine {
        Engine::Sqlite => format!("X'{}'", id.simple()),
        Engine::Postgres => format!("CAST('{id}' AS UUID)"),
    }
}

/// Who they are, in the order of their ids.
fn copies(engine: Engine, which: std::ops::Range<usize>, dice: &mut Dice) -> String {
    let (mut rows, mut terms) = (Vec::new(), Vec::new());
    for nth in which {
        let id = Uuid::from_u64_pair((nth as u64 + 1) << 40 | dice.next() >> 24, dice.next());
        let (id, name) = (literal(engine, id), name(nth));
        let (person, days) = (literal(engine, person(nth).uuid()), dice.throw(365));
        for term in Query::parse(&name).terms {
            terms.push(format!("({id}, '{term}')"));
        }
        rows.push(format!("({id}, {person}, '{name}', {days})"));
    }
    let mut sql = String::new();
    let _ = write!(
        sql,
        "INSERT INTO copies VALUES {}; INSERT INTO found_by VALUES {}",
        rows.join(", "),
        terms.join(", ")
    );
    sql
}

/// All of the rows of that table, once for each of them.
fn copy(table: &Table) -> String {
    let name = table.name;
    if name == "terms" {
        return format!(
            "INSERT INTO terms SELECT id, '{}', term FROM found_by",
            "account"
        );
    }
    let names = table.names();
    let taken: Vec<_> = names.iter().map(|column| taken(name, column)).collect();
    let (names, taken) = (names.join(", "), taken.join(", "));
    format!("INSERT INTO {name} ({names}) SELECT {taken} FROM copies c CROSS JOIN one_{name} t")
}

fn taken(table: &str, column: &str) -> String {
    match (table, column) {
        (_, "stream_id") => "c.id".to_owned(),
        ("accounts", "name") => "c.name".to_owned(),
        ("accounts" | "matters", "owner_id") => "c.person".to_owned(),
        ("dues", "person_id") => {
            "CASE WHEN t.person_id IS NULL THEN NULL ELSE c.person END".to_owned()
        }
        ("dues", "at") => "t.at + c.days * 86400000000".to_owned(),
        (_, "on_day" | "next_news" | "next_due" | "silent_since" | "pressing") => {
            format!("t.{column} + c.days")
        }
        _ => format!("t.{column}"),
    }
}
