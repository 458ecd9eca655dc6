//! The server's half of reading records: of whoever is not directed by the viewer, nothing is read.

use domain::account::MatterState;
use domain::ids::PersonId;
use domain::record::{RecordKind, directed, is_seen};
use http::StatusCode;
use ledger::{Ledger, RecordPlace, RecordRow};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::failed_server::failed;
use super::list_server::today;
use super::people;
use super::registro::{RegistroPage, RegistroRead, RegistroRow};
use super::visit::{visit, visitor};
use crate::words::{Tongue, matters};

const ROWS: u32 = 50;

pub(super) async fn registro(
    person: PersonId,
    kind: Option<String>,
    after: Option<String>,
) -> Result<RegistroRead, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let house = &visitor.house;
    if !is_seen(house, visitor.person, person) {
        if let Some(response) = use_context::<ResponseOptions>() {
            response.set_status(StatusCode::FORBIDDEN);
        }
        return Ok(RegistroRead::NotTheirs);
    }
    let ledger = expect_context::<Ledger>();
    let kind = kind.as_deref().and_then(RecordKind::from_code);
    let kind = kind.unwrap_or(RecordKind::Made);
    let known = ledger.record_counts(person).await.map_err(failed)?;
    let count = |kind| {
        let count = known.iter().find(|(one, _)| *one == kind);
        (kind, count.map_or(0, |(_, count)| *count))
    };
    let after = after.as_deref().and_then(place);
    let list = ledger.record(person, kind, after, ROWS).await;
    let list = list.map_err(failed)?;
    let mut names = people::names(&ledger, house).await?;
    Ok(RegistroRead::Seen(Box::new(RegistroPage {
        person,
        name: names.remove(&person).unwrap_or_default(),
        is_own: visitor.person == person,
        counts: RecordKind::ALL.map(count).into(),
        kind,
        rows: list.rows.into_iter().map(row).collect(),
        more: list.more.map(written),
        today: today(house, visit.now),
    })))
}

pub(super) async fn equipo() -> Result<Vec<(PersonId, String)>, ServerFnError> {
    let visitor = visitor()?;
    let ledger = expect_context::<Ledger>();
    let names = people::names(&ledger, &visitor.house).await?;
    let people = directed(&visitor.house, visitor.person).into_iter();
    let named = people.filter_map(|person| Some((person, names.get(&person)?.clone())));
    let mut named: Vec<_> = named.collect();
    named.sort_by_key(|(person, name)| (name.to_lowercase(), *person));
    Ok(named)
}

fn row(row: RecordRow) -> RegistroRow {
    let promise = match &row.matter.state {
        MatterState::Investigation(_) => None,
        _ => Some(matters::title(Tongue::Es, &row.matter, &row.words)),
    };
    let said = row.said.map(|said| row.words.get(&said).cloned());
    RegistroRow {
        account: row.account,
        name: row.name,
        matter: row.matter.reference.id,
        promise,
        said: said.map(Option::unwrap_or_default),
        on: row.on,
    }
}

/// `2026-06-15.account.12`.
fn written(place: RecordPlace) -> String {
    let RecordPlace {
        on,
        account,
        version,
    } = place;
    format!("{on}.{account}.{version}")
}

fn place(written: &str) -> Option<RecordPlace> {
    let mut parts = written.split('.');
    Some(RecordPlace {
        on: parts.next()?.parse().ok()?,
        account: parts.next()?.parse().ok()?,
        version: parts.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use domain::ids::AccountId;
    use domain::time::Date;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let there = RecordPlace {
            on: Date::default(),
            account: AccountId::from_uuid(Uuid::from_u128(7)),
            version: 12,
        };
        assert_eq!(place(&written(there)), Some(there));
        for other in ["", "hoy", "2026-06-15.x.1", "2026-06-15"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}
