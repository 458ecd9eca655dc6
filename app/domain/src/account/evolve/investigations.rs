//! What each fact makes of an investigation.

use super::Happening;
use crate::account::{Attribution, CheckFirst, Conclusion, Investigation, Statement};
use crate::fact::Fact;

impl Investigation {
    pub(super) fn apply(&mut self, now: &Happening<'_>) {
        match now.fact {
            Fact::StatementTaken { by, words } => self.statements.push(Statement {
                by: *by,
                words: *words,
                on: now.on,
            }),
            Fact::InvestigationConcluded {
                finding,
                evidence,
                changes,
            } => {
                self.conclusion = Some(Conclusion {
                    finding: *finding,
                    evidence: *evidence,
                    changes: *changes,
                    on: now.on,
                });
            }
            Fact::FindingTold { outcome, .. } => self.told = Some((*outcome, now.on)),
            Fact::CostAttributed {
                to,
                what,
                amount,
                monthly,
            } => {
                self.attribution = Some(Attribution {
                    to: *to,
                    what: *what,
                    amount: *amount,
                    monthly: *monthly,
                    on: now.on,
                });
            }
            Fact::SellerInstructed { person, words } => self.instructions.push((*person, *words)),
            Fact::CheckFirstAsked {
                contact,
                evidence,
                until,
                director,
            } => {
                self.check_first = Some(CheckFirst {
                    contact: *contact,
                    evidence: *evidence,
                    until: *until,
                    director: *director,
                    signed: None,
                    told_on: None,
                    reply: None,
                    lifted_on: None,
                });
            }
            _ => self.check(now),
        }
    }

    fn check(&mut self, now: &Happening<'_>) {
        let Some(check) = &mut self.check_first else {
            return;
        };
        match now.fact {
            Fact::CheckFirstSigned { defensor } => check.signed = Some((*defensor, now.on)),
            Fact::CheckFirstTold { .. } => check.told_on = Some(now.on),
            Fact::CheckFirstReplied { words } => check.reply = Some(*words),
            Fact::CheckFirstLifted { .. } => check.lifted_on = Some(now.on),
            _ => {}
        }
    }
}
