//! Story 1, its second variant: the invoice is imported before it leaves. The mismatch is caught, corrected the same
//! day, and the customer never sees it.

use domain::account::{Difference, Every, Invoice, PromiseStage, Span, Terms};
use domain::command::AccountCommand as Ask;
use domain::context::Role;
use domain::deadline::Bearer;
use domain::entry::Audience;
use domain::fact::{Aftermath, Fact, Foreseen, FoundBy};
use domain::ids::MatterId;
use domain::money::{COP, Money, Rate, TaxBasis};

use crate::support::{LOGISTICS, MANAGER, World, codes, date, erp, owed, person};

fn pesos(whole: i64) -> Money {
    Money::new(whole * 100, COP)
}

fn signed() -> (World, MatterId) {
    let mut world = World::colombia();
    world.open_consumer("2026-03-02T10:00", "Doña Clara");
    let terms = Terms::Price {
        amount: pesos(89_000),
        tax: TaxBasis::Included(Rate(1600)),
        every: Every::Month,
    };
    let asked = world.promise(terms, Span::Standing { until: None });
    world.ask(&person(MANAGER), "2026-03-02T10:05", asked);
    let matter = world.newest("promise");
    (world, matter)
}

/// As billing draws it up: the tax comes on top.
fn on_top() -> Invoice {
    Invoice {
        number: "F-104".into(),
        drawn: date("2026-03-27"),
        amount: pesos(89_000),
        tax: TaxBasis::Excluded(Rate(1600)),
        every: Some(Every::Month),
        off: None,
        due: None,
        sent: None,
    }
}

fn as_promised(number: &str) -> Invoice {
    Invoice {
        number: number.into(),
        tax: TaxBasis::Included(Rate(1600)),
        ..on_top()
    }
}

fn enter(matter: MatterId, invoice: Invoice) -> Ask {
    Ask::EnterInvoice {
        matter,
        invoice,
        replaces: None,
    }
}

fn imported(world: &mut World, wall: &str, matter: MatterId, invoice: Invoice) -> Vec<Fact> {
    world.ask(&erp(), wall, enter(matter, invoice))
}

#[test]
fn the_mismatch_is_caught_before_the_customer_sees_it() {
    let (mut world, matter) = signed();
    let facts = imported(&mut world, "2026-03-27T09:00", matter, on_top());
    assert_eq!(
        facts,
        [Fact::InvoiceDiffered {
            invoice: on_top(),
            difference: Difference::Sum {
                promised: pesos(89_000),
                invoiced: pesos(103_240),
            },
            aftermath: Aftermath::Open,
            replaces: None,
        }]
    );
    assert_eq!(world.promise_of(matter).stage, PromiseStage::AtRisk);
    assert_eq!(
        owed(world.matter(matter)),
        [("correct", date("2026-03-27"))],
        "the same working day"
    );
    let due = &world.matter(matter).owes.dues[0];
    assert_eq!(due.bearer, Bearer::Role(Role::Logistics));
    assert_eq!(due.deadline.rule.0, "PAL-correct");
}

#[test]
fn the_customer_never_sees_it() {
    let (mut world, matter) = signed();
    imported(&mut world, "2026-03-27T09:00", matter, on_top());
    let corrected = Ask::EnterInvoice {
        matter,
        invoice: as_promised("F-104-R"),
        replaces: Some("F-104".into()),
    };
    let facts = world.ask(&person(LOGISTICS), "2026-03-27T11:00", corrected);
    assert_eq!(codes(&facts), ["invoice_agreed"]);
    let promise = world.promise_of(matter);
    assert_eq!(promise.stage, PromiseStage::Made);
    assert_eq!(promise.kept_on, Some(date("2026-03-27")));
    assert_eq!(
        owed(world.matter(matter)),
        [("compare", date("2026-05-01"))],
        "the next invoice is compared"
    );
    let seen: Vec<_> = world
        .entries
        .iter()
        .filter(|entry| entry.audience == Audience::Customer)
        .map(|entry| entry.fact.code())
        .collect();
    assert_eq!(
        seen.last(),
        Some(&"invoice_agreed"),
        "of the two invoices they see the one that says what was promised"
    );
    assert!(!seen.contains(&"invoice_differed") && !seen.contains(&"promise_broken"));
}

#[test]
fn the_same_invoice_drawn_up_anew_clears_it_too() {
    let (mut world, matter) = signed();
    imported(&mut world, "2026-03-27T09:00", matter, on_top());
    let facts = imported(&mut world, "2026-03-27T12:00", matter, as_promised("F-104"));
    assert_eq!(codes(&facts), ["invoice_agreed"]);
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Made);
    let again = imported(
        &mut world,
        "2026-03-30T09:00",
        matter,
        Invoice {
            sent: Some(date("2026-03-28")),
            ..as_promised("F-104")
        },
    );
    assert_eq!(again, [], "that it left changes nothing");
}

#[test]
fn sent_all_the_same_it_is_broken_by_the_house_and_owes_all_that_follows() {
    let (mut world, matter) = signed();
    imported(&mut world, "2026-03-27T09:00", matter, on_top());
    let left = Invoice {
        sent: Some(date("2026-03-28")),
        ..on_top()
    };
    let facts = imported(&mut world, "2026-03-30T09:00", matter, left);
    assert_eq!(codes(&facts), ["invoice_differed", "promise_broken"]);
    assert_eq!(
        facts[1],
        Fact::PromiseBroken {
            found_by: FoundBy::House,
            foreseen: Foreseen::No,
            note: None,
        }
    );
    let codes_owed: Vec<_> = owed(world.matter(matter))
        .into_iter()
        .map(|(code, _)| code)
        .collect();
    assert_eq!(codes_owed, ["tell", "apology"]);
}
