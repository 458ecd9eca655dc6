//! An investigation: statements, what was found, where the cost goes, and whether a contact is checked first.

use super::Reading;
use super::accounts::CHANNELS;
use crate::account::{Channel, CostBearer, Finding, Witness};
use crate::command::AccountCommand;
use crate::ids::MatterId;
use crate::refusal::Why;
use crate::text::Text;

const FINDINGS: &[(&str, Finding)] = &[
    ("seller", Finding::Seller),
    ("customer", Finding::Customer),
    ("process", Finding::Process),
    ("shared", Finding::Shared),
    ("unproven", Finding::Unproven),
];

impl Reading<'_> {
    fn of_matter(&mut self) -> Option<MatterId> {
        self.fields.id_said("matter", Why::NoSuchMatter)
    }

    fn by_channel(&mut self) -> Option<Channel> {
        self.fields.choice("channel", Some(Channel::Call), CHANNELS)
    }

    fn in_words(&mut self, field: &str, why: Why) -> Option<Text> {
        self.fields.said(field, &mut self.pen, why)
    }

    pub(super) fn investigate(&mut self) -> Option<AccountCommand> {
        let matter = self.of_matter()?;
        Some(AccountCommand::Investigate { matter })
    }

    /// Fields `matter`, `by` (`person.ID` or `contact.ID`), `words`.
    pub(super) fn statement(&mut self) -> Option<AccountCommand> {
        let (matter, by) = (self.of_matter(), self.witness());
        let words = self.in_words("words", Why::Missing);
        Some(AccountCommand::TakeStatement {
            matter: matter?,
            by: by?,
            words: words?,
        })
    }

    fn witness(&mut self) -> Option<Witness> {
        let by = self.fields.get("by").split_once('.');
        let by = match by {
            Some(("person", id)) => id.parse().ok().map(Witness::Person),
            Some(("contact", id)) => id.parse().ok().map(Witness::Contact),
            _ => None,
        };
        if by.is_none() {
            self.fields.refuse("by", Why::NoSuchPerson);
        }
        by
    }

    /// Fields `matter`, `finding`, `evidence`, `changes`.
    pub(super) fn conclude(&mut self) -> Option<AccountCommand> {
        let matter = self.of_matter();
        let finding = self.fields.choice("finding", None, FINDINGS);
        let evidence = self.in_words("evidence", Why::NoEvidence);
        let changes = self.fields.text("changes", &mut self.pen);
        Some(AccountCommand::Conclude {
            matter: matter?,
            finding: finding?,
            evidence: evidence?,
            changes,
        })
    }

    /// Fields `matter`, `outcome`, `channel`.
    pub(super) fn tell_finding(&mut self) -> Option<AccountCommand> {
        let (matter, channel) = (self.of_matter(), self.by_channel());
        let outcome = self.in_words("outcome", Why::Missing);
        Some(AccountCommand::TellFinding {
            matter: matter?,
            outcome: outcome?,
            channel: channel?,
        })
    }

    /// Fields `matter`, `to` (`cost_centre` with `what`, `variable_pay` with `signature`), `amount`, `monthly`.
    pub(super) fn attribute(&mut self) -> Option<AccountCommand> {
        let matter = self.of_matter();
        let amount = self.fields.money_said("amount");
        let monthly = !self.fields.get("monthly").is_empty();
        let (to, field) = match self.fields.get("to") {
            "cost_centre" => (CostBearer::CostCentre, "what"),
            "variable_pay" => (CostBearer::VariablePay, "signature"),
            "payroll" => {
                self.fields.refuse("to", Why::NeverToPay);
                return None;
            }
            _ => {
                self.fields.refuse("to", Why::NotAChoice);
                return None;
            }
        };
        let what = self.in_words(field, Why::Missing);
        Some(AccountCommand::AttributeCost {
            matter: matter?,
            to,
            what: what?,
            amount: amount?,
            monthly,
        })
    }

    /// Fields `matter`, `words`.
    pub(super) fn instruct(&mut self) -> Option<AccountCommand> {
        let matter = self.of_matter();
        let words = self.in_words("words", Why::Missing);
        Some(AccountCommand::InstructSeller {
            matter: matter?,
            words: words?,
        })
    }

    /// Fields `matter`, `evidence`.
    pub(super) fn ask_check_first(&mut self) -> Option<AccountCommand> {
        let matter = self.of_matter();
        let evidence = self.in_words("evidence", Why::NoEvidence);
        Some(AccountCommand::AskCheckFirst {
            matter: matter?,
            evidence: evidence?,
        })
    }

    pub(super) fn sign_check_first(&mut self) -> Option<AccountCommand> {
        let matter = self.of_matter()?;
        Some(AccountCommand::SignCheckFirst { matter })
    }

    /// Fields `matter`, `channel`.
    pub(super) fn tell_check_first(&mut self) -> Option<AccountCommand> {
        let (matter, channel) = (self.of_matter(), self.by_channel());
        Some(AccountCommand::TellCheckFirst {
            matter: matter?,
            channel: channel?,
        })
    }

    /// Fields `matter`, `words`.
    pub(super) fn reply_check_first(&mut self) -> Option<AccountCommand> {
        let matter = self.of_matter();
        let words = self.in_words("words", Why::Missing);
        Some(AccountCommand::ReplyToCheckFirst {
            matter: matter?,
            words: words?,
        })
    }

    /// Fields `matter`, `reasons`.
    pub(super) fn lift_check_first(&mut self) -> Option<AccountCommand> {
        let matter = self.of_matter();
        let reasons = self.in_words("reasons", Why::NoReason);
        Some(AccountCommand::LiftCheckFirst {
            matter: matter?,
            reasons: reasons?,
        })
    }
}
