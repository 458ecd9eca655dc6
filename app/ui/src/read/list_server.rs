//! The server's half of reading the list.

use domain::ids::AccountId;
use domain::search::Query;
use domain::time::Date;
use ledger::{Ledger, ListPlace, Whose};
use leptos::prelude::*;

use super::account_server::failed;
use super::list::{ClienteRow, ClientesAsked, ClientesPage};
use super::people;
use super::visit::{visit, visitor};

const ROWS: u32 = 50;

pub(super) async fn clientes(asked: ClientesAsked) -> Result<ClientesPage, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let whose = if asked.mine {
        Whose::Of(visitor.person)
    } else {
        Whose::Anyones
    };
    let after = asked.after.as_deref().and_then(place);
    let query = Query::parse(&asked.words);
    let list = ledger
        .search(&query, whose, after, ROWS)
        .await
        .map_err(failed)?;
    let house = ledger.house().await.map_err(failed)?;
    let rows = list.rows.into_iter().map(|row| ClienteRow {
        id: row.account,
        kind: row.kind,
        name: row.name,
        tax_id: row.tax_id,
        owner: row.owner,
        next_news: row.next_news,
        silent_since: row.silent_since,
        open_matters: row.open_matters,
        open_claims: row.open_claims,
    });
    let first = house.stores.values().next();
    let today: Date = first.map_or_else(
        || visit.now.utc().date(),
        |store| store.zone.date(visit.now),
    );
    Ok(ClientesPage {
        rows: rows.collect(),
        more: list
            .more
            .map(|place| format!("{}.{}", place.pressing, place.account)),
        people: people::names(&ledger, &house).await?,
        owners: people::owners(&house),
        viewer: visitor.person,
        may_open: house
            .roles(visitor.person)
            .iter()
            .any(|role| role.is_service()),
        today,
    })
}

fn place(written: &str) -> Option<ListPlace> {
    let (pressing, account) = written.split_once('.')?;
    Some(ListPlace {
        pressing: pressing.parse().ok()?,
        account: account.parse::<AccountId>().ok()?,
    })
}
