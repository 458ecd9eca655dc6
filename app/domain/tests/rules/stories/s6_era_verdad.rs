//! Story 6, and after it: the customer who was checked first is right the next time, and is honoured in the commit of the
//! finding.

use domain::account::{
    Belief, Channel, ClaimKind, Finding, MatterState, PromiseStage, Span, Terms, Trust,
};
use domain::command::{About, AccountCommand as Ask};
use domain::ids::MatterId;
use domain::money::{EUR, Money, Rate, TaxBasis};

use super::s6_no_era_verdad::{asked, found_wrong, honoured, trust};
use crate::support::{ANA, DEFENSOR, DIRECTOR, World, codes, date, owed, person};

/// Ana is checked first since the 11th of June.
fn checked_first() -> World {
    let (mut world, matter) = honoured();
    found_wrong(&mut world, matter);
    asked(&mut world, matter);
    let sign = Ask::SignCheckFirst { matter };
    world.ask(&person(DEFENSOR), "2026-06-11T09:00", sign);
    world
}

fn price() -> Terms {
    Terms::Price {
        amount: Money::new(8_900, EUR),
        tax: TaxBasis::Included(Rate(2100)),
        every: domain::account::Every::Month,
    }
}

/// «Me dijeron 89 y la factura dice 107,69»; it is looked into first.
fn claimed(world: &mut World, about: About) -> (MatterId, MatterId) {
    let mut claim = world.claim(about, ClaimKind::BrokenPromise);
    if let Ask::MakeClaim {
        contact, invoiced, ..
    } = &mut claim
    {
        *contact = Some(ANA);
        *invoiced = Some(Money::new(10_769, EUR));
    }
    let facts = codes(&world.asks("2026-07-01T10:00", claim));
    assert!(!facts.contains(&"honoured"), "{facts:?}");
    (world.newest("claim"), world.newest("investigation"))
}

fn concluded(world: &mut World, matter: MatterId, finding: Finding) -> Vec<&'static str> {
    let conclude = Ask::Conclude {
        matter,
        finding,
        evidence: world.text("La oferta impresa dice 89"),
        changes: Some(world.text("Se imprime lo que se dice")),
    };
    codes(&world.ask(&person(DIRECTOR), "2026-07-08T10:00", conclude))
}

#[test]
fn who_was_right_is_honoured_in_the_commit_of_the_finding() {
    let mut world = checked_first();
    let span = Span::Standing { until: None };
    let promise = world.promised(price(), span);
    let (claim, file) = claimed(&mut world, About::Promise { matter: promise });
    assert_eq!(world.promise_of(promise).stage, PromiseStage::Made);
    assert_eq!(
        concluded(&mut world, file, Finding::Seller),
        [
            "investigation_concluded",
            "promise_broken",
            "honoured",
            "remedy_owed"
        ]
    );
    let known = world.promise_of(promise);
    assert_eq!(known.stage, PromiseStage::Honoured);
    let honour = known.amends.honour.expect("honoured");
    assert_eq!(honour.claim, Some(claim));
    assert_eq!(honour.on, date("2026-07-08"), "on the day it was known");
    assert_eq!(honour.pay_now, Some(Money::new(8_900, EUR)));
    assert_eq!(
        honour.frozen,
        Some(Money::new(1_869, EUR)),
        "as the claim told"
    );
    let dues = owed(world.matter(file));
    assert!(
        dues.iter().any(|(due, _)| *due == "finding"),
        "they are still to be told of it: {dues:?}"
    );
    let until = date("2027-06-10");
    assert_eq!(
        trust(&world),
        Trust::CheckFirst { until },
        "the defensor lifts it"
    );
}

#[test]
fn a_word_that_only_the_claim_told_of_is_honoured_as_well() {
    for finding in [Finding::Seller, Finding::Shared, Finding::Process] {
        let mut world = checked_first();
        let about = About::Unrecorded {
            terms: price(),
            what: None,
            span: Span::Single,
            by: None,
        };
        let (_, file) = claimed(&mut world, about);
        let facts = concluded(&mut world, file, finding);
        assert!(facts.contains(&"honoured"), "{finding:?}: {facts:?}");
    }
}

#[test]
fn who_was_wrong_again_or_may_have_been_is_not() {
    for finding in [Finding::Customer, Finding::Unproven] {
        let mut world = checked_first();
        let (_, file) = claimed(&mut world, About::Nothing);
        let facts = concluded(&mut world, file, finding);
        assert_eq!(facts, ["investigation_concluded"], "{finding:?}");
    }
}

#[test]
fn what_was_honoured_meanwhile_is_not_given_twice() {
    let mut world = checked_first();
    let promise = world.promised(price(), Span::Single);
    let (_, file) = claimed(&mut world, About::Promise { matter: promise });
    // Another of the family, who is believed, claims the same.
    let about = About::Promise { matter: promise };
    let believed = world.claim(about, ClaimKind::BrokenPromise);
    assert!(codes(&world.asks("2026-07-03T10:00", believed)).contains(&"honoured"));
    assert_eq!(
        concluded(&mut world, file, Finding::Seller),
        ["investigation_concluded"]
    );
}

#[test]
fn an_order_that_was_checked_first_is_honoured_in_the_lines_that_were_claimed() {
    let mut world = checked_first();
    let matter = world.placed(&[Some("2026-06-15"), Some("2026-09-15")]);
    let lines = vec![0];
    let (_, file) = claimed(&mut world, About::Order { matter, lines });
    let facts = concluded(&mut world, file, Finding::Process);
    assert!(
        facts.contains(&"lines_missed") && facts.contains(&"honoured"),
        "{facts:?}"
    );
    let MatterState::Order(order) = &world.matter(matter).state else {
        panic!("an order");
    };
    let missed: Vec<_> = order.missed.iter().copied().collect();
    assert_eq!(missed, [0], "nobody claimed the other");
}

#[test]
fn whoever_was_believed_at_once_is_not_honoured_again_by_the_finding() {
    let mut world = World::with_ana();
    let claim = world.claim(About::Nothing, ClaimKind::BrokenPromise);
    assert!(codes(&world.asks("2026-07-01T10:00", claim)).contains(&"honoured"));
    let file = world.newest("investigation");
    let MatterState::Investigation(known) = &world.matter(file).state else {
        panic!("an investigation");
    };
    assert_eq!(known.belief, Belief::AtOnce);
    assert_eq!(
        concluded(&mut world, file, Finding::Seller),
        ["investigation_concluded"]
    );
    let told = Ask::TellFinding {
        matter: file,
        outcome: world.text("Tenía usted razón"),
        channel: Channel::Call,
    };
    let facts = codes(&world.ask(&person(DIRECTOR), "2026-07-09T10:00", told));
    assert_eq!(facts, ["finding_told"]);
}
