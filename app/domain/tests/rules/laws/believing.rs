//! Whoever is checked first is believed exactly when the finding says that the word was given: then and there, whatever
//! went before, and never otherwise.

use domain::account::{ClaimKind, Finding, MatterState, Span, Terms};
use domain::command::{About, AccountCommand as Ask};
use domain::fact::Fact;
use domain::ids::MatterId;
use domain::money::{EUR, Money};
use proptest::prelude::*;

use super::live::live_in;
use super::steps::{History, histories};
use crate::support::{ANA, DEFENSOR, DIRECTOR, World, person};

const FINDINGS: [Finding; 5] = [
    Finding::Seller,
    Finding::Customer,
    Finding::Process,
    Finding::Shared,
    Finding::Unproven,
];

fn few_steps() -> impl Strategy<Value = History> {
    histories().prop_map(|mut history| {
        history.steps.truncate(8);
        history
    })
}

fn conclude(world: &mut World, wall: &str, matter: MatterId, finding: Finding) -> Vec<Fact> {
    let concluded = Ask::Conclude {
        matter,
        finding,
        evidence: world.text("consta"),
        changes: Some(world.text("se apunta")),
    };
    world.ask(&person(DIRECTOR), wall, concluded)
}

/// Found wrong once, and so signed by both.
fn checked_first(world: &mut World) {
    let file = claimed(world, "2027-06-01T10:00", About::Nothing, None);
    conclude(world, "2027-06-02T10:00", file, Finding::Customer);
    let evidence = world.text("lo firmado");
    let asked = Ask::AskCheckFirst {
        matter: file,
        evidence,
    };
    world.ask(&person(DIRECTOR), "2027-06-02T11:00", asked);
    let sign = Ask::SignCheckFirst { matter: file };
    world.ask(&person(DEFENSOR), "2027-06-03T10:00", sign);
}

/// Ana claims; the file that it opens.
fn claimed(world: &mut World, wall: &str, about: About, invoiced: Option<i64>) -> MatterId {
    let mut claim = world.claim(about, ClaimKind::BrokenPromise);
    if let Ask::MakeClaim {
        contact,
        invoiced: said,
        ..
    } = &mut claim
    {
        *contact = Some(ANA);
        *said = invoiced.map(|minor| Money::new(minor, EUR));
    }
    world.ask(&person(DIRECTOR), wall, claim);
    world.newest("investigation")
}

/// Every word that a claim may be about.
fn words(world: &World) -> Vec<About> {
    let unrecorded = About::Unrecorded {
        terms: Terms::Other,
        what: None,
        span: Span::Single,
        by: None,
    };
    let known = world.account.matters.iter();
    let known = known.filter_map(|(matter, one)| match &one.state {
        MatterState::Promise(_) => Some(About::Promise { matter: *matter }),
        MatterState::Order(_) => Some(About::Order {
            matter: *matter,
            lines: Vec::new(),
        }),
        MatterState::Claim(_) | MatterState::Investigation(_) => None,
    });
    known.chain([unrecorded, About::Nothing]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_is_checked_first_is_honoured_with_the_finding_that_confirms_and_with_no_other(
        history in few_steps(),
        invoiced in prop::option::of(1..1_000_000i64),
    ) {
        let house = World::spain(&[]).with_a_defensor();
        let mut world = live_in(house, &history, |_, _| {});
        prop_assume!(world.house.active(DIRECTOR).is_some());
        checked_first(&mut world);
        for (about, finding) in words(&world).into_iter().zip(FINDINGS.into_iter().cycle()) {
            let mut world = world.clone();
            let file = claimed(&mut world, "2027-06-10T10:00", about.clone(), invoiced);
            let claim = world.newest("claim");
            let before = world.entries.iter().filter(|entry| is_honoured(&entry.fact, claim)).count();
            prop_assert_eq!(before, 0, "checked first: {:?}", about);
            let facts = conclude(&mut world, "2027-06-20T10:00", file, finding);
            let after = facts.iter().any(|fact| is_honoured(fact, claim));
            prop_assert_eq!(after, finding.confirms_the_word(), "{:?} {:?}", finding, about);
        }
    }
}

fn is_honoured(fact: &Fact, claim: MatterId) -> bool {
    matches!(fact, Fact::Honoured { claim: Some(of), .. } if *of == claim)
}
