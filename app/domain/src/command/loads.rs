//! What must be loaded and looked up before a command is decided.

use super::{About, AccountCommand};
use crate::context::Need;
use crate::ids::MatterId;

impl AccountCommand {
    /// The matters it names: they must be loaded.
    #[must_use]
    pub fn matters(&self) -> Vec<MatterId> {
        match self {
            Self::AssignMatter { matter, .. }
            | Self::MoveDue { matter, .. }
            | Self::ConfirmPromise { matter, .. }
            | Self::AmendPromise { matter, .. }
            | Self::KeepPromise { matter, .. }
            | Self::EnterInvoice { matter, .. }
            | Self::ReportBroken { matter, .. }
            | Self::Honour { matter, .. }
            | Self::ReleasePromise { matter, .. }
            | Self::DoRemedy { matter, .. }
            | Self::ChooseWorth { matter, .. }
            | Self::AcknowledgeAlert { matter }
            | Self::HoldHearing { matter, .. }
            | Self::Apologise { matter, .. }
            | Self::RepromiseLines { matter, .. }
            | Self::DeliverLines { matter, .. }
            | Self::CancelOrder { matter, .. }
            | Self::AskToComplete { matter, .. }
            | Self::CompleteClaim { matter, .. }
            | Self::LapseClaim { matter }
            | Self::ReopenClaim { matter, .. }
            | Self::OpenMediation { matter, .. }
            | Self::CloseMediation { matter, .. }
            | Self::AnswerClaim { matter, .. }
            | Self::TakeStatement { matter, .. }
            | Self::Conclude { matter, .. }
            | Self::TellFinding { matter, .. }
            | Self::AttributeCost { matter, .. }
            | Self::InstructSeller { matter, .. }
            | Self::AskCheckFirst { matter, .. }
            | Self::SignCheckFirst { matter }
            | Self::TellCheckFirst { matter, .. }
            | Self::ReplyToCheckFirst { matter, .. }
            | Self::LiftCheckFirst { matter, .. }
            | Self::DeliverAnswer { matter, .. }
            | Self::RecordSatisfaction { matter, .. }
            | Self::SignPromise { matter, .. }
            | Self::MakeClaim {
                about: About::Promise { matter } | About::Order { matter, .. },
                ..
            } => vec![*matter],
            Self::RecordInteraction { matter, .. }
            | Self::AddNote { matter, .. }
            | Self::GiveGesture { matter, .. }
            | Self::AddAttachment { matter, .. } => matter.iter().copied().collect(),
            Self::Investigate { matter } => vec![*matter, matter.investigation()],
            Self::MakePromise { order, .. } => order.iter().copied().collect(),
            Self::ImportOrder { order } => vec![order.matter],
            Self::OpenAccount { .. }
            | Self::AddContact { .. }
            | Self::AssignOwner { .. }
            | Self::Correct { .. }
            | Self::PlaceOrder { .. }
            | Self::MakeClaim { .. }
            | Self::ImportAccount { .. } => Vec::new(),
        }
    }

    /// Whether what those matters grew from must be loaded as well: what is found of a claim falls on its promise.
    #[must_use]
    pub const fn reaches_up(&self) -> bool {
        matches!(self, Self::Conclude { .. })
    }

    /// What must be known beyond the account.
    #[must_use]
    pub fn needs(&self) -> Vec<Need> {
        match self {
            Self::Correct { version, .. } => vec![Need::FactAt(*version)],
            _ => Vec::new(),
        }
    }
}
