//! A cost that comes again each month: until the promise ends, by its last day, by being kept for good or let off.

use domain::account::{Attribution, ClaimKind, CostBearer, Every, MatterState, Span, Terms};
use domain::command::{About, AccountCommand as Ask};
use domain::ids::MatterId;
use domain::money::{EUR, Money, Rate, TaxBasis};

use crate::support::*;

/// 18,69 € a month, placed on the 30th of June 2026, on a price that stands so long.
fn placed(span: Span) -> (World, MatterId, Attribution) {
    let mut world = World::with_ana();
    let price = Terms::Price {
        amount: Money::new(8_900, EUR),
        tax: TaxBasis::Included(Rate(2100)),
        every: Every::Month,
    };
    let promise = world.promised(price, span);
    let about = About::Promise { matter: promise };
    let claim = world.claim(about, ClaimKind::BrokenPromise);
    world.asks("2026-06-11T10:00", claim);
    let matter = world.newest("investigation");
    let concluded = Ask::Conclude {
        matter,
        finding: domain::account::Finding::Seller,
        evidence: world.text("lo dijo"),
        changes: None,
    };
    world.ask(&person(DIRECTOR), "2026-06-15T10:00", concluded);
    let cost = Ask::AttributeCost {
        matter,
        to: CostBearer::CostCentre,
        what: world.text("Ventas"),
        amount: Money::new(1_869, EUR),
        monthly: true,
    };
    world.ask(&person(SALES), "2026-06-30T10:00", cost);
    let MatterState::Investigation(file) = &world.matter(matter).state else {
        panic!("an investigation");
    };
    let attribution = file.attribution.expect("placed");
    assert_eq!(attribution.on, date("2026-06-30"));
    (world, promise, attribution)
}

/// How often it came and what it came to, in cents, by that day.
fn come(world: &World, promise: MatterId, cost: &Attribution, as_of: &str) -> (u32, i64) {
    let accrued = cost.accrued(Some(world.promise_of(promise)), date(as_of));
    (accrued.times, accrued.amount.minor)
}

#[test]
fn it_comes_each_month_until_the_last_day_of_the_promise() {
    let until = Some(date("2027-02-28"));
    let (world, promise, cost) = placed(Span::Standing { until });
    for (as_of, times, minor) in [
        ("2026-06-30", 1, 1_869),
        ("2026-07-29", 1, 1_869),
        ("2026-07-30", 2, 3_738),
        ("2026-12-31", 7, 13_083),
        // The 30th of February is its last day; and after it the promise is over.
        ("2027-02-27", 8, 14_952),
        ("2027-02-28", 9, 16_821),
        ("2027-03-30", 9, 16_821),
        ("2030-01-01", 9, 16_821),
    ] {
        let came = come(&world, promise, &cost, as_of);
        assert_eq!(came, (times, minor), "{as_of}");
    }
}

#[test]
fn without_an_end_it_goes_on_until_the_customer_lets_us_off() {
    let (mut world, promise, cost) = placed(Span::Standing { until: None });
    assert_eq!(come(&world, promise, &cost, "2027-06-30"), (13, 24_297));
    let let_off = Ask::ReleasePromise {
        matter: promise,
        consent: world.text("Se muda y lo deja"),
    };
    world.asks("2026-09-10T10:00", let_off);
    assert_eq!(come(&world, promise, &cost, "2026-08-30"), (3, 5_607));
    assert_eq!(come(&world, promise, &cost, "2027-06-30"), (3, 5_607));
}
