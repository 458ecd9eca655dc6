//! What becomes of a claim once it is taken in: completed or lapsed, before a dispute body, delivered, rated.

use super::Reading;
use super::accounts::CHANNELS;
use crate::account::{Channel, MatterState, Rating};
use crate::command::AccountCommand;
use crate::ids::MatterId;
use crate::refusal::Why;

impl Reading<'_> {
    fn matter(&mut self) -> Option<MatterId> {
        self.fields.id_said("matter", Why::NoSuchMatter)
    }

    /// Fields `matter`, `missing`, `by`.
    pub(super) fn ask_to_complete(&mut self) -> Option<AccountCommand> {
        let matter = self.matter();
        let missing = self.fields.said("missing", &mut self.pen, Why::Missing);
        let by = self.fields.date("by");
        Some(AccountCommand::AskToComplete {
            matter: matter?,
            missing: missing?,
            by,
        })
    }

    /// Fields `matter`, `point.N`, `note`.
    pub(super) fn complete(&mut self) -> Option<AccountCommand> {
        let matter = self.matter();
        let points = self.further_points();
        let note = self.fields.text("note", &mut self.pen);
        Some(AccountCommand::CompleteClaim {
            matter: matter?,
            points,
            note,
        })
    }

    pub(super) fn lapse(&mut self) -> Option<AccountCommand> {
        let matter = self.matter()?;
        Some(AccountCommand::LapseClaim { matter })
    }

    /// Fields `matter`, `reason`.
    pub(super) fn reopen(&mut self) -> Option<AccountCommand> {
        let matter = self.matter();
        let reason = self.fields.said("reason", &mut self.pen, Why::NoReason);
        Some(AccountCommand::ReopenClaim {
            matter: matter?,
            reason: reason?,
        })
    }

    /// Fields `matter`, `body`, `reference`, `on`.
    pub(super) fn open_mediation(&mut self) -> Option<AccountCommand> {
        let matter = self.matter();
        let body = self.fields.said("body", &mut self.pen, Why::Missing);
        let reference = self.fields.text("reference", &mut self.pen);
        let on = self.fields.date("on");
        Some(AccountCommand::OpenMediation {
            matter: matter?,
            body: body?,
            reference,
            on,
        })
    }

    /// Fields `matter`, `outcome`.
    pub(super) fn close_mediation(&mut self) -> Option<AccountCommand> {
        let matter = self.matter();
        let outcome = self.fields.said("outcome", &mut self.pen, Why::Missing);
        Some(AccountCommand::CloseMediation {
            matter: matter?,
            outcome: outcome?,
        })
    }

    /// Fields `matter`, `channel` (otherwise the one the claim came by), `on`.
    pub(super) fn deliver_answer(&mut self) -> Option<AccountCommand> {
        let matter = self.matter();
        let usual = matter.map_or(Channel::default(), |matter| self.came_by(matter));
        let channel = self.fields.choice("channel", Some(usual), CHANNELS);
        let on = self.fields.date("on");
        Some(AccountCommand::DeliverAnswer {
            matter: matter?,
            channel: channel?,
            on,
        })
    }

    fn came_by(&self, matter: MatterId) -> Channel {
        let account = self.cx.account;
        let known = account.and_then(|account| account.matters.get(&matter));
        match known.map(|known| &known.state) {
            Some(MatterState::Claim(claim)) => claim.channel,
            _ => Channel::default(),
        }
    }

    /// Fields `matter`, `rating` (1 to 5), `words`.
    pub(super) fn satisfaction(&mut self) -> Option<AccountCommand> {
        let matter = self.matter();
        let rating = self.fields.get("rating").parse::<u8>().ok();
        let rating = rating.and_then(|rating| Rating::try_from(rating).ok());
        if rating.is_none() {
            self.fields.refuse("rating", Why::NotARating);
        }
        let words = self.fields.text("words", &mut self.pen);
        Some(AccountCommand::RecordSatisfaction {
            matter: matter?,
            rating: rating?,
            words,
        })
    }
}
