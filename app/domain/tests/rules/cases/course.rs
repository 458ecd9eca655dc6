//! A claim from its reception to its resolution: completed or lapsed, in mediation, answered and delivered, reopened,
//! rated; and what it cost the customer to be heard.

use domain::account::{Channel, Claim, ClaimKind, ClaimStage, MatterState, Rating, Resolution};
use domain::command::{About, AccountCommand as Ask, NewAnswer};
use domain::deadline::DueKind;
use domain::fact::{Cost, Direction, Fact, Outcome};
use domain::ids::MatterId;
use domain::refusal::Why;

use crate::support::{DIRECTOR, MANAGER, STAFF, World, codes, date, owed, person};

/// Received on Monday the 1st of June, to be answered by the 16th.
fn received() -> (World, MatterId) {
    let mut world = World::with_ana();
    let asked = world.claim(About::Nothing, ClaimKind::Treatment);
    world.asks("2026-06-01T10:00", asked);
    let claim = world.newest("claim");
    (world, claim)
}

fn of(world: &World, matter: MatterId) -> &Claim {
    match &world.matter(matter).state {
        MatterState::Claim(claim) => claim,
        other => panic!("not a claim: {other:?}"),
    }
}

fn ask(world: &World, matter: MatterId, by: Option<&str>) -> Ask {
    Ask::AskToComplete {
        matter,
        missing: world.text("la factura"),
        by: by.map(date),
    }
}

fn complete(world: &World, matter: MatterId) -> Ask {
    Ask::CompleteClaim {
        matter,
        points: vec![world.text("y cobraron dos veces")],
        note: Some(world.text("aquí está la factura")),
    }
}

fn answer(world: &World, matter: MatterId, points: usize) -> Ask {
    let denied = || NewAnswer {
        resolution: Resolution::Denied,
        reasons: Some(world.text("se hizo como se dijo")),
    };
    Ask::AnswerClaim {
        matter,
        answers: std::iter::repeat_with(denied).take(points).collect(),
    }
}

const fn deliver(matter: MatterId) -> Ask {
    Ask::DeliverAnswer {
        matter,
        channel: Channel::Counter,
        on: None,
    }
}

fn rate(world: &World, matter: MatterId) -> Ask {
    Ask::RecordSatisfaction {
        matter,
        rating: Rating::try_from(4).expect("a rating"),
        words: Some(world.text("bien")),
    }
}

fn reopen(world: &World, matter: MatterId) -> Ask {
    Ask::ReopenClaim {
        matter,
        reason: world.text("no está conforme"),
    }
}

fn resolved() -> (World, MatterId) {
    let (mut world, claim) = received();
    let asked = answer(&world, claim, 1);
    world.asks("2026-06-02T09:00", asked);
    world.asks("2026-06-03T09:00", deliver(claim));
    (world, claim)
}

#[test]
fn whoever_is_asked_to_complete_has_ten_working_days_and_a_saturday_is_none() {
    let (mut world, claim) = received();
    let early = ask(&world, claim, Some("2026-06-14"));
    assert_eq!(
        world.refused("2026-06-01T11:00", early),
        ("by".into(), Why::CompletionTooEarly(date("2026-06-15")))
    );
    let asked = ask(&world, claim, None);
    world.asks("2026-06-01T11:00", asked);
    let ClaimStage::Incomplete { until, .. } = of(&world, claim).stage else {
        panic!("incomplete");
    };
    assert_eq!(until, date("2026-06-15"));
    assert_eq!(owed(world.matter(claim)), [("complete", until)]);
    let shorter = ask(&world, claim, Some("2026-06-16"));
    let longer = ask(&world, claim, Some("2026-06-30"));
    world.asks("2026-06-01T12:00", longer);
    assert_eq!(
        world.refused("2026-06-02T09:00", shorter),
        ("by".into(), Why::CompletionTooEarly(date("2026-06-30"))),
        "nor fewer days than they were told"
    );
}

#[test]
fn a_warning_written_down_late_takes_no_day_from_the_customer() {
    let (mut world, claim) = received();
    let asked = ask(&world, claim, None);
    let (now, then) = (world.at("2026-07-06T09:00"), world.at("2026-06-02T09:00"));
    world
        .ask_when(&person(MANAGER), now, then, &[], asked)
        .expect("the account agrees");
    let ClaimStage::Incomplete { until, .. } = of(&world, claim).stage else {
        panic!("incomplete");
    };
    assert_eq!(until, date("2026-07-20"));
}

#[test]
fn the_clock_of_an_answer_restarts_when_the_claim_is_complete() {
    let (mut world, claim) = received();
    assert_eq!(owed(world.matter(claim)), [("answer", date("2026-06-16"))]);
    let asked = ask(&world, claim, None);
    world.asks("2026-06-01T11:00", asked);
    let completed = complete(&world, claim);
    let facts = world.asks("2026-06-10T09:00", completed);
    assert_eq!(codes(&facts), ["claim_completed"]);
    assert_eq!(
        of(&world, claim).points.len(),
        2,
        "one more point to answer"
    );
    assert_eq!(of(&world, claim).stage, ClaimStage::InStudy);
    assert_eq!(
        owed(world.matter(claim)),
        [("answer", date("2026-06-25"))],
        "fifteen natural days from the 10th"
    );
    let skips = answer(&world, claim, 1);
    assert_eq!(
        world.refused("2026-06-11T09:00", skips),
        ("answer.1.resolution".into(), Why::PointNotAnswered)
    );
}

#[test]
fn what_was_never_asked_is_not_completed() {
    let (mut world, claim) = received();
    let completed = complete(&world, claim);
    assert_eq!(
        world.refused("2026-06-02T09:00", completed),
        ("matter".into(), Why::NothingAskedFor)
    );
    let asked = ask(&world, claim, None);
    world.asks("2026-06-02T10:00", asked);
    let empty = Ask::CompleteClaim {
        matter: claim,
        points: Vec::new(),
        note: None,
    };
    assert_eq!(
        world.refused("2026-06-02T11:00", empty),
        ("note".into(), Why::Missing)
    );
}

#[test]
fn a_claim_lapses_only_after_a_warning_and_its_days_and_reopens_in_one_tap() {
    let (mut world, claim) = received();
    let lapse = Ask::LapseClaim { matter: claim };
    assert_eq!(
        world.refused("2027-06-01T09:00", lapse.clone()),
        ("matter".into(), Why::NeverWarned),
        "never because time ran out"
    );
    let asked = ask(&world, claim, None);
    world.asks("2026-06-01T11:00", asked);
    assert_eq!(
        world.refused("2026-06-15T23:00", lapse.clone()),
        ("matter".into(), Why::LapsesAfter(date("2026-06-15")))
    );
    world.asks("2026-06-16T09:00", lapse.clone());
    assert!(!world.matter(claim).is_open());
    assert_eq!(
        world.refused("2026-06-17T09:00", lapse),
        ("matter".into(), Why::NotInThisState)
    );
    let reopened = reopen(&world, claim);
    world.ask(&person(STAFF), "2026-07-01T09:00", reopened);
    assert_eq!(
        owed(world.matter(claim)),
        [("answer", date("2026-07-16"))],
        "its clock begins with the day it was reopened"
    );
}

#[test]
fn an_incomplete_claim_may_be_answered_with_what_there_is() {
    let (mut world, claim) = received();
    let asked = ask(&world, claim, None);
    world.asks("2026-06-01T11:00", asked);
    let answered = answer(&world, claim, 1);
    world.asks("2026-06-02T09:00", answered);
    assert_eq!(
        of(&world, claim).stage,
        ClaimStage::Answered {
            on: date("2026-06-02")
        }
    );
}

#[test]
fn an_answer_is_owed_until_the_customer_has_it() {
    let (mut world, claim) = received();
    assert_eq!(
        world.refused("2026-06-02T08:00", deliver(claim)),
        ("matter".into(), Why::NotInThisState),
        "there is none yet"
    );
    let answered = answer(&world, claim, 1);
    world.asks("2026-06-03T09:00", answered);
    assert!(world.matter(claim).is_open());
    assert_eq!(
        owed(world.matter(claim)),
        [("answer", date("2026-06-16"))],
        "written is not told"
    );
    for (on, why) in [
        ("2026-06-02", Why::BeforeTheAnswer(date("2026-06-03"))),
        ("2026-06-05", Why::InTheFuture),
    ] {
        let asked = Ask::DeliverAnswer {
            matter: claim,
            channel: Channel::Email,
            on: Some(date(on)),
        };
        assert_eq!(world.refused("2026-06-04T09:00", asked), ("on".into(), why));
    }
    let facts = world.asks("2026-06-04T09:00", deliver(claim));
    assert_eq!(
        facts,
        [Fact::AnswerDelivered {
            channel: Channel::Counter,
            on: date("2026-06-04")
        }]
    );
    assert!(!world.matter(claim).is_open());
    assert_eq!(owed(world.matter(claim)), []);
}

#[test]
fn an_answered_claim_reopens_with_every_point_unanswered() {
    let (mut world, claim) = resolved();
    let reopened = reopen(&world, claim);
    world.ask(&person(DIRECTOR), "2026-06-10T09:00", reopened);
    assert!(
        of(&world, claim)
            .points
            .iter()
            .all(|one| one.answer.is_none())
    );
    assert_eq!(owed(world.matter(claim)), [("answer", date("2026-06-25"))]);
    let twice = reopen(&world, claim);
    assert_eq!(
        world.refused("2026-06-10T10:00", twice),
        ("matter".into(), Why::NotInThisState)
    );
    let wordless = Ask::ReopenClaim {
        matter: claim,
        reason: world.text(" "),
    };
    assert_eq!(
        world.refused("2026-06-10T10:00", wordless),
        ("reason".into(), Why::NoReason)
    );
}

#[test]
fn a_mediation_stops_no_clock_and_is_followed_until_its_outcome() {
    let (mut world, claim) = received();
    let opened = |world: &World, on: &str| Ask::OpenMediation {
        matter: claim,
        body: world.text("Junta Arbitral"),
        reference: Some(world.text("77/26")),
        on: Some(date(on)),
    };
    let tomorrow = opened(&world, "2026-06-05");
    assert_eq!(
        world.refused("2026-06-04T09:00", tomorrow),
        ("on".into(), Why::InTheFuture)
    );
    let today = opened(&world, "2026-06-04");
    world.asks("2026-06-04T09:00", today);
    assert_eq!(
        owed(world.matter(claim)),
        [
            ("answer", date("2026-06-16")),
            ("mediate", date("2026-07-04"))
        ],
        "the law's date is where it was"
    );
    let twice = opened(&world, "2026-06-04");
    assert_eq!(
        world.refused("2026-06-05T09:00", twice),
        ("matter".into(), Why::NotInThisState)
    );
    let answered = answer(&world, claim, 1);
    world.asks("2026-06-08T09:00", answered);
    world.asks("2026-06-08T10:00", deliver(claim));
    assert!(world.matter(claim).is_open(), "it is still before them");
    let early = rate(&world, claim);
    assert_eq!(
        world.refused("2026-06-09T09:00", early),
        ("rating".into(), Why::BeforeTheResolution)
    );
    let closed = Ask::CloseMediation {
        matter: claim,
        outcome: world.text("acuerdo"),
    };
    world.asks("2026-07-01T09:00", closed.clone());
    assert!(!world.matter(claim).is_open());
    assert_eq!(
        world.refused("2026-07-02T09:00", closed),
        ("matter".into(), Why::NotInThisState)
    );
}

#[test]
fn satisfaction_is_asked_once_and_only_after_the_resolution() {
    let (mut world, claim) = received();
    let early = rate(&world, claim);
    assert_eq!(
        world.refused("2026-06-02T09:00", early.clone()),
        ("rating".into(), Why::BeforeTheResolution)
    );
    let answered = answer(&world, claim, 1);
    world.asks("2026-06-02T09:00", answered);
    assert_eq!(
        world.refused("2026-06-02T10:00", early),
        ("rating".into(), Why::BeforeTheResolution),
        "they have not read it"
    );
    world.asks("2026-06-03T09:00", deliver(claim));
    let rated = rate(&world, claim);
    world.asks("2026-06-04T09:00", rated.clone());
    assert_eq!(
        world.refused("2026-06-05T09:00", rated),
        ("rating".into(), Why::RatedAlready)
    );
    assert!(
        [0u8, 6].into_iter().all(|of| Rating::try_from(of).is_err()),
        "from 1 to 5"
    );
}

#[test]
fn each_time_the_customer_comes_is_counted_and_who_recorded_it_knows() {
    let (mut world, claim) = received();
    assert_eq!(world.matter(claim).contacts, 1, "the goal is one");
    let spoke = |direction| Ask::RecordInteraction {
        matter: Some(claim),
        channel: Channel::Call,
        direction,
        contact: None,
        outcome: Outcome::Reached,
        cost: Cost::default(),
        note: None,
    };
    world.ask(
        &person(STAFF),
        "2026-06-02T09:00",
        spoke(Direction::Incoming),
    );
    world.ask(
        &person(DIRECTOR),
        "2026-06-02T10:00",
        spoke(Direction::Outgoing),
    );
    let matter = world.matter(claim);
    assert_eq!(matter.contacts, 2);
    let known: Vec<_> = matter.known_by.iter().copied().collect();
    let mut all = vec![MANAGER, STAFF, DIRECTOR];
    all.sort_unstable();
    assert_eq!(known, all);
}

#[test]
fn a_claim_is_in_study_once_somebody_works_on_it() {
    let (mut world, claim) = received();
    assert_eq!(of(&world, claim).stage, ClaimStage::Received);
    let note = Ask::AddNote {
        matter: Some(claim),
        note: world.text("llamo a la tienda"),
    };
    world.asks("2026-06-02T09:00", note);
    assert_eq!(of(&world, claim).stage, ClaimStage::InStudy);
}

#[test]
fn when_it_happened_and_was_said_lie_behind_us_and_stand_on_the_claim() {
    let mut world = World::with_ana();
    let dated = |world: &World, happened: &str, said: &str| {
        let mut asked = world.claim(About::Nothing, ClaimKind::Treatment);
        if let Ask::MakeClaim { dates, .. } = &mut asked {
            dates.happened_on = Some(date(happened));
            dates.said_on = Some(date(said));
        }
        asked
    };
    let ahead = dated(&world, "2026-06-03", "2026-05-01");
    assert_eq!(
        world.refused("2026-06-02T09:00", ahead),
        ("happened_on".into(), Why::InTheFuture)
    );
    let ahead = dated(&world, "2026-05-30", "2026-06-03");
    assert_eq!(
        world.refused("2026-06-02T09:00", ahead),
        ("said_on".into(), Why::InTheFuture)
    );
    let behind = dated(&world, "2026-05-30", "2026-03-02");
    let facts = world.asks("2026-06-02T09:00", behind);
    assert_eq!(codes(&facts), ["claim_received", "claim_dated"]);
    let claim = of(&world, world.newest("claim"));
    assert_eq!(claim.happened_on, Some(date("2026-05-30")));
    assert_eq!(claim.said_on, Some(date("2026-03-02")));
}

#[test]
fn a_mediation_may_be_moved_with_its_reason() {
    let (mut world, claim) = received();
    let opened = Ask::OpenMediation {
        matter: claim,
        body: world.text("Junta Arbitral"),
        reference: None,
        on: None,
    };
    world.asks("2026-06-04T09:00", opened);
    let moved = Ask::MoveDue {
        matter: claim,
        due: DueKind::Mediate,
        to: date("2026-09-01"),
        reason: world.text("la vista es en septiembre"),
    };
    world.asks("2026-06-05T09:00", moved);
    let due = world.matter(claim).owes.due(DueKind::Mediate);
    assert_eq!(due.map(|due| due.deadline.on), Some(date("2026-09-01")));
}
