//! The customer reads a promise back and signs: what was shown is sealed with it, and other terms are signed anew.

use domain::account::{Every, Language, PromiseStage, Signature, Span, Terms};
use domain::command::AccountCommand as Ask;
use domain::context::Seen;
use domain::fact::Fact;
use domain::ids::MatterId;
use domain::key::Link;
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::refusal::Why;
use domain::strokes::{STROKES_MAX, Strokes};
use domain::text::{Digest, Salt, Text};

use crate::support::{DEFENSOR, MANAGER, World, codes, person};

const SHOWN: &str = "Lo que le hemos prometido\nPagará 89,00 € al mes en total.";

fn price(minor: i64) -> Terms {
    Terms::Price {
        amount: Money::new(minor, EUR),
        tax: TaxBasis::Included(Rate(2100)),
        every: Every::Month,
    }
}

fn promised() -> (World, MatterId) {
    let mut world = World::with_ana().with_a_defensor();
    let matter = world.promised(price(8_900), Span::Standing { until: None });
    (world, matter)
}

fn signs(world: &World, matter: MatterId, signature: Signature<Text>) -> Ask {
    world.signs(matter, SHOWN, signature)
}

fn drawn(world: &World, strokes: &str) -> Signature<Text> {
    Signature::Drawn(world.text(strokes))
}

#[test]
fn what_was_shown_is_sealed_and_the_promise_is_confirmed() {
    let (mut world, matter) = promised();
    let asked = signs(&world, matter, drawn(&world, "M10 10L90 40 120 60"));
    let shown = world.text(SHOWN);
    let facts = world.asks("2026-06-02T10:00", asked);
    assert_eq!(codes(&facts), ["promise_signed"]);
    let Fact::PromiseSigned { shown: sealed, .. } = &facts[0] else {
        panic!("signed: {facts:?}");
    };
    assert_eq!(*sealed, shown.reference());
    let worked_out = Digest::of(&[&shown.salt.0, SHOWN.as_bytes()]);
    assert_eq!(
        sealed.digest, worked_out,
        "the digest of exactly what was shown"
    );
    let bytes = world.entries.last().expect("a line").seal();
    let sealed = String::from_utf8(bytes).expect("JSON");
    assert!(sealed.contains(&worked_out.to_string()), "{sealed}");
    assert!(!sealed.contains("Pagará"), "words stand apart: {sealed}");
    let promise = world.promise_of(matter);
    assert_eq!(promise.stage, PromiseStage::Confirmed);
    let signed = promise.signed.expect("signed");
    assert!(promise.is_signed());
    assert_eq!(signed.shown.digest, worked_out);
    assert_eq!(signed.version, world.account.version);
    assert_eq!(signed.at, world.at("2026-06-02T10:00"));
}

#[test]
fn what_is_no_signature_is_refused() {
    let (mut world, matter) = promised();
    let many = "M0 0L90 90".repeat(STROKES_MAX + 1);
    let long = format!("M0 0L{}90 90", "10 10 ".repeat(3_000));
    let svg = "M0 0L90 90\"/><script>";
    for (strokes, why) in [
        ("", Why::NoSignature),
        ("M50 50L50 50", Why::NoSignature),
        (many.as_str(), Why::TooMany(STROKES_MAX)),
        (long.as_str(), Why::TooLong(20_000)),
        (svg, Why::BrokenForm),
    ] {
        let asked = signs(&world, matter, drawn(&world, strokes));
        let refused = world.refused("2026-06-02T10:00", asked);
        assert_eq!(refused, ("strokes".into(), why));
    }
    let huge = "M0 0L90 90".repeat(2_500);
    let asked = signs(&world, matter, drawn(&world, &huge));
    let refused = world.refused("2026-06-02T10:00", asked);
    assert_eq!(refused, (String::new(), Why::TooLong(20_000)));
    let nameless = Ask::SignPromise {
        matter,
        shown: world.text(SHOWN),
        language: Language::Es,
        by: world.text(" "),
        signature: Signature::Typed,
        link: world.text(&Link::of_promise(&Salt([5; 32])).to_string()),
    };
    let refused = world.refused("2026-06-02T10:00", nameless);
    assert_eq!(refused, ("name".into(), Why::Missing));
}

#[test]
fn whoever_had_something_older_on_the_screen_looks_again() {
    let (mut world, matter) = promised();
    let version = world.matter(matter).version;
    let amended = Ask::AmendPromise {
        matter,
        terms: price(7_900),
        consent: world.text("Me viene mejor"),
    };
    world.asks("2026-06-02T10:00", amended);
    let asked = signs(&world, matter, Signature::Typed);
    let now = world.at("2026-06-02T10:05");
    let seen = [Seen { matter, version }];
    let refused = world.ask_when(&person(MANAGER), now, now, &seen, asked.clone());
    assert_eq!(refused.expect_err("refused")[0].why, Why::Changed);
    let version = world.matter(matter).version;
    let seen = [Seen { matter, version }];
    let agreed = world.ask_when(&person(MANAGER), now, now, &seen, asked);
    assert_eq!(codes(&agreed.expect("agreed")), ["promise_signed"]);
}

#[test]
fn what_is_signed_is_signed_once_and_other_terms_anew() {
    let (mut world, matter) = promised();
    let asked = signs(&world, matter, Signature::Typed);
    world.asks("2026-06-02T10:00", asked);
    let again = signs(&world, matter, Signature::Typed);
    let refused = world.refused("2026-06-02T11:00", again);
    assert_eq!(refused, ("matter".into(), Why::SignedAlready));
    // The terms of what was signed change by their consent alone.
    let silent = Ask::AmendPromise {
        matter,
        terms: price(9_900),
        consent: world.text(" "),
    };
    let refused = world.refused("2026-06-03T10:00", silent);
    assert_eq!(refused.1, Why::LowersWhatWasShown);
    let amended = Ask::AmendPromise {
        matter,
        terms: price(7_900),
        consent: world.text("Me viene mejor"),
    };
    world.asks("2026-06-03T10:00", amended);
    let promise = world.promise_of(matter);
    assert!(
        !promise.is_signed() && promise.signed.is_some(),
        "kept, of its terms"
    );
    let anew = signs(&world, matter, Signature::Typed);
    world.asks("2026-06-03T10:10", anew);
    assert!(world.promise_of(matter).is_signed());
    let signatures = world
        .entries
        .iter()
        .filter(|entry| entry.fact.code() == "promise_signed");
    assert_eq!(signatures.count(), 2, "each is a fact, and nothing is lost");
}

#[test]
fn nothing_is_signed_that_does_not_stand_or_by_whoever_does_not_serve() {
    let (mut world, matter) = promised();
    let asked = signs(&world, matter, Signature::Typed);
    let refused = world.ask_try(&person(DEFENSOR), "2026-06-02T10:00", asked);
    assert!(matches!(
        refused.expect_err("refused")[0].why,
        Why::NotYours(_)
    ));
    let released = Ask::ReleasePromise {
        matter,
        consent: world.text("Ya no me hace falta"),
    };
    world.asks("2026-06-02T10:00", released);
    let asked = signs(&world, matter, Signature::Typed);
    let refused = world.refused("2026-06-02T10:05", asked);
    assert_eq!(refused, ("matter".into(), Why::NotInThisState));
    let order = world.placed(&[None]);
    let asked = signs(&world, order, Signature::Typed);
    let refused = world.refused("2026-06-02T10:10", asked);
    assert_eq!(refused, ("matter".into(), Why::NotInThisState));
}

#[test]
fn a_word_that_was_broken_while_they_wrote_is_signed_and_stays_broken() {
    let (mut world, matter) = promised();
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-02T10:00", broken);
    let asked = signs(&world, matter, Signature::Typed);
    assert_eq!(
        codes(&world.asks("2026-06-02T10:01", asked)),
        ["promise_signed"]
    );
    let promise = world.promise_of(matter);
    assert!(promise.is_signed() && promise.stage == PromiseStage::Broken);
    assert!(!promise.may_be_signed(), "nobody is asked to");
}

#[test]
fn a_drawing_as_the_pad_writes_it_is_agreed() {
    let (mut world, matter) = promised();
    let mut drawing = Strokes::default();
    drawing.begin((20, 100));
    (1..200).for_each(|step| drawing.go((20 + step * 2, 100 + (step % 7) * 10)));
    let asked = signs(&world, matter, drawn(&world, &drawing.to_string()));
    let facts = world.asks("2026-06-02T10:00", asked);
    assert!(matches!(
        facts[0],
        Fact::PromiseSigned {
            signature: Signature::Drawn(_),
            ..
        }
    ));
}
