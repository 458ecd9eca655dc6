//! Dates as files write them, in numbers or with the month's Spanish or English name. Whether 3/4 is in April or in
//! March is read from the whole file. It refuses a file that shows both, and a cell that says neither nothing nor a date.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use domain::time::{Date, Timestamp, Zone};

use super::ImportError;
use super::cells::{is_nothing, quoted};
use super::months::with_named_month;

/// How the dates of one file are written.
#[derive(Debug, Clone)]
pub(super) struct Dates {
    zones: Zones,
    written: Written,
}

/// Where a moment of the file is a day.
#[derive(Debug, Clone)]
pub(super) struct Zones {
    /// The store's: a moment is the day it was there.
    pub(super) here: Zone,
    /// The file's, for moments that carry none of their own.
    pub(super) theirs: Zone,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Written {
    /// As said.
    As(String),
    /// As read, with this order of day and month where the year is last.
    Usual(Order),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    DayMonth,
    MonthDay,
}

/// What a file shows of that order: a first number above 12 is a day, a second one too.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    day_first: Option<(u64, String)>,
    month_first: Option<(u64, String)>,
}

impl Seen {
    pub(super) fn see(&mut self, line: u64, cell: &str) {
        let shown = cell.split([' ', 'T']).next().and_then(parts);
        let said = || Some((line, quoted(cell)));
        match shown {
            Some([13..=31, ..=12, _]) if self.day_first.is_none() => self.day_first = said(),
            Some([..=12, 13..=31, _]) if self.month_first.is_none() => self.month_first = said(),
            _ => {}
        }
    }

    /// As in Spain where nothing shows it.
    fn order(self) -> Result<Order, ImportError> {
        match (self.day_first, self.month_first) {
            (Some(day_first), Some(month_first)) => Err(ImportError::BothOrders {
                day_first,
                month_first,
            }),
            (None, Some(_)) => Ok(Order::MonthDay),
            _ => Ok(Order::DayMonth),
        }
    }
}

impl Dates {
    /// As said; `None` where that is no format of dates.
    pub(super) fn written_as(format: &str, zones: Zones) -> Option<Self> {
        let items: Vec<_> = chrono::format::StrftimeItems::new(format).collect();
        let is_format = !items.contains(&chrono::format::Item::Error) && format.contains('%');
        is_format.then(|| Self {
            zones,
            written: Written::As(format.to_owned()),
        })
    }

    /// As the file itself shows.
    pub(super) fn as_seen(seen: Seen, zones: Zones) -> Result<Self, ImportError> {
        let order = seen.order()?;
        Ok(Self {
            zones,
            written: Written::Usual(order),
        })
    }

    /// The day a cell says; `Ok(None)` where it says nothing.
    pub(super) fn day(&self, cell: &str) -> Result<Option<Date>, NotADate> {
        if is_nothing(cell) {
            return Ok(None);
        }
        let day = match &self.written {
            Written::As(format) => self.as_said(cell, format),
            Written::Usual(order) => self.usual(cell, *order),
        };
        day.filter(|day| (1900..=2200).contains(&chrono::Datelike::year(day)))
            .map(Some)
            .ok_or(NotADate)
    }

    fn usual(&self, cell: &str, order: Order) -> Option<Date> {
        if let Ok(moment) = DateTime::parse_from_rfc3339(&cell.replacen(' ', "T", 1)) {
            let at = Timestamp::from_utc(moment.naive_utc());
            return Some(self.zones.here.date(at));
        }
        if let Some((day, time)) = with_named_month(cell) {
            return match time.as_str() {
                "" => Some(day),
                time => Some(self.moment(day.and_time(clock(time)?))),
            };
        }
        match cell.split_once([' ', 'T']) {
            None => written_day(cell, order),
            Some((day, time)) => Some(self.moment(written_day(day, order)?.and_time(clock(time)?))),
        }
    }

    fn as_said(&self, cell: &str, format: &str) -> Option<Date> {
        let moment = NaiveDateTime::parse_from_str(cell, format).map(|moment| self.moment(moment));
        moment
            .or_else(|_| NaiveDate::parse_from_str(cell, format))
            .ok()
    }

    /// The day it was here when the file's own clock showed that.
    fn moment(&self, wall: NaiveDateTime) -> Date {
        let Zones { here, theirs } = &self.zones;
        here.date(theirs.instant(wall))
    }
}

/// Of this century where two digits say it.
pub(super) fn whole_year(year: u32) -> u32 {
    if year < 100 { year + 2000 } else { year }
}

fn written_day(day: &str, order: Order) -> Option<Date> {
    if day.bytes().take_while(u8::is_ascii_digit).count() == 4 {
        let dashed = day.replace('/', "-");
        return NaiveDate::parse_from_str(&dashed, "%Y-%m-%d").ok();
    }
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(day, "%Y%m%d").ok();
    }
    let [a, b, year] = parts(day)?;
    let year = whole_year(year);
    let (day, month) = match order {
        Order::DayMonth => (a, b),
        Order::MonthDay => (b, a),
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn clock(time: &str) -> Option<NaiveTime> {
    let written = ["%H:%M:%S%.f", "%H:%M", "%I:%M:%S %p", "%I:%M %p"];
    let mut read = written
        .iter()
        .filter_map(|format| NaiveTime::parse_from_str(time.trim(), format).ok());
    read.next()
}

/// A cell that is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotADate;

/// `1/2/2026`, `1-2-26`, `1.2.2026`: three numbers, the year last.
fn parts(day: &str) -> Option<[u32; 3]> {
    let mut parts = day
        .split(['/', '-', '.'])
        .map(|part| part.parse::<u32>().ok());
    let three = [parts.next()??, parts.next()??, parts.next()??];
    (parts.next().is_none() && three[0] <= 31 && three[1] <= 31).then_some(three)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones(theirs: &str) -> Zones {
        let zone = |name| crate::zone::named(name).expect("a zone");
        Zones {
            here: zone("Europe/Madrid"),
            theirs: zone(theirs),
        }
    }

    fn seen(cells: &[&str]) -> Seen {
        let mut seen = Seen::default();
        for (line, cell) in (2..).zip(cells) {
            seen.see(line, cell);
        }
        seen
    }

    fn day(cells: &[&str], cell: &str) -> Option<String> {
        let dates = Dates::as_seen(seen(cells), zones("Europe/Madrid")).expect("one order");
        dates
            .day(cell)
            .expect("a date or nothing")
            .map(|day| day.to_string())
    }

    #[test]
    fn day_and_month_are_told_apart_by_the_whole_file() {
        assert_eq!(
            day(&["3/4/2026"], "3/4/2026").as_deref(),
            Some("2026-04-03")
        );
        assert_eq!(
            day(&["3/4/2026", "3/25/2026"], "3/4/2026").as_deref(),
            Some("2026-03-04")
        );
        assert_eq!(
            day(&["25-3-26", "3-4-26"], "3-4-26").as_deref(),
            Some("2026-04-03")
        );
    }

    #[test]
    fn a_file_that_shows_both_orders_is_not_guessed_at() {
        let both = seen(&["25/03/2026", "3/4/2026", "03/25/2026 10:00"]);
        let error = Dates::as_seen(both, zones("Europe/Madrid")).expect_err("both");
        let says = error.to_string();
        assert!(
            says.contains("line 2 says 25/03/2026 and line 4 says 03/25/2026 10:00")
                && says.contains("say --date-format"),
            "{says}"
        );
    }

    #[test]
    fn dates_are_read_however_they_are_written() {
        for (cell, is) in [
            ("2026-06-15", Some("2026-06-15")),
            ("2017-10-02 10:56:33", Some("2017-10-02")),
            ("2026-06-14T23:30:00Z", Some("2026-06-15")),
            ("2026-06-15T08:00:00+02:00", Some("2026-06-15")),
            ("20260615", Some("2026-06-15")),
            ("2-Jun-06", Some("2006-06-02")),
            ("3 Dec 2026 11:30 PM", Some("2026-12-03")),
            ("15.6.2026", Some("2026-06-15")),
            ("", None),
            ("NULL", None),
            ("0000-00-00 00:00:00", None),
        ] {
            assert_eq!(day(&[], cell).as_deref(), is, "{cell}");
        }
        let dates = Dates::as_seen(seen(&[]), zones("Europe/Madrid")).expect("one order");
        for cell in [
            "31-jun-2026",
            "2 ju 2026",
            "2 junta 2026",
            "2 jun",
            "2 jun 2026 luego",
            "mañana",
            "31/02/2026",
            "2026-13-01",
            "15/6",
            "1e9",
            "2026-06-15 luego",
        ] {
            assert_eq!(dates.day(cell), Err(NotADate), "{cell}");
        }
    }

    #[test]
    fn a_format_that_was_said_is_the_only_one() {
        let dates = Dates::written_as("%d %m %y", zones("Europe/Madrid")).expect("a format");
        assert_eq!(
            dates
                .day("15 06 26")
                .expect("a date")
                .map(|day| day.to_string())
                .as_deref(),
            Some("2026-06-15")
        );
        assert_eq!(dates.day("2026-06-15"), Err(NotADate));
        assert!(
            Dates::written_as("%Q", zones("Europe/Madrid")).is_none()
                && Dates::written_as("dd", zones("Europe/Madrid")).is_none()
        );
    }

    #[test]
    fn a_moment_is_the_day_it_was_at_the_store() {
        let read = |theirs: &str, cell: &str| {
            let dates = Dates::as_seen(seen(&[]), zones(theirs)).expect("one order");
            dates.day(cell).expect("a date").map(|day| day.to_string())
        };
        for (theirs, cell, is) in [
            ("Europe/Madrid", "2026-06-14 23:30:00", "2026-06-14"),
            ("UTC", "2026-06-14 23:30:00", "2026-06-15"),
            ("UTC", "2026-06-14", "2026-06-14"),
            ("America/Bogota", "14/6/2026 6:45 PM", "2026-06-15"),
        ] {
            assert_eq!(read(theirs, cell).as_deref(), Some(is), "{theirs} {cell}");
        }
    }
}
