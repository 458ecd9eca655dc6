//! A zone of the world as data: the browser has no zone database.
//! It refuses to know which days are worked.

use chrono::{Offset as _, TimeZone as _};
use domain::time::Zone;

/// A zone of the world, such as `Europe/Madrid`, as the changes of its clock from 1990 to 2060; `None` for no such zone.
#[must_use]
pub fn named(name: &str) -> Option<Zone> {
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
    use domain::time::{Date, Timestamp};

    use super::*;

    #[test]
    fn a_zone_of_the_world_has_its_summers() {
        let madrid = named("Europe/Madrid").expect("a zone");
        let noon = |date: &str| {
            let day: Date = date.parse().expect("a date");
            Timestamp::from_utc(day.and_hms_opt(12, 0, 0).expect("noon"))
        };
        assert_eq!(madrid.offset_s(noon("2026-01-15")), 3600);
        assert_eq!(madrid.offset_s(noon("2026-07-15")), 7200);
        assert!(named("Europe/Nowhere").is_none());
    }
}
