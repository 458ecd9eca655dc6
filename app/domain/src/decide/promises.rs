//! A promise from the word given to its end.
//! The house cannot take its word back: only the customer releases it.

use super::accounts::{is_known, works_here};
use super::words::said;
use super::{Deed, Stop, orders};
use crate::account::{
    AccountKind, MatterState, Promise, PromiseSource, PromiseStage, Reduction, Span, Terms,
};
use crate::command::AccountCommand as Ask;
use crate::entry::{Audience, MatterRef};
use crate::fact::{Fact, FoundBy};
use crate::house::Pack;
use crate::ids::MatterId;
use crate::money::TaxBasis;
use crate::refusal::{Refusal, Why};
use crate::text::Text;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::MakePromise {
            terms,
            what,
            span,
            by,
            to,
            channel,
            order,
        } => {
            hold(deed, terms, *span)?;
            not_past(deed, terms)?;
            if matches!(terms, Terms::Other)
                && what.as_ref().is_none_or(|what| what.body.trim().is_empty())
            {
                return Err(Refusal::of("what", Why::Missing).into());
            }
            is_known(deed, *to)?;
            by.map_or(Ok(()), |by| works_here(deed, by, "by"))?;
            let id = deed.new_matter();
            let matter = match order {
                Some(order) => deed.matter(*order)?.reference.child(id),
                None => MatterRef::root(id),
            };
            let made = Fact::PromiseMade {
                terms: *terms,
                what: what.as_ref().map(Text::reference),
                span: *span,
                by: by.or(deed.cx.actor.person()),
                to: *to,
                channel: *channel,
                source: PromiseSource::Recorded,
            };
            deed.happens(Some(matter), Audience::Customer, made);
            Ok(())
        }
        Ask::ConfirmPromise { matter, note } => {
            let (reference, promise) = promise(deed, *matter)?;
            stage(promise, &[PromiseStage::Made])?;
            let note = note.as_ref().map(Text::reference);
            deed.happens(
                Some(reference),
                Audience::Customer,
                Fact::PromiseConfirmed { note },
            );
            Ok(())
        }
        Ask::AmendPromise {
            matter,
            terms,
            consent,
        } => amend(deed, *matter, terms, consent),
        Ask::KeepPromise { matter, evidence } => {
            said(evidence, "evidence", Why::NoEvidence)?;
            let (reference, promise) = promise(deed, *matter)?;
            stage(
                promise,
                &[
                    PromiseStage::Made,
                    PromiseStage::Confirmed,
                    PromiseStage::Honoured,
                ],
            )?;
            let evidence = evidence.reference();
            deed.happens(
                Some(reference),
                Audience::Customer,
                Fact::PromiseKept { evidence },
            );
            Ok(())
        }
        Ask::ReleasePromise { matter, consent } => {
            said(consent, "consent", Why::HouseCannotWithdraw)?;
            let (reference, promise) = promise(deed, *matter)?;
            stage(
                promise,
                &[
                    PromiseStage::Made,
                    PromiseStage::Confirmed,
                    PromiseStage::Broken,
                    PromiseStage::Honoured,
                ],
            )?;
            let consent = consent.reference();
            deed.happens(
                Some(reference),
                Audience::Customer,
                Fact::PromiseReleased { consent },
            );
            Ok(())
        }
        Ask::ReportBroken {
            matter,
            lines,
            note,
        } => {
            if matches!(deed.open(*matter)?.state, MatterState::Order(_)) {
                return orders::missed(deed, *matter, lines, FoundBy::House);
            }
            let (reference, promise) = promise(deed, *matter)?;
            stage(
                promise,
                &[
                    PromiseStage::Made,
                    PromiseStage::Confirmed,
                    PromiseStage::Honoured,
                ],
            )?;
            let note = note.as_ref().map(Text::reference);
            let broken = Fact::PromiseBroken {
                found_by: FoundBy::House,
                note,
            };
            deed.happens(Some(reference), Audience::Service, broken);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// What every promise must say, whoever tells of it.
pub(super) fn hold(deed: &Deed<'_>, terms: &Terms, span: Span) -> Result<(), Stop> {
    let consumer = deed.head()?.kind == AccountKind::Consumer;
    match terms {
        Terms::Price { amount, tax, .. } => {
            if amount.minor <= 0 {
                return Err(Refusal::of("amount", Why::NotPositive).into());
            }
            let excluded = matches!(tax, TaxBasis::Excluded(_));
            if excluded && consumer && deed.cx.house.pack == Pack::Es {
                return Err(Refusal::of("tax", Why::TaxExcludedToConsumer).into());
            }
        }
        Terms::Discount { reduction } => {
            let positive = match reduction {
                Reduction::Percent(rate) => rate.0 > 0,
                Reduction::Amount(amount) => amount.minor > 0,
            };
            if !positive {
                return Err(Refusal::of("reduction", Why::NotPositive).into());
            }
        }
        Terms::Delivery { .. } | Terms::Other => {}
    }
    match span {
        Span::Standing { until: Some(until) } if until < deed.today() => {
            Err(Refusal::of("until", Why::EndsBeforeItBegins).into())
        }
        _ => Ok(()),
    }
}

fn not_past(deed: &Deed<'_>, terms: &Terms) -> Result<(), Stop> {
    match terms {
        Terms::Delivery { date, .. } if *date < deed.today() => {
            Err(Refusal::of("date", Why::InThePast).into())
        }
        _ => Ok(()),
    }
}

fn promise<'d>(deed: &'d Deed<'_>, matter: MatterId) -> Result<(MatterRef, &'d Promise), Stop> {
    let open = deed.open(matter)?;
    match &open.state {
        MatterState::Promise(promise) => Ok((open.reference, promise)),
        _ => Err(Refusal::of("matter", Why::NotInThisState).into()),
    }
}

fn stage(promise: &Promise, may: &[PromiseStage]) -> Result<(), Stop> {
    if may.contains(&promise.stage) {
        return Ok(());
    }
    Err(Refusal::of("matter", Why::NotInThisState).into())
}

/// Terms change only with the customer's recorded consent, and stay of their kind.
fn amend(deed: &mut Deed<'_>, matter: MatterId, terms: &Terms, consent: &Text) -> Result<(), Stop> {
    said(consent, "consent", Why::LowersWhatWasShown)?;
    let (reference, promise) = promise(deed, matter)?;
    stage(
        promise,
        &[
            PromiseStage::Made,
            PromiseStage::Confirmed,
            PromiseStage::Honoured,
        ],
    )?;
    if promise.terms.code() != terms.code() {
        return Err(Refusal::of("terms", Why::NotInThisState).into());
    }
    let span = promise.span;
    hold(deed, terms, span)?;
    not_past(deed, terms)?;
    let amended = Fact::PromiseAmended {
        terms: *terms,
        consent: consent.reference(),
    };
    deed.happens(Some(reference), Audience::Customer, amended);
    Ok(())
}
