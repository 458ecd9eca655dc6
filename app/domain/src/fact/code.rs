//! The code of each fact: the `kind` of its JSON, and of the tables.

use super::Fact;

impl Fact {
    /// Its code: the `kind` of its JSON, and of the tables.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AccountOpened { .. } => "account_opened",
            Self::AccountRestated { .. } => "account_restated",
            Self::ContactAdded { .. } => "contact_added",
            Self::OwnerAssigned { .. } => "owner_assigned",
            Self::MatterAssigned { .. } => "matter_assigned",
            Self::InteractionRecorded { .. } => "interaction_recorded",
            Self::NoteAdded { .. } => "note_added",
            Self::AttachmentAdded { .. } => "attachment_added",
            Self::Corrected { .. } => "corrected",
            Self::DueMoved { .. } => "due_moved",
            Self::PromiseMade { .. } => "promise_made",
            Self::PromiseConfirmed { .. } => "promise_confirmed",
            Self::PromiseAmended { .. } => "promise_amended",
            Self::PromiseKept { .. } => "promise_kept",
            Self::PromiseBroken { .. } => "promise_broken",
            Self::PromiseReleased { .. } => "promise_released",
            Self::Honoured { .. } => "honoured",
            Self::RemedyOwed { .. } => "remedy_owed",
            Self::RemedyDone { .. } => "remedy_done",
            Self::ApologyGiven { .. } => "apology_given",
            Self::OrderPlaced { .. } => "order_placed",
            Self::LinesRepromised { .. } => "lines_repromised",
            Self::LinesDelivered { .. } => "lines_delivered",
            Self::LinesMissed { .. } => "lines_missed",
            Self::LineRestated { .. } => "line_restated",
            Self::OrderRestated { .. } => "order_restated",
            Self::OrderCancelled { .. } => "order_cancelled",
            Self::ClaimReceived { .. } => "claim_received",
            Self::ClaimAnswered { .. } => "claim_answered",
        }
    }
}
