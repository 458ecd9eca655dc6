//! Days of 2026 worked by hand on a wall calendar of Madrid, and the laws of counting.
//! It refuses to know any other year's holidays.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

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
    let working = madrid(Saturday::Rests).forward(day(start), days);
    assert_eq!(working.result, day(result));
}

#[rstest]
#[case::saturday_counts("2026-06-05", 1, "2026-06-06")]
#[case::sunday_never("2026-06-06", 1, "2026-06-08")]
#[case::saturday_holiday("2026-08-14", 1, "2026-08-17")]
#[case::fifteen_for_an_answer("2026-06-01", 15, "2026-06-19")]
fn forward_with_saturday_at_work(#[case] start: &str, #[case] days: u16, #[case] result: &str) {
    let working = madrid(Saturday::Works).forward(day(start), days);
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
    let working = madrid(Saturday::Rests).back(day(start), days);
    assert_eq!(working.result, day(result));
}

#[test]
fn the_check_of_monday_15_june_falls_on_tuesday_the_9th_and_says_why() {
    let calendar = calendar(Saturday::Rests, &[("2026-06-12", "Fiesta local")]);
    let working = calendar.back(day("2026-06-15"), 3);
    assert_eq!(working.result, day("2026-06-09"));
    let skipped: Vec<_> = working.skipped().cloned().collect();
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
        .steps
        .iter()
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
    let working = madrid(Saturday::Rests).natural(day("2026-06-10"), 5);
    assert_eq!(working.result, day("2026-06-15"));
    assert_eq!(working.skipped().count(), 0);
    assert_eq!(
        working.steps[1].kind,
        DayKind::Holiday("Fiesta local".to_owned())
    );
    let none = madrid(Saturday::Rests).natural(day("2026-06-14"), 0);
    assert_eq!((none.result, none.steps.len()), (day("2026-06-14"), 0));
}

#[test]
fn the_next_working_day_is_never_the_same_day() {
    let calendar = madrid(Saturday::Rests);
    assert_eq!(calendar.next_working(day("2026-06-08")), day("2026-06-09"));
    assert_eq!(calendar.next_working(day("2026-06-11")), day("2026-06-15"));
    assert_eq!(calendar.on_or_after(day("2026-06-11")), day("2026-06-11"));
    assert_eq!(calendar.on_or_after(day("2026-06-12")), day("2026-06-15"));
}

#[test]
fn counting_stops_at_the_ends_of_the_calendar() {
    let calendar = madrid(Saturday::Rests);
    assert_eq!(calendar.forward(Date::MAX, 5).result, Date::MAX);
    assert_eq!(calendar.back(Date::MIN, 5).result, Date::MIN);
}

#[test]
fn the_working_reads_back_as_written() {
    let working = madrid(Saturday::Rests).forward(day("2026-06-11"), 1);
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

proptest! {
    #[test]
    fn counting_never_lands_on_a_skipped_day(c in calendars(), d in dates(), n in 0_u16..60) {
        for working in [c.forward(d, n), c.back(d, n)] {
            prop_assert!(c.is_working(working.result));
            prop_assert!(working.skipped().all(|step| step.date != working.result));
            let counted = working.steps.len() - working.skipped().count();
            let landed = usize::from(n == 0 && !c.is_working(d));
            prop_assert_eq!(counted, usize::from(n) + landed);
        }
    }

    #[test]
    fn a_later_start_or_more_days_never_end_earlier(
        c in calendars(), d in dates(), later in 0_u64..30, n in 0_u16..40, more in 0_u16..10,
    ) {
        let e = d + chrono::Days::new(later);
        prop_assert!(c.forward(d, n).result <= c.forward(e, n + more).result);
        prop_assert!(c.back(d, n + more).result <= c.back(e, n).result);
        prop_assert!(c.natural(d, n).result <= c.natural(e, n + more).result);
    }

    #[test]
    fn one_by_one_is_the_same_as_at_once(c in calendars(), d in dates(), n in 1_u16..40) {
        let forward = (0..n).fold(d, |date, _| c.next_working(date));
        prop_assert_eq!(forward, c.forward(d, n).result);
        let back = (0..n).fold(d, |date, _| c.back(date, 1).result);
        prop_assert_eq!(back, c.back(d, n).result);
    }

    #[test]
    fn back_undoes_forward_from_a_working_day(c in calendars(), d in dates(), n in 0_u16..60) {
        let d = c.on_or_after(d);
        prop_assert_eq!(c.back(c.forward(d, n).result, n).result, d);
        prop_assert_eq!(c.natural(d, n).result, d + chrono::Days::new(u64::from(n)));
    }
}
