//! What honouring gives, as a customer is written it: what they pay now, what waits, and what will make it good by when.

use domain::money::Money;

use super::{Fact, MatterId, Writer};

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
                    let what = what.map(|what| format!(". {what}")).unwrap_or_default();
                    let remedy = self.voice.remedy(*remedy_kind, *amount, *by);
                    Some(format!("- {remedy}{what}"))
                }
                _ => None,
            })
            .collect();
        if !remedies.is_empty() {
            said.push(format!(
                "{}\n{}",
                self.voice.to_make_good(),
                remedies.join("\n")
            ));
        }
        said
    }

    fn stands(&self, pay_now: Option<Money>, frozen: Option<Money>) -> String {
        let mut said = vec![self.voice.stands().to_owned()];
        said.extend(pay_now.map(|sum| self.voice.pay_now(sum)));
        said.extend(frozen.map(|sum| self.voice.on_hold(sum)));
        said.join(" ")
    }
}
