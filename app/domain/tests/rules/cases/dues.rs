//! Dues keep their dates: moved with a reason, never beyond their last day, and never by themselves.

use domain::account::{ClaimKind, RemedyKind, Span, Terms};
use domain::command::{About, AccountCommand as Ask, NewAnswer, NewRemedy};
use domain::context::Seen;
use domain::deadline::{Bearer, DueKind};
use domain::ids::MatterId;
use domain::refusal::{Refusal, Why};
use domain::rules::PAL_UNTIL;

use crate::support::{MANAGER, World, date, delivery, owed, person};

fn move_due(world: &World, matter: MatterId, due: DueKind, to: &str) -> Ask {
    Ask::MoveDue {
        matter,
        due,
        to: date(to),
        reason: world.text("así lo pide"),
    }
}

fn note(world: &World, matter: MatterId) -> Ask {
    Ask::AddNote {
        matter: Some(matter),
        note: world.text("una nota"),
    }
}

#[test]
fn an_asking_bounded_by_its_last_day_moves_and_stays_moved() {
    let mut world = World::with_ana();
    let until = Span::Standing {
        until: Some(date("2026-06-20")),
    };
    let matter = world.promised(Terms::Other, until);
    let due = &world.matter(matter).owes.dues[0];
    assert_eq!(
        (due.deadline.on, due.deadline.rule.clone()),
        (date("2026-06-20"), PAL_UNTIL)
    );
    let moved = move_due(&world, matter, DueKind::Ask, "2026-06-18");
    world.asks("2026-06-03T09:00", moved);
    let noted = note(&world, matter);
    world.asks("2026-06-04T09:00", noted);
    assert_eq!(owed(world.matter(matter)), [("ask", date("2026-06-18"))]);
}

#[test]
fn what_is_overdue_stays_red_on_its_day() {
    let mut world = World::with_ana();
    let until = Span::Standing {
        until: Some(date("2026-06-20")),
    };
    let matter = world.promised(Terms::Other, until);
    let noted = note(&world, matter);
    world.asks("2026-06-25T09:00", noted);
    assert_eq!(owed(world.matter(matter)), [("ask", date("2026-06-20"))]);
}

#[test]
fn a_check_comes_no_later_than_the_day_that_was_promised() {
    let mut world = World::with_ana();
    for matter in [
        world.placed(&[Some("2026-06-15")]),
        world.promised(delivery("2026-06-15"), Span::Single),
    ] {
        let late = move_due(&world, matter, DueKind::Check, "2026-06-16");
        assert_eq!(
            world.refused("2026-06-02T09:00", late),
            ("to".into(), Why::LaterThanPromised(date("2026-06-15")))
        );
        let on_the_day = move_due(&world, matter, DueKind::Check, "2026-06-15");
        world.asks("2026-06-02T09:00", on_the_day);
        assert_eq!(owed(world.matter(matter))[0].1, date("2026-06-15"));
    }
    let undated = world.placed(&[None]);
    let late = move_due(&world, undated, DueKind::Check, "2026-07-02");
    assert_eq!(
        world.refused("2026-06-02T09:00", late),
        ("to".into(), Why::LaterThanTheLaw(date("2026-07-01")))
    );
}

#[test]
fn a_remedy_comes_no_later_than_the_customer_was_told() {
    let mut world = World::with_ana();
    let matter = world.promised(Terms::Other, Span::Single);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-02T09:00", broken);
    let honour = Ask::Honour {
        matter,
        remedies: vec![NewRemedy {
            kind: RemedyKind::Service,
            amount: None,
            bearer: Bearer::Owner,
            by: Some(date("2026-06-10")),
            what: None,
        }],
    };
    world.asks("2026-06-02T10:00", honour);
    let late = move_due(&world, matter, DueKind::Remedy(0), "2026-06-11");
    assert_eq!(
        world.refused("2026-06-03T09:00", late),
        ("to".into(), Why::LaterThanTold(date("2026-06-10")))
    );
    let sooner = move_due(&world, matter, DueKind::Remedy(0), "2026-06-08");
    world.asks("2026-06-03T09:00", sooner);
    let back = move_due(&world, matter, DueKind::Remedy(0), "2026-06-10");
    world.asks("2026-06-03T10:00", back);
}

#[test]
fn an_answer_moved_forward_may_move_back_to_the_day_of_the_law() {
    let mut world = World::with_ana();
    let claim = world.claim(About::Nothing, ClaimKind::Treatment);
    world.asks("2026-06-01T10:00", claim);
    let matter = world.newest("claim");
    let law = date("2026-06-16");
    assert_eq!(owed(world.matter(matter)), [("answer", law)]);
    let sooner = move_due(&world, matter, DueKind::Answer, "2026-06-08");
    world.asks("2026-06-02T09:00", sooner);
    let beyond = move_due(&world, matter, DueKind::Answer, "2026-06-17");
    assert_eq!(
        world.refused("2026-06-03T09:00", beyond),
        ("to".into(), Why::LaterThanTheLaw(law))
    );
    let back = move_due(&world, matter, DueKind::Answer, "2026-06-16");
    world.asks("2026-06-03T09:00", back);
    assert_eq!(owed(world.matter(matter)), [("answer", law)]);
}

#[test]
fn who_answers_or_moves_what_has_changed_since_looks_again() {
    let mut world = World::with_ana();
    let claim = world.claim(About::Nothing, ClaimKind::Treatment);
    world.asks("2026-06-01T10:00", claim);
    let matter = world.newest("claim");
    let seen = |world: &World| {
        let version = world.matter(matter).version;
        [Seen { matter, version }]
    };
    let before = seen(&world);
    let noted = note(&world, matter);
    world.asks("2026-06-02T09:00", noted);
    let after = seen(&world);
    let now = world.at("2026-06-03T09:00");
    let asked = [
        move_due(&world, matter, DueKind::Answer, "2026-06-08"),
        Ask::AnswerClaim {
            matter,
            answers: vec![NewAnswer {
                resolution: domain::account::Resolution::Accepted,
                reasons: None,
            }],
        },
    ];
    for ask in asked {
        let mut world = world.clone();
        assert_eq!(
            world.ask_when(&person(MANAGER), now, now, &before, ask.clone()),
            Err(vec![Refusal::whole(Why::Changed)])
        );
        world
            .ask_when(&person(MANAGER), now, now, &after, ask)
            .expect("seen as it stands");
    }
}
