//! The server's half of reading an account.

use domain::entry::Audience;
use domain::ids::AccountId;
use domain::time::{Timestamp, Zone};
use http::StatusCode;
use ledger::{Ledger, LedgerError, TimelinePlace};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::account::{CuentaNow, CuentaPage, Older, Place};
use super::counted_server::{around, reasons};
use super::people;
use super::visit::{visit, visitor};

const ROWS: u32 = 50;
/// More than this at once is read page by page.
const NEW_ROWS: u32 = 500;

/// Whoever serves customers reads these.
const AUDIENCES: [Audience; 2] = [Audience::Service, Audience::Customer];

pub(super) async fn cuenta(
    id: AccountId,
    before: Option<Place>,
) -> Result<Option<CuentaPage>, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let Some(page) = ledger
        .account_page(id, &AUDIENCES, ROWS)
        .await
        .map_err(failed)?
    else {
        if let Some(response) = use_context::<ResponseOptions>() {
            response.set_status(StatusCode::NOT_FOUND);
        }
        return Ok(None);
    };
    let house = ledger.house().await.map_err(failed)?;
    let store = page.account.head.as_ref().map(|head| head.store);
    let zone = store.map_or_else(Zone::utc, |store| house.zone(store));
    let timeline = match before {
        None => page.timeline,
        Some(place) => {
            let place = at(place);
            ledger
                .timeline(id, &AUDIENCES, Some(place), ROWS)
                .await
                .map_err(failed)?
        }
    };
    let reasons = reasons(&ledger, &house, &page.account).await?;
    Ok(Some(CuentaPage {
        now: CuentaNow {
            reasons,
            version: timeline.version,
            rows: timeline.rows,
            words: page.words,
            account: page.account,
        },
        older: timeline.older.map(place),
        people: people::names(&ledger, &house).await?,
        owners: people::owners(&house),
        viewer: visitor.person,
        roles: house.roles(visitor.person).to_vec(),
        as_of: visit.now,
        today: zone.date(visit.now),
        zone: around(&zone, visit.now),
        house: house.version,
        tax_rate: house.settings.tax_rate.to_string().replace('.', ","),
        currency: house.currency.code().to_owned(),
    }))
}

pub(super) async fn since(id: AccountId, version: u64) -> Result<Option<CuentaNow>, ServerFnError> {
    visitor()?;
    let ledger = expect_context::<Ledger>();
    let fresh = ledger
        .rows_after(id, &AUDIENCES, version, NEW_ROWS)
        .await
        .map_err(failed)?;
    let Some(page) = ledger
        .account_page(id, &AUDIENCES, 1)
        .await
        .map_err(failed)?
    else {
        return Ok(None);
    };
    let named = fresh.matters();
    let account = ledger
        .account(id, &named)
        .await
        .map_err(failed)?
        .unwrap_or(page.account);
    let house = ledger.house().await.map_err(failed)?;
    Ok(Some(CuentaNow {
        reasons: reasons(&ledger, &house, &account).await?,
        words: page.words,
        rows: fresh.rows,
        version: fresh.version,
        account,
    }))
}

pub(super) async fn before(id: AccountId, from: Place) -> Result<Older, ServerFnError> {
    visitor()?;
    let ledger = expect_context::<Ledger>();
    let timeline = ledger
        .timeline(id, &AUDIENCES, Some(at(from)), ROWS)
        .await
        .map_err(failed)?;
    Ok(Older {
        rows: timeline.rows,
        older: timeline.older.map(place),
    })
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

/// Told once, here; the person sees that it failed and what to do.
pub(super) fn failed(error: LedgerError) -> ServerFnError {
    tracing::error!(%error, "a read failed");
    ServerFnError::new("read")
}
