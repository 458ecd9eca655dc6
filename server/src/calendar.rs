//! Days and zones as a house is given them: the national holidays of Spain, and a zone of the world as data.
//! It refuses to know local holidays: each store adds its own.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate, Offset as _, TimeZone as _};
use domain::time::{Date, Timestamp, Zone};

const FIXED: [(u32, u32, &str); 9] = [
    (1, 1, "Año Nuevo"),
    (1, 6, "Epifanía del Señor"),
    (5, 1, "Fiesta del Trabajo"),
    (8, 15, "Asunción de la Virgen"),
    (10, 12, "Fiesta Nacional de España"),
    (11, 1, "Todos los Santos"),
    (12, 6, "Día de la Constitución"),
    (12, 8, "Inmaculada Concepción"),
    (12, 25, "Natividad del Señor"),
];

/// From the year before to five years on.
#[must_use]
pub fn national_holidays(now: Timestamp) -> BTreeMap<Date, String> {
    let year = now.utc().date().year();
    (year - 1..=year + 5).flat_map(of_year).collect()
}

fn of_year(year: i32) -> Vec<(Date, String)> {
    let fixed = FIXED.iter().filter_map(|(month, day, name)| {
        Some((
            NaiveDate::from_ymd_opt(year, *month, *day)?,
            (*name).to_owned(),
        ))
    });
    let good_friday = easter(year).and_then(|easter| easter.checked_sub_days(Days::new(2)));
    fixed
        .chain(good_friday.map(|day| (day, "Viernes Santo".to_owned())))
        .collect()
}

/// Easter Sunday, by Butcher's rule.
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(n / 31).ok()?,
        u32::try_from(n % 31 + 1).ok()?,
    )
}

/// A zone of the world, such as `Europe/Madrid`, as the changes of its clock from 1990 to 2060; `None` for no such zone.
#[must_use]
pub fn zone(name: &str) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    let offset = |at: i64| {
        let utc = chrono::DateTime::from_timestamp(at, 0)?.naive_utc();
        Some(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
    };
    const DAY: i64 = 24 * 60 * 60;
    let (begin, end) = (631_152_000_i64, 2_840_140_800_i64);
    let mut changes = vec![(i64::MIN, offset(begin)?)];
    let mut at = begin;
    while at < end {
        let (before, after) = (offset(at)?, offset(at + DAY)?);
        if before != after {
            let (mut low, mut high) = (at, at + DAY);
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if offset(middle)? == before {
                    low = middle
                } else {
                    high = middle
                }
            }
            changes.push((high, after));
        }
        at += DAY;
    }
    Zone::new(name, changes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_friday_moves_with_easter() {
        let days = |year| {
            of_year(year)
                .into_iter()
                .find(|(_, name)| name == "Viernes Santo")
                .map(|(day, _)| day.to_string())
        };
        assert_eq!(days(2026).as_deref(), Some("2026-04-03"));
        assert_eq!(days(2027).as_deref(), Some("2027-03-26"));
        assert_eq!(days(2025).as_deref(), Some("2025-04-18"));
    }

    #[test]
    fn a_zone_of_the_world_has_its_summers() {
        let madrid = zone("Europe/Madrid").expect("a zone");
        let noon = |date: &str| {
            let day: Date = date.parse().expect("a date");
            Timestamp::from_utc(day.and_hms_opt(12, 0, 0).expect("noon"))
        };
        assert_eq!(madrid.offset_s(noon("2026-01-15")), 3600);
        assert_eq!(madrid.offset_s(noon("2026-07-15")), 7200);
        assert!(zone("Europe/Nowhere").is_none());
    }
}
