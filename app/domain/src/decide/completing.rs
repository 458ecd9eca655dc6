//! A claim that lacks something: the customer is warned and has ten working days; its clock restarts once it is
//! complete. It never lapses because time ran out, only after that warning, and goes on again in one tap.

use super::claims::claim;
use super::words::said;
use super::{Deed, Stop};
use crate::account::ClaimStage;
use crate::command::AccountCommand as Ask;
use crate::entry::Audience;
use crate::fact::Fact;
use crate::ids::MatterId;
use crate::refusal::{Refusal, Why};
use crate::text::Text;
use crate::time::Date;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::AskToComplete {
            matter,
            missing,
            by,
        } => ask(deed, *matter, missing, *by),
        Ask::CompleteClaim {
            matter,
            points,
            note,
        } => complete(deed, *matter, points, note.as_ref()),
        Ask::LapseClaim { matter } => lapse(deed, *matter),
        Ask::ReopenClaim { matter, reason } => reopen(deed, *matter, reason),
        _ => Ok(()),
    }
}

/// Never less than ten working days, and never less than was said before.
fn ask(
    deed: &mut Deed<'_>,
    matter: MatterId,
    missing: &Text,
    by: Option<Date>,
) -> Result<(), Stop> {
    said(missing, "missing", Why::Missing)?;
    // Written down later, they still have all their days from when it is written.
    let today = deed.clock.day(deed.cx.now);
    let counted = deed.clock.complete_by(today);
    let (reference, claim) = claim(deed, matter)?;
    let earliest = match claim.stage {
        ClaimStage::Received | ClaimStage::InStudy => counted,
        ClaimStage::Incomplete { until, .. } => counted.max(until),
        ClaimStage::Answered { .. } | ClaimStage::Delivered { .. } | ClaimStage::Lapsed { .. } => {
            return Err(Refusal::of("matter", Why::NotInThisState).into());
        }
    };
    if by.is_some_and(|by| by < earliest) {
        return Err(Refusal::of("by", Why::CompletionTooEarly(earliest)).into());
    }
    let asked = Fact::CompletionAsked {
        missing: missing.reference(),
        until: by.unwrap_or(earliest),
    };
    deed.happens(Some(reference), Audience::Customer, asked);
    Ok(())
}

fn complete(
    deed: &mut Deed<'_>,
    matter: MatterId,
    points: &[Text],
    note: Option<&Text>,
) -> Result<(), Stop> {
    let (reference, claim) = claim(deed, matter)?;
    if !matches!(claim.stage, ClaimStage::Incomplete { .. }) {
        return Err(Refusal::of("matter", Why::NothingAskedFor).into());
    }
    if points.is_empty() && note.is_none_or(|note| note.body.trim().is_empty()) {
        return Err(Refusal::of("note", Why::Missing).into());
    }
    for (place, point) in points.iter().enumerate() {
        said(point, &format!("point.{place}"), Why::NoPoint)?;
    }
    let completed = Fact::ClaimCompleted {
        points: points.iter().map(Text::reference).collect(),
        note: note.map(Text::reference),
    };
    deed.happens(Some(reference), Audience::Customer, completed);
    Ok(())
}

fn lapse(deed: &mut Deed<'_>, matter: MatterId) -> Result<(), Stop> {
    let today = deed.today();
    let (reference, claim) = claim(deed, matter)?;
    let until = match claim.stage {
        ClaimStage::Incomplete { until, .. } => until,
        ClaimStage::Received | ClaimStage::InStudy | ClaimStage::Answered { .. } => {
            return Err(Refusal::of("matter", Why::NeverWarned).into());
        }
        ClaimStage::Delivered { .. } | ClaimStage::Lapsed { .. } => {
            return Err(Refusal::of("matter", Why::NotInThisState).into());
        }
    };
    if today <= until {
        return Err(Refusal::of("matter", Why::LapsesAfter(until)).into());
    }
    deed.happens(
        Some(reference),
        Audience::Customer,
        Fact::ClaimLapsed { until },
    );
    Ok(())
}

fn reopen(deed: &mut Deed<'_>, matter: MatterId, reason: &Text) -> Result<(), Stop> {
    said(reason, "reason", Why::NoReason)?;
    let (reference, claim) = claim(deed, matter)?;
    if claim.awaits_its_answer() {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    }
    let reopened = Fact::ClaimReopened {
        reason: reason.reference(),
    };
    deed.happens(Some(reference), Audience::Customer, reopened);
    Ok(())
}
