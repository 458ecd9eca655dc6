//! An invoice that is compared with what was promised.

use super::Reading;
use super::promises::EVERY;
use crate::account::{Invoice, Off, Reduction};
use crate::command::AccountCommand;
use crate::refusal::Why;
use crate::time::Date;

impl Reading<'_> {
    /// Fields `matter`, `number`, `drawn` (empty is today), `amount`, `tax` and `rate`, `every`; `list`, or `percent` or
    /// `off`, for a discount; `due`; `left`, and `sent` (empty is today where it left); `replaces`.
    pub(super) fn invoice(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let number = self.fields.get("number").to_owned();
        if number.is_empty() {
            self.fields.refuse("number", Why::Missing);
        }
        let today = self.cx.house.zone(self.cx.store).date(self.cx.now);
        let drawn = match self.fields.get("drawn") {
            "" => Some(today),
            _ => self.fields.date("drawn"),
        };
        let amount = self.fields.money_said("amount");
        let tax = self.tax();
        let every = match self.fields.get("every") {
            "" => None,
            _ => self.fields.choice("every", None, EVERY),
        };
        let (off, due) = (self.off(), self.fields.date("due"));
        let sent = self.sent(today);
        let replaces = Some(self.fields.get("replaces")).filter(|number| !number.is_empty());
        Some(AccountCommand::EnterInvoice {
            matter: matter?,
            invoice: Invoice {
                number,
                drawn: drawn?,
                amount: amount?,
                tax: tax?,
                every,
                off,
                due,
                sent,
            },
            replaces: replaces.map(str::to_owned),
        })
    }

    /// The price before, or else what came off it.
    fn off(&mut self) -> Option<Off> {
        if !self.fields.get("list").is_empty() {
            return self.fields.money("list").map(Off::List);
        }
        if !self.fields.get("percent").is_empty() {
            let rate = self.fields.rate_said("percent")?;
            return Some(Off::Applied(Reduction::Percent(rate)));
        }
        let off = self.fields.money("off")?;
        Some(Off::Applied(Reduction::Amount(off)))
    }

    fn sent(&mut self, today: Date) -> Option<Date> {
        let said = self.fields.date("sent");
        match self.fields.get("left") {
            "" | "no" => said,
            _ if self.fields.get("sent").is_empty() => Some(today),
            _ => said,
        }
    }
}
