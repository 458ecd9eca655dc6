//! What an account page is counted with: the house each date came from, and the store's zone around today.

use domain::account::Account;
use domain::house::House;
use domain::owed::{OwedRow, Reason, owed, why};
use domain::time::{Timestamp, Zone};
use ledger::Ledger;
use leptos::prelude::*;

use super::failed_server::failed;

/// Each with the house it was counted with, which the ledger reads once.
pub(super) async fn reasons(
    ledger: &Ledger,
    house: &House,
    account: &Account,
) -> Result<Vec<(OwedRow, Reason)>, ServerFnError> {
    let mut reasons = Vec::new();
    for row in owed(account.open()) {
        let version = row.due.deadline.house_version;
        let then = if version == house.version {
            None
        } else {
            ledger.house_at(version).await.map_err(failed)?
        };
        let reason = why(&row, account, then.as_deref().unwrap_or(house));
        reasons.extend(reason.map(|reason| (row, reason)));
    }
    Ok(reasons)
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
