//! Days of 2026 worked by hand on a wall calendar of Madrid, and the laws of counting.
//! It refuses to know any other year's holidays.

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::house::Pack;
use crate::time::{Timestamp, Zone};

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn calendar(saturday: Saturday, holidays: &[(&str, &str)]) -> WorkCalendar {
    let holidays = holidays
        .iter()
        .map(|(date, name)| (day(date), (*name).to_owned()))
        .collect();
    WorkCalendar { saturday, holidays }
}

fn madrid(saturday: Saturday) -> WorkCalendar {
    calendar(
        saturday,
        &[
            ("2026-01-01", "Año Nuevo"),
            ("2026-01-06", "Epifanía"),
            ("2026-04-02", "Jueves Santo"),
            ("2026-04-03", "Viernes Santo"),
            ("2026-05-01", "Fiesta del Trabajo"),
            ("2026-06-12", "Fiesta local"),
            ("2026-08-15", "Asunción"),
            ("2026-12-08", "Inmaculada"),
            ("2026-12-25", "Navidad"),
        ],
    )
}

#[rstest]
#[case::tomorrow("2026-06-08", 1, "2026-06-09")]
#[case::over_the_weekend("2026-06-05", 1, "2026-06-08")]
#[case::over_the_local_holiday("2026-06-09", 3, "2026-06-15")]
#[case::from_a_saturday("2026-06-06", 1, "2026-06-08")]
#[case::none_from_a_working_day("2026-06-08", 0, "2026-06-08")]
#[case::none_from_a_saturday("2026-06-06", 0, "2026-06-08")]
#[case::none_from_a_holiday("2026-06-12", 0, "2026-06-15")]
#[case::easter("2026-04-01", 1, "2026-04-06")]
#[case::across_new_year("2025-12-31", 3, "2026-01-07")]
#[case::fifteen_for_an_answer("2026-06-01", 15, "2026-06-23")]
#[case::ten_for_a_claim("2026-12-04", 10, "2026-12-21")]
fn forward_with_saturday_at_rest(#[case] start: &str, #[case] days: u16, #[case] result: &str) {
    let working = madrid(Saturday::Rests).days().forward(day(start), days);
    assert_eq!(working.result, day(result));
}

#[rstest]
#[case::saturday_counts("2026-06-05", 1, "2026-06-06")]
#[case::sunday_never("2026-06-06", 1, "2026-06-08")]
#[case::saturday_holiday("2026-08-14", 1, "2026-08-17")]
#[case::fifteen_for_an_answer("2026-06-01", 15, "2026-06-19")]
fn forward_with_saturday_at_work(#[case] start: &str, #[case] days: u16, #[case] result: &str) {
    let working = madrid(Saturday::Works).days().forward(day(start), days);
    assert_eq!(working.result, day(result));
}

#[rstest]
#[case::yesterday("2026-06-09", 1, "2026-06-08")]
#[case::over_the_weekend("2026-06-08", 1, "2026-06-05")]
#[case::none_from_a_sunday("2026-06-07", 0, "2026-06-05")]
#[case::none_from_a_holiday("2026-06-12", 0, "2026-06-11")]
#[case::none_from_a_working_day("2026-06-08", 0, "2026-06-08")]
#[case::from_a_sunday("2026-06-14", 1, "2026-06-11")]
fn back_with_saturday_at_rest(#[case] start: &str, #[case] days: u16, #[case] result: &str) {
    let working = madrid(Saturday::Rests).days().back(day(start), days);
    assert_eq!(working.result, day(result));
}

#[test]
fn the_check_of_monday_15_june_falls_on_tuesday_the_9th_and_says_why() {
    let calendar = calendar(Saturday::Rests, &[("2026-06-12", "Fiesta local")]);
    let working = calendar.days().back(day("2026-06-15"), 3);
    assert_eq!(working.result, day("2026-06-09"));
    let skipped: Vec<_> = working.skipped().collect();
    let step = |date: &str, kind| Step {
        date: day(date),
        kind,
    };
    assert_eq!(
        skipped,
        [
            step("2026-06-14", DayKind::Weekend),
            step("2026-06-13", DayKind::Weekend),
            step("2026-06-12", DayKind::Holiday("Fiesta local".to_owned())),
        ]
    );
    let counted: Vec<_> = working
        .steps()
        .filter(|step| step.kind == DayKind::Working)
        .map(|step| step.date)
        .collect();
    assert_eq!(
        counted,
        [day("2026-06-11"), day("2026-06-10"), day("2026-06-09")]
    );
}

#[test]
fn natural_days_all_count_and_still_say_what_they_are() {
    let working = madrid(Saturday::Rests).days().natural(day("2026-06-10"), 5);
    assert_eq!(working.result, day("2026-06-15"));
    assert_eq!(working.skipped().count(), 0);
    assert_eq!(
        working.steps().nth(1).expect("a day").kind,
        DayKind::Holiday("Fiesta local".to_owned())
    );
    let none = madrid(Saturday::Rests).days().natural(day("2026-06-14"), 0);
    assert_eq!((none.result, none.steps().count()), (day("2026-06-14"), 0));
}

#[test]
fn the_next_working_day_is_never_the_same_day() {
    let stated = madrid(Saturday::Rests);
    let calendar = stated.days();
    assert_eq!(calendar.next_working(day("2026-06-08")), day("2026-06-09"));
    assert_eq!(calendar.next_working(day("2026-06-11")), day("2026-06-15"));
    assert_eq!(calendar.on_or_after(day("2026-06-11")), day("2026-06-11"));
    assert_eq!(calendar.on_or_after(day("2026-06-12")), day("2026-06-15"));
}

#[test]
fn counting_stops_at_the_ends_of_the_calendar() {
    let calendar = madrid(Saturday::Rests);
    assert_eq!(calendar.days().forward(Date::MAX, 5).result, Date::MAX);
    assert_eq!(calendar.days().back(Date::MIN, 5).result, Date::MIN);
}

#[test]
fn the_working_reads_back_as_written() {
    let working = madrid(Saturday::Rests).days().forward(day("2026-06-11"), 1);
    let text = serde_json::to_string(&working).expect("serialises");
    assert_eq!(
        serde_json::from_str::<Working>(&text).expect("reads"),
        working
    );
    let calendar = madrid(Saturday::Works);
    let text = serde_json::to_string(&calendar).expect("serialises");
    assert_eq!(
        serde_json::from_str::<WorkCalendar>(&text).expect("reads"),
        calendar
    );
}

fn dates() -> impl Strategy<Value = Date> {
    // 2025-10-20 to 2027-03-04.
    (20_381_i32..20_881).prop_map(|days| Date::from_epoch_days(days).expect("a date"))
}

fn calendars() -> impl Strategy<Value = WorkCalendar> {
    let saturday = prop_oneof![Just(Saturday::Works), Just(Saturday::Rests)];
    let holidays = proptest::collection::btree_map(dates(), "[a-z]{1,6}", 0..80);
    (saturday, holidays).prop_map(|(saturday, holidays)| WorkCalendar { saturday, holidays })
}

/// As anybody would count on a wall calendar: the slow way, to which the quick one must come.
fn day_by_day(
    calendar: &WorkCalendar,
    start: Date,
    days: u16,
    direction: Direction,
) -> (Date, Vec<Step>) {
    let calendar = calendar.days();
    let (mut date, mut steps, mut left) = (start, Vec::new(), days);
    if days == 0 && calendar.is_working(start) {
        return (date, steps);
    }
    left = left.max(1);
    while left > 0 {
        date = match direction {
            Direction::Forward => date.succ_opt(),
            Direction::Back => date.pred_opt(),
        }
        .expect("a day");
        let kind = calendar.kind(date);
        left -= u16::from(kind == DayKind::Working);
        steps.push(Step { date, kind });
    }
    (date, steps)
}

proptest! {
    #[test]
    fn the_quick_way_comes_to_the_same_by_the_same_days(c in calendars(), d in dates(), n in 0_u16..90) {
        let days = c.days();
        for (working, direction) in [
            (days.forward(d, n), Direction::Forward),
            (days.back(d, n), Direction::Back),
        ] {
            let (result, steps) = day_by_day(&c, d, n, direction);
            prop_assert_eq!(working.result, result);
            prop_assert_eq!(working.steps().collect::<Vec<_>>(), steps);
        }
    }

    #[test]
    fn counting_never_lands_on_a_skipped_day(c in calendars(), d in dates(), n in 0_u16..60) {
        let c = c.days();
        for working in [c.forward(d, n), c.back(d, n)] {
            prop_assert!(c.is_working(working.result));
            prop_assert!(working.skipped().all(|step| step.date != working.result));
            let counted = working.steps().count() - working.skipped().count();
            let landed = usize::from(n == 0 && !c.is_working(d));
            prop_assert_eq!(counted, usize::from(n) + landed);
        }
    }

    #[test]
    fn a_later_start_or_more_days_never_end_earlier(
        c in calendars(), d in dates(), later in 0_u64..30, n in 0_u16..40, more in 0_u16..10,
    ) {
        let (c, e) = (c.days(), d + chrono::Days::new(later));
        prop_assert!(c.forward(d, n).result <= c.forward(e, n + more).result);
        prop_assert!(c.back(d, n + more).result <= c.back(e, n).result);
        prop_assert!(c.natural(d, n).result <= c.natural(e, n + more).result);
        prop_assert!(c.months(d, n).result <= c.months(e, n + more).result);
    }

    #[test]
    fn one_by_one_is_the_same_as_at_once(c in calendars(), d in dates(), n in 1_u16..40) {
        let c = c.days();
        let forward = (0..n).fold(d, |date, _| c.next_working(date));
        prop_assert_eq!(forward, c.forward(d, n).result);
        let back = (0..n).fold(d, |date, _| c.back(date, 1).result);
        prop_assert_eq!(back, c.back(d, n).result);
    }

    #[test]
    fn back_undoes_forward_from_a_working_day(c in calendars(), d in dates(), n in 0_u16..60) {
        let c = c.days();
        let d = c.on_or_after(d);
        prop_assert_eq!(c.back(c.forward(d, n).result, n).result, d);
        prop_assert_eq!(c.natural(d, n).result, d + chrono::Days::new(u64::from(n)));
    }

    #[test]
    fn a_clock_stands_still_as_long_as_it_is_interrupted(
        c in calendars(), d in dates(), n in 1_u16..40, pauses in pauses(),
    ) {
        let days = c.days();
        for count in [days.forward(d, n), days.natural(d, n)] {
            let interrupted = days.interrupted(count, &pauses);
            let counted = interrupted.steps().filter(|step| interrupted.counts(step));
            prop_assert_eq!(counted.count(), usize::from(n));
            prop_assert!(!pauses.iter().any(|pause| pause.holds(interrupted.result)));
        }
    }
}

fn pauses() -> impl Strategy<Value = Vec<Pause>> {
    let pause = (dates(), 0_u64..20).prop_map(|(from, days)| Pause {
        from,
        to: from + chrono::Days::new(days),
    });
    proptest::collection::vec(pause, 0..6)
}

#[rstest]
#[case::the_same_day("2026-06-15", 1, "2026-07-15")]
#[case::the_last_of_a_short_month("2026-01-31", 1, "2026-02-28")]
#[case::a_leap_day("2028-02-29", 12, "2029-02-28")]
#[case::across_the_year("2026-11-25", 6, "2027-05-25")]
fn months_go_from_a_date_to_the_same_date(
    #[case] start: &str,
    #[case] months: u16,
    #[case] result: &str,
) {
    let counted = madrid(Saturday::Rests).days().months(day(start), months);
    assert_eq!(counted.result, day(result));
    assert_eq!(counted.skipped().count(), 0);
}

/// Counted by Python's `holidays` and `numpy.busday_offset` (`tests/agreed.py`).
#[test]
fn dates_agree_with_those_of_another_library() {
    let file = include_str!("tests/agreed.csv");
    let mut counted = 0;
    for row in file.lines().skip(1) {
        let columns: Vec<_> = row.split(',').collect();
        let [pack, region, saturday, start, days, result] = columns[..] else {
            panic!("{row}");
        };
        let pack = match pack {
            "co" => Pack::Co.rules(),
            _ => Pack::Es.rules(),
        };
        let of_region = pack.regions.iter().find(|one| one.code == region);
        let of_region = of_region.map_or(&[][..], |one| one.holidays);
        let years = 2025..=2028;
        let holidays = years
            .flat_map(|year| {
                let country = packs::of_year(pack.holidays, year);
                country.into_iter().chain(packs::of_year(of_region, year))
            })
            .map(|(date, name)| (date, name.to_owned()))
            .collect();
        let saturday = match saturday {
            "works" => Saturday::Works,
            _ => Saturday::Rests,
        };
        let stated = WorkCalendar { saturday, holidays };
        let days: i32 = days.parse().expect("a number");
        let by = u16::try_from(days.unsigned_abs()).expect("a few");
        let working = match days {
            ..0 => stated.days().back(day(start), by),
            _ => stated.days().forward(day(start), by),
        };
        assert_eq!(working.result, day(result), "{row}");
        counted += 1;
    }
    assert!(counted >= 200, "{counted} dates");
}

#[test]
fn a_year_of_which_nothing_is_stated_has_the_days_of_the_country() {
    let stated = calendar(Saturday::Rests, &[("2026-06-12", "Fiesta local")]);
    let calendar = Calendar::new(stated.saturday, &stated.holidays, Pack::Es.rules().holidays);
    assert!(calendar.is_stated(2026) && !calendar.is_stated(2027));
    assert_eq!(calendar.kind(day("2026-12-25")), DayKind::Working);
    let christmas = DayKind::Holiday("Natividad del Señor".to_owned());
    assert_eq!(calendar.kind(day("2028-12-25")), christmas);
    assert_eq!(
        calendar.forward(day("2026-12-31"), 1).result,
        day("2027-01-04")
    );
}

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
