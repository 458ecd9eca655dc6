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
            | Self::ReportBroken { matter, .. }
            | Self::Honour { matter, .. }
            | Self::ReleasePromise { matter, .. }
            | Self::DoRemedy { matter, .. }
            | Self::Apologise { matter, .. }
            | Self::RepromiseLines { matter, .. }
            | Self::DeliverLines { matter, .. }
            | Self::CancelOrder { matter, .. }
            | Self::AnswerClaim { matter, .. }
            | Self::MakeClaim {
                about: About::Promise { matter } | About::Order { matter, .. },
                ..
            } => vec![*matter],
            Self::RecordInteraction { matter, .. }
            | Self::AddNote { matter, .. }
            | Self::AddAttachment { matter, .. } => matter.iter().copied().collect(),
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

    /// What must be known beyond the account.
    #[must_use]
    pub fn needs(&self) -> Vec<Need> {
        match self {
            Self::Correct { version, .. } => vec![Need::FactAt(*version)],
            _ => Vec::new(),
        }
    }
}
