//! Invoices that differ from what was promised: how long the customer is not told, what is made good, and how much
//! comes off.

use domain::account::{
    ClaimKind, Difference, Every, Invoice, Off, PromiseStage, Reduction, RemedyKind, Span, Telling,
    Terms,
};
use domain::command::{About, AccountCommand as Ask, NewRemedy};
use domain::deadline::Bearer;
use domain::fact::Fact;
use domain::ids::MatterId;
use domain::money::Money;
use domain::refusal::Why;
use rstest::rstest;

use super::invoices::{enter, euros, invoice, price, standing};
use crate::support::{World, codes, date};

/// It asks for so many euros, where 121 were promised.
pub(super) fn asks(number: &str, whole: i64) -> Invoice {
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

pub(super) fn left(number: &str, whole: i64) -> Invoice {
    Invoice {
        sent: Some(date("2026-06-05")),
        ..asks(number, whole)
    }
}

pub(super) fn honour(matter: MatterId) -> Ask {
    let remedy = NewRemedy {
        kind: RemedyKind::InvoiceCorrection,
        amount: None,
        bearer: Bearer::Owner,
        by: None,
        what: None,
    };
    Ask::Honour {
        matter,
        remedies: vec![remedy],
    }
}

/// What is to be paid now, and what is frozen.
pub(super) fn asked(facts: &[Fact]) -> (Option<Money>, Option<Money>) {
    let found = facts.iter().find_map(|fact| match fact {
        Fact::Honoured {
            pay_now, frozen, ..
        } => Some((*pay_now, *frozen)),
        _ => None,
    });
    found.expect("it is honoured")
}

/// As the house honours it by itself, and as it does on a claim.
fn both_ways(world: &World, matter: MatterId) -> [(Option<Money>, Option<Money>); 2] {
    let (mut alone, mut claimed) = (world.clone(), world.clone());
    let claim = claimed.claim(About::Promise { matter }, ClaimKind::BrokenPromise);
    [
        asked(&alone.asks("2026-06-05T12:00", honour(matter))),
        asked(&claimed.asks("2026-06-05T12:00", claim)),
    ]
}

#[test]
fn all_that_left_is_frozen_whoever_honours_it() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    world.asks("2026-06-05T09:00", enter(matter, left("104", 150)));
    world.asks("2026-06-05T10:00", enter(matter, left("105", 140)));
    let both = (Some(euros(242)), Some(euros(48)));
    assert_eq!(both_ways(&world, matter), [both, both]);
}

#[test]
fn a_price_that_holds_once_is_paid_once() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), Span::Single);
    world.asks("2026-06-05T09:00", enter(matter, left("104", 150)));
    world.asks("2026-06-05T10:00", enter(matter, left("105", 150)));
    let once = (Some(euros(121)), Some(euros(179)));
    assert_eq!(both_ways(&world, matter), [once, once]);
}

#[rstest]
#[case::more(341, (Some(euros(121)), Some(euros(220))))]
#[case::less(100, (Some(euros(100)), None))]
fn asked_for_by_the_year_they_pay_the_lesser(
    #[case] whole: i64,
    #[case] is: (Option<Money>, Option<Money>),
) {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    let by_the_year = Invoice {
        every: Some(Every::Year),
        ..left("104", whole)
    };
    world.asks("2026-06-05T09:00", enter(matter, by_the_year));
    assert_eq!(both_ways(&world, matter), [is, is]);
}

#[test]
fn less_off_than_promised_is_frozen_whoever_honours_it() {
    let mut world = World::with_ana();
    let matter = world.promised(super::invoices::percent(), standing());
    let ten_off = Invoice {
        off: Some(Off::List(euros(100))),
        ..left("104", 90)
    };
    world.asks("2026-06-05T09:00", enter(matter, ten_off));
    let is = (Some(euros(87)), Some(euros(3)));
    assert_eq!(both_ways(&world, matter), [is, is]);
}

#[test]
fn what_the_customer_says_counts_where_it_asks_for_more() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    world.asks("2026-06-05T09:00", enter(matter, left("104", 150)));
    for (said, frozen) in [(140, 29), (160, 39)] {
        let mut world = world.clone();
        let mut claim = world.claim(About::Promise { matter }, ClaimKind::BrokenPromise);
        if let Ask::MakeClaim { invoiced, .. } = &mut claim {
            *invoiced = Some(euros(said));
        }
        let (_, is) = asked(&world.asks("2026-06-05T12:00", claim));
        assert_eq!(is, Some(euros(frozen)), "{said}");
    }
}

#[test]
fn of_a_second_that_leaves_they_are_told_too() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), standing());
    world.asks("2026-06-05T09:00", enter(matter, left("104", 150)));
    let call = world.call(matter);
    world.asks("2026-06-06T09:00", call);
    let telling = |world: &World| world.promise_of(matter).amends.telling;
    assert_eq!(telling(&world), Telling::Told(date("2026-06-06")));
    let facts = world.asks("2026-06-08T09:00", enter(matter, left("105", 140)));
    assert_eq!(codes(&facts), ["invoice_differed"], "broken it was already");
    assert_eq!(telling(&world), Telling::Owed(date("2026-06-08")));
}

#[test]
fn an_invoice_is_not_compared_with_a_word_given_after_it() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), Span::Single);
    let before = Invoice {
        drawn: date("2026-05-31"),
        ..invoice()
    };
    assert_eq!(
        world.refused("2026-06-05T09:00", enter(matter, before)),
        ("drawn".into(), Why::BeforeTheWord)
    );
    let that_day = Invoice {
        drawn: date("2026-06-01"),
        ..invoice()
    };
    world.asks("2026-06-05T09:00", enter(matter, that_day));
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Kept);
}

#[test]
fn more_off_than_the_price_leaves_nothing_to_pay() {
    let off = Terms::Discount {
        reduction: Reduction::Amount(euros(30)),
    };
    let free = Invoice {
        off: Some(Off::List(euros(20))),
        ..asks("104", 0)
    };
    assert_eq!(off.differs(&free), None);
    let some = Invoice {
        amount: euros(5),
        ..free
    };
    let is = Difference::Sum {
        promised: euros(0),
        invoiced: euros(5),
    };
    assert_eq!(off.differs(&some), Some(is));
}

#[rstest]
#[case::list(Off::List(euros(-1)), "list")]
#[case::off(Off::Applied(Reduction::Amount(euros(-1))), "off")]
fn nothing_less_than_nothing_comes_off(#[case] off: Off, #[case] field: &str) {
    let mut world = World::with_ana();
    let matter = world.promised(super::invoices::percent(), standing());
    let wrong = Invoice {
        off: Some(off),
        ..invoice()
    };
    assert_eq!(
        world.refused("2026-06-05T09:00", enter(matter, wrong)),
        (field.to_owned(), Why::NotPositive)
    );
}
