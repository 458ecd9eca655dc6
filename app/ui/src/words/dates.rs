//! Days as a person says them: near ones by name, others with as much of the month and year as they need.
//! It refuses to know what day it is.

use chrono::{Datelike, NaiveDateTime, Weekday};
use domain::time::Date;

use super::Tongue;

/// How much of a date is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Day,
    Month,
    Year,
}

/// A day seen from today: `hoy`, `mañana`, `el lunes 15`, `el lunes 15 de junio`, with its year when it is another's.
#[must_use]
pub fn day(t: Tongue, date: Date, today: Date) -> String {
    match (date - today).num_days() {
        0 => t.pick("hoy", "today").to_owned(),
        1 => t.pick("mañana", "tomorrow").to_owned(),
        2 => t.pick("pasado mañana", "the day after tomorrow").to_owned(),
        -1 => t.pick("ayer", "yesterday").to_owned(),
        -2 => t.pick("anteayer", "the day before yesterday").to_owned(),
        -6..=6 => named(t, date, today),
        _ if date.year() == today.year() => match t {
            Tongue::Es => format!("el {}", with_month(t, date)),
            Tongue::En => with_month(t, date),
        },
        _ => named(t, date, today),
    }
}

/// A day written down on another: never `hoy` or `mañana`, which would be read on a third.
pub(super) fn named(t: Tongue, date: Date, beside: Date) -> String {
    let bare = bare(t, date, beside);
    match t {
        Tongue::Es => format!("el {bare}"),
        Tongue::En => bare,
    }
}

/// The same, after *de*: `del lunes 15`.
pub(super) fn of_day(t: Tongue, date: Date, beside: Date) -> String {
    let bare = bare(t, date, beside);
    match t {
        Tongue::Es => format!("del {bare}"),
        Tongue::En => format!("of {bare}"),
    }
}

/// `lunes 15`, `lunes 15 de junio`, `lunes 15 de junio de 2026`.
pub(super) fn bare(t: Tongue, date: Date, beside: Date) -> String {
    let reach = match (date.year() == beside.year(), date.month() == beside.month()) {
        (true, true) => Reach::Day,
        (true, false) => Reach::Month,
        (false, _) => Reach::Year,
    };
    reaching(t, date, reach)
}

/// `lunes 15 de junio`, whatever stands beside it.
pub(super) fn with_month(t: Tongue, date: Date) -> String {
    reaching(t, date, Reach::Month)
}

fn reaching(t: Tongue, date: Date, reach: Reach) -> String {
    let (name, number) = (weekday(t, date.weekday()), date.day());
    let (month, year) = (month(t, date), date.year());
    match (t, reach) {
        (Tongue::Es, Reach::Day) => format!("{name} {number}"),
        (Tongue::Es, Reach::Month) => format!("{name} {number} de {month}"),
        (Tongue::Es, Reach::Year) => format!("{name} {number} de {month} de {year}"),
        (Tongue::En, Reach::Day) => format!("{name} the {number}{}", ordinal(number)),
        (Tongue::En, Reach::Month) => format!("{name} {number} {month}"),
        (Tongue::En, Reach::Year) => format!("{name} {number} {month} {year}"),
    }
}

/// A day in full, wherever it stands: `lunes, 15 de junio de 2026`.
#[must_use]
pub fn full(t: Tongue, date: Date) -> String {
    let (name, number) = (weekday(t, date.weekday()), date.day());
    let (month, year) = (month(t, date), date.year());
    match t {
        Tongue::Es => format!("{name}, {number} de {month} de {year}"),
        Tongue::En => format!("{name}, {number} {month} {year}"),
    }
}

/// A day without its weekday: `15 de junio de 2026`.
#[must_use]
pub fn plain(t: Tongue, date: Date) -> String {
    let (number, month, year) = (date.day(), month(t, date), date.year());
    match t {
        Tongue::Es => format!("{number} de {month} de {year}"),
        Tongue::En => format!("{number} {month} {year}"),
    }
}

/// The time on the wall: `17:05`.
#[must_use]
pub fn time(wall: NaiveDateTime) -> String {
    wall.format("%H:%M").to_string()
}

const fn weekday(t: Tongue, day: Weekday) -> &'static str {
    match (t, day) {
        (Tongue::Es, Weekday::Mon) => "lunes",
        (Tongue::Es, Weekday::Tue) => "martes",
        (Tongue::Es, Weekday::Wed) => "miércoles",
        (Tongue::Es, Weekday::Thu) => "jueves",
        (Tongue::Es, Weekday::Fri) => "viernes",
        (Tongue::Es, Weekday::Sat) => "sábado",
        (Tongue::Es, Weekday::Sun) => "domingo",
        (Tongue::En, Weekday::Mon) => "Monday",
        (Tongue::En, Weekday::Tue) => "Tuesday",
        (Tongue::En, Weekday::Wed) => "Wednesday",
        (Tongue::En, Weekday::Thu) => "Thursday",
        (Tongue::En, Weekday::Fri) => "Friday",
        (Tongue::En, Weekday::Sat) => "Saturday",
        (Tongue::En, Weekday::Sun) => "Sunday",
    }
}

fn month(t: Tongue, date: Date) -> &'static str {
    const ES: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let months = match t {
        Tongue::Es => &ES,
        Tongue::En => &EN,
    };
    months[date.month0() as usize]
}

const fn ordinal(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Tongue::{En, Es};

    fn on(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_said_as_near_as_it_is() {
        let today = on("2026-06-10");
        let said = |date: &str| (day(Es, on(date), today), day(En, on(date), today));
        let both = |es: &str, en: &str| (es.to_owned(), en.to_owned());
        assert_eq!(said("2026-06-10"), both("hoy", "today"));
        assert_eq!(said("2026-06-11"), both("mañana", "tomorrow"));
        assert_eq!(said("2026-06-09"), both("ayer", "yesterday"));
        assert_eq!(
            said("2026-06-12"),
            both("pasado mañana", "the day after tomorrow")
        );
        assert_eq!(
            said("2026-06-30"),
            both("el martes 30 de junio", "Tuesday 30 June")
        );
        assert_eq!(said("2026-06-15"), both("el lunes 15", "Monday the 15th"));
        assert_eq!(
            said("2026-07-01"),
            both("el miércoles 1 de julio", "Wednesday 1 July")
        );
        assert_eq!(
            said("2027-06-15"),
            both("el martes 15 de junio de 2027", "Tuesday 15 June 2027")
        );
    }

    #[test]
    fn in_full_it_names_everything() {
        assert_eq!(full(Es, on("2026-06-15")), "lunes, 15 de junio de 2026");
        assert_eq!(full(En, on("2026-06-15")), "Monday, 15 June 2026");
        assert_eq!(plain(Es, on("2026-09-01")), "1 de septiembre de 2026");
    }

    #[test]
    fn the_time_on_the_wall() {
        assert_eq!(
            time(on("2026-06-15").and_hms_opt(17, 5, 9).unwrap()),
            "17:05"
        );
    }

    #[test]
    fn english_days_are_ordered() {
        let endings = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31].map(ordinal);
        assert_eq!(
            endings,
            [
                "st", "nd", "rd", "th", "th", "th", "th", "st", "nd", "rd", "st"
            ]
        );
    }
}
