//! No invoice that asks for more than was promised stands before the customer unspoken of: while it has not left, the
//! word is at risk and its correction owed; once it has, the word is broken, or its break was told already.

use chrono::Days;
use domain::account::{
    AccountKind, Every, Invoice, InvoiceStanding, MatterState, Off, PromiseStage, Reduction, Span,
    Terms,
};
use domain::command::AccountCommand as Ask;
use domain::deadline::DueKind;
use domain::fact::{Aftermath, Fact};
use domain::ids::MatterId;
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::time::Date;
use proptest::prelude::*;

use super::live::live;
use super::steps::{Step, histories};
use crate::support::{World, codes};

/// An invoice on that matter, which may say what was promised or not, be drawn up anew, replace another, or have left.
pub(super) fn entered(step: &Step, matter: MatterId, today: Date) -> Ask {
    let drawn = today - Days::new(u64::from(step.kind));
    let number = |n: u8| format!("F-{}", n % 3);
    Ask::EnterInvoice {
        matter,
        invoice: Invoice {
            number: number(step.way),
            drawn,
            amount: Money::new(1_000 + i64::from(step.pick % 4) * 4, EUR),
            tax: TaxBasis::Included(Rate(2100)),
            every: [None, Some(Every::Month)][usize::from(step.pick % 2)],
            off: Some(Off::Applied(Reduction::Percent(Rate(1_000)))),
            due: Some(drawn + Days::new(10 + step.ahead % 2)),
            sent: (step.way % 4 == 1).then_some(today),
        },
        replaces: (step.way % 5 == 2).then(|| number(step.pick)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_word_is_at_risk_or_broken_while_an_invoice_differs(history in histories()) {
        live(&history, |world, done| {
            for matter in world.account.matters.values() {
                let MatterState::Promise(promise) = &matter.state else { continue };
                let differs = promise.invoices.drafts().next().is_some();
                let is_owed = matter.owes.due(DueKind::Correct).is_some();
                let binds = promise.is_running();
                assert_eq!(differs && binds, is_owed, "{promise:#?}");
                let is_at_risk = promise.stage == PromiseStage::AtRisk;
                let is_told = matches!(promise.stage, PromiseStage::Broken | PromiseStage::Released);
                assert!(is_at_risk == differs || (differs && is_told), "{promise:#?}");
                let left = |one: &domain::account::KnownInvoice| matches!(one.standing, InvoiceStanding::Left(_));
                let is_wrong = promise.invoices.known.iter().any(left);
                assert!(!is_wrong || promise.stage != PromiseStage::Kept, "{promise:#?}");
            }
            let (Ask::EnterInvoice { matter, .. }, Some(facts)) = (done.asked, done.facts) else { return };
            let was_broken = match &done.before.matters[matter].state {
                MatterState::Promise(promise) => promise.stage == PromiseStage::Broken,
                _ => false,
            };
            let is_sent = facts.iter().any(|fact| matches!(
                fact,
                Fact::InvoiceDiffered { invoice, aftermath: Aftermath::Open, .. } if invoice.sent.is_some()
            ));
            let breaks = codes(facts).contains(&"promise_broken");
            assert_eq!(breaks, is_sent && !was_broken, "{facts:#?}");
        });
    }

    #[test]
    fn an_invoice_agrees_when_it_asks_what_the_price_does_and_no_cent_else(
        minor in 1..10_000_000i64,
        rate in 0..3_000u16,
        beside in -1_000..1_000i64,
        apart in any::<bool>(),
    ) {
        let mut world = World::spain(&[]).joined_by_ana(AccountKind::Business);
        let promised = TaxBasis::Included(Rate(rate));
        let amount = Money::new(minor, EUR);
        let terms = Terms::Price { amount, tax: promised, every: Every::Once };
        let matter = world.promised(terms, Span::Single);
        let split = promised.split(amount);
        // The same price, its tax said within or on top of it.
        let (said, tax) = match apart {
            false => (amount, promised),
            true => (split.base, TaxBasis::Excluded(Rate(rate))),
        };
        let invoice = Invoice {
            number: "1".into(),
            drawn: "2026-06-02".parse().expect("a day"),
            amount: Money::new(said.minor + beside, EUR),
            tax,
            every: None,
            off: None,
            due: None,
            sent: None,
        };
        prop_assume!(invoice.amount.minor > 0);
        let same = invoice.split() == split;
        let facts = world.asks("2026-06-03T09:00", Ask::EnterInvoice { matter, invoice, replaces: None });
        let is = if same { "invoice_agreed" } else { "invoice_differed" };
        prop_assert_eq!(codes(&facts), [is]);
        prop_assert!(apart || same == (beside == 0), "to the cent");
        let stage = world.promise_of(matter).stage;
        prop_assert_eq!(stage, if same { PromiseStage::Kept } else { PromiseStage::AtRisk });
    }
}
