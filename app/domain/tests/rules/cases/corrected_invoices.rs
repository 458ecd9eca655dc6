//! What other terms make of an invoice that has not left, and what a corrective one makes of the one it is instead of.

use domain::account::{Difference, Invoice, InvoiceStanding, PromiseStage, Span, Terms};
use domain::command::AccountCommand as Ask;
use domain::ids::MatterId;

use super::invoices::{enter, euros, price, standing};
use super::wrong_invoices::{asked, asks, honour, left};
use crate::support::{World, codes, erp};

fn instead_of(old: &str, matter: MatterId, invoice: Invoice) -> Ask {
    Ask::EnterInvoice {
        matter,
        invoice,
        replaces: Some(old.into()),
    }
}

fn amend(world: &World, matter: MatterId, whole: i64) -> Ask {
    Ask::AmendPromise {
        matter,
        terms: match price() {
            Terms::Price { tax, every, .. } => Terms::Price {
                amount: euros(whole),
                tax,
                every,
            },
            other => other,
        },
        consent: world.text("de acuerdo"),
    }
}

fn how(world: &World, matter: MatterId, number: &str) -> InvoiceStanding {
    let known = world.promise_of(matter).invoices.of(number);
    known.expect("a known invoice").standing
}

#[test]
fn under_other_terms_what_has_not_left_is_compared_anew() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    world.asks("2026-06-05T09:00", enter(matter, asks("104", 150)));
    world.asks("2026-06-05T09:30", enter(matter, asks("105", 140)));
    world.asks("2026-06-05T10:00", enter(matter, asks("106", 121)));
    let other = amend(&world, matter, 140);
    let facts = world.asks("2026-06-08T09:00", other);
    assert_eq!(
        codes(&facts),
        [
            "promise_amended",
            "invoice_differed",
            "invoice_agreed",
            "invoice_differed"
        ]
    );
    let sum = |invoiced| {
        InvoiceStanding::Draft(Difference::Sum {
            promised: euros(140),
            invoiced: euros(invoiced),
        })
    };
    assert_eq!(how(&world, matter, "104"), sum(150));
    assert_eq!(how(&world, matter, "105"), InvoiceStanding::Holds);
    assert_eq!(
        how(&world, matter, "106"),
        InvoiceStanding::Draft(Difference::Sum {
            promised: euros(140),
            invoiced: euros(121),
        })
    );
    assert_eq!(world.promise_of(matter).stage, PromiseStage::AtRisk);
}

#[test]
fn other_terms_ask_nothing_of_an_invoice_that_was_compared_long_ago() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    world.asks("2026-06-05T09:00", enter(matter, asks("104", 121)));
    let other = amend(&world, matter, 140);
    let facts = world.asks("2026-07-13T09:00", other);
    assert_eq!(codes(&facts), ["promise_amended"]);
}

#[test]
fn a_corrective_invoice_takes_the_place_of_one_that_left_once_that_is_made_good() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    world.asks("2026-06-05T09:00", enter(matter, left("104", 150)));
    let corrective = instead_of("104", matter, left("105", 121));
    let facts = world.ask(&erp(), "2026-06-06T09:00", corrective);
    assert_eq!(codes(&facts), ["invoice_agreed"]);
    assert!(matches!(
        how(&world, matter, "104"),
        InvoiceStanding::Left(_)
    ));
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Broken);
    let is = (Some(euros(121)), Some(euros(29)));
    assert_eq!(asked(&world.asks("2026-06-06T12:00", honour(matter))), is);
    let again = instead_of("104", matter, left("106", 121));
    world.asks("2026-06-08T09:00", again);
    assert_eq!(how(&world, matter, "104"), InvoiceStanding::Replaced);
}

#[test]
fn one_that_kept_the_word_may_be_drawn_up_under_another_number() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), Span::Single);
    world.asks("2026-06-05T09:00", enter(matter, asks("104", 121)));
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Kept);
    let other = instead_of("104", matter, asks("105", 150));
    world.asks("2026-06-06T09:00", other);
    assert_eq!(how(&world, matter, "104"), InvoiceStanding::Replaced);
    assert_eq!(world.promise_of(matter).stage, PromiseStage::AtRisk);
}
