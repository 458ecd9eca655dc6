//! A claim found by its key, its link or its account, as its pages show it: what the ledger has, with the names of those
//! who answer and of nobody else.
//! It refuses to bring anything of the account but the claim and what it tells of.

use std::collections::BTreeMap;

use domain::account::MatterState;
use domain::deadline::Bearer;
use domain::ids::PersonId;
use domain::key::Link;
use domain::receipt::{ClaimStanding, Receipt};
use domain::time::{Date, Zone};
use ledger::{ClaimPage, ClaimPlace, LedgerError};
use ui::read::Recibo;
use ui::words::{matters, receipts};

use crate::paper::code;
use crate::state::App;

/// A claim as its pages need it.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) recibo: Recibo,
    pub(super) standing: ClaimStanding,
    pub(super) points: Points,
    /// The day it is at the store.
    pub(super) today: Date,
}

/// Each point: said, answered, why.
pub(super) type Points = Vec<(
    Option<String>,
    Option<domain::account::PointAnswer>,
    Option<String>,
)>;

type Found = Result<Option<Known>, LedgerError>;

/// As the address of an account's page names it.
pub(super) async fn at_account(app: &App, account: &str, claim: &str) -> Found {
    let (Ok(account), Ok(claim)) = (account.parse(), claim.parse()) else {
        return Ok(None);
    };
    at(app, ClaimPlace { account, claim }).await
}

/// By the link as it is written.
pub(super) async fn by_link(app: &App, written: &str) -> Found {
    let Some(link) = Link::read(written) else {
        return Ok(None);
    };
    let Some(place) = app.ledger.claim_by_link(link).await? else {
        return Ok(None);
    };
    at(app, place).await
}

/// At a place of the ledger.
pub(super) async fn at(app: &App, place: ClaimPlace) -> Found {
    let Some(page) = app.ledger.claim(place).await? else {
        return Ok(None);
    };
    let house = app.ledger.house().await?;
    let names = app.ledger.house_words(&house).await?;
    let name = |id: PersonId| {
        let person = house.people.get(&id)?;
        Some((id, names.get(&person.name.id)?.clone()))
    };
    let store = page.account.head.as_ref().map(|head| head.store);
    let zone = store.map_or_else(Zone::utc, |store| house.zone(store));
    let today = zone.date(app.clock.now());
    Ok(
        shown(app, &page, place, &house.name, &zone, name).map(|(recibo, standing, points)| {
            Known {
                recibo,
                standing,
                points,
                today,
            }
        }),
    )
}

fn shown(
    app: &App,
    page: &ClaimPage,
    place: ClaimPlace,
    house: &str,
    zone: &Zone,
    name: impl Fn(PersonId) -> Option<(PersonId, String)>,
) -> Option<(Recibo, ClaimStanding, Points)> {
    let receipt = Receipt::of(&page.rows, place.claim)?;
    let standing = ClaimStanding::of(&receipt, &page.account)?;
    let handed = receipt.handed.clone()?;
    let claim = page.account.matters.get(&place.claim)?;
    let MatterState::Claim(state) = &claim.state else {
        return None;
    };
    let tongue = receipts::tongue(receipt.language);
    let honoured = receipt.honoured.as_ref();
    let word = honoured.and_then(|honoured| page.account.matters.get(&honoured.word));
    let link = format!("{}/c/{}", app.config.public.origin(), handed.link);
    let words = |text: domain::text::TextRef| page.words.get(&text.id).cloned();
    let points = state.points.iter().map(|point| {
        let reasons = point.answer.and_then(|answer| answer.reasons);
        (words(point.said), point.answer, reasons.and_then(words))
    });
    let recibo = Recibo {
        about: word.map(|word| matters::title(tongue, word, &page.words)),
        owner: claim.owner,
        people: answering(&receipt, claim.owner)
            .into_iter()
            .filter_map(name)
            .collect::<BTreeMap<_, _>>(),
        house: house.to_owned(),
        wall: zone.local(receipt.happened_at),
        head: page.head.to_string(),
        version: page.version,
        code: code::code(&link)?,
        link,
        pdf: format!(
            "/clientes/{}/reclamaciones/{}/recibo.pdf",
            place.account, place.claim
        ),
        back: format!("/clientes/{}", place.account),
        receipt: receipt.clone(),
    };
    Some((recibo, standing, points.collect()))
}

/// Those whose names a receipt says.
fn answering(receipt: &Receipt, owner: PersonId) -> Vec<PersonId> {
    let remedies = receipt.honoured.iter().flat_map(|one| &one.remedies);
    let bearers = remedies.filter_map(|remedy| match remedy.bearer {
        Bearer::Person(person) => Some(person),
        Bearer::Owner | Bearer::Role(_) => None,
    });
    std::iter::once(owner).chain(bearers).collect()
}

impl Known {
    /// As whoever holds the link sees it: no address of the house's own pages stands in it.
    pub(super) fn by_its_link(mut self, written: &str) -> Self {
        self.recibo.pdf = format!("/c/{written}/recibo.pdf");
        self.recibo.back = format!("/c/{written}");
        self
    }
}
