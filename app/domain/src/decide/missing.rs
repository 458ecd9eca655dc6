//! Lines of an order that did not come, or will not: each fact tells of one promised date and no other.
//! What was found missed once is not missed again until it is given another date.

use std::collections::BTreeMap;

use super::orders::{order, waiting};
use super::{Deed, Stop};
use crate::account::Order;
use crate::entry::Audience;
use crate::fact::{Aftermath, Fact, Foreseen, FoundBy};
use crate::ids::MatterId;
use crate::refusal::{Refusal, Why};
use crate::text::TextRef;
use crate::time::Date;

/// The house finds lines missed; where none is named, those whose day has gone by, or all that wait.
pub(super) fn report(
    deed: &mut Deed<'_>,
    matter: MatterId,
    named: &[u16],
    note: Option<TextRef>,
) -> Result<(), Stop> {
    let today = deed.today();
    let (reference, order) = order(deed, matter)?;
    let lines = match named {
        [] => overdue_or_all(order, today)?,
        named => waiting(order, named)?,
    };
    let lines = untold(order, lines);
    if lines.is_empty() {
        return Err(Refusal::of("lines", Why::AlreadyMissed).into());
    }
    for missed in facts(order, &lines, today, FoundBy::House, note) {
        deed.happens(Some(reference), Audience::Service, missed);
    }
    Ok(())
}

/// Those of the lines whose day went by before that one, and which nobody has found missed.
pub(super) fn late(order: &Order, lines: &[u16], on: Date) -> Vec<u16> {
    let late = order.waiting().filter(|(number, line)| {
        lines.contains(number) && line.due_on().is_some_and(|due| due < on)
    });
    let late = late.map(|(number, _)| number);
    late.filter(|number| !order.missed.contains(number))
        .collect()
}

/// Those that were not found missed before; once honoured, the word may be broken anew.
pub(super) fn untold(order: &Order, lines: Vec<u16>) -> Vec<u16> {
    let is_honoured = order.amends.honour.is_some();
    let untold = |number: &u16| is_honoured || !order.missed.contains(number);
    lines.into_iter().filter(untold).collect()
}

/// One fact for each date that was promised.
pub(super) fn facts(
    order: &Order,
    lines: &[u16],
    today: Date,
    found_by: FoundBy,
    note: Option<TextRef>,
) -> Vec<Fact> {
    let mut dates: BTreeMap<(Option<Date>, bool), Vec<u16>> = BTreeMap::new();
    for number in lines {
        if let Some(line) = order.lines.get(usize::from(*number)) {
            let is_ahead = line.actual.is_none() && line.due_on().is_some_and(|due| due >= today);
            let key = (line.due_on(), is_ahead);
            dates.entry(key).or_default().push(*number);
        }
    }
    let told = |((promised, is_ahead), lines)| Fact::LinesMissed {
        lines,
        promised,
        aftermath: Aftermath::Open,
        found_by,
        foreseen: if is_ahead {
            Foreseen::Yes
        } else {
            Foreseen::No
        },
        note,
    };
    dates.into_iter().map(told).collect()
}

fn overdue_or_all(order: &Order, today: Date) -> Result<Vec<u16>, Stop> {
    let all = waiting(order, &[])?;
    let overdue: Vec<u16> = order
        .waiting()
        .filter(|(_, line)| line.due_on().is_some_and(|due| due < today))
        .map(|(number, _)| number)
        .collect();
    Ok(if overdue.is_empty() { all } else { overdue })
}
