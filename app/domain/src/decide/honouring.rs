//! Honouring on a claim: the word is taken as broken, confirmed, and made good by a day that the customer is told.
//! What was invoiced beyond the promised price is frozen and credited; they pay what was promised.
//! It refuses to ask who is right: that is found out afterwards.

use super::{Deed, Stop};
use crate::account::{MatterState, PromiseStage, RemedyKind, Terms};
use crate::context::Role;
use crate::deadline::Bearer;
use crate::entry::{Audience, MatterRef};
use crate::fact::{Aftermath, Fact, FoundBy};
use crate::ids::MatterId;
use crate::money::Money;

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
    if let Some(broken) = broken(deed, word.id, lines, claim)? {
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
    Ok(())
}

/// The break that the claim tells of; none where the house had found it itself and not yet honoured it.
fn broken(
    deed: &Deed<'_>,
    word: MatterId,
    lines: &[u16],
    claim: MatterId,
) -> Result<Option<Fact>, Stop> {
    let found_by = FoundBy::Claim(claim);
    Ok(match &deed.matter(word)?.state {
        MatterState::Promise(promise) if promise.stage == PromiseStage::Broken => None,
        MatterState::Promise(_) => Some(Fact::PromiseBroken {
            found_by,
            note: None,
        }),
        MatterState::Order(order) => {
            let named: Vec<u16> = match lines {
                [] => order.waiting().map(|(number, _)| number).collect(),
                named => named.to_vec(),
            };
            let all = (0..).zip(&order.lines).map(|(number, _)| number);
            let lines: Vec<u16> = if named.is_empty() {
                all.collect()
            } else {
                named
            };
            let promised = lines
                .iter()
                .filter_map(|number| order.lines.get(usize::from(*number))?.due_on())
                .min()
                .unwrap_or(order.placed_on);
            Some(Fact::LinesMissed {
                lines,
                promised,
                aftermath: Aftermath::Open,
                found_by,
            })
        }
        MatterState::Claim(_) => None,
    })
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
            Terms::Price { .. } => {
                let promised = promise.terms.price().map(|price| price.gross);
                let frozen = match (invoiced, promised) {
                    (Some(invoiced), Some(promised)) => invoiced.checked_sub(promised).ok(),
                    _ => None,
                };
                match frozen.filter(|beyond| beyond.minor > 0) {
                    Some(beyond) => Given {
                        pay_now: promised,
                        frozen: Some(beyond),
                        kind: RemedyKind::Credit,
                        bearer: billing,
                    },
                    None => Given {
                        pay_now: promised,
                        ..plain(RemedyKind::InvoiceCorrection, billing)
                    },
                }
            }
            Terms::Discount { .. } => plain(RemedyKind::InvoiceCorrection, billing),
            Terms::Delivery { .. } => plain(RemedyKind::Delivery, Bearer::Owner),
            Terms::Other => plain(RemedyKind::Service, Bearer::Owner),
        },
        MatterState::Order(order) if order.is_running() => {
            plain(RemedyKind::Delivery, Bearer::Owner)
        }
        MatterState::Order(_) | MatterState::Claim(_) => plain(RemedyKind::Service, Bearer::Owner),
    })
}
