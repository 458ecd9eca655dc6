//! An order and its dates.

use super::Reading;
use crate::command::{AccountCommand, NewLine};
use crate::refusal::Why;

impl Reading<'_> {
    /// Fields `number`, `placed_on` (empty is today), `line.N.what`, `.quantity`, `.requested`, `.promised`,
    /// `.essential`.
    pub(super) fn order(&mut self) -> Option<AccountCommand> {
        let number = self.fields.get("number").to_owned();
        if number.is_empty() {
            self.fields.refuse("number", Why::Missing);
        }
        let today = self.cx.house.zone(self.cx.store).date(self.cx.now);
        let placed_on = match self.fields.get("placed_on") {
            "" => Some(today),
            _ => self.fields.date("placed_on"),
        };
        let rows = self.fields.rows("line").max(1);
        let lines: Vec<_> = (0..rows).map(|row| self.line(row)).collect();
        Some(AccountCommand::PlaceOrder {
            number,
            placed_on: placed_on?,
            lines: lines.into_iter().collect::<Option<_>>()?,
        })
    }

    fn line(&mut self, row: usize) -> Option<NewLine> {
        let field = |name: &str| format!("line.{row}.{name}");
        let what = self
            .fields
            .said(&field("what"), &mut self.pen, Why::Missing);
        let quantity = self.fields.number(&field("quantity"), 1);
        let requested = self.fields.date(&field("requested"));
        let promised = self.fields.date(&field("promised"));
        let essential = self.essential(&field("essential"));
        Some(NewLine {
            what: Some(what?),
            quantity: quantity?,
            requested,
            promised,
            essential,
        })
    }

    pub(super) fn repromise(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let lines = self.lines();
        let to = self.fields.date_said("to");
        let reason = self.fields.said("reason", &mut self.pen, Why::NoReason);
        let essential = self.essential("essential");
        Some(AccountCommand::RepromiseLines {
            matter: matter?,
            lines: lines?,
            to: to?,
            essential,
            reason: reason?,
        })
    }

    /// Fields `matter`, `lines`, `arrived_on` (empty is today).
    pub(super) fn deliver(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let lines = self.lines();
        let today = self.cx.house.zone(self.cx.store).date(self.cx.now);
        let arrived_on = match self.fields.get("arrived_on") {
            "" => Some(today),
            _ => self.fields.date("arrived_on"),
        };
        Some(AccountCommand::DeliverLines {
            matter: matter?,
            lines: lines?,
            arrived_on: arrived_on?,
        })
    }

    pub(super) fn cancel(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let consent = self
            .fields
            .said("consent", &mut self.pen, Why::HouseCannotWithdraw);
        Some(AccountCommand::CancelOrder {
            matter: matter?,
            consent: consent?,
        })
    }
}
