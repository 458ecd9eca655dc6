//! Which promise an invoice of a file is compared with: by its order, its words, its number, or because no other fits.

use domain::account::{ComparedWith, Essential, Invoice, Named, Span, WordsNamed, compared_with};
use domain::command::{AccountCommand as Ask, NewLine};
use domain::ids::MatterId;

use super::invoices::{enter, invoice, price, standing};
use crate::support::{World, date};

/// A price promised on that order.
fn promised_on(world: &mut World, order: Option<MatterId>) -> MatterId {
    let mut asked = world.promise(price(), standing());
    if let Ask::MakePromise { order: on, .. } = &mut asked {
        *on = order;
    }
    world.asks("2026-06-01T10:00", asked);
    world.newest("promise")
}

fn placed(world: &mut World, number: &str) -> MatterId {
    let line = NewLine {
        what: Some(world.text(number)),
        quantity: 1,
        requested: None,
        promised: None,
        essential: Essential::No,
    };
    let order = Ask::PlaceOrder {
        number: number.into(),
        placed_on: date("2026-06-01"),
        lines: vec![line],
    };
    world.asks("2026-06-01T09:00", order);
    world.newest("order")
}

fn on(order: &str) -> Named<'_> {
    Named {
        order: Some(order),
        ..Named::default()
    }
}

fn found(world: &World, invoice: &Invoice, named: Named<'_>) -> ComparedWith {
    compared_with(&world.account, invoice, named, |_| false)
}

#[test]
fn never_with_a_promise_on_another_order() {
    let mut world = World::with_ana();
    let other = placed(&mut world, "P-1");
    let there = promised_on(&mut world, Some(other));
    assert_eq!(found(&world, &invoice(), on("P-2")), ComparedWith::Nothing);
    assert_eq!(
        found(&world, &invoice(), on("P-1")),
        ComparedWith::One(there)
    );
    let on_none = promised_on(&mut world, None);
    assert_eq!(
        found(&world, &invoice(), on("P-2")),
        ComparedWith::One(on_none)
    );
    assert_eq!(
        found(&world, &invoice(), Named::default()),
        ComparedWith::Several(2),
        "where it names no order, any may be meant"
    );
}

#[test]
fn its_words_and_its_order_come_before_its_number() {
    let mut world = World::with_ana();
    let order = placed(&mut world, "P-1");
    let there = promised_on(&mut world, Some(order));
    let known = promised_on(&mut world, None);
    world.asks("2026-06-05T09:00", enter(known, invoice()));
    assert_eq!(
        found(&world, &invoice(), Named::default()),
        ComparedWith::One(known)
    );
    assert_eq!(
        found(&world, &invoice(), on("P-1")),
        ComparedWith::One(there)
    );
    let said = Named {
        words: WordsNamed::Yes,
        ..Named::default()
    };
    let of_there = &world.promise_of(there).what;
    let says = compared_with(&world.account, &invoice(), said, |promise| {
        promise.what == *of_there && promise.invoices.known.is_empty()
    });
    assert_eq!(says, ComparedWith::One(there));
    assert_eq!(found(&world, &invoice(), said), ComparedWith::NoSuchWords);
}

#[test]
fn nothing_was_promised_before_the_word_was_given() {
    let mut world = World::with_ana();
    promised_on(&mut world, None);
    let before = Invoice {
        drawn: date("2026-05-31"),
        ..invoice()
    };
    assert_eq!(
        found(&world, &before, Named::default()),
        ComparedWith::Nothing
    );
}

#[test]
fn a_corrective_one_goes_where_the_one_it_is_instead_of_went() {
    let mut world = World::with_ana();
    let kept = world.promised(price(), Span::Single);
    world.asks("2026-06-05T09:00", enter(kept, invoice()));
    let corrective = Invoice {
        number: "105".into(),
        ..invoice()
    };
    assert_eq!(
        found(&world, &corrective, Named::default()),
        ComparedWith::Nothing
    );
    let named = Named {
        replaces: Some("104"),
        ..Named::default()
    };
    assert_eq!(found(&world, &corrective, named), ComparedWith::One(kept));
}
