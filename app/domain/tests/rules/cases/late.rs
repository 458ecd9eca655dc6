//! What comes late, or is known not to come: it is a broken word, and the customer is told.

use domain::account::ClaimKind;
use domain::account::{Apology, PromiseStage, RemedyKind, Span, Telling};
use domain::command::{About, AccountCommand as Ask, NewRemedy};
use domain::deadline::Bearer;
use domain::fact::{Aftermath, Fact, Foreseen, FoundBy};
use domain::refusal::Why;

use crate::support::{MANAGER, World, codes, date, delivery, owed, person};

#[test]
fn what_is_delivered_late_was_missed_first_and_the_customer_is_told() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10"), Some("2026-06-15")]);
    let facts = world.asks(
        "2026-06-12T10:00",
        World::delivered(matter, &[0, 1], "2026-06-12"),
    );
    assert_eq!(codes(&facts), ["lines_missed", "lines_delivered"]);
    assert_eq!(
        facts[0],
        Fact::LinesMissed {
            lines: vec![0],
            promised: Some(date("2026-06-10")),
            aftermath: Aftermath::Open,
            found_by: FoundBy::House,
            foreseen: Foreseen::No,
            note: None,
        },
        "only the line that was late"
    );
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("tell", date("2026-06-12")),
            ("apology", date("2026-06-17"))
        ],
        "having it tells them neither why nor who is sorry"
    );
    let call = world.call(matter);
    world.asks("2026-06-12T11:00", call);
    assert_eq!(
        owed(world.matter(matter)),
        [("apology", date("2026-06-17"))],
        "nothing is left to choose"
    );
}

#[test]
fn what_was_found_missed_before_is_not_missed_again_when_it_comes() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10")]);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-11T09:00", broken);
    let facts = world.asks(
        "2026-06-12T10:00",
        World::delivered(matter, &[], "2026-06-12"),
    );
    assert_eq!(codes(&facts), ["lines_delivered"]);
    assert_eq!(
        world.order_of(matter).amends.telling,
        Telling::Owed(date("2026-06-11")),
        "delivering tells nobody"
    );
}

#[test]
fn what_comes_on_its_day_or_by_its_new_date_is_in_time() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10"), Some("2026-06-10")]);
    let moved = world.repromise(matter, &[1], "2026-06-12");
    world.asks("2026-06-09T10:00", moved);
    let facts = world.asks(
        "2026-06-12T10:00",
        World::delivered(matter, &[0], "2026-06-10"),
    );
    assert_eq!(codes(&facts), ["lines_delivered"]);
    let facts = world.asks(
        "2026-06-12T10:05",
        World::delivered(matter, &[1], "2026-06-12"),
    );
    assert_eq!(codes(&facts), ["lines_delivered"]);
    assert!(!world.matter(matter).is_open());
}

#[test]
fn a_delivery_is_not_kept_after_its_day_unless_it_was_honoured() {
    let mut world = World::with_ana();
    let matter = world.promised(delivery("2026-06-10"), Span::Single);
    let keep = |world: &World| Ask::KeepPromise {
        matter,
        evidence: world.text("albarán 5"),
    };
    let late = keep(&world);
    assert_eq!(
        world.refused("2026-06-11T09:00", late),
        ("when".into(), Why::DayHasPassed(date("2026-06-10")))
    );
    let (now, then) = (world.at("2026-06-11T09:00"), world.at("2026-06-10T17:00"));
    let mut in_time = world.clone();
    let kept = keep(&in_time);
    in_time
        .ask_when(&person(MANAGER), now, then, &[], kept)
        .expect("kept on its day, and written down the day after");
    assert_eq!(in_time.promise_of(matter).stage, PromiseStage::Kept);

    let broken = world.broken(matter, &[]);
    world.asks("2026-06-11T09:00", broken);
    let remedy = NewRemedy {
        kind: RemedyKind::Delivery,
        amount: None,
        bearer: Bearer::Owner,
        by: None,
        what: None,
    };
    let honour = Ask::Honour {
        matter,
        remedies: vec![remedy],
    };
    world.asks("2026-06-11T10:00", honour);
    let made_good = keep(&world);
    world.asks("2026-06-12T10:00", made_good);
    assert_eq!(world.promise_of(matter).stage, PromiseStage::Kept);
}

#[test]
fn each_promised_date_is_missed_by_itself_and_what_is_ahead_is_foreseen() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10"), Some("2026-06-20"), None]);
    let overdue = world.broken(matter, &[]);
    let facts = world.asks("2026-06-12T09:00", overdue);
    assert_eq!(codes(&facts), ["lines_missed"], "only what went by");
    let named = world.broken(matter, &[1, 2]);
    let facts = world.asks("2026-06-12T10:00", named);
    let told: Vec<_> = facts
        .iter()
        .map(|fact| match fact {
            Fact::LinesMissed {
                lines,
                promised,
                foreseen,
                note,
                ..
            } => (lines.clone(), *promised, *foreseen, note.is_some()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        told,
        [
            (vec![2], None, Foreseen::No, true),
            (vec![1], Some(date("2026-06-20")), Foreseen::Yes, true),
        ],
        "no date is made up, and the words that were said stand"
    );
}

#[test]
fn a_promise_known_not_to_be_kept_before_its_day_is_foreseen() {
    let mut world = World::with_ana();
    for (matter, wall, foreseen) in [
        ("2026-06-10", "2026-06-08T10:00", Foreseen::Yes),
        ("2026-06-10", "2026-06-11T10:00", Foreseen::No),
    ]
    .map(|(day, wall, foreseen)| (world.promised(delivery(day), Span::Single), wall, foreseen))
    {
        let broken = world.broken(matter, &[]);
        let facts = world.asks(wall, broken);
        assert!(
            matches!(facts[0], Fact::PromiseBroken { foreseen: told, .. } if told == foreseen),
            "{facts:?}"
        );
    }
}

#[test]
fn the_same_lines_are_not_reported_twice() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10"), Some("2026-06-20")]);
    let first = world.broken(matter, &[]);
    world.asks("2026-06-11T09:00", first);
    let again = world.broken(matter, &[]);
    assert_eq!(
        world.refused("2026-06-12T09:00", again),
        ("lines".into(), Why::AlreadyMissed)
    );
}

#[test]
fn a_second_break_keeps_what_the_first_still_owes() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10"), Some("2026-06-11")]);
    let first = world.broken(matter, &[0]);
    world.asks("2026-06-11T09:00", first);
    let second = world.broken(matter, &[1]);
    world.asks("2026-06-15T09:00", second);
    let amends = &world.order_of(matter).amends;
    assert_eq!(amends.telling, Telling::Owed(date("2026-06-11")));
    assert_eq!(amends.apology, Apology::Owed(date("2026-06-11")));
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("tell", date("2026-06-11")),
            ("apology", date("2026-06-16"))
        ],
        "and their dates"
    );
}

#[test]
fn a_claim_about_lines_found_missed_misses_them_no_second_time() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10")]);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-11T09:00", broken);
    let about = About::Order {
        matter,
        lines: vec![],
    };
    let claim = world.claim(about, ClaimKind::Delivery);
    let facts = world.asks("2026-06-12T09:00", claim);
    let made = [
        "claim_received",
        "honoured",
        "remedy_owed",
        "investigation_opened",
    ];
    assert_eq!(codes(&facts), made);
    let amends = &world.order_of(matter).amends;
    assert_eq!(amends.telling, Telling::NotOwed, "they told us");
    assert_eq!(amends.apology, Apology::Owed(date("2026-06-11")));
}

#[test]
fn a_call_from_before_the_break_tells_nothing_of_it() {
    let mut world = World::with_ana();
    let matter = world.placed(&[Some("2026-06-10")]);
    let broken = world.broken(matter, &[]);
    world.asks("2026-06-12T09:00", broken);
    let (now, then) = (world.at("2026-06-12T10:00"), world.at("2026-06-08T10:00"));
    let call = world.call(matter);
    world
        .ask_when(&person(MANAGER), now, then, &[], call)
        .expect("it is recorded");
    assert_eq!(
        world.order_of(matter).amends.telling,
        Telling::Owed(date("2026-06-12"))
    );
}
