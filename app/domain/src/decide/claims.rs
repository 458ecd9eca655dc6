//! A claim is taken in and, when it tells of a promise and its contact is believed, honoured in the same commit. No
//! role, setting or history stands in front of it. Investigations, keys and receipts will hang beside this one.

use super::accounts::{is_known, works_here};
use super::words::said;
use super::{Deed, Stop, honouring, promises};
use crate::account::{MatterState, PointAnswer, PromiseSource, Resolution, Span, Terms};
use crate::command::{About, AccountCommand as Ask, NewAnswer};
use crate::entry::{Audience, MatterRef};
use crate::fact::Fact;
use crate::ids::MatterId;
use crate::refusal::{Refusal, Why};
use crate::text::Text;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::MakeClaim { .. } => receive(deed, command),
        Ask::AnswerClaim { matter, answers } => answer(deed, *matter, answers),
        _ => Ok(()),
    }
}

fn receive(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    let Ask::MakeClaim {
        about,
        claim_kind,
        contact,
        channel,
        points,
        sought,
        language,
        invoiced,
    } = command
    else {
        return Ok(());
    };
    is_known(deed, *contact)?;
    if points.is_empty() {
        return Err(Refusal::of("point.0", Why::NoPoint).into());
    }
    for (place, point) in points.iter().enumerate() {
        said(point, &format!("point.{place}"), Why::NoPoint)?;
    }
    let currency = deed.cx.house.currency;
    if invoiced.is_some_and(|invoiced| invoiced.minor <= 0 || invoiced.currency != currency) {
        return Err(Refusal::of("invoiced", Why::NotPositive).into());
    }
    let claim = deed.new_matter();
    let word = the_word(deed, about, claim_kind.is_about_a_promise())?;
    let matter = match &word {
        Some(word) => word.matter.child(claim),
        None => MatterRef::root(claim),
    };
    let received = Fact::ClaimReceived {
        claim_kind: *claim_kind,
        contact: *contact,
        channel: *channel,
        points: points.iter().map(Text::reference).collect(),
        sought: sought.as_ref().map(Text::reference),
        language: *language,
        invoiced: *invoiced,
    };
    if let Some(Word {
        matter,
        unrecorded: Some((terms, what, span, by)),
        ..
    }) = &word
    {
        let told = Fact::PromiseMade {
            terms: *terms,
            what: what.as_ref().map(Text::reference),
            span: *span,
            by: *by,
            to: *contact,
            channel: *channel,
            source: PromiseSource::ByClaim,
        };
        deed.happens(Some(*matter), Audience::Customer, told);
    }
    deed.happens(Some(matter), Audience::Customer, received);
    let believed = contact.is_none_or(|contact| is_believed(deed, contact));
    match word {
        Some(word) if believed && word.is_promised(claim_kind.is_about_a_promise()) => {
            honouring::honour(deed, word.matter, &word.lines, claim, *invoiced)
        }
        _ => Ok(()),
    }
}

/// The matter a claim tells of.
struct Word {
    matter: MatterRef,
    lines: Vec<u16>,
    is_order: bool,
    unrecorded: Option<(Terms, Option<Text>, Span, Option<crate::ids::PersonId>)>,
}

impl Word {
    /// A claim that points to a promise is about one, whatever it is called; one that points to an order, by its kind.
    const fn is_promised(&self, by_kind: bool) -> bool {
        !self.is_order || by_kind
    }
}

fn the_word(deed: &mut Deed<'_>, about: &About, by_kind: bool) -> Result<Option<Word>, Stop> {
    let recorded = |deed: &Deed<'_>, matter: MatterId, lines: &[u16]| -> Result<Word, Stop> {
        let one = deed.matter(matter)?;
        let is_order = match &one.state {
            MatterState::Promise(_) => false,
            MatterState::Order(order) => {
                if lines
                    .iter()
                    .any(|line| usize::from(*line) >= order.lines.len())
                {
                    return Err(Refusal::of("lines", Why::NoSuchLine).into());
                }
                true
            }
            MatterState::Claim(_) => return Err(Refusal::of("matter", Why::NotInThisState).into()),
        };
        Ok(Word {
            matter: one.reference,
            lines: lines.to_vec(),
            is_order,
            unrecorded: None,
        })
    };
    match about {
        About::Promise { matter } => recorded(deed, *matter, &[]).map(Some),
        About::Order { matter, lines } => recorded(deed, *matter, lines).map(Some),
        About::Unrecorded {
            terms,
            what,
            span,
            by,
        } => {
            promises::hold(deed, terms, *span)?;
            by.map_or(Ok(()), |by| works_here(deed, by, "by"))?;
            Ok(Some(unrecorded(deed, *terms, what.clone(), *span, *by)))
        }
        // They cannot say which: what they say is the record.
        About::Nothing if by_kind => Ok(Some(unrecorded(
            deed,
            Terms::Other,
            None,
            Span::Single,
            None,
        ))),
        About::Nothing => Ok(None),
    }
}

fn unrecorded(
    deed: &mut Deed<'_>,
    terms: Terms,
    what: Option<Text>,
    span: Span,
    by: Option<crate::ids::PersonId>,
) -> Word {
    Word {
        matter: MatterRef::root(deed.new_matter()),
        lines: Vec::new(),
        is_order: false,
        unrecorded: Some((terms, what, span, by)),
    }
}

/// As of the day it was said.
fn is_believed(deed: &Deed<'_>, contact: crate::ids::ContactId) -> bool {
    let head = deed.account().head.as_ref();
    head.and_then(|head| head.contacts.get(&contact))
        .is_none_or(|contact| contact.is_believed(deed.today()))
}

/// Every point, with reasons where it is denied.
fn answer(deed: &mut Deed<'_>, matter: MatterId, answers: &[NewAnswer]) -> Result<(), Stop> {
    let open = deed.open(matter)?;
    let MatterState::Claim(claim) = &open.state else {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    };
    let reference = open.reference;
    for place in 0..claim.points.len() {
        let Some(answer) = answers.get(place) else {
            return Err(Refusal::of(format!("answer.{place}"), Why::PointNotAnswered).into());
        };
        let reasons = answer
            .reasons
            .as_ref()
            .map_or("", |reasons| reasons.body.trim());
        if answer.resolution == Resolution::Denied && reasons.is_empty() {
            return Err(
                Refusal::of(format!("answer.{place}.reasons"), Why::DenialWithoutReasons).into(),
            );
        }
    }
    if answers.len() > claim.points.len() {
        return Err(Refusal::of("answer", Why::NotAChoice).into());
    }
    let answers = answers
        .iter()
        .map(|answer| PointAnswer {
            resolution: answer.resolution,
            reasons: answer.reasons.as_ref().map(Text::reference),
        })
        .collect();
    deed.happens(
        Some(reference),
        Audience::Customer,
        Fact::ClaimAnswered { answers },
    );
    Ok(())
}
