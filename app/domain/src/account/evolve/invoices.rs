//! What a compared invoice makes of its promise: kept, at risk while it has not left, or nothing where it is past.
//! It refuses to break it: that is a fact of its own.

use super::Happening;
use crate::account::{Difference, Invoice, InvoiceStanding, KnownInvoice, Promise, PromiseStage};
use crate::fact::{Aftermath, Fact};

impl Promise {
    pub(super) fn invoiced(&mut self, now: &Happening<'_>) {
        match now.fact {
            Fact::InvoiceAgreed { invoice, replaces } => {
                self.knows(now, invoice, InvoiceStanding::Holds, replaces.as_deref());
            }
            Fact::InvoiceDiffered {
                invoice,
                difference,
                aftermath,
                replaces,
            } => {
                let standing = standing(invoice, *difference, *aftermath);
                self.knows(now, invoice, standing, replaces.as_deref());
            }
            _ => {}
        }
    }

    fn knows(
        &mut self,
        now: &Happening<'_>,
        invoice: &Invoice,
        standing: InvoiceStanding,
        replaces: Option<&str>,
    ) {
        let before = [replaces, Some(invoice.number.as_str())];
        let before = before.into_iter().flatten();
        let before = before.filter_map(|number| self.invoices.of(number));
        let silent = before.clone().filter_map(|one| one.silent_since).min();
        let kept = before.filter_map(|one| one.kept).min();
        let keeps = standing == InvoiceStanding::Holds && self.stage != PromiseStage::Broken;
        if let Some(number) = replaces {
            self.invoices.replaced(number);
        }
        self.invoices.put(KnownInvoice {
            invoice: invoice.clone(),
            standing,
            on: now.on,
            silent_since: standing.is_to_be_told().then(|| silent.unwrap_or(now.on)),
            kept: kept.or(keeps.then_some(now.version)),
        });
        if matches!(standing, InvoiceStanding::Left(_)) && self.stage == PromiseStage::Broken {
            self.amends.breaks_again(now.on);
        }
        self.settle();
        if keeps {
            self.kept_on = self.kept_on.max(Some(now.on));
            let is_over = self.kept_on.is_some_and(|on| self.is_over(on));
            if is_over && self.stage != PromiseStage::AtRisk {
                self.stage = PromiseStage::Kept;
            }
        }
    }

    /// An invoice that differs and has not left puts a standing word at risk; without one it stands as it did, or was
    /// kept by another.
    pub(super) fn settle(&mut self) {
        let is_at_risk = self.invoices.drafts().next().is_some();
        match (self.stage, is_at_risk) {
            (PromiseStage::Made | PromiseStage::Confirmed | PromiseStage::Honoured, true) => {
                self.stood = Some(self.stage);
                self.stage = PromiseStage::AtRisk;
            }
            // Kept by an invoice that was then drawn up otherwise.
            (PromiseStage::Kept, true) => {
                self.stood = Some(PromiseStage::Confirmed);
                self.stage = PromiseStage::AtRisk;
            }
            (PromiseStage::AtRisk, false) => {
                self.stage = self.stood.take().unwrap_or(PromiseStage::Confirmed);
            }
            _ => self.stood = self.stood.filter(|_| self.stage == PromiseStage::AtRisk),
        }
    }
}

fn standing(invoice: &Invoice, difference: Difference, aftermath: Aftermath) -> InvoiceStanding {
    match (invoice.sent, aftermath) {
        (None, _) => InvoiceStanding::Draft(difference),
        (Some(_), _) if difference.favours_them() => InvoiceStanding::Holds,
        (Some(_), Aftermath::Open) => InvoiceStanding::Left(difference),
        (Some(_), Aftermath::Over) => InvoiceStanding::Over,
    }
}
