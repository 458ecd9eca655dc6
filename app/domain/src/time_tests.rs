//! Instants and zones around the two nights of 2026 when Madrid changes its clocks.
//! Bogota never does. It refuses to know any zone database: the offsets are written by hand.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

/// 2026-03-29T01:00:00Z and 2026-10-25T01:00:00Z.
const SPRING_S: i64 = 1_774_746_000;
const AUTUMN_S: i64 = 1_792_890_000;

fn madrid() -> Zone {
    Zone::new(
        "Europe/Madrid",
        vec![(i64::MIN, 3600), (SPRING_S, 7200), (AUTUMN_S, 3600)],
    )
    .expect("valid")
}

fn bogota() -> Zone {
    Zone::new("America/Bogota", vec![(i64::MIN, -18_000)]).expect("valid")
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().expect("valid")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("valid")
}

#[test]
fn the_hand_written_transitions_are_the_announced_ones() {
    assert_eq!(at("2026-03-29T01:00:00Z").micros(), SPRING_S * 1_000_000);
    assert_eq!(at("2026-10-25T01:00:00Z").micros(), AUTUMN_S * 1_000_000);
}

#[rstest]
#[case::winter("2026-01-10T11:00:00Z", "2026-01-10T12:00:00")]
#[case::before_spring("2026-03-29T00:59:59.999999Z", "2026-03-29T01:59:59.999999")]
#[case::spring("2026-03-29T01:00:00Z", "2026-03-29T03:00:00")]
#[case::summer("2026-06-15T22:30:00Z", "2026-06-16T00:30:00")]
#[case::before_autumn("2026-10-25T00:59:59Z", "2026-10-25T02:59:59")]
#[case::autumn("2026-10-25T01:00:00Z", "2026-10-25T02:00:00")]
fn madrid_reads_its_own_clock(#[case] instant: &str, #[case] local: &str) {
    assert_eq!(madrid().local(at(instant)), wall(local));
}

#[rstest]
#[case::plain("2026-06-15T10:00:00", "2026-06-15T08:00:00Z")]
#[case::gap_start("2026-03-29T02:00:00", "2026-03-29T01:00:00Z")]
#[case::in_the_gap("2026-03-29T02:30:00", "2026-03-29T01:00:00Z")]
#[case::after_the_gap("2026-03-29T03:00:00", "2026-03-29T01:00:00Z")]
#[case::twice_the_earlier("2026-10-25T02:30:00", "2026-10-25T00:30:00Z")]
#[case::after_the_fold("2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
fn a_wall_time_has_one_instant(#[case] local: &str, #[case] instant: &str) {
    assert_eq!(madrid().instant(wall(local)), at(instant));
}

#[rstest]
#[case::short("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59.999999Z")]
#[case::long("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59.999999Z")]
fn the_days_of_the_change_are_23_and_25_hours_long(
    #[case] date: Date,
    #[case] start: &str,
    #[case] end: &str,
) {
    assert_eq!(madrid().start_of(date), at(start));
    assert_eq!(madrid().end_of(date), at(end));
}

#[test]
fn a_day_that_begins_in_a_gap_begins_after_it() {
    // Clocks go from 00:00 to 01:00 at 05:00 UTC on 8 March 2026.
    let change = at("2026-03-08T05:00:00Z");
    let zone = Zone::new(
        "America/Havana",
        vec![(i64::MIN, -18_000), (change.micros() / 1_000_000, -14_400)],
    )
    .expect("valid");
    assert_eq!(zone.start_of("2026-03-08".parse().expect("valid")), change);
}

#[test]
fn bogota_is_five_hours_behind() {
    assert_eq!(
        bogota().date(at("2026-06-16T04:59:59Z")),
        wall("2026-06-15T00:00:00").date()
    );
    assert_eq!(
        bogota().start_of("2026-06-15".parse().expect("valid")),
        at("2026-06-15T05:00:00Z")
    );
}

#[test]
fn an_instant_reads_back_what_it_writes() {
    assert_eq!(
        at("2026-06-15T10:00:00+02:00").to_string(),
        "2026-06-15T08:00:00Z"
    );
    assert_eq!(
        Timestamp::from_micros(1).to_string(),
        "1970-01-01T00:00:00.000001Z"
    );
    assert!("15/06/2026".parse::<Timestamp>().is_err());
    assert_eq!(
        serde_json::to_string(&Timestamp::from_micros(7)).expect("valid"),
        "7"
    );
}

#[test]
fn the_ends_of_time_do_not_break_anything() {
    for zone in [madrid(), bogota(), Zone::utc()] {
        for end in [i64::MIN, i64::MAX] {
            let end = Timestamp::from_micros(end);
            assert_eq!(
                end.plus_micros(end.micros().signum()).micros().signum(),
                end.micros().signum()
            );
            let _ = (zone.local(end), end.to_string());
        }
        for date in [Date::MIN, Date::MAX] {
            assert!(zone.start_of(date) <= zone.end_of(date));
        }
    }
}

#[test]
fn a_table_that_is_no_zone_is_refused() {
    assert!(matches!(
        Zone::new("a", vec![]),
        Err(ZoneError::NoBeginning(_))
    ));
    assert!(matches!(
        Zone::new("a", vec![(0, 0)]),
        Err(ZoneError::NoBeginning(_))
    ));
    assert!(matches!(
        Zone::new("a", vec![(i64::MIN, 0), (5, 0), (5, 1)]),
        Err(ZoneError::NotAscending(_))
    ));
    assert!(matches!(
        Zone::new("a", vec![(i64::MIN, 86_400)]),
        Err(ZoneError::OffsetTooLarge(_))
    ));
    assert!(serde_json::from_str::<Zone>(r#"{"name":"a","transitions":[]}"#).is_err());
    let text = serde_json::to_string(&madrid()).expect("valid");
    assert_eq!(
        serde_json::from_str::<Zone>(&text).expect("valid"),
        madrid()
    );
}

proptest! {
    #[test]
    fn a_day_starts_and_ends_within_itself(days in -40_000_i32..80_000) {
        let date = Date::from_epoch_days(days).expect("valid");
        for zone in [madrid(), bogota(), Zone::utc()] {
            prop_assert_eq!(zone.date(zone.start_of(date)), date);
            prop_assert_eq!(zone.date(zone.end_of(date)), date);
            prop_assert!(zone.date(zone.start_of(date).plus_micros(-1)) < date);
            prop_assert!(zone.date(zone.end_of(date).plus_micros(1)) > date);
        }
    }

    #[test]
    fn an_instant_is_never_after_the_one_it_came_from(micros in 0_i64..4_000_000_000_000_000) {
        let at = Timestamp::from_micros(micros);
        prop_assert_eq!(at.to_string().parse::<Timestamp>().expect("valid"), at);
        prop_assert_eq!(Timestamp::from_utc(at.utc()), at);
        let again = madrid().instant(madrid().local(at));
        prop_assert!(again <= at);
        prop_assert_eq!(madrid().local(again), madrid().local(at));
    }
}
