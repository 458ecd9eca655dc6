//! Which texts and attachments each fact points to.

use super::Fact;
use crate::account::Signature;
use crate::ids::AttachmentId;
use crate::text::{Digest, TextRef};

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
            Self::InvestigationOpened { .. }
            | Self::CheckFirstSigned { .. }
            | Self::TrustChanged { .. }
            | Self::CheckFirstTold { .. }
            | Self::OwnerAssigned { .. }
            | Self::MatterAssigned { .. }
            | Self::Honoured { .. }
            | Self::DirectorAlerted { .. }
            | Self::AlertAcknowledged { .. }
            | Self::HearingSet { .. }
            | Self::ClaimDated { .. }
            | Self::ClaimLapsed { .. }
            | Self::AnswerDelivered { .. }
            | Self::LinesDelivered { .. }
            | Self::OrderRestated { .. }
            | Self::InvoiceAgreed { .. }
            | Self::InvoiceDiffered { .. } => Vec::new(),
            Self::InteractionRecorded { note, .. }
            | Self::PromiseConfirmed { note }
            | Self::PromiseBroken { note, .. }
            | Self::LinesMissed { note, .. } => note.iter().copied().collect(),
            Self::NoteAdded { note } | Self::Corrected { note, .. } => vec![*note],
            Self::AttachmentAdded { name, .. } => vec![*name],
            Self::DueMoved { reason, .. } => vec![*reason],
            Self::LinesRepromised { reason, .. } => reason.iter().copied().collect(),
            Self::PromiseMade { what, .. } | Self::RemedyOwed { what, .. } => {
                what.iter().copied().collect()
            }
            Self::PromiseAmended { consent, .. }
            | Self::PromiseReleased { consent }
            | Self::OrderCancelled { consent } => vec![*consent],
            Self::PromiseSigned {
                shown,
                by,
                signature,
                link,
                ..
            } => {
                let strokes = match signature {
                    Signature::Drawn(strokes) => Some(*strokes),
                    Signature::Typed => None,
                };
                [*shown, *by, *link].into_iter().chain(strokes).collect()
            }
            Self::PromiseKept { evidence } | Self::RemedyDone { evidence, .. } => vec![*evidence],
            Self::ApologyGiven { words, .. }
            | Self::StatementTaken { words, .. }
            | Self::SellerInstructed { words, .. }
            | Self::CheckFirstReplied { words } => vec![*words],
            Self::InvestigationConcluded {
                evidence, changes, ..
            } => std::iter::once(*evidence).chain(*changes).collect(),
            Self::FindingTold { outcome, .. } => vec![*outcome],
            Self::CostAttributed { what, .. } => vec![*what],
            Self::CheckFirstAsked { evidence, .. } => vec![*evidence],
            Self::CheckFirstLifted { reasons } => vec![*reasons],
            Self::WorthChosen { reason, choice, .. } => vec![*reason, *choice],
            Self::HearingHeld { outcome } | Self::MediationClosed { outcome } => vec![*outcome],
            Self::GestureGiven { what, .. } => vec![*what],
            Self::CompletionAsked { missing, .. } => vec![*missing],
            Self::ClaimCompleted { points, note } => points.iter().chain(note).copied().collect(),
            Self::ClaimReopened { reason } => vec![*reason],
            Self::MediationOpened {
                body, reference, ..
            } => [Some(*body), *reference].into_iter().flatten().collect(),
            Self::SatisfactionRecorded { words, .. } => words.iter().copied().collect(),
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
            Self::ClaimAnswered { answers } | Self::AnswerWritten { answers } => {
                answers.iter().filter_map(|answer| answer.reasons).collect()
            }
        }
    }
    /// The attachment it points to, and its digest.
    #[must_use]
    pub const fn attachment(&self) -> Option<(AttachmentId, Digest)> {
        match self {
            Self::AttachmentAdded {
                attachment, digest, ..
            } => Some((*attachment, *digest)),
            _ => None,
        }
    }
}
