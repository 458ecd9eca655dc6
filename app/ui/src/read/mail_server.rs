//! The server's half of reading letters.

use domain::mail::MailState;
use domain::time::{Timestamp, Zone};
use ledger::{Ledger, MailCounts, MailKey, MailPlace, MailRow};
use leptos::prelude::*;

use super::failed_server::failed;
use super::mail::{CorreoPage, CorreoRow};
use super::request::MailIsSet;
use super::visit::{Visitor, visitor};

const ROWS: u32 = 50;

pub(super) async fn correo(
    state: Option<String>,
    after: Option<String>,
) -> Result<CorreoPage, ServerFnError> {
    let visitor = visitor()?;
    let ledger = expect_context::<Ledger>();
    let counts = ledger.letter_counts().await.map_err(failed)?;
    let asked = state.as_deref().and_then(MailState::from_code);
    let state = asked.unwrap_or_else(|| pressing(counts));
    let after = after.as_deref().and_then(place);
    let list = ledger.letters(state, after, ROWS).await.map_err(failed)?;
    let reads = visitor.roles().iter().any(|role| role.is_service());
    let zone = zone(&visitor);
    let rows = list.rows.into_iter();
    Ok(CorreoPage {
        is_set: use_context::<MailIsSet>() == Some(MailIsSet(true)),
        state,
        rows: rows.map(|one| row(one, &zone, reads)).collect(),
        more: list.more.map(written),
        counts: vec![
            (MailState::Unknown, counts.unknown),
            (MailState::Failed, counts.failed),
            (MailState::Waiting, counts.waiting),
            (MailState::Handing, counts.handing),
        ],
    })
}

/// What asks for somebody comes first.
fn pressing(counts: MailCounts) -> MailState {
    match (counts.unknown, counts.failed) {
        (0, 0) => MailState::Waiting,
        (0, _) => MailState::Failed,
        _ => MailState::Unknown,
    }
}

fn row(row: MailRow, zone: &Zone, reads: bool) -> CorreoRow {
    let day = |at: Timestamp| zone.local(at).format("%d/%m/%Y %H:%M").to_string();
    let waits = row.state == MailState::Waiting && row.attempts > 0;
    CorreoRow {
        account: row.key.stream,
        command: row.key.command,
        n: row.key.n,
        letter: row.letter,
        name: Some(row.name).filter(|_| reads),
        moved: day(row.moved_at),
        next: waits.then(|| day(row.next_at)),
        attempts: row.attempts,
        hitch: row.hitch,
    }
}

fn zone(visitor: &Visitor) -> Zone {
    let house = &visitor.house;
    let store = house.active(visitor.person).and_then(|person| person.store);
    let store = store.or_else(|| house.stores.keys().next().copied());
    store.map_or_else(Zone::utc, |store| house.zone(store))
}

/// `1780905600000000.account.command.0`.
fn written(place: MailPlace) -> String {
    let MailKey { stream, command, n } = place.key;
    format!("{}.{stream}.{command}.{n}", place.moved_at.micros())
}

fn place(written: &str) -> Option<MailPlace> {
    let mut parts = written.split('.');
    Some(MailPlace {
        moved_at: Timestamp::from_micros(parts.next()?.parse().ok()?),
        key: MailKey {
            stream: parts.next()?.parse().ok()?,
            command: parts.next()?.parse().ok()?,
            n: parts.next()?.parse().ok()?,
        },
    })
}
