//! What can be done to go on: the form each is, and what its button says.
//! It refuses to know when each is offered.

use domain::deadline::DueKind;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Keep,
    Invoice,
    Deliver,
    Repromise,
    Amend,
    Broken,
    Told,
    Honour,
    Remedy,
    Worth,
    Acknowledge,
    Hearing,
    Apology,
    Gesture,
    Answer,
    AskToComplete,
    Complete,
    Lapse,
    Reopen,
    OpenMediation,
    CloseMediation,
    HandOver,
    Satisfaction,
    Move,
}

impl Act {
    pub(super) const ALL: [Self; 24] = [
        Self::Keep,
        Self::Invoice,
        Self::Deliver,
        Self::Repromise,
        Self::Amend,
        Self::Broken,
        Self::Told,
        Self::Honour,
        Self::Remedy,
        Self::Worth,
        Self::Acknowledge,
        Self::Hearing,
        Self::Apology,
        Self::Gesture,
        Self::Answer,
        Self::AskToComplete,
        Self::Complete,
        Self::Lapse,
        Self::Reopen,
        Self::OpenMediation,
        Self::CloseMediation,
        Self::HandOver,
        Self::Satisfaction,
        Self::Move,
    ];

    /// The form's kind, as `domain::form` reads it.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Invoice => "invoice",
            Self::Deliver => "deliver",
            Self::Repromise => "repromise",
            Self::Amend => "amend",
            Self::Broken => "broken",
            Self::Told => "interaction",
            Self::Honour => "honour",
            Self::Remedy => "remedy",
            Self::Worth => "worth",
            Self::Acknowledge => "acknowledge",
            Self::Hearing => "hearing",
            Self::Apology => "apology",
            Self::Gesture => "gesture",
            Self::Answer => "answer",
            Self::AskToComplete => "ask_to_complete",
            Self::Complete => "complete",
            Self::Lapse => "lapse",
            Self::Reopen => "reopen",
            Self::OpenMediation => "open_mediation",
            Self::CloseMediation => "close_mediation",
            Self::HandOver => "deliver_answer",
            Self::Satisfaction => "satisfaction",
            Self::Move => "move_due",
        }
    }
    /// What its button says.
    pub(super) const fn label(self, due: Option<DueKind>) -> &'static str {
        match (self, due) {
            (Self::Invoice, Some(DueKind::Correct)) => "La factura corregida",
            (Self::Invoice, _) => "La factura",
            (Self::Keep, Some(DueKind::Ask)) => "Dice que sí",
            (Self::Keep, _) => "Se cumplió",
            (Self::Deliver, _) => "Ya llegó",
            (Self::Repromise, _) => "Otra fecha",
            (Self::Amend, _) => "Elige otra fecha",
            (Self::Broken, _) => "No se cumplirá",
            (Self::Told, _) => "Se lo he dicho",
            (Self::Honour, _) => "Respaldar y reparar",
            (Self::Remedy, _) => "Hecho",
            (Self::Worth, _) => "Elige su valor",
            (Self::Acknowledge, _) => "Tomo nota",
            (Self::Hearing, _) => "Nos hemos reunido",
            (Self::Apology, _) => "Pedir disculpas",
            (Self::Gesture, _) => "Tener un detalle",
            (Self::Answer, _) => "Contestar",
            (Self::AskToComplete, _) => "Pedir lo que falta",
            (Self::Complete, _) => "La ha completado",
            (Self::Lapse, _) => "Darla por caducada",
            (Self::Reopen, _) => "Reabrir",
            (Self::OpenMediation, _) => "Está en mediación",
            (Self::CloseMediation, _) => "La mediación acabó",
            (Self::HandOver, _) => "Entregar la respuesta",
            (Self::Satisfaction, _) => "Cómo ha quedado",
            (Self::Move, _) => "Mover la fecha",
        }
    }
}
