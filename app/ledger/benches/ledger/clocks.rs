//! A deadline with its working, against counting day by day as anybody would on a wall calendar.
//! It refuses to open a database.

use std::hint::black_box;

use chrono::{Datelike as _, Days, Weekday};
use domain::calendar::{DayKind, Saturday, Step, WorkCalendar};
use domain::house::Pack;
use domain::time::{Date, Timestamp};

use crate::pairs::{interleaved, rate, timed};
use crate::rows::{Goal, Row, say};
use crate::sizes::Sizes;

const SPAN: u16 = 30;
const COUNTED: usize = 20_000;

pub(crate) async fn measure(sizes: &Sizes) {
    say("clocks");
    let first = Date::from_ymd_opt(2026, 1, 1).expect("a day");
    let calendar = WorkCalendar {
        saturday: Saturday::Rests,
        holidays: Pack::Es
            .rules()
            .stated_around(Timestamp::from_utc(first.and_time(chrono::NaiveTime::MIN))),
    };
    let starts: Vec<Date> = (0..730).map(|day| first + Days::new(day)).collect();
    for start in &starts {
        let working = calendar.days().forward(*start, SPAN);
        let (result, steps) = day_by_day(&calendar, *start);
        assert_eq!((working.result, working.steps().collect()), (result, steps));
    }
    let starts = || starts.iter().cycle().take(COUNTED);
    let pair = interleaved(
        sizes.rounds,
        async || {
            let counting = async {
                for start in starts() {
                    black_box(calendar.days().forward(black_box(*start), SPAN));
                }
            };
            rate(COUNTED, timed(counting).await.1)
        },
        async || {
            let counting = async {
                for start in starts() {
                    black_box(day_by_day(&calendar, black_box(*start)));
                }
            };
            rate(COUNTED, timed(counting).await.1)
        },
    )
    .await;
    let name = format!(
        "A deadline {SPAN} working days away with its working, against a loop over its days"
    );
    Row::ratio(name, pair.ratio, Goal::AtLeast(10.0))
        .because(format!(
            "{:.0} ns against {:.0} ns",
            1e9 / pair.first,
            1e9 / pair.second
        ))
        .tell();
}

fn day_by_day(calendar: &WorkCalendar, start: Date) -> (Date, Vec<Step>) {
    let (mut date, mut left, mut steps) = (start, SPAN, Vec::new());
    while left > 0 {
        date = date.succ_opt().expect("a day");
        let kind = match (calendar.holidays.get(date), date.weekday()) {
            (Some(name), _) => DayKind::Holiday(name.to_owned()),
            (None, Weekday::Sat | Weekday::Sun) => DayKind::Weekend,
            (None, _) => DayKind::Working,
        };
        left -= u16::from(kind == DayKind::Working);
        steps.push(Step { date, kind });
    }
    (date, steps)
}
