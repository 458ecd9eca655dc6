//! Days and times, near today in the words a person uses.

use chrono::{Datelike, NaiveDateTime, Weekday};
use domain::time::Date;

use super::Tongue;

/// «hoy», «mañana», «el lunes 15», «el lunes 15 de junio», with the year when it is another.
#[must_use]
pub fn day(tongue: Tongue, date: Date, today: Date) -> String {
    let Tongue::Es = tongue;
    let away = (date - today).num_days();
    let (weekday, number) = (weekday(date), date.day());
    match away {
        0 => "hoy".to_owned(),
        1 => "mañana".to_owned(),
        2 => "pasado mañana".to_owned(),
        -1 => "ayer".to_owned(),
        -2 => "anteayer".to_owned(),
        -6..=6 if date.month() == today.month() => format!("el {weekday} {number}"),
        _ if date.year() == today.year() => format!("el {weekday} {number} de {}", month(date)),
        _ => format!("el {number} de {} de {}", month(date), date.year()),
    }
}

/// «lunes, 15 de junio de 2026».
#[must_use]
pub fn full(tongue: Tongue, date: Date) -> String {
    let Tongue::Es = tongue;
    format!(
        "{}, {} de {} de {}",
        weekday(date),
        date.day(),
        month(date),
        date.year()
    )
}

/// «el lunes 15 de junio de 2026», inside a sentence that may be read in another year.
#[must_use]
pub fn said(tongue: Tongue, date: Date) -> String {
    let Tongue::Es = tongue;
    format!(
        "el {} {} de {} de {}",
        weekday(date),
        date.day(),
        month(date),
        date.year()
    )
}

/// «el lunes 15», inside a count.
#[must_use]
pub fn short(tongue: Tongue, date: Date) -> String {
    let Tongue::Es = tongue;
    format!("el {} {}", weekday(date), date.day())
}

/// «17:05».
#[must_use]
pub fn time(wall: NaiveDateTime) -> String {
    wall.format("%H:%M").to_string()
}

fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "lunes",
        Weekday::Tue => "martes",
        Weekday::Wed => "miércoles",
        Weekday::Thu => "jueves",
        Weekday::Fri => "viernes",
        Weekday::Sat => "sábado",
        Weekday::Sun => "domingo",
    }
}

fn month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
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
    MONTHS[usize::try_from(date.month0()).unwrap_or_default() % MONTHS.len()]
}
