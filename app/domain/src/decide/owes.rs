//! The dates of what a matter owes. A due that stood keeps its date while what it rests on stands; a new one is
//! counted, and none begins in the past.
//! It refuses to know which facts led here: the state says what is owed (`account/wanted.rs`).

use crate::account::{AccountKind, Matter, Wanted};
use crate::deadline::{Deadline, Due, DueKind, Origin, Owes};
use crate::rules::{Clock, PAL_AT_ONCE, PAL_IMPORTED};
use crate::time::{Date, Timestamp};

/// All that the matter owes from that moment on.
pub(super) fn owes(
    matter: &Matter,
    account: AccountKind,
    clock: &Clock<'_>,
    now: Timestamp,
    origin: Origin,
) -> Owes {
    let today = clock.day(now);
    let mut dues: Vec<Due> = matter
        .wanted()
        .into_iter()
        .map(|wanted| {
            standing(matter, wanted)
                .unwrap_or_else(|| new(matter, account, wanted, clock, now, origin))
        })
        .collect();
    dues.sort_by_key(|due| (due.deadline.on, due.kind));
    let next_news = next_news(matter, &dues, today);
    Owes { dues, next_news }
}

/// The due that stood, if it rests on the same day.
fn standing(matter: &Matter, wanted: Wanted) -> Option<Due> {
    let due = matter.owes.due(wanted.kind)?;
    (due.deadline.from == wanted.when.date()).then(|| Due {
        bearer: wanted.bearer,
        ..due.clone()
    })
}

fn new(
    matter: &Matter,
    account: AccountKind,
    wanted: Wanted,
    clock: &Clock<'_>,
    now: Timestamp,
    origin: Origin,
) -> Due {
    let counted = clock.deadline(matter, account, wanted.kind, wanted.when, now);
    Due {
        kind: wanted.kind,
        bearer: wanted.bearer,
        deadline: not_past(counted, wanted.kind, clock, clock.day(now), origin),
        origin,
    }
}

/// A date that is behind when it is first counted becomes the first day on which it can be done. What the law asks
/// stays where the law put it.
fn not_past(
    counted: Deadline,
    kind: DueKind,
    clock: &Clock<'_>,
    today: Date,
    origin: Origin,
) -> Deadline {
    let (earliest, first, rule) = match origin {
        Origin::Live => (today, clock.working_day(today), PAL_AT_ONCE),
        Origin::Imported => {
            let next = clock.next_working_day(today);
            (next, next, PAL_IMPORTED)
        }
    };
    if kind == DueKind::Answer || counted.on >= earliest {
        return counted;
    }
    clock.on(first, rule, counted.from)
}

/// The day by which the customer hears from us: the next step that reaches them, or the day that was promised.
fn next_news(matter: &Matter, dues: &[Due], today: Date) -> Option<Date> {
    let reaching = dues
        .iter()
        .filter(|due| due.kind.reaches_customer())
        .map(|due| due.deadline.on)
        .min();
    let own = matter.date().filter(|date| *date >= today);
    match (reaching, own) {
        (Some(reaching), Some(own)) => Some(reaching.min(own)),
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => dues.first().map(|due| due.deadline.on),
    }
}
