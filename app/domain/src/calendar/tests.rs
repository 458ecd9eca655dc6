//! Days of 2026 worked by hand on a wall calendar of Madrid, and the laws of counting.
//! It refuses to know any other year's holidays.

use rstest::rstest;

use super::*;
use crate::house::Pack;

mod hours;
mod laws;

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
    let stated = madrid(Saturday::Rests);
    let working = stated.days().forward(day(start), days);
    assert_eq!(working.result, day(result));
}

#[rstest]
#[case::saturday_counts("2026-06-05", 1, "2026-06-06")]
#[case::sunday_never("2026-06-06", 1, "2026-06-08")]
#[case::saturday_holiday("2026-08-14", 1, "2026-08-17")]
#[case::fifteen_for_an_answer("2026-06-01", 15, "2026-06-19")]
fn forward_with_saturday_at_work(#[case] start: &str, #[case] days: u16, #[case] result: &str) {
    let stated = madrid(Saturday::Works);
    let working = stated.days().forward(day(start), days);
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
    let stated = madrid(Saturday::Rests);
    let working = stated.days().back(day(start), days);
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
    let stated = madrid(Saturday::Rests);
    let working = stated.days().natural(day("2026-06-10"), 5);
    assert_eq!(working.result, day("2026-06-15"));
    assert_eq!(working.skipped().count(), 0);
    assert_eq!(
        working.steps().nth(1).expect("a day").kind,
        DayKind::Holiday("Fiesta local".to_owned())
    );
    let stated = madrid(Saturday::Rests);
    let none = stated.days().natural(day("2026-06-14"), 0);
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
    let stated = madrid(Saturday::Rests);
    let working = stated.days().forward(day("2026-06-11"), 1);
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
    let stated = madrid(Saturday::Rests);
    let counted = stated.days().months(day(start), months);
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
