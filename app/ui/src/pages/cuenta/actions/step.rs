//! Which ways there are to finish what is owed and to go on with a claim, and which of them a form that came back was.
//! It refuses to know their fields.

use domain::account::{Claim, ClaimStage};
use domain::deadline::DueKind;
use domain::ids::MatterId;

use super::act::Act;
use crate::read::Draft;

/// One way to go on, with one thing owed or with a claim that owes nothing of the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::cuenta) struct Step {
    /// What is owed, where it finishes something.
    pub(super) due: Option<DueKind>,
    /// What is done.
    pub(super) act: Act,
}

impl Step {
    /// What its button says.
    pub(in crate::pages::cuenta) const fn label(self) -> &'static str {
        self.act.label(self.due)
    }

    /// Every way to go on with that, for whoever looks.
    pub(in crate::pages::cuenta) fn all(due: DueKind, on: On, is_director: bool) -> Vec<Self> {
        let acts: &[Act] = match (due, on) {
            (DueKind::Compare, _) => &[Act::Invoice],
            (DueKind::Correct, _) => &[Act::Invoice, Act::Broken],
            (DueKind::Ask, _) => &[Act::Keep],
            (DueKind::Check, On::Order) => &[Act::Deliver, Act::Repromise, Act::Broken],
            (DueKind::Check, On::Delivery | On::Answered | On::Other) => &[Act::Keep, Act::Broken],
            (DueKind::Tell, _) => &[Act::Told],
            (DueKind::Choice, On::Order) => &[Act::Repromise, Act::Honour],
            (DueKind::Choice, On::Delivery) => &[Act::Amend, Act::Honour],
            (DueKind::Choice, On::Answered | On::Other) => &[Act::Honour],
            (DueKind::Remedy(_), _) => &[Act::Remedy, Act::Worth],
            (DueKind::Apology, _) if is_director => &[Act::Apology],
            (DueKind::Acknowledge, _) if is_director => &[Act::Acknowledge],
            (DueKind::Apology | DueKind::Acknowledge, _) => &[],
            (DueKind::Hearing, _) => &[Act::Hearing],
            (DueKind::Answer, On::Answered) => &[Act::HandOver, Act::Answer],
            (DueKind::Answer, _) => &[Act::Answer, Act::AskToComplete],
            (DueKind::Complete, _) => &[Act::Complete, Act::Answer, Act::Lapse],
            (DueKind::Mediate, _) => &[Act::CloseMediation],
            // In their own file.
            (
                DueKind::Finding
                | DueKind::Attribute
                | DueKind::Instruct
                | DueKind::Sign
                | DueKind::Notify,
                _,
            ) => &[],
        };
        let acts = acts.iter().chain(&[Act::Move]);
        let due = Some(due);
        acts.map(|act| Self { due, act: *act }).collect()
    }

    /// The ways to go on with a claim that finish nothing owed.
    pub(in crate::pages::cuenta) fn of_claim(claim: &Claim) -> Vec<Self> {
        let mut acts = Vec::new();
        let is_over = matches!(
            claim.stage,
            ClaimStage::Delivered { .. } | ClaimStage::Lapsed { .. }
        );
        if is_over {
            acts.push(Act::Reopen);
        }
        if claim.is_resolved() && claim.rating.is_none() {
            acts.push(Act::Satisfaction);
        }
        if claim.mediation().is_none() {
            acts.push(Act::OpenMediation);
        }
        acts.push(Act::Gesture);
        let due = None;
        acts.into_iter().map(|act| Self { due, act }).collect()
    }

    /// As its form carries it: `check.deliver`, `remedy.0.remedy`, `claim.reopen`.
    pub(super) fn code(self) -> String {
        let due = self.due.map_or_else(|| CLAIM.to_owned(), due_code);
        format!("{due}.{}", self.act.kind())
    }

    /// The step a form that came back was, and its matter; none where it was no step.
    pub(in crate::pages::cuenta) fn of_draft(draft: &Draft) -> Option<(Self, MatterId)> {
        let (due, act) = draft.typed("step")?.rsplit_once('.')?;
        let act = Act::ALL.into_iter().find(|one| one.kind() == act)?;
        let matter = draft.typed("matter")?.parse().ok()?;
        let due = match due {
            CLAIM => None,
            due => Some(DueKind::from_code(due)?),
        };
        Some((Self { due, act }, matter))
    }
}

/// What a step's matter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::cuenta) enum On {
    Order,
    /// A delivery promised apart from an order.
    Delivery,
    /// A claim whose answer is written and not delivered.
    Answered,
    Other,
}

/// What stands in a step's code for a claim that owes nothing of the kind.
const CLAIM: &str = "claim";

/// As `domain::form` reads it in `move_due`.
pub(super) fn due_code(due: DueKind) -> String {
    match due {
        DueKind::Remedy(place) => format!("remedy.{place}"),
        due => due.code().to_owned(),
    }
}

#[cfg(test)]
#[path = "step_tests.rs"]
mod tests;
