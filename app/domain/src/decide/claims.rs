//! A claim is taken in and, when it tells of a promise and its contact is believed, honoured in the same commit. No
//! role, setting or history stands in front of it. What becomes of it later is decided in `completing`, `mediating` and
//! `answering`; investigations, keys and receipts will hang beside this one.

use super::accounts::is_known;
use super::words::said;
use super::{Deed, Stop, honouring, investigations, promises};
use crate::account::{Belief, Claim, ClaimKind, MatterState, PromiseSource, Span, Terms};
use crate::command::{About, AccountCommand as Ask, ClaimDates};
use crate::entry::{Audience, MatterRef};
use crate::fact::Fact;
use crate::ids::{ContactId, MatterId, PersonId};
use crate::key::{Handed, Key, Link};
use crate::refusal::{Refusal, Why};
use crate::text::{Text, TextRef};

pub(super) fn receive(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    let Ask::MakeClaim {
        about,
        claim_kind,
        contact,
        channel,
        points,
        sought,
        language,
        invoiced,
        dates,
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
    plausible(deed, dates)?;
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
    if dates.happened_on.or(dates.said_on).is_some() {
        let dated = Fact::ClaimDated {
            happened_on: dates.happened_on,
            said_on: dates.said_on,
        };
        deed.happens(Some(matter), Audience::Customer, dated);
    }
    let believed = contact.is_none_or(|contact| is_believed(deed, contact));
    let Some(word) = word.filter(|_| is_promised(about, *claim_kind)) else {
        return Ok(());
    };
    let belief = match believed {
        true => Belief::AtOnce,
        false => Belief::AfterTheFinding,
    };
    if believed {
        honouring::honour(deed, word.matter, &word.lines, claim, *invoiced)?;
        honouring::meet(deed, word.matter, dates.hearing);
    }
    let seller = match &deed.matter(word.matter.id)?.state {
        MatterState::Promise(promise) => promise.by,
        _ => None,
    };
    let believed = (belief, word.lines);
    investigations::open(deed, matter, *contact, seller, believed);
    Ok(())
}

/// What happened and what was said lie behind us, and they meet from today on.
fn plausible(deed: &Deed<'_>, dates: &ClaimDates) -> Result<(), Stop> {
    let today = deed.today();
    let told = [
        ("happened_on", dates.happened_on),
        ("said_on", dates.said_on),
    ];
    for (field, day) in told {
        if day.is_some_and(|day| day > today) {
            return Err(Refusal::of(field, Why::InTheFuture).into());
        }
    }
    if dates.hearing.is_some_and(|day| day < today) {
        return Err(Refusal::of("hearing", Why::InThePast).into());
    }
    Ok(())
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
        _ => true,
    };
    if matches!(
        one.state,
        MatterState::Claim(_) | MatterState::Investigation(_)
    ) {
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

/// A claim, closed or not.
pub(super) fn claim<'d>(
    deed: &'d Deed<'_>,
    matter: MatterId,
) -> Result<(MatterRef, &'d Claim), Stop> {
    let one = deed.matter(matter)?;
    match &one.state {
        MatterState::Claim(claim) => Ok((one.reference, claim)),
        _ => Err(Refusal::of("matter", Why::NotInThisState).into()),
    }
}

/// As of the day it was said.
fn is_believed(deed: &Deed<'_>, contact: ContactId) -> bool {
    let head = deed.account().head.as_ref();
    head.and_then(|head| head.contacts.get(&contact))
        .is_none_or(|contact| contact.is_believed(deed.today()))
}
