//! A broken word and what makes it good, on a promise or an order.

use super::Reading;
use crate::account::RemedyKind;
use crate::command::{AccountCommand, NewRemedy};
use crate::context::Role;
use crate::deadline::Bearer;
use crate::refusal::Why;

const REMEDIES: &[(&str, RemedyKind)] = &[
    ("invoice_correction", RemedyKind::InvoiceCorrection),
    ("credit", RemedyKind::Credit),
    ("delivery", RemedyKind::Delivery),
    ("service", RemedyKind::Service),
];

impl Reading<'_> {
    /// Fields `matter`, `lines` (numbers from 0, repeated), `note`.
    pub(super) fn broken(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let lines = self.lines();
        let note = self.fields.text("note", &mut self.pen);
        Some(AccountCommand::ReportBroken {
            matter: matter?,
            lines: lines?,
            note,
        })
    }

    /// Fields `matter`, `remedy.N.kind`, `.amount`, `.by`, `.what`, `.person` (who, otherwise by its kind).
    pub(super) fn honour(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let rows = self.fields.rows("remedy").max(1);
        let remedies: Vec<_> = (0..rows).map(|row| self.new_remedy(row)).collect();
        Some(AccountCommand::Honour {
            matter: matter?,
            remedies: remedies.into_iter().collect::<Option<_>>()?,
        })
    }

    fn new_remedy(&mut self, row: usize) -> Option<NewRemedy> {
        let field = |name: &str| format!("remedy.{row}.{name}");
        let kind = self.fields.choice(&field("kind"), None, REMEDIES);
        let amount = self.fields.money(&field("amount"));
        let by = self.fields.date(&field("by"));
        let what = self.fields.text(&field("what"), &mut self.pen);
        let person = self.fields.id(&field("person"), Why::NoSuchPerson);
        let kind = kind?;
        let bearer = match (person, kind) {
            (Some(person), _) => Bearer::Person(person),
            (None, RemedyKind::InvoiceCorrection | RemedyKind::Credit) => {
                Bearer::Role(Role::Logistics)
            }
            (None, RemedyKind::Delivery | RemedyKind::Service | RemedyKind::Worth) => Bearer::Owner,
        };
        Some(NewRemedy {
            kind,
            amount,
            bearer,
            by,
            what,
        })
    }

    pub(super) fn remedy(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let remedy = self.fields.number("remedy", 0);
        let evidence = self.fields.said("evidence", &mut self.pen, Why::NoEvidence);
        Some(AccountCommand::DoRemedy {
            matter: matter?,
            remedy: remedy?,
            evidence: evidence?,
        })
    }

    /// Fields `matter`, `remedy`, `amount`, `by`, `reason`, `choice`.
    pub(super) fn worth(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let remedy = self.fields.number("remedy", 0);
        let amount = self.fields.money_said("amount");
        let by = self.fields.date("by");
        let reason = self.fields.said("reason", &mut self.pen, Why::NoReason);
        let choice = self
            .fields
            .said("choice", &mut self.pen, Why::LowersWhatWasShown);
        Some(AccountCommand::ChooseWorth {
            matter: matter?,
            remedy: remedy?,
            amount: amount?,
            by,
            reason: reason?,
            choice: choice?,
        })
    }

    pub(super) fn acknowledge(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter)?;
        Some(AccountCommand::AcknowledgeAlert { matter })
    }

    /// Fields `matter`, `outcome`.
    pub(super) fn hearing(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let outcome = self.fields.said("outcome", &mut self.pen, Why::Missing);
        Some(AccountCommand::HoldHearing {
            matter: matter?,
            outcome: outcome?,
        })
    }

    /// Fields `matter` (may be empty), `what`, `amount`.
    pub(super) fn gesture(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id("matter", Why::NoSuchMatter);
        let what = self.fields.said("what", &mut self.pen, Why::Missing);
        let amount = self.fields.money_said("amount");
        Some(AccountCommand::GiveGesture {
            matter,
            what: what?,
            amount: amount?,
        })
    }

    pub(super) fn apology(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let words = self.fields.said("words", &mut self.pen, Why::Missing);
        Some(AccountCommand::Apologise {
            matter: matter?,
            words: words?,
        })
    }

    /// The numbers of lines ticked. A form without the field means all that wait; one that asks (an empty `lines` stands
    /// in it) and has none ticked means none.
    pub(super) fn lines(&mut self) -> Option<Vec<u16>> {
        let ticked = self.fields.all("lines");
        if ticked.is_empty() && self.fields.asks("lines") {
            self.fields.refuse("lines", Why::Missing);
            return None;
        }
        let numbers: Option<Vec<u16>> = ticked.iter().map(|number| number.parse().ok()).collect();
        if numbers.is_none() {
            self.fields.refuse("lines", Why::NoSuchLine);
        }
        numbers
    }
}
