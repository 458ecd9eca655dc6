//! The laws of counting, over calendars by chance; and that the quick way comes to what a walk day by day comes to.

use proptest::prelude::*;

use super::*;

fn dates() -> impl Strategy<Value = Date> {
    // 2025-10-20 to 2027-03-04.
    (20_381_i32..20_881).prop_map(|days| Date::from_epoch_days(days).expect("a date"))
}

fn calendars() -> impl Strategy<Value = WorkCalendar> {
    let saturday = prop_oneof![Just(Saturday::Works), Just(Saturday::Rests)];
    let holidays = proptest::collection::btree_map(dates(), "[a-z]{1,6}", 0..80);
    (saturday, holidays).prop_map(|(saturday, holidays)| WorkCalendar {
        saturday,
        holidays: holidays.into(),
    })
}

/// As anybody would count on a wall calendar: the slow way, to which the quick one must come.
fn day_by_day(
    calendar: Calendar<'_>,
    start: Date,
    days: u16,
    direction: Direction,
) -> (Date, Vec<Step>) {
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
    fn the_quick_way_comes_to_the_same_by_the_same_days(
        c in calendars(), d in dates(), n in 0_u16..90, stated in 2025_i32..2028,
    ) {
        // Of one year alone it is stated which days are holidays: the country's stand for the others.
        let of_one = c.holidays.of_year(stated).iter().cloned().collect();
        let country = Calendar::new(c.saturday, &of_one, Pack::Es.rules().holidays);
        for days in [c.days(), country] {
            for (working, direction) in [
                (days.forward(d, n), Direction::Forward),
                (days.back(d, n), Direction::Back),
            ] {
                let (result, steps) = day_by_day(days, d, n, direction);
                prop_assert_eq!(working.result, result);
                prop_assert_eq!(working.steps().collect::<Vec<_>>(), steps);
            }
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
