//! Honouring on a claim: the word is taken as broken, confirmed, and made good by a day that the customer is told.
//! What was invoiced beyond the promised price is frozen and credited; they pay what was promised.
//! It refuses to ask who is right: that is found out afterwards.

use super::{Deed, Stop, alerts, missing, promises};
use crate::account::{MatterState, Order, PromiseStage, RemedyKind, Terms};
use crate::context::Role;
use crate::deadline::Bearer;
use crate::entry::{Audience, MatterRef};
use crate::fact::{Fact, FoundBy};
use crate::ids::MatterId;
use crate::money::Money;
use crate::time::Date;

/// What honouring gives.
struct Given {
    pay_now: Option<Money>,
    frozen: Option<Money>,
    kind: RemedyKind,
    bearer: Bearer,
}

pub(super) fn honour(
    deed: &mut Deed<'_>,
    word: MatterRef,
    lines: &[u16],
    claim: MatterId,
    invoiced: Option<Money>,
) -> Result<(), Stop> {
    let given = given(deed, word.id, invoiced)?;
    for broken in broken(deed, word.id, lines, claim)? {
        deed.happens(Some(word), Audience::Customer, broken);
    }
    let honoured = Fact::Honoured {
        claim: Some(claim),
        pay_now: given.pay_now,
        frozen: given.frozen,
    };
    deed.happens(Some(word), Audience::Customer, honoured);
    let remedies = deed
        .matter(word.id)?
        .amends()
        .map_or(0, |amends| amends.remedies.len());
    let owed = Fact::RemedyOwed {
        remedy: u16::try_from(remedies).unwrap_or(u16::MAX),
        remedy_kind: given.kind,
        amount: given.frozen,
        bearer: given.bearer,
        by: deed.clock.remedy_day(deed.today()),
        what: None,
    };
    deed.happens(Some(word), Audience::Customer, owed);
    alerts::alert(deed, word, given.frozen);
    Ok(())
}

/// The day on which customer, seller and service director meet, where there is one.
pub(super) fn meet(deed: &mut Deed<'_>, word: MatterRef, on: Option<Date>) {
    if let Some(on) = on {
        deed.happens(Some(word), Audience::Customer, Fact::HearingSet { on });
    }
}

/// The break that the claim tells of; none where the house had found it itself and not yet honoured it.
fn broken(
    deed: &Deed<'_>,
    word: MatterId,
    lines: &[u16],
    claim: MatterId,
) -> Result<Vec<Fact>, Stop> {
    let (found_by, today) = (FoundBy::Claim(claim), deed.today());
    Ok(match &deed.matter(word)?.state {
        MatterState::Promise(promise) if promise.stage == PromiseStage::Broken => Vec::new(),
        MatterState::Promise(promise) => vec![Fact::PromiseBroken {
            found_by,
            foreseen: promises::foreseen(promise, today),
            note: None,
        }],
        MatterState::Order(order) => {
            let lines = missing::untold(order, claimed(order, lines));
            missing::facts(order, &lines, today, found_by, None)
        }
        MatterState::Claim(_) | MatterState::Investigation(_) => Vec::new(),
    })
}

/// The lines named; where none is, all that wait, and where none waits, all.
fn claimed(order: &Order, named: &[u16]) -> Vec<u16> {
    let waiting: Vec<u16> = order.waiting().map(|(number, _)| number).collect();
    match (named, waiting.is_empty()) {
        ([], true) => (0..).zip(&order.lines).map(|(number, _)| number).collect(),
        ([], false) => waiting,
        (named, _) => named.to_vec(),
    }
}

fn given(deed: &Deed<'_>, word: MatterId, invoiced: Option<Money>) -> Result<Given, Stop> {
    let billing = Bearer::Role(Role::Logistics);
    let plain = |kind, bearer| Given {
        pay_now: None,
        frozen: None,
        kind,
        bearer,
    };
    Ok(match &deed.matter(word)?.state {
        MatterState::Promise(promise) => match promise.terms {
            Terms::Price { .. } | Terms::Discount { .. } | Terms::Payment { .. } => {
                let asked = promise.wrongly_invoiced(invoiced);
                // Where nobody knows of an invoice, they pay what was promised.
                let promised = promise.terms.price().map(|price| price.gross);
                let kind = match asked.frozen {
                    Some(_) => RemedyKind::Credit,
                    None => RemedyKind::InvoiceCorrection,
                };
                Given {
                    pay_now: asked.pay_now.or(promised),
                    frozen: asked.frozen,
                    ..plain(kind, billing)
                }
            }
            Terms::Delivery { .. } => plain(RemedyKind::Delivery, Bearer::Owner),
            Terms::Other => plain(RemedyKind::Service, Bearer::Owner),
        },
        MatterState::Order(order) if order.is_running() => {
            plain(RemedyKind::Delivery, Bearer::Owner)
        }
        _ => plain(RemedyKind::Service, Bearer::Owner),
    })
}
