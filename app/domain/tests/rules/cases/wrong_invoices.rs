//! Invoices that differ from what was promised: how long the customer is not told, and what is made good.

use domain::account::{Invoice, Span};

use super::invoices::{enter, euros, invoice, price, standing};
use crate::support::{World, date};

/// It asks for so many euros, where 121 were promised.
fn asks(number: &str, whole: i64) -> Invoice {
    Invoice {
        number: number.into(),
        amount: euros(whole),
        ..invoice()
    }
}

#[test]
fn the_silence_runs_from_the_first_draft_until_the_customer_is_told() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    assert_eq!(world.matter(matter).silent_since(), None);
    for (wall, sum) in [("2026-06-05T09:00", 150), ("2026-06-08T09:00", 140)] {
        world.asks(wall, enter(matter, asks("104", sum)));
        let since = world.matter(matter).silent_since();
        assert_eq!(
            since,
            Some(date("2026-06-05")),
            "drawn up otherwise, it still differs"
        );
    }
    let left = Invoice {
        sent: Some(date("2026-06-09")),
        ..asks("104", 140)
    };
    world.asks("2026-06-09T09:00", enter(matter, left));
    let since = world.matter(matter).silent_since();
    assert_eq!(
        since,
        Some(date("2026-06-05")),
        "it left, and they were not told"
    );
    let call = world.call(matter);
    world.asks("2026-06-10T09:00", call);
    assert_eq!(world.matter(matter).silent_since(), None);
    world.asks("2026-06-11T09:00", enter(matter, asks("105", 150)));
    let since = world.matter(matter).silent_since();
    assert_eq!(
        since,
        Some(date("2026-06-11")),
        "of another they know nothing"
    );
}

#[test]
fn an_invoice_corrected_before_it_leaves_ends_the_silence() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), Span::Single);
    world.asks("2026-06-05T09:00", enter(matter, asks("104", 150)));
    world.asks("2026-06-05T11:00", enter(matter, invoice()));
    assert_eq!(world.matter(matter).silent_since(), None);
}
