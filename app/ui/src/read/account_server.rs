//! The server's half of reading an account: one moment of the ledger an answer.

use domain::account::{Account, Matter};
use domain::entry::Audience;
use domain::ids::AccountId;
use domain::time::{Timestamp, Zone};
use http::StatusCode;
use ledger::{AccountPage, Ledger, TimelinePlace};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::account::{Answering, CuentaNow, CuentaPage, Older, Past, Place, Words};
use super::counted_server::{around, reasons};
use super::failed_server::failed;
use super::people;
use super::visit::{Visitor, visit, visitor};

const ROWS: u32 = 50;
/// More than this at once is read bit by bit.
const NEW_ROWS: u32 = 500;
/// As many as are chosen from.
const PAST_MATTERS: u32 = 100;

/// Whoever serves customers reads these.
const AUDIENCES: [Audience; 2] = [Audience::Service, Audience::Customer];

/// The page of an account that is at hand already, by context: what reading one is measured against.
#[derive(Debug, Clone)]
pub struct AtHand(pub CuentaPage);

pub(super) async fn cuenta(
    id: AccountId,
    before: Option<Place>,
    claiming: bool,
) -> Result<Option<CuentaPage>, ServerFnError> {
    if let Some(AtHand(page)) = use_context() {
        return Ok(Some(page));
    }
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let Some(mut page) = ledger
        .account_page(id, &AUDIENCES, before.map(at), ROWS)
        .await
        .map_err(failed)?
    else {
        if let Some(response) = use_context::<ResponseOptions>() {
            response.set_status(StatusCode::NOT_FOUND);
        }
        return Ok(None);
    };
    if claiming && let Some((past, words)) = closed(&ledger, id).await? {
        // What stands on the page is newer.
        for (id, matter) in past.matters {
            page.account.matters.entry(id).or_insert(matter);
        }
        page.words.extend(words);
    }
    let house = &visitor.house;
    let (zone, older) = (zone(&visitor, &page), page.timeline.older);
    Ok(Some(CuentaPage {
        now: now(&ledger, &visitor, page, visit.now).await?,
        older: older.map(place),
        people: people::names(&ledger, house).await?,
        owners: people::owners(house),
        viewer: visitor.person,
        roles: visitor.roles().to_vec(),
        as_of: visit.now,
        zone: around(&zone, visit.now),
        house: house.version,
        tax_rate: house.settings.tax_rate.to_string().replace('.', ","),
        currency: house.currency.code().to_owned(),
        answering: Answering {
            house: house.name.clone(),
            defensor: house.defensor(zone.date(visit.now)),
            bodies: house.dispute_bodies(),
        },
    }))
}

pub(super) async fn since(id: AccountId, version: u64) -> Result<Option<CuentaNow>, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let page = ledger
        .account_since(id, &AUDIENCES, version, NEW_ROWS)
        .await
        .map_err(failed)?;
    match page {
        Some(page) => now(&ledger, &visitor, page, visit.now).await.map(Some),
        None => Ok(None),
    }
}

pub(super) async fn past(id: AccountId) -> Result<Option<Past>, ServerFnError> {
    let visitor = visitor()?;
    let ledger = expect_context::<Ledger>();
    let past = closed(&ledger, id).await?;
    Ok(past.map(|(account, words)| Past {
        account: seen_by(&visitor, account),
        words,
    }))
}

async fn closed(ledger: &Ledger, id: AccountId) -> Result<Option<(Account, Words)>, ServerFnError> {
    let past = ledger.account_past(id, PAST_MATTERS).await;
    past.map_err(failed)
}

pub(super) async fn before(id: AccountId, from: Place) -> Result<Option<Older>, ServerFnError> {
    let visitor = visitor()?;
    let ledger = expect_context::<Ledger>();
    let page = ledger
        .account_before(id, &AUDIENCES, at(from), ROWS)
        .await
        .map_err(failed)?;
    Ok(page.map(|page| Older {
        account: seen_by(&visitor, page.account),
        words: page.words,
        rows: page.timeline.rows,
        older: page.timeline.older.map(place),
    }))
}

async fn now(
    ledger: &Ledger,
    visitor: &Visitor,
    page: AccountPage,
    now: Timestamp,
) -> Result<CuentaNow, ServerFnError> {
    Ok(CuentaNow {
        reasons: reasons(ledger, &visitor.house, &page.account).await?,
        today: zone(visitor, &page).date(now),
        version: page.timeline.version,
        rows: page.timeline.rows,
        words: page.words,
        account: seen_by(visitor, page.account),
    })
}

/// Of its investigations what the visitor may see.
pub(super) fn seen_by(visitor: &Visitor, mut account: Account) -> Account {
    let seen = |matter: Matter| matter.seen_by(visitor.person, visitor.roles());
    let matters = std::mem::take(&mut account.matters);
    account.matters = matters
        .into_iter()
        .map(|(id, matter)| (id, seen(matter)))
        .collect();
    account
}

/// The store's.
fn zone(visitor: &Visitor, page: &AccountPage) -> Zone {
    let store = page.account.head.as_ref().map(|head| head.store);
    store.map_or_else(Zone::utc, |store| visitor.house.zone(store))
}

fn at((happened_at, version): Place) -> TimelinePlace {
    TimelinePlace {
        happened_at: Timestamp::from_micros(happened_at),
        version,
    }
}

fn place(place: TimelinePlace) -> Place {
    (place.happened_at.micros(), place.version)
}
