//! What honouring gives, as a customer is written it: what they pay now, what waits, and what will make it good by when.

use domain::account::RemedyKind;
use domain::money::Money;

use super::{Date, Fact, MatterId, Tongue, Writer, money};
use crate::words::labels;

impl Writer<'_> {
    /// What was honoured in the same command, on that claim or on that matter; nothing, where nothing was.
    pub(super) fn given(&self, of: MatterId) -> Vec<String> {
        let entries = self.told.entries.iter();
        let honoured = entries.clone().find_map(|entry| match &entry.fact {
            Fact::Honoured {
                claim,
                pay_now,
                frozen,
            } => {
                let matter = entry.matter?.id;
                (*claim == Some(of) || matter == of).then_some((matter, *pay_now, *frozen))
            }
            _ => None,
        });
        let Some((matter, pay_now, frozen)) = honoured else {
            return Vec::new();
        };
        let mut said = vec![self.stands(pay_now, frozen)];
        let remedies = entries.filter(|entry| entry.matter.is_some_and(|one| one.id == matter));
        let remedies: Vec<String> = remedies
            .filter_map(|entry| match &entry.fact {
                Fact::RemedyOwed {
                    remedy_kind,
                    amount,
                    by,
                    what,
                    ..
                } => {
                    let what = what.and_then(|what| self.text(what));
                    Some(self.remedy(*remedy_kind, *amount, *by, what))
                }
                _ => None,
            })
            .collect();
        if !remedies.is_empty() {
            let this = self.pick("Para repararlo:", "To make it good:");
            said.push(format!("{this}\n{}", remedies.join("\n")));
        }
        said
    }

    fn stands(&self, pay_now: Option<Money>, frozen: Option<Money>) -> String {
        let mut said = vec![
            self.pick(
                "Queda respaldado: se hace lo que se dijo.",
                "It stands: what was said is done.",
            )
            .to_owned(),
        ];
        said.extend(pay_now.map(|sum| {
            let sum = money(self.t, sum);
            match self.t {
                Tongue::Es => format!("Ahora paga {sum}."),
                Tongue::En => format!("You pay {sum} now."),
            }
        }));
        said.extend(frozen.map(|sum| {
            let sum = money(self.t, sum);
            match self.t {
                Tongue::Es => format!("Quedan {sum} en suspenso: nadie se los reclamará."),
                Tongue::En => format!("{sum} is on hold: nobody will ask you for it."),
            }
        }));
        said.join(" ")
    }

    fn remedy(
        &self,
        kind: RemedyKind,
        amount: Option<Money>,
        by: Date,
        what: Option<&str>,
    ) -> String {
        let kind = labels::remedy_kind(self.t, kind);
        let amount = amount
            .map(|sum| format!(", {}", money(self.t, sum)))
            .unwrap_or_default();
        let what = what.map(|what| format!(". {what}")).unwrap_or_default();
        let by = self.by(by);
        format!("- {kind}{amount}, {by}{what}")
    }
}
