//! A signature found by its link or at its account, as its pages show it: what was read and sealed, and how the promise
//! stands since.
//! It refuses to bring anything of the account but that promise.

use domain::account::{MatterState, Signature};
use domain::fact::Fact;
use domain::ids::AccountId;
use domain::key::Link;
use domain::text::TextRef;
use domain::time::Zone;
use ledger::{LedgerError, SignedPage, SignedPlace};
use ui::read::Firmada;

use crate::paper::code;
use crate::state::App;

pub(super) type Found = Result<Option<Firmada>, LedgerError>;

/// As the address of an account's page names it.
pub(super) async fn at_account(app: &App, account: &str, promise: &str, version: &str) -> Found {
    let place = || {
        Some(SignedPlace {
            account: account.parse().ok()?,
            promise: promise.parse().ok()?,
            version: version.parse().ok()?,
        })
    };
    match place() {
        Some(place) => at(app, place).await,
        None => Ok(None),
    }
}

/// By the link as it is written; no address of the house's own pages stands in it.
pub(super) async fn by_link(app: &App, written: &str) -> Found {
    let Some(link) = Link::read(written) else {
        return Ok(None);
    };
    let Some(place) = app.ledger.signed_by_link(link).await? else {
        return Ok(None);
    };
    let found = at(app, place).await?;
    Ok(found.map(|firmada| Firmada {
        pdf: format!("/p/{written}/recibo.pdf"),
        back: None,
        ..firmada
    }))
}

async fn at(app: &App, place: SignedPlace) -> Found {
    let Some(page) = app.ledger.signed(place).await? else {
        return Ok(None);
    };
    let house = app.ledger.house().await?;
    let store = page.account.head.as_ref().map(|head| head.store);
    let zone = store.map_or_else(Zone::utc, |store| house.zone(store));
    Ok(firmada(app, &page, place, &zone))
}

/// None once its link was erased: nobody holds it then.
fn firmada(app: &App, page: &SignedPage, place: SignedPlace, zone: &Zone) -> Option<Firmada> {
    let Fact::PromiseSigned {
        terms,
        shown,
        language,
        by,
        signature,
        link,
    } = &page.row.fact
    else {
        return None;
    };
    let said = |text: &TextRef| page.row.texts.get(&text.id).cloned();
    let matter = page.account.matters.get(&place.promise)?;
    let MatterState::Promise(promise) = &matter.state else {
        return None;
    };
    let link = format!("{}/p/{}", app.config.public.origin(), said(link)?);
    let at = format!("{}/promesas/{}", account(place.account), place.promise);
    Some(Firmada {
        language: *language,
        shown: said(shown),
        by: said(by),
        signature: match signature {
            Signature::Typed => Signature::Typed,
            Signature::Drawn(strokes) => Signature::Drawn(said(strokes)),
        },
        wall: zone.local(page.row.happened_at),
        digest: shown.digest.to_string(),
        head: page.head.to_string(),
        version: place.version,
        stage: promise.stage,
        amended: (promise.terms != *terms).then_some(promise.terms),
        today: zone.date(app.clock.now()),
        code: code::code(&link)?,
        link,
        pdf: format!("{at}/firmas/{}/recibo.pdf", place.version),
        back: Some(account(place.account)),
    })
}

fn account(id: AccountId) -> String {
    format!("/clientes/{id}")
}
