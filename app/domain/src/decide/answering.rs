//! An answer speaks to every point, with reasons where it denies; it is given once the customer has it; and only then
//! may they be asked, once, how content they are.

use super::claims::claim;
use super::words::said;
use super::{Deed, Stop};
use crate::account::{Channel, ClaimStage, PointAnswer, Rating, Resolution};
use crate::command::{AccountCommand as Ask, NewAnswer};
use crate::entry::Audience;
use crate::fact::Fact;
use crate::ids::MatterId;
use crate::refusal::{Refusal, Why};
use crate::text::Text;
use crate::time::Date;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::AnswerClaim { matter, answers } => answer(deed, *matter, answers),
        Ask::DeliverAnswer {
            matter,
            channel,
            on,
        } => deliver(deed, *matter, *channel, *on),
        Ask::RecordSatisfaction {
            matter,
            rating,
            words,
        } => rate(deed, *matter, *rating, words.as_ref()),
        _ => Ok(()),
    }
}

fn answer(deed: &mut Deed<'_>, matter: MatterId, answers: &[NewAnswer]) -> Result<(), Stop> {
    let (reference, claim) = claim(deed, matter)?;
    if !claim.awaits_its_answer() {
        return Err(Refusal::of("matter", Why::MatterClosed).into());
    }
    for place in 0..claim.points.len() {
        let Some(answer) = answers.get(place) else {
            let field = format!("answer.{place}.resolution");
            return Err(Refusal::of(field, Why::PointNotAnswered).into());
        };
        if let (Resolution::Denied, reasons) = (answer.resolution, &answer.reasons) {
            let field = format!("answer.{place}.reasons");
            let reasons = reasons.as_ref();
            let reasons =
                reasons.ok_or_else(|| Refusal::of(field.as_str(), Why::DenialWithoutReasons))?;
            said(reasons, &field, Why::DenialWithoutReasons)?;
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
        Fact::AnswerWritten { answers },
    );
    Ok(())
}

/// From the day it was written to today.
fn deliver(
    deed: &mut Deed<'_>,
    matter: MatterId,
    channel: Channel,
    on: Option<Date>,
) -> Result<(), Stop> {
    let today = deed.today();
    let (reference, claim) = claim(deed, matter)?;
    let ClaimStage::Answered { on: written } = claim.stage else {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    };
    let on = on.unwrap_or(today);
    if on > today {
        return Err(Refusal::of("on", Why::InTheFuture).into());
    }
    if on < written {
        return Err(Refusal::of("on", Why::BeforeTheAnswer(written)).into());
    }
    deed.happens(
        Some(reference),
        Audience::Customer,
        Fact::AnswerDelivered { channel, on },
    );
    Ok(())
}

fn rate(
    deed: &mut Deed<'_>,
    matter: MatterId,
    rating: Rating,
    words: Option<&Text>,
) -> Result<(), Stop> {
    let (reference, claim) = claim(deed, matter)?;
    if claim.rating.is_some() {
        return Err(Refusal::of("rating", Why::RatedAlready).into());
    }
    if !claim.is_resolved() {
        return Err(Refusal::of("rating", Why::BeforeTheResolution).into());
    }
    let rated = Fact::SatisfactionRecorded {
        rating,
        words: words.map(Text::reference),
    };
    deed.happens(Some(reference), Audience::Customer, rated);
    Ok(())
}
