//! Invoices beside a word that was given: one that differs and has not left, one instead of it, other terms, and one that
//! left, until the customer is told.

use domain::account::{Channel, Every, Invoice, Span, Terms};
use domain::command::AccountCommand as Ask;
use domain::fact::{Cost, Direction, Outcome};
use domain::ids::MatterId;
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::record::RecordKind;
use ledger::{Ledger, Whose};

use super::Story;
use crate::world::{ANA, day, text};

fn price(whole: i64) -> Terms {
    Terms::Price {
        amount: Money::new(whole * 100, EUR),
        tax: TaxBasis::Included(Rate(2100)),
        every: Every::Month,
    }
}

fn enter(matter: MatterId, number: &str, whole: i64, replaces: Option<&str>) -> Ask {
    Ask::EnterInvoice {
        matter,
        invoice: Invoice {
            number: number.to_owned(),
            drawn: day("2026-06-16"),
            amount: Money::new(whole * 100, EUR),
            tax: TaxBasis::Included(Rate(2100)),
            every: None,
            off: None,
            due: None,
            sent: None,
        },
        replaces: replaces.map(str::to_owned),
    }
}

async fn is_silent(ledger: &Ledger) -> bool {
    let rows = ledger.accounts(Whose::Anyones, None, 1).await;
    rows.expect("read").rows[0].silent_since.is_some()
}

async fn kept(ledger: &Ledger) -> u64 {
    let counts = ledger.record_counts(ANA).await.expect("read");
    let kept = counts
        .into_iter()
        .find(|(kind, _)| *kind == RecordKind::Kept);
    kept.map_or(0, |(_, count)| count)
}

pub(super) async fn invoiced(story: &mut Story<'_>) {
    let promise = Ask::MakePromise {
        terms: price(121),
        what: None,
        span: Span::Standing { until: None },
        by: None,
        to: None,
        channel: Channel::Counter,
        order: None,
    };
    let matter = story.ana(promise).await[0];
    let before = kept(story.ledger).await;
    assert!(!is_silent(story.ledger).await);
    story.ana(enter(matter, "F-1", 150, None)).await;
    assert!(is_silent(story.ledger).await, "nobody told the customer");
    story.ana(enter(matter, "F-2", 121, Some("F-1"))).await;
    assert!(!is_silent(story.ledger).await, "it was corrected in time");
    let consent = text(40, "De acuerdo");
    let terms = price(140);
    story
        .ana(Ask::AmendPromise {
            matter,
            terms,
            consent,
        })
        .await;
    story.ana(enter(matter, "F-2", 140, None)).await;
    assert_eq!(kept(story.ledger).await, before + 1, "one invoice kept it");
    let mut left = enter(matter, "F-3", 150, None);
    if let Ask::EnterInvoice { invoice, .. } = &mut left {
        invoice.sent = Some(day("2026-06-16"));
    }
    story.ana(left).await;
    assert!(is_silent(story.ledger).await);
    story
        .ana(Ask::RecordInteraction {
            matter: Some(matter),
            channel: Channel::Call,
            direction: Direction::Outgoing,
            contact: None,
            outcome: Outcome::Reached,
            cost: Cost::default(),
            note: None,
        })
        .await;
    assert!(!is_silent(story.ledger).await, "they were told");
}
