//! Invoices beside what was promised: each kind of difference, what each sets off, and what cannot be entered.

use domain::account::{
    Difference, Every, Invoice, Off, PromiseStage, Reduction, RemedyKind, Span, Terms,
};
use domain::command::{AccountCommand as Ask, NewRemedy};
use domain::deadline::Bearer;
use domain::fact::{Aftermath, Fact};
use domain::ids::MatterId;
use domain::money::{COP, EUR, Money, Rate, TaxBasis};
use domain::refusal::Why;
use rstest::rstest;

use crate::support::{World, codes, date, delivery, erp, owed};

const VAT: TaxBasis = TaxBasis::Included(Rate(2100));

pub(super) fn euros(whole: i64) -> Money {
    Money::new(whole * 100, EUR)
}

pub(super) fn price() -> Terms {
    Terms::Price {
        amount: euros(121),
        tax: VAT,
        every: Every::Month,
    }
}

pub(super) fn percent() -> Terms {
    Terms::Discount {
        reduction: Reduction::Percent(Rate(1300)),
    }
}

pub(super) fn payment() -> Terms {
    Terms::Payment { days: 60 }
}

/// Drawn up on the 5th of June for what `price` says, and still here.
pub(super) fn invoice() -> Invoice {
    Invoice {
        number: "104".into(),
        drawn: date("2026-06-05"),
        amount: euros(121),
        tax: VAT,
        every: None,
        off: None,
        due: None,
        sent: None,
    }
}

pub(super) fn enter(matter: MatterId, invoice: Invoice) -> Ask {
    Ask::EnterInvoice {
        matter,
        invoice,
        replaces: None,
    }
}

pub(super) fn standing() -> Span {
    Span::Standing { until: None }
}

fn differs(terms: Terms, invoice: &Invoice) -> Option<&'static str> {
    terms.differs(invoice).map(|difference| match difference {
        Difference::Sum { .. } => "sum",
        Difference::Tax { .. } => "tax",
        Difference::Every { .. } => "every",
        Difference::Currency { .. } => "currency",
        Difference::Due { .. } => "due",
    })
}

#[rstest]
#[case::the_same(invoice(), None)]
#[case::the_tax_said_apart(
    Invoice { amount: euros(100), tax: TaxBasis::Excluded(Rate(2100)), ..invoice() },
    None
)]
#[case::a_cent_more(Invoice { amount: Money::new(12_101, EUR), ..invoice() }, Some("sum"))]
#[case::a_cent_less(Invoice { amount: Money::new(12_099, EUR), ..invoice() }, Some("sum"))]
#[case::the_tax_on_top(Invoice { tax: TaxBasis::Excluded(Rate(2100)), ..invoice() }, Some("sum"))]
#[case::another_rate_within(Invoice { tax: TaxBasis::Included(Rate(1000)), ..invoice() }, Some("tax"))]
#[case::exempt(Invoice { tax: TaxBasis::Exempt, ..invoice() }, Some("tax"))]
#[case::by_the_year(Invoice { every: Some(Every::Year), ..invoice() }, Some("every"))]
#[case::by_the_month_as_said(Invoice { every: Some(Every::Month), ..invoice() }, None)]
#[case::another_currency(Invoice { amount: Money::new(12_100, COP), ..invoice() }, Some("currency"))]
fn a_price_is_compared_with_its_tax_to_the_cent(
    #[case] invoice: Invoice,
    #[case] is: Option<&str>,
) {
    assert_eq!(differs(price(), &invoice), is);
}

#[rstest]
#[case::thirteen_off(87, Off::List(euros(100)), None)]
#[case::ten_off(90, Off::List(euros(100)), Some("sum"))]
#[case::said_as_applied(87, Off::Applied(Reduction::Percent(Rate(1300))), None)]
#[case::another_applied(87, Off::Applied(Reduction::Percent(Rate(1000))), Some("sum"))]
#[case::the_sum_that_came_off(87, Off::Applied(Reduction::Amount(euros(13))), None)]
#[case::another_sum(87, Off::Applied(Reduction::Amount(euros(10))), Some("sum"))]
#[case::a_price_in_another_currency(87, Off::List(Money::new(10_000, COP)), Some("currency"))]
fn a_discount_is_compared_by_what_was_before(
    #[case] amount: i64,
    #[case] off: Off,
    #[case] is: Option<&str>,
) {
    let invoice = Invoice {
        amount: euros(amount),
        off: Some(off),
        ..invoice()
    };
    assert_eq!(differs(percent(), &invoice), is);
}

#[rstest]
#[case::as_promised("2026-08-04", None)]
#[case::sooner("2026-08-03", Some("due"))]
#[case::later("2026-08-05", Some("due"))]
fn payment_is_compared_by_its_day(#[case] due: &str, #[case] is: Option<&str>) {
    let invoice = Invoice {
        due: Some(date(due)),
        ..invoice()
    };
    assert_eq!(differs(payment(), &invoice), is);
}

#[test]
fn one_that_agrees_keeps_a_single_word_for_good_and_a_standing_one_this_time() {
    let mut world = World::with_ana();
    let single = world.promised(price(), Span::Single);
    let facts = world.asks("2026-06-05T09:00", enter(single, invoice()));
    assert_eq!(codes(&facts), ["invoice_agreed"]);
    assert_eq!(world.promise_of(single).stage, PromiseStage::Kept);
    assert!(!world.matter(single).is_open());
    let long = world.promised(price(), standing());
    world.asks("2026-06-05T09:00", enter(long, invoice()));
    assert_eq!(world.promise_of(long).stage, PromiseStage::Made);
    assert_eq!(
        owed(world.matter(long)),
        [("compare", date("2026-07-10"))],
        "thirty-five days on"
    );
}

#[test]
fn entered_twice_it_is_one() {
    let mut world = World::with_ana();
    let matter = world.promised(payment(), standing());
    let sooner = Invoice {
        due: Some(date("2026-07-05")),
        ..invoice()
    };
    for (wall, facts) in [("2026-06-05T09:00", 1), ("2026-06-05T10:00", 0)] {
        let told = world.asks(wall, enter(matter, sooner.clone()));
        assert_eq!(told.len(), facts, "{told:?}");
    }
    assert_eq!(world.promise_of(matter).stage, PromiseStage::AtRisk);
}

#[test]
fn what_left_and_favours_them_is_theirs() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    let less = Invoice {
        amount: euros(100),
        sent: Some(date("2026-06-05")),
        ..invoice()
    };
    let facts = world.asks("2026-06-05T09:00", enter(matter, less));
    assert!(matches!(
        facts.as_slice(),
        [Fact::InvoiceDiffered {
            aftermath: Aftermath::Over,
            ..
        }]
    ));
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Made);
}

#[test]
fn what_left_is_made_good_with_what_to_pay_and_what_is_frozen() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    let more = Invoice {
        amount: euros(150),
        sent: Some(date("2026-06-05")),
        ..invoice()
    };
    let facts = world.asks("2026-06-05T09:00", enter(matter, more));
    assert_eq!(codes(&facts), ["invoice_differed", "promise_broken"]);
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Broken);
    let remedy = NewRemedy {
        kind: RemedyKind::Credit,
        amount: Some(euros(29)),
        bearer: Bearer::Owner,
        by: None,
        what: None,
    };
    let honour = Ask::Honour {
        matter,
        remedies: vec![remedy],
    };
    let facts = world.asks("2026-06-05T10:00", honour);
    assert_eq!(
        facts[0],
        Fact::Honoured {
            claim: None,
            pay_now: Some(euros(121)),
            frozen: Some(euros(29)),
        }
    );
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Honoured);
}

#[test]
fn what_a_source_tells_of_an_invoice_long_gone_is_written_and_sets_nothing_off() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    let more = Invoice {
        amount: euros(150),
        sent: Some(date("2026-06-05")),
        ..invoice()
    };
    let facts = world.ask(&erp(), "2026-09-01T09:00", enter(matter, more));
    assert_eq!(codes(&facts), ["invoice_differed"]);
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Made);
    let entry = world.entries.last().expect("a fact");
    assert_eq!(entry.on, date("2026-06-05"), "on its own day");
}

#[test]
fn a_word_at_risk_is_kept_by_a_corrected_invoice_alone() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), Span::Single);
    let more = Invoice {
        amount: euros(150),
        ..invoice()
    };
    world.asks("2026-06-05T09:00", enter(matter, more.clone()));
    let keep = Ask::KeepPromise {
        matter,
        evidence: world.text("factura 104"),
    };
    assert_eq!(
        world.refused("2026-06-05T10:00", keep),
        ("matter".into(), Why::NotInThisState)
    );
    world.asks("2026-06-05T11:00", enter(matter, invoice()));
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Kept);
    let facts = world.asks("2026-06-05T12:00", enter(matter, more));
    assert_eq!(codes(&facts), ["invoice_differed"]);
    assert_eq!(
        world.promise_of(matter).stage,
        PromiseStage::AtRisk,
        "drawn up otherwise after all, it opens the word again"
    );
}

#[rstest]
#[case::no_number(Invoice { number: String::new(), ..invoice() }, "number", Why::Missing)]
#[case::nothing_to_pay(Invoice { amount: euros(0), ..invoice() }, "amount", Why::NotPositive)]
#[case::tax_left_out(
    Invoice { tax: TaxBasis::Excluded(Rate(2100)), ..invoice() },
    "tax",
    Why::TaxExcludedToConsumer
)]
#[case::drawn_tomorrow(Invoice { drawn: date("2026-06-06"), ..invoice() }, "drawn", Why::InTheFuture)]
#[case::sent_before(Invoice { sent: Some(date("2026-06-04")), ..invoice() }, "sent", Why::BeforeTheInvoice)]
#[case::due_before(Invoice { due: Some(date("2026-06-04")), ..invoice() }, "due", Why::BeforeTheInvoice)]
fn an_invoice_that_cannot_be_is_refused(
    #[case] invoice: Invoice,
    #[case] field: &str,
    #[case] why: Why,
) {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    assert_eq!(
        world.refused("2026-06-05T09:00", enter(matter, invoice)),
        (field.to_owned(), why)
    );
}

#[test]
fn what_terms_are_compared_by_must_be_on_it() {
    let mut world = World::with_ana();
    for (terms, field, why) in [
        (percent(), "list", Why::Missing),
        (payment(), "due", Why::Missing),
        (Terms::Other, "matter", Why::NothingToCompare),
        (delivery("2026-06-15"), "matter", Why::NothingToCompare),
    ] {
        let matter = world.promised(terms, Span::Single);
        assert_eq!(
            world.refused("2026-06-05T09:00", enter(matter, invoice())),
            (field.to_owned(), why)
        );
    }
    let order = world.placed(&[Some("2026-06-15")]);
    assert_eq!(
        world.refused("2026-06-05T09:00", enter(order, invoice())),
        ("matter".into(), Why::NothingToCompare)
    );
    let matter = world.promised(price(), standing());
    let replaces = Ask::EnterInvoice {
        matter,
        invoice: invoice(),
        replaces: Some("103".into()),
    };
    assert_eq!(
        world.refused("2026-06-05T09:00", replaces),
        ("replaces".into(), Why::NoSuchInvoice)
    );
}
