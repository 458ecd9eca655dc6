//! The server's half of reading the list.

use domain::house::House;
use domain::ids::AccountId;
use domain::search::Query;
use domain::time::{Date, Timestamp};
use ledger::{AccountRow, Facets, Ledger, ListPlace, Silence, Whose, Words};
use leptos::prelude::*;

use super::failed_server::failed;
use super::list::{ClienteRow, ClientesAsked, ClientesHouse, ClientesPage};
use super::people;
use super::visit::{visit, visitor};

const ROWS: u32 = 50;

pub(super) async fn clientes(asked: ClientesAsked) -> Result<ClientesPage, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let facets = Facets {
        whose: if asked.mine {
            Whose::Of(visitor.person)
        } else {
            Whose::Anyones
        },
        store: asked.store,
        silence: if asked.silent {
            Silence::Only
        } else {
            Silence::Any
        },
    };
    let after = asked.after.as_deref().and_then(place);
    let query = Query::parse(&asked.words);
    let list = ledger
        .search(&query, facets, after, ROWS)
        .await
        .map_err(failed)?;
    let house = &visitor.house;
    let words = ledger.house_words(house).await.map_err(failed)?;
    Ok(ClientesPage {
        rows: list
            .rows
            .into_iter()
            .map(|one| row(one, house, &words))
            .collect(),
        more: list
            .more
            .map(|place| format!("{}.{}", place.at, place.account)),
        today: today(house, visit.now),
    })
}

pub(super) async fn house() -> Result<ClientesHouse, ServerFnError> {
    let visitor = visitor()?;
    let ledger = expect_context::<Ledger>();
    let house = &visitor.house;
    let mut owners = people::names(&ledger, house).await?;
    let serving = people::owners(house);
    owners.retain(|person, _| serving.contains(person));
    let stores = house.stores.iter();
    Ok(ClientesHouse {
        stores: stores
            .map(|(id, store)| (*id, store.name.clone()))
            .collect(),
        owners,
        viewer: visitor.person,
        may_open: visitor.roles().iter().any(|role| role.is_service()),
        version: house.version,
    })
}

fn row(row: AccountRow, house: &House, words: &Words) -> ClienteRow {
    let owner = house.people.get(&row.owner);
    let owner = owner.and_then(|person| words.get(&person.name.id));
    ClienteRow {
        id: row.account,
        kind: row.kind,
        name: row.name,
        tax_id: row.tax_id,
        owner: owner.cloned().unwrap_or_default(),
        next_news: row.next_news,
        silent_since: row.silent_since,
        open_matters: row.open_matters,
        open_claims: row.open_claims,
    }
}

pub(super) fn today(house: &House, now: Timestamp) -> Date {
    let first = house.stores.values().next();
    first.map_or_else(|| now.utc().date(), |store| store.zone.date(now))
}

fn place(written: &str) -> Option<ListPlace> {
    let (at, account) = written.split_once('.')?;
    Some(ListPlace {
        at: at.parse().ok()?,
        account: account.parse::<AccountId>().ok()?,
    })
}
