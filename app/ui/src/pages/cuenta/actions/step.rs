//! Which ways there are to finish what is owed, and which of them a form that came back was.
//! It refuses to know their fields.

use domain::deadline::DueKind;
use domain::ids::MatterId;

use crate::read::Draft;

/// One way to go on with one thing owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::cuenta) struct Step {
    /// What is owed.
    pub(super) due: DueKind,
    /// What is done.
    pub(super) act: Act,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Keep,
    Deliver,
    Repromise,
    Amend,
    Broken,
    Told,
    Honour,
    Remedy,
    Apology,
    Answer,
    Move,
}

impl Act {
    const ALL: [Self; 11] = [
        Self::Keep,
        Self::Deliver,
        Self::Repromise,
        Self::Amend,
        Self::Broken,
        Self::Told,
        Self::Honour,
        Self::Remedy,
        Self::Apology,
        Self::Answer,
        Self::Move,
    ];

    /// The form's kind, as `domain::form` reads it.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Deliver => "deliver",
            Self::Repromise => "repromise",
            Self::Amend => "amend",
            Self::Broken => "broken",
            Self::Told => "interaction",
            Self::Honour => "honour",
            Self::Remedy => "remedy",
            Self::Apology => "apology",
            Self::Answer => "answer",
            Self::Move => "move_due",
        }
    }
}

impl Step {
    /// Every way to go on with that, for whoever looks.
    pub(in crate::pages::cuenta) fn all(due: DueKind, on: On, is_director: bool) -> Vec<Self> {
        let acts: &[Act] = match (due, on) {
            (DueKind::Compare | DueKind::Ask, _) => &[Act::Keep],
            (DueKind::Check, On::Order) => &[Act::Deliver, Act::Repromise, Act::Broken],
            (DueKind::Check, On::Delivery | On::Other) => &[Act::Keep, Act::Broken],
            (DueKind::Tell, _) => &[Act::Told],
            (DueKind::Choice, On::Order) => &[Act::Repromise, Act::Honour],
            (DueKind::Choice, On::Delivery) => &[Act::Amend, Act::Honour],
            (DueKind::Choice, On::Other) => &[Act::Honour],
            (DueKind::Remedy(_), _) => &[Act::Remedy],
            (DueKind::Apology, _) if is_director => &[Act::Apology],
            (DueKind::Apology, _) => &[],
            (DueKind::Answer, _) => &[Act::Answer],
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
        acts.map(|act| Self { due, act: *act }).collect()
    }

    /// As its form carries it: `check.deliver`, `remedy.0.remedy`.
    pub(super) fn code(self) -> String {
        format!("{}.{}", due_code(self.due), self.act.kind())
    }

    /// The step a form that came back was, and its matter; none where it was no step.
    pub(in crate::pages::cuenta) fn of_draft(draft: &Draft) -> Option<(Self, MatterId)> {
        let (due, act) = draft.typed("step")?.rsplit_once('.')?;
        let act = Act::ALL.into_iter().find(|one| one.kind() == act)?;
        let matter = draft.typed("matter")?.parse().ok()?;
        Some((
            Self {
                due: DueKind::from_code(due)?,
                act,
            },
            matter,
        ))
    }

    /// What its button says.
    pub(in crate::pages::cuenta) const fn label(self) -> &'static str {
        match (self.act, self.due) {
            (Act::Keep, DueKind::Compare) => "La factura coincide",
            (Act::Keep, DueKind::Ask) => "Dice que sí",
            (Act::Keep, _) => "Se cumplió",
            (Act::Deliver, _) => "Ya llegó",
            (Act::Repromise, _) => "Otra fecha",
            (Act::Amend, _) => "Elige otra fecha",
            (Act::Broken, _) => "No se cumplirá",
            (Act::Told, _) => "Se lo he dicho",
            (Act::Honour, _) => "Respaldar y reparar",
            (Act::Remedy, _) => "Hecho",
            (Act::Apology, _) => "Pedir disculpas",
            (Act::Answer, _) => "Contestar",
            (Act::Move, _) => "Mover la fecha",
        }
    }
}

/// What a step's matter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::cuenta) enum On {
    Order,
    /// A delivery promised apart from an order.
    Delivery,
    Other,
}

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
