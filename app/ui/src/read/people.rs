//! The people of the house, by name. Only on the server: pages carry the names they show.

use std::collections::BTreeMap;

use domain::house::House;
use domain::ids::PersonId;
use ledger::Ledger;
use leptos::prelude::*;

use super::failed_server::failed;

/// Everybody's name; whoever was erased has none.
pub(super) async fn names(
    ledger: &Ledger,
    house: &House,
) -> Result<BTreeMap<PersonId, String>, ServerFnError> {
    let words = ledger.house_words(house).await.map_err(failed)?;
    let named = house.people.iter().filter_map(|(id, person)| {
        let name = words.get(&person.name.id)?;
        Some((*id, name.clone()))
    });
    Ok(named.collect())
}

/// Who may answer for something.
pub(super) fn owners(house: &House) -> Vec<PersonId> {
    let serves = |id: &&PersonId| house.roles(**id).iter().any(|role| role.is_service());
    house.people.keys().filter(serves).copied().collect()
}
