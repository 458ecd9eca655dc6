//! The days of a count as a small calendar: where it began, what was skipped and why, where it ended. It says nothing
//! that the sentence beside it does not say.

use chrono::{Datelike, Weekday};
use domain::calendar::{DayKind, Working};
use domain::time::Date;
use leptos::prelude::*;

use crate::words::{Tongue, dates};

/// Longer counts are told by their sentence alone.
const DAYS_MAX: i64 = 120;

const BEGAN: &str = "rounded-field border border-base-content/50";
const REACHED: &str = "rounded-field bg-primary font-semibold text-primary-content";
const SKIPPED: &str = "text-base-content/75 line-through";
const HOLIDAY: &str = "text-error line-through decoration-2";

/// A row a week, Monday first.
#[component]
pub(crate) fn Days(working: Working<'static>) -> impl IntoView {
    let (first, last) = match working.start <= working.result {
        true => (working.start, working.result),
        false => (working.result, working.start),
    };
    // One day alone is told by the sentence.
    if first == last || (last - first).num_days() > DAYS_MAX {
        return ().into_any();
    }
    let monday = first.week(Weekday::Mon).first_day();
    let sunday = last.week(Weekday::Mon).last_day();
    let looks = Looks::of(&working);
    let days: Vec<Date> = monday
        .iter_days()
        .take_while(|day| *day <= sunday)
        .collect();
    let weeks = days.chunks(7).map(|week| {
        let cells = week.iter().map(|day| looks.cell(*day)).collect_view();
        view! { <tr>{cells}</tr> }
    });
    let weeks = weeks.collect_view();
    let names = ["L", "M", "X", "J", "V", "S", "D"];
    let names = names.map(|name| view! { <th scope="col" class="w-8 font-medium">{name}</th> });
    view! {
        <table class="mt-2 text-center tabular-nums">
            <caption class="sr-only">"Los días contados"</caption>
            <thead>
                <tr class="text-base-content/75">{names}</tr>
            </thead>
            <tbody>{weeks}</tbody>
        </table>
    }
    .into_any()
}

/// How each day looks, and what it is called.
struct Looks {
    start: Date,
    result: Date,
    days: Vec<(Date, &'static str, String)>,
}

impl Looks {
    fn of(working: &Working<'_>) -> Self {
        let days = working.steps().map(|step| {
            let (look, what) = match (&step.kind, working.counts(&step)) {
                (DayKind::Holiday(name), false) => (HOLIDAY, format!("{name}: no cuenta")),
                (DayKind::Holiday(name), true) => ("text-error", format!("{name}: cuenta")),
                (_, false) => (SKIPPED, "no cuenta".to_owned()),
                (_, true) => ("", "cuenta".to_owned()),
            };
            (step.date, look, what)
        });
        Self {
            start: working.start,
            result: working.result,
            days: days.collect(),
        }
    }

    fn cell(&self, day: Date) -> impl IntoView + use<> {
        let passed = self.days.iter().find(|(date, ..)| *date == day);
        let (look, what) = match passed {
            _ if day == self.result => (REACHED, "la fecha".to_owned()),
            _ if day == self.start => (BEGAN, "desde aquí".to_owned()),
            Some((_, look, what)) => (*look, what.clone()),
            // A day of the same week that the count does not touch.
            None => return view! { <td class="size-8"></td> }.into_any(),
        };
        let said = format!("{}: {what}", dates::full(Tongue::Es, day));
        view! {
            <td class=format!("size-8 {look}") title=said>
                {day.day()}
            </td>
        }
        .into_any()
    }
}
