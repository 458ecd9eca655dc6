//! Story 5, «El defensor», up to the answer: two points in one claim, one honoured in its commit, one denied with
//! reasons; and who is there for the customer who does not agree.

use domain::account::{ClaimKind, ClaimStage, MatterState, PromiseStage, Resolution, Span, Terms};
use domain::command::{About, AccountCommand as Ask, NewAnswer};
use domain::house::HouseCommand;
use domain::ids::MatterId;
use domain::refusal::Why;

use crate::support::{DIRECTOR, LOGISTICS, SALES, STAFF, World, codes, date, owed, person};

/// A house with its defensor, and support that was promised in four hours and given in two days.
fn claimed() -> (World, MatterId, MatterId) {
    let mut world = World::with_ana();
    let appoint = HouseCommand::AppointDefensor {
        person: LOGISTICS,
        until: date("2029-06-01"),
    };
    for director in [SALES, DIRECTOR] {
        world.ask_house(&person(director), &appoint);
    }
    let promise = world.promised(Terms::Other, Span::Standing { until: None });
    let mut claim = world.claim(About::Promise { matter: promise }, ClaimKind::BrokenPromise);
    if let Ask::MakeClaim { points, .. } = &mut claim {
        *points = vec![
            world.text("Prometieron soporte en cuatro horas y tardaron dos días"),
            world.text("Quiero un mes de cuota por los días perdidos"),
        ];
    }
    let facts = world.ask(&person(STAFF), "2026-06-02T09:00", claim);
    assert!(codes(&facts).contains(&"honoured"), "in the same commit");
    let claim = world.newest("claim");
    (world, promise, claim)
}

fn answers(world: &World, reasons: &str) -> Vec<NewAnswer> {
    vec![
        NewAnswer {
            resolution: Resolution::Accepted,
            reasons: None,
        },
        NewAnswer {
            resolution: Resolution::Denied,
            reasons: Some(world.text(reasons)),
        },
    ]
}

#[test]
fn compensation_beyond_the_promise_is_a_point_of_its_own_and_may_be_denied_with_reasons() {
    let (mut world, promise, claim) = claimed();
    let silent = Ask::AnswerClaim {
        matter: claim,
        answers: answers(&world, " "),
    };
    assert_eq!(
        world.refused("2026-06-05T09:00", silent),
        ("answer.1.reasons".into(), Why::DenialWithoutReasons)
    );
    let answered = Ask::AnswerClaim {
        matter: claim,
        answers: answers(&world, "La cuota cubre la línea, que no se cortó"),
    };
    world.asks("2026-06-05T09:00", answered);
    assert_eq!(world.promise_of(promise).stage, PromiseStage::Honoured);
    let delivered = Ask::DeliverAnswer {
        matter: claim,
        channel: domain::account::Channel::Email,
        on: None,
    };
    world.asks("2026-06-05T10:00", delivered);
    let MatterState::Claim(known) = &world.matter(claim).state else {
        panic!("a claim");
    };
    assert!(matches!(known.stage, ClaimStage::Delivered { .. }));
    assert_eq!(owed(world.matter(claim)), [], "answered in its days");
    assert!(
        world.matter(promise).is_open(),
        "and what was honoured is still made good"
    );
}

#[test]
fn the_house_has_a_defensor_for_as_long_as_the_term_runs() {
    let (world, ..) = claimed();
    assert_eq!(world.house.defensor(date("2026-06-05")), Some(LOGISTICS));
    assert_eq!(world.house.defensor(date("2029-06-01")), Some(LOGISTICS));
    assert_eq!(world.house.defensor(date("2029-06-02")), None);
    assert_eq!(
        World::with_ana().house.defensor(date("2026-06-05")),
        None,
        "nobody was appointed"
    );
}
