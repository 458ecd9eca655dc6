//! The server's half of reading what is owed.

use domain::house::House;
use ledger::{Ledger, OwedPlace, OwedRow};
use leptos::prelude::*;

use super::counted_server::reason;
use super::failed_server::failed;
use super::list_server::today;
use super::owed::{HoyPage, HoyRow, OnWhat};
use super::visit::{visit, visitor};

const ROWS: u32 = 50;

pub(super) async fn hoy(after: Option<String>) -> Result<HoyPage, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let after = after.as_deref().and_then(place);
    let owed = ledger
        .owed(visitor.person, visitor.roles(), after, ROWS)
        .await
        .map_err(failed)?;
    let mut rows = Vec::with_capacity(owed.rows.len());
    for one in owed.rows {
        rows.push(row(&ledger, &visitor.house, one).await?);
    }
    Ok(HoyPage {
        rows,
        more: owed.more.map(written),
        today: today(&visitor.house, visit.now),
    })
}

async fn row(ledger: &Ledger, house: &House, row: OwedRow) -> Result<HoyRow, ServerFnError> {
    let of = (row.store, row.kind);
    Ok(HoyRow {
        reason: reason(ledger, house, &row.due, &row.matter, of).await?,
        account: row.account,
        matter: row.matter.reference.id,
        on_what: OnWhat::from(&row.matter),
        name: row.name,
        due: row.due,
    })
}

/// `2026-06-15.account.matter.0`.
fn written(place: OwedPlace) -> String {
    let OwedPlace {
        on,
        account,
        matter,
        n,
    } = place;
    format!("{on}.{account}.{matter}.{n}")
}

fn place(written: &str) -> Option<OwedPlace> {
    let mut parts = written.split('.');
    Some(OwedPlace {
        on: parts.next()?.parse().ok()?,
        account: parts.next()?.parse().ok()?,
        matter: parts.next()?.parse().ok()?,
        n: parts.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use domain::ids::{AccountId, MatterId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let there = OwedPlace {
            on: domain::time::Date::default(),
            account: AccountId::from_uuid(Uuid::from_u128(7)),
            matter: MatterId::from_uuid(Uuid::from_u128(8)),
            n: 3,
        };
        assert_eq!(place(&written(there)), Some(there));
        for other in ["", "mañana", "2026-06-15.x.y.0", "2026-06-15"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}
