//! A promise from the word given to its end.
//! The house cannot take its word back: only the customer releases it.

use super::accounts::is_known;
use super::words::said;
use super::{Deed, Stop, invoices, missing};
use crate::account::{
    Essential, MatterState, Promise, PromiseSource, PromiseStage, Reduction, Span, Telling, Terms,
};
use crate::command::AccountCommand as Ask;
use crate::entry::{Audience, MatterRef};
use crate::fact::{Fact, Foreseen, FoundBy};
use crate::ids::{MatterId, PersonId};
use crate::money::TaxBasis;
use crate::refusal::{Refusal, Why};
use crate::rules::is_told_with_tax;
use crate::text::Text;
use crate::time::Date;

/// The stages in which a word stands and may still be kept or broken.
const STANDING: &[PromiseStage] = &[
    PromiseStage::Made,
    PromiseStage::Confirmed,
    PromiseStage::Honoured,
];

/// Those, and one whose invoice differs and has not left: only a corrected invoice keeps it.
const OPEN_TO_CHANGE: &[PromiseStage] = &[
    PromiseStage::Made,
    PromiseStage::Confirmed,
    PromiseStage::Honoured,
    PromiseStage::AtRisk,
];

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
            if order.is_some() && matches!(terms, Terms::Delivery { .. }) {
                return Err(Refusal::of("terms", Why::DateLivesOnItsLine).into());
            }
            if matches!(terms, Terms::Other)
                && what.as_ref().is_none_or(|what| what.body.trim().is_empty())
            {
                return Err(Refusal::of("what", Why::Missing).into());
            }
            is_known(deed, *to)?;
            by.map_or(Ok(()), |by| is_of_the_house(deed, by))?;
            let id = deed.new_matter();
            let matter = match order {
                Some(order) => of_order(deed, *order)?.child(id),
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
            stage(promise, STANDING)?;
            in_time(promise, deed.today())?;
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
                    PromiseStage::AtRisk,
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
                let note = note.as_ref().map(Text::reference);
                return missing::report(deed, *matter, lines, note);
            }
            let today = deed.today();
            let (reference, promise) = promise(deed, *matter)?;
            stage(promise, OPEN_TO_CHANGE)?;
            let broken = Fact::PromiseBroken {
                found_by: FoundBy::House,
                foreseen: foreseen(promise, today),
                note: note.as_ref().map(Text::reference),
            };
            deed.happens(Some(reference), Audience::Service, broken);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// What every promise must say, whoever tells of it.
pub(super) fn hold(deed: &Deed<'_>, terms: &Terms, span: Span) -> Result<(), Stop> {
    is_something(terms)?;
    if let Terms::Price { tax, .. } = terms {
        is_told(deed, *tax)?;
    }
    match span {
        Span::Standing { until: Some(until) } if until < deed.today() => {
            Err(Refusal::of("until", Why::EndsBeforeItBegins).into())
        }
        _ => Ok(()),
    }
}

/// A price is said with its tax to whom the law says so.
pub(super) fn is_told(deed: &Deed<'_>, tax: TaxBasis) -> Result<(), Stop> {
    let account = deed.head()?.kind;
    if matches!(tax, TaxBasis::Excluded(_)) && is_told_with_tax(deed.cx.house, account) {
        return Err(Refusal::of("tax", Why::TaxExcludedToConsumer).into());
    }
    Ok(())
}

/// What even a claim must say of a promise.
pub(super) fn is_something(terms: &Terms) -> Result<(), Stop> {
    let (field, is_positive) = match terms {
        Terms::Price { amount, .. } => ("amount", amount.minor > 0),
        Terms::Discount { reduction } => match reduction {
            Reduction::Percent(rate) => ("percent", rate.0 > 0),
            Reduction::Amount(amount) => ("amount", amount.minor > 0),
        },
        Terms::Payment { days } => ("days", *days > 0),
        Terms::Delivery { .. } | Terms::Other => return Ok(()),
    };
    if is_positive {
        return Ok(());
    }
    Err(Refusal::of(field, Why::NotPositive).into())
}

/// Whoever gave a word may have left since: the word stays.
pub(super) fn is_of_the_house(deed: &Deed<'_>, by: PersonId) -> Result<(), Stop> {
    if deed.cx.house.people.contains_key(&by) {
        return Ok(());
    }
    Err(Refusal::of("by", Why::NoSuchPerson).into())
}

fn of_order(deed: &Deed<'_>, order: MatterId) -> Result<MatterRef, Stop> {
    match deed.matter(order) {
        Ok(one) if matches!(one.state, MatterState::Order(_)) => Ok(one.reference),
        _ => Err(Refusal::of("order", Why::NoSuchMatter).into()),
    }
}

/// Kept needs its time: after its day a word is not kept, unless it was honoured and is made good.
fn in_time(promise: &Promise, today: Date) -> Result<(), Stop> {
    match promise.date() {
        Some(date) if date < today && promise.stage != PromiseStage::Honoured => {
            Err(Refusal::of("when", Why::DayHasPassed(date)).into())
        }
        _ => Ok(()),
    }
}

/// Whether the day it is for is still to come, or has not ended.
pub(super) fn foreseen(promise: &Promise, today: Date) -> Foreseen {
    match promise.date() {
        Some(date) if date >= today => Foreseen::Yes,
        _ => Foreseen::No,
    }
}

/// What is essential to the customer stays so under another date.
const fn as_essential(was: Terms, terms: Terms) -> Terms {
    match (was, terms) {
        (
            Terms::Delivery {
                essential: Essential::Yes,
                ..
            },
            Terms::Delivery { date, .. },
        ) => Terms::Delivery {
            date,
            essential: Essential::Yes,
        },
        _ => terms,
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
    if promise.stage == PromiseStage::Broken {
        // They choose once they know.
        if matches!(promise.amends.telling, Telling::Owed(_)) {
            return Err(Refusal::of("matter", Why::TellFirst).into());
        }
    } else {
        stage(promise, OPEN_TO_CHANGE)?;
    }
    if promise.terms.code() != terms.code() {
        return Err(Refusal::of("terms", Why::NotInThisState).into());
    }
    let (span, terms) = (promise.span, as_essential(promise.terms, *terms));
    hold(deed, &terms, span)?;
    not_past(deed, &terms)?;
    let amended = Fact::PromiseAmended {
        terms,
        consent: consent.reference(),
    };
    deed.happens(Some(reference), Audience::Customer, amended);
    invoices::compare_again(deed, reference)
}
