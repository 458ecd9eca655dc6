//! What is asked of the house, a form each; and what is said where it cannot be.

use rstest::rstest;

use super::*;
use crate::account::Language;
use crate::calendar::Saturday;
use crate::form::parse_house;
use crate::house::{DisputeBody, HouseCommand, Limits, Settings, Template};
use crate::mail::Letter;
use crate::money::Rate;

fn asked(kind: &str, typed: &[(&str, &str)]) -> Result<HouseCommand, Vec<Refusal>> {
    let id = Uuid::from_u128(7).to_string();
    let mut all = vec![("kind", kind), ("id", &id), ("version", "0")];
    all.extend_from_slice(typed);
    let all: Vec<_> = all
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    parse_house(&all, &house()).map(|submission| submission.command)
}

fn of_store<'a>(typed: &[(&'a str, &'a str)]) -> Vec<(&'a str, String)> {
    let mut all = vec![("store", STORE.to_string()), ("year", "2026".to_owned())];
    all.extend(
        typed
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned())),
    );
    all
}

fn calendar(kind: &str, typed: &[(&str, &str)]) -> Result<WorkCalendar, Vec<Refusal>> {
    let typed = of_store(typed);
    let typed: Vec<_> = typed
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    match asked(kind, &typed)? {
        HouseCommand::ChangeCalendar { calendar, .. } => Ok(calendar),
        other => panic!("{other:?}"),
    }
}

#[test]
fn settings_are_read_whole() {
    let typed = [
        ("lead_working_days", "4"),
        ("tax_rate", "10"),
        ("basic_service", "yes"),
    ];
    let settings = Settings {
        lead_working_days: 4,
        large: false,
        basic_service: true,
        tax_rate: Rate(1000),
    };
    assert_eq!(
        asked("settings", &typed),
        Ok(HouseCommand::ChangeSettings { settings })
    );
}

#[test]
fn the_first_holiday_of_a_year_brings_those_of_the_country() {
    let typed = [("date", "2026-06-12"), ("name", "San Juan de Sahagún")];
    let calendar = calendar("holiday", &typed).expect("read");
    let names: Vec<_> = calendar
        .holidays
        .all()
        .iter()
        .map(|(_, name)| name.as_str())
        .collect();
    assert_eq!(names.len(), 11, "{names:?}");
    assert!(names.contains(&"San Juan de Sahagún") && names.contains(&"Viernes Santo"));
}

#[test]
fn a_day_that_is_no_holiday_after_all_is_taken_away_from_the_countrys() {
    let calendar = calendar("no_holiday", &[("date", "2026-01-06")]).expect("read");
    assert_eq!(calendar.holidays.all().len(), 9);
    let epiphany = "2026-01-06".parse().expect("a date");
    assert_eq!(calendar.holidays.get(epiphany), None);
}

#[test]
fn a_region_brings_its_own_days() {
    let calendar = calendar("region", &[("region", "MD")]).expect("read");
    assert_eq!(calendar.holidays.all().len(), 12);
}

#[test]
fn saturday_is_a_setting() {
    let calendar = calendar("saturday", &[("saturday", "rests")]).expect("read");
    assert_eq!(calendar.saturday, Saturday::Rests);
}

#[rstest]
#[case::a_holiday_outside_its_year("holiday", &[("date", "2027-01-01"), ("name", "Año Nuevo")], "date", Why::OutsideTheYear(2026))]
#[case::a_holiday_without_a_name("holiday", &[("date", "2026-01-02")], "name", Why::Missing)]
#[case::a_holiday_without_a_day("holiday", &[("name", "San Blas")], "date", Why::Missing)]
#[case::none_on_that_day("no_holiday", &[("date", "2026-02-02")], "date", Why::NoSuchHoliday)]
#[case::no_such_region("region", &[("region", "ZZ")], "region", Why::NotAChoice)]
#[case::no_such_saturday("saturday", &[("saturday", "perhaps")], "saturday", Why::NotAChoice)]
fn a_calendar_that_cannot_be_says_why(
    #[case] kind: &str,
    #[case] typed: &[(&str, &str)],
    #[case] field: &str,
    #[case] why: Why,
) {
    assert_eq!(calendar(kind, typed), Err(vec![Refusal::of(field, why)]));
}

#[rstest]
#[case::a_lead_of_a_year(&[("lead_working_days", "365"), ("tax_rate", "21")], "lead_working_days", Why::NotANumber)]
#[case::no_rate(&[("lead_working_days", "3"), ("tax_rate", "")], "tax_rate", Why::Missing)]
#[case::a_rate_beyond_all(&[("lead_working_days", "3"), ("tax_rate", "210")], "tax_rate", Why::NotARate)]
fn settings_that_cannot_be_say_why(
    #[case] typed: &[(&str, &str)],
    #[case] field: &str,
    #[case] why: Why,
) {
    assert_eq!(asked("settings", typed), Err(vec![Refusal::of(field, why)]));
}

#[test]
fn who_looked_at_an_older_house_looks_again() {
    let id = Uuid::from_u128(7).to_string();
    let typed = [("kind", "settings"), ("id", &id), ("version", "3")];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let changed = vec![Refusal::whole(Why::Changed)];
    assert_eq!(parse_house(&typed.to_vec(), &house()), Err(changed));
}

#[test]
fn the_two_amounts_are_read_in_the_currency_of_the_house() {
    let limits = Limits {
        gesture_minor_max: 7_500,
        alert_minor: 123_456,
    };
    assert_eq!(
        asked("limits", &[("gesture", "75,00 €"), ("alert", "1.234,56")]),
        Ok(HouseCommand::SetLimits { limits })
    );
}

#[test]
fn a_row_that_is_left_empty_is_no_body() {
    let typed = [
        ("body.0.name", "Junta Arbitral"),
        ("body.0.address", "Calle Mayor 1"),
        ("body.1.name", ""),
        ("body.1.address", ""),
        ("body.2.name", "OMIC"),
        ("body.2.address", "Plaza Nueva 2"),
    ];
    let body = |name: &str, address: &str| DisputeBody {
        name: name.to_owned(),
        address: address.to_owned(),
    };
    let bodies = vec![
        body("Junta Arbitral", "Calle Mayor 1"),
        body("OMIC", "Plaza Nueva 2"),
    ];
    assert_eq!(
        asked("bodies", &typed),
        Ok(HouseCommand::NameDisputeBodies { bodies })
    );
}

#[test]
fn what_stands_around_a_letter_is_read_and_blank_is_nothing() {
    let typed = [
        ("letter", "apology"),
        ("language", "ca"),
        ("opening", "Benvolguda clienta:"),
        ("closing", " "),
    ];
    let template = Template {
        letter: Letter::Apology,
        language: Language::Ca,
        opening: Some("Benvolguda clienta:".to_owned()),
        closing: None,
    };
    assert_eq!(
        asked("template", &typed),
        Ok(HouseCommand::SetTemplate { template })
    );
}

#[rstest]
#[case::no_amount("limits", &[("gesture", ""), ("alert", "300")], "gesture", Why::Missing)]
#[case::no_body("bodies", &[("body.0.name", "")], "body.0.name", Why::Missing)]
#[case::a_body_that_cannot_be_reached("bodies", &[("body.0.name", "OMIC")], "body.0.address", Why::Missing)]
#[case::no_such_letter("template", &[("letter", "offer"), ("language", "es")], "letter", Why::NotAChoice)]
#[case::no_such_language("template", &[("letter", "answer"), ("language", "fr")], "language", Why::NotAChoice)]
fn what_cannot_be_set_says_why(
    #[case] kind: &str,
    #[case] typed: &[(&str, &str)],
    #[case] field: &str,
    #[case] why: Why,
) {
    assert_eq!(asked(kind, typed), Err(vec![Refusal::of(field, why)]));
}
