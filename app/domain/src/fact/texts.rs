//! Which texts each fact points to.

use super::Fact;
use crate::text::TextRef;

impl Fact {
    /// The texts it points to, in the order they stand.
    #[must_use]
    pub fn texts(&self) -> Vec<TextRef> {
        match self {
            Self::AccountOpened { name, tax_id, .. }
            | Self::AccountRestated { name, tax_id, .. } => {
                [Some(*name), *tax_id].into_iter().flatten().collect()
            }
            Self::ContactAdded {
                name, phone, email, ..
            } => [Some(*name), *phone, *email]
                .into_iter()
                .flatten()
                .collect(),
            Self::OwnerAssigned { .. }
            | Self::MatterAssigned { .. }
            | Self::Honoured { .. }
            | Self::LinesDelivered { .. }
            | Self::OrderRestated { .. } => Vec::new(),
            Self::InteractionRecorded { note, .. }
            | Self::PromiseConfirmed { note }
            | Self::PromiseBroken { note, .. }
            | Self::LinesMissed { note, .. } => note.iter().copied().collect(),
            Self::NoteAdded { note } | Self::Corrected { note, .. } => vec![*note],
            Self::DueMoved { reason, .. } => vec![*reason],
            Self::LinesRepromised { reason, .. } => reason.iter().copied().collect(),
            Self::PromiseMade { what, .. } | Self::RemedyOwed { what, .. } => {
                what.iter().copied().collect()
            }
            Self::PromiseAmended { consent, .. }
            | Self::PromiseReleased { consent }
            | Self::OrderCancelled { consent } => vec![*consent],
            Self::PromiseKept { evidence } | Self::RemedyDone { evidence, .. } => vec![*evidence],
            Self::ApologyGiven { words, .. } => vec![*words],
            Self::OrderPlaced { lines, .. } => lines.iter().filter_map(|line| line.what).collect(),
            Self::LineRestated { now, .. } => now.what.iter().copied().collect(),
            Self::ClaimReceived {
                points,
                sought,
                handed,
                ..
            } => {
                let handed = handed.iter().flat_map(|handed| [&handed.key, &handed.link]);
                points.iter().chain(sought).chain(handed).copied().collect()
            }
            Self::ClaimAnswered { answers } => {
                answers.iter().filter_map(|answer| answer.reasons).collect()
            }
        }
    }
}
