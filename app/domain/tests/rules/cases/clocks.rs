//! Which clocks run on what, and where they lead: worked by hand on the calendars of 2026 and 2027, with the national
//! holidays alone. A Saturday counts before the law, as the safe default has it.

use domain::account::ClaimKind::{self, Billing, Continuity, Other};
use domain::command::About;
use domain::house::{HouseCommand, Settings};
use domain::packs;
use domain::rules::Clock;
use rstest::rstest;

use crate::support::{ADMIN, STORE, World, date, owed, person};

/// A house with nothing but the country's days.
fn house(large: bool, basic_service: bool) -> World {
    let mut world = World::spain(&[]);
    world.ask_house(
        &person(ADMIN),
        &HouseCommand::ChangeSettings {
            settings: Settings {
                large,
                basic_service,
                ..Settings::usual()
            },
        },
    );
    world.open_consumer("2026-01-02T10:00", "Ana");
    world
}

#[rstest]
#[case::fifteen_natural_days("2026-06-01T10:00", false, Other, "2026-06-16", "LGDCU-21.3")]
#[case::fifteen_working_days_are_never_fewer(
    "2026-06-01T10:00",
    true,
    Other,
    "2026-06-16",
    "LGDCU-21.3"
)]
#[case::five_for_an_invoice("2026-06-01T10:00", true, Billing, "2026-06-06", "SAC-17.3")]
#[case::a_small_house_has_fifteen_for_it(
    "2026-06-01T10:00",
    false,
    Billing,
    "2026-06-16",
    "LGDCU-21.3"
)]
#[case::over_christmas("2026-12-23T10:00", true, Billing, "2026-12-28", "SAC-17.3")]
#[case::into_the_next_year("2026-12-23T10:00", true, Other, "2027-01-07", "LGDCU-21.3")]
#[case::late_in_the_evening_is_that_day(
    "2027-03-01T23:59",
    true,
    Other,
    "2027-03-16",
    "LGDCU-21.3"
)]
#[case::after_midnight_is_the_next("2027-03-02T00:00", true, Other, "2027-03-17", "LGDCU-21.3")]
fn a_claim_is_answered_by_the_earliest_clock(
    #[case] at: &str,
    #[case] large: bool,
    #[case] kind: ClaimKind,
    #[case] on: &str,
    #[case] rule: &str,
) {
    let mut world = house(large, false);
    let claim = world.claim(About::Nothing, kind);
    world.asks(at, claim);
    let due = &world.matter(world.newest("claim")).owes.dues[0];
    let deadline = &due.deadline;
    assert_eq!((deadline.on, deadline.rule.0.as_ref()), (date(on), rule));
}

#[test]
fn a_cut_off_basic_service_is_answered_within_two_hours() {
    let mut world = house(true, true);
    let claim = world.claim(About::Nothing, Continuity);
    world.asks("2026-06-01T23:10", claim);
    let claim = world.matter(world.newest("claim"));
    let deadline = &claim.owes.dues[0].deadline;
    assert_eq!(deadline.rule.0, "SAC-17.2");
    assert_eq!(deadline.at, world.at("2026-06-02T01:10"));
    assert_eq!(owed(claim), [("answer", date("2026-06-02"))]);
}

/// `law.md`, row by row: a duty that is not there is a duty forgotten.
#[test]
fn every_duty_of_the_law_is_a_row_of_its_pack() {
    let ids = "LGDCU-21.3 LGDCU-21.2 LGDCU-61.2 LGDCU-60 SAC-17.1 SAC-17.3 SAC-17.2 SAC-2.6 TEL-65.2 SAC-4.2e SAC-13.8 \
        SAC-11 SAC-12 SAC-13.1 SAC-13.2 SAC-13.3 SAC-13.6 SAC-13.7 SAC-8.3 SAC-4.5 SAC-4.7 SAC-16 SAC-18 SAC-21.2 SAC-22 \
        DEL-66bis DEF-29 DEF-29.own LGDCU-97 DEF-29.adm DEF-29.5y DEF-7 DEF-17 DEF-prec LAB-60.slight LAB-60.serious \
        LAB-60.very-serious LAB-60.any LAB-58.3 AND-472";
    let rules = packs::ES.rules;
    for id in ids.split_whitespace() {
        let rule = rules.iter().find(|rule| rule.id == id);
        let rule = rule.unwrap_or_else(|| panic!("{id} is in no pack"));
        assert!(rule.source.is_some(), "{id} says where it stands");
    }
    assert_eq!(rules.len(), ids.split_whitespace().count());
}

#[test]
fn a_fault_lapses_by_each_rule_and_says_how_that_was_counted() {
    let world = World::spain(&[]);
    let clock = Clock::new(&world.house, STORE);
    let (known_on, committed_on) = (date("2026-06-01"), date("2026-05-04"));
    let all = clock.labour(known_on, committed_on);
    let told: Vec<_> = all
        .iter()
        .map(|(rule, working)| (rule.0.as_ref(), working.start, working.result))
        .collect();
    let row = |rule, from, to| (rule, from, date(to));
    assert_eq!(
        told,
        [
            row("LAB-60.slight", known_on, "2026-06-11"),
            row("LAB-60.serious", known_on, "2026-06-21"),
            row("LAB-60.very-serious", known_on, "2026-07-31"),
            row("LAB-60.any", committed_on, "2026-11-04"),
        ]
    );
}
