//! Working hours, by a store's shifts and the clock on its wall.

use rstest::rstest;

use super::*;
use crate::time::{Timestamp, Zone};

#[rstest]
#[case::in_the_morning("2026-06-08T10:30:00+02:00", 60, "2026-06-08T11:30:00+02:00")]
#[case::over_lunch("2026-06-08T13:30:00+02:00", 60, "2026-06-08T17:30:00+02:00")]
#[case::after_hours("2026-06-08T21:00:00+02:00", 60, "2026-06-09T11:00:00+02:00")]
#[case::over_the_holiday_and_the_weekend(
    "2026-06-11T19:30:00+02:00",
    60,
    "2026-06-15T10:30:00+02:00"
)]
#[case::to_the_end_of_a_shift("2026-06-08T10:00:00+02:00", 240, "2026-06-08T14:00:00+02:00")]
#[case::over_the_night_the_clock_springs(
    "2026-03-27T19:30:00+01:00",
    60,
    "2026-03-30T10:30:00+02:00"
)]
fn hours_are_those_of_the_shifts(#[case] since: &str, #[case] minutes: u32, #[case] until: &str) {
    let (stated, shifts, zone) = (madrid(Saturday::Rests), Shifts::usual(), zone());
    let hours = WorkHours {
        calendar: stated.days(),
        shifts: &shifts,
        zone: &zone,
    };
    let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
    assert_eq!(hours.after(at(since), minutes), Some(at(until)));
    assert_eq!(hours.between(at(since), at(until)), minutes);
}

#[test]
fn a_store_that_never_opens_has_no_later_hour() {
    let (stated, zone) = (madrid(Saturday::Rests), zone());
    let shifts = Shifts::new(Default::default()).expect("none");
    let hours = WorkHours {
        calendar: stated.days(),
        shifts: &shifts,
        zone: &zone,
    };
    assert_eq!(hours.after(Timestamp::from_micros(0), 1), None);
}

#[test]
fn shifts_are_in_their_order() {
    let shift = |from, to| Shift { from, to };
    let monday = |shifts| {
        let mut week: [Vec<Shift>; 7] = Default::default();
        week[0] = shifts;
        Shifts::new(week)
    };
    assert_eq!(monday(vec![shift(600, 600)]), Err(ShiftsError::Reversed));
    assert_eq!(monday(vec![shift(600, 1500)]), Err(ShiftsError::Reversed));
    let overlapping = vec![shift(600, 900), shift(840, 1200)];
    assert_eq!(monday(overlapping), Err(ShiftsError::Overlapping));
    assert!(monday(vec![shift(0, 600), shift(600, 1440)]).is_ok());
}

/// Madrid in 2026.
fn zone() -> Zone {
    let table = vec![
        (i64::MIN, 3600),
        (1_774_746_000, 7200),
        (1_792_890_000, 3600),
    ];
    Zone::new("Europe/Madrid", table).expect("a zone")
}
