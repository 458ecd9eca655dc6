//! Which texts each command brings.

use super::{About, AccountCommand, Command, NewContact};
use crate::account::Signature;
use crate::text::Text;

impl Command {
    /// The texts it brings.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Account(command) => command.texts(),
            Self::House(command) => command.texts(),
        }
    }
}

impl AccountCommand {
    /// The texts it brings.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::OpenAccount {
                name,
                tax_id,
                contact,
                ..
            }
            | Self::ImportAccount {
                name,
                tax_id,
                contact,
                ..
            } => {
                let contact = contact.iter().flat_map(NewContact::texts);
                std::iter::once(name).chain(tax_id).chain(contact).collect()
            }
            Self::AddContact { contact } => contact.texts().collect(),
            Self::AssignOwner { .. }
            | Self::AssignMatter { .. }
            | Self::DeliverLines { .. }
            | Self::Investigate { .. }
            | Self::SignCheckFirst { .. }
            | Self::TellCheckFirst { .. }
            | Self::AcknowledgeAlert { .. }
            | Self::EnterInvoice { .. }
            | Self::LapseClaim { .. }
            | Self::DeliverAnswer { .. } => Vec::new(),
            Self::RecordInteraction { note, .. }
            | Self::ConfirmPromise { note, .. }
            | Self::ReportBroken { note, .. } => note.iter().collect(),
            Self::AddNote { note, .. } | Self::Correct { note, .. } => vec![note],
            Self::AddAttachment { file, .. } => vec![&file.name],
            Self::MoveDue { reason, .. } | Self::RepromiseLines { reason, .. } => vec![reason],
            Self::MakePromise { what, .. } => what.iter().collect(),
            Self::SignPromise {
                shown,
                by,
                signature,
                link,
                ..
            } => {
                let strokes = match signature {
                    Signature::Drawn(strokes) => Some(strokes),
                    Signature::Typed => None,
                };
                [shown, by, link].into_iter().chain(strokes).collect()
            }
            Self::AmendPromise { consent, .. }
            | Self::ReleasePromise { consent, .. }
            | Self::CancelOrder { consent, .. } => vec![consent],
            Self::KeepPromise { evidence, .. } | Self::DoRemedy { evidence, .. } => vec![evidence],
            Self::Honour { remedies, .. } => remedies
                .iter()
                .filter_map(|remedy| remedy.what.as_ref())
                .collect(),
            Self::Apologise { words, .. }
            | Self::TakeStatement { words, .. }
            | Self::InstructSeller { words, .. }
            | Self::ReplyToCheckFirst { words, .. } => vec![words],
            Self::Conclude {
                evidence, changes, ..
            } => std::iter::once(evidence).chain(changes).collect(),
            Self::TellFinding { outcome, .. } => vec![outcome],
            Self::AttributeCost { what, .. } => vec![what],
            Self::AskCheckFirst { evidence, .. } => vec![evidence],
            Self::LiftCheckFirst { reasons, .. } => vec![reasons],
            Self::ChooseWorth { reason, choice, .. } => vec![reason, choice],
            Self::HoldHearing { outcome, .. } | Self::CloseMediation { outcome, .. } => {
                vec![outcome]
            }
            Self::GiveGesture { what, .. } => vec![what],
            Self::AskToComplete { missing, .. } => vec![missing],
            Self::CompleteClaim { points, note, .. } => points.iter().chain(note).collect(),
            Self::ReopenClaim { reason, .. } => vec![reason],
            Self::OpenMediation {
                body, reference, ..
            } => std::iter::once(body).chain(reference).collect(),
            Self::RecordSatisfaction { words, .. } => words.iter().collect(),
            Self::PlaceOrder { lines, .. } => {
                lines.iter().filter_map(|line| line.what.as_ref()).collect()
            }
            Self::MakeClaim {
                about,
                points,
                sought,
                handed,
                ..
            } => {
                let what = match about {
                    About::Unrecorded { what, .. } => what.as_ref(),
                    _ => None,
                };
                let handed = handed.iter().flat_map(|handed| [&handed.key, &handed.link]);
                points
                    .iter()
                    .chain(sought)
                    .chain(what)
                    .chain(handed)
                    .collect()
            }
            Self::AnswerClaim { answers, .. } => answers
                .iter()
                .filter_map(|answer| answer.reasons.as_ref())
                .collect(),
            Self::ImportOrder { order } => order.what.iter().collect(),
        }
    }
}

impl NewContact {
    fn texts(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.name)
            .chain(&self.phone)
            .chain(&self.email)
    }
}
