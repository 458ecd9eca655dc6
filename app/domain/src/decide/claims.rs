//! A claim is taken in and, when it tells of a promise and its contact is believed, honoured in the same commit. No
//! role, setting or history stands in front of it. Investigations will hang beside this one.

use super::accounts::is_known;
use super::words::said;
use super::{Deed, Stop, honouring, promises};
use crate::account::{ClaimKind, MatterState, PointAnswer, PromiseSource, Resolution, Span, Terms};
use crate::command::{About, AccountCommand as Ask, NewAnswer};
use crate::entry::{Audience, MatterRef};
use crate::fact::Fact;
use crate::ids::{ContactId, MatterId, PersonId};
use crate::key::{Handed, Key, Link};
use crate::refusal::{Refusal, Why};
use crate::text::{Text, TextRef};

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
        handed,
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
    let handed = handed.as_ref().map(readable).transpose()?;
    let claim = deed.new_matter();
    let word = the_word(deed, about, *claim_kind)?;
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
        handed,
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
        Some(word) if believed && is_promised(about, *claim_kind) => {
            honouring::honour(deed, word.matter, &word.lines, claim, *invoiced)
        }
        _ => Ok(()),
    }
}

/// A key that nobody could say again, or a link that leads nowhere, is handed to nobody.
fn readable(handed: &Handed<Text>) -> Result<Handed<TextRef>, Stop> {
    let is_readable =
        Key::read(&handed.key.body).is_ok() && Link::read(&handed.link.body).is_some();
    if !is_readable {
        return Err(Refusal::whole(Why::BrokenForm).into());
    }
    Ok(Handed {
        key: handed.key.reference(),
        link: handed.link.reference(),
    })
}

/// A claim that points to a promise is about one, whatever it is called; any other, by its kind.
const fn is_promised(about: &About, kind: ClaimKind) -> bool {
    match about {
        About::Promise { .. } | About::Unrecorded { .. } => true,
        About::Order { .. } | About::Nothing => kind.is_about_a_promise(),
    }
}

/// The matter a claim tells of.
struct Word {
    matter: MatterRef,
    lines: Vec<u16>,
    unrecorded: Option<(Terms, Option<Text>, Span, Option<PersonId>)>,
}

fn the_word(deed: &mut Deed<'_>, about: &About, kind: ClaimKind) -> Result<Option<Word>, Stop> {
    match about {
        About::Promise { matter } => recorded(deed, *matter, &[]).map(Some),
        About::Order { matter, lines } => recorded(deed, *matter, lines).map(Some),
        About::Unrecorded {
            terms,
            what,
            span,
            by,
        } => {
            // Believed first: neither a last day behind us, nor a price without its tax, nor a seller who left.
            promises::is_something(terms)?;
            by.map_or(Ok(()), |by| promises::is_of_the_house(deed, by))?;
            Ok(Some(unrecorded(deed, *terms, what.clone(), *span, *by)))
        }
        // They cannot say which: what they say is the record.
        About::Nothing if kind.is_about_a_promise() => Ok(Some(unrecorded(
            deed,
            Terms::Other,
            None,
            Span::Single,
            None,
        ))),
        About::Nothing => Ok(None),
    }
}

fn recorded(deed: &Deed<'_>, matter: MatterId, lines: &[u16]) -> Result<Word, Stop> {
    let one = deed.matter(matter)?;
    let is_there = |line: &u16| match &one.state {
        MatterState::Order(order) => usize::from(*line) < order.lines.len(),
        MatterState::Promise(_) | MatterState::Claim(_) => true,
    };
    if matches!(one.state, MatterState::Claim(_)) {
        return Err(Refusal::of("about", Why::NotInThisState).into());
    }
    if !lines.iter().all(is_there) {
        return Err(Refusal::of("lines", Why::NoSuchLine).into());
    }
    Ok(Word {
        matter: one.reference,
        lines: lines.to_vec(),
        unrecorded: None,
    })
}

fn unrecorded(
    deed: &mut Deed<'_>,
    terms: Terms,
    what: Option<Text>,
    span: Span,
    by: Option<PersonId>,
) -> Word {
    Word {
        matter: MatterRef::root(deed.new_matter()),
        lines: Vec::new(),
        unrecorded: Some((terms, what, span, by)),
    }
}

/// As of the day it was said.
fn is_believed(deed: &Deed<'_>, contact: ContactId) -> bool {
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
            let field = format!("answer.{place}.resolution");
            return Err(Refusal::of(field, Why::PointNotAnswered).into());
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
        let field = format!("answer.{}.resolution", claim.points.len());
        return Err(Refusal::of(field, Why::NotAChoice).into());
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
