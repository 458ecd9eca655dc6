//! What an account page is counted with: the house each date came from, and the store's zone around today.

use std::sync::Arc;

use domain::account::{Account, AccountKind, Matter};
use domain::deadline::Due;
use domain::house::House;
use domain::ids::StoreId;
use domain::owed::{self, OwedRow, Reason, owed, why};
use domain::time::{Timestamp, Zone};
use ledger::Ledger;
use leptos::prelude::*;

use super::failed_server::failed;

/// Why each step that an account owes has its date.
pub(super) async fn reasons(
    ledger: &Ledger,
    house: &House,
    account: &Account,
) -> Result<Vec<(OwedRow, Reason)>, ServerFnError> {
    let mut reasons = Vec::new();
    for row in owed(account.open()) {
        let then = counted_with(ledger, house, &row.due).await?;
        let reason = why(&row, account, then.as_deref().unwrap_or(house));
        reasons.extend(reason.map(|reason| (row, reason)));
    }
    Ok(reasons)
}

/// Why one step of a matter has its date, by the calendar of that store and for that kind of customer.
pub(super) async fn reason(
    ledger: &Ledger,
    house: &House,
    due: &Due,
    matter: &Matter,
    of: (StoreId, AccountKind),
) -> Result<Reason, ServerFnError> {
    let then = counted_with(ledger, house, due).await?;
    let then = then.as_deref().unwrap_or(house);
    Ok(owed::reason(due, Some(matter), of, then))
}

/// The house its date was counted with, which the ledger reads once; none where it is the one at hand.
async fn counted_with(
    ledger: &Ledger,
    house: &House,
    due: &Due,
) -> Result<Option<Arc<House>>, ServerFnError> {
    match due.deadline.house_version {
        version if version == house.version => Ok(None),
        version => ledger.house_at(version).await.map_err(failed),
    }
}

const YEAR_S: i64 = 366 * 86_400;

/// The zone's table, as far as a page's dates go: twelve years back, three on.
pub(super) fn around(zone: &Zone, now: Timestamp) -> Zone {
    let now_s = now.micros() / 1_000_000;
    let (from, to) = (now_s - 12 * YEAR_S, now_s + 3 * YEAR_S);
    let begins = Timestamp::from_micros(from.saturating_mul(1_000_000));
    let near = zone
        .transitions()
        .iter()
        .filter(|one| one.from_utc_s > from && one.from_utc_s < to);
    let table = std::iter::once((i64::MIN, zone.offset_s(begins)))
        .chain(near.map(|one| (one.from_utc_s, one.offset_s)))
        .collect();
    Zone::new(zone.name.clone(), table).unwrap_or_else(|_| zone.clone())
}
