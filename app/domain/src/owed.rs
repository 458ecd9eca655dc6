//! Lo que debemos: every step owed on the open matters of an account, the earliest first, each with why that date.
//! It refuses to know today: whether a date is past is told by whoever shows it.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::account::{Account, AccountKind, Matter, When};
use crate::calendar::{Counting, Working};
use crate::deadline::{Due, RuleId};
use crate::house::House;
use crate::ids::{MatterId, PersonId, StoreId};
use crate::rules::Clock;
use crate::time::Date;

/// One step owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwedRow {
    /// On which matter.
    pub matter: MatterId,
    /// The one person who answers for the matter.
    pub owner: PersonId,
    /// What, who, by when.
    pub due: Due,
    /// The day by which the customer hears of this matter.
    pub next_news: Option<Date>,
}

/// Everything owed on those matters, the earliest first.
#[must_use]
pub fn owed<'m>(matters: impl IntoIterator<Item = &'m Matter>) -> Vec<OwedRow> {
    let mut rows: Vec<OwedRow> = matters
        .into_iter()
        .filter(|matter| matter.is_open())
        .flat_map(|matter| {
            matter.owes.dues.iter().map(|due| OwedRow {
                matter: matter.reference.id,
                owner: matter.owner,
                due: due.clone(),
                next_news: matter.owes.next_news,
            })
        })
        .collect();
    rows.sort_by_key(|row| (row.due.deadline.on, row.due.kind, row.matter));
    rows
}

/// «Por qué esta fecha»: the rule, and how it was counted with the house of that version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Which rule.
    pub rule: RuleId,
    /// The count; `None` where the day was said, moved, or was behind already.
    pub working: Option<Working<'static>>,
    /// The hour it ends, by the clock on the store's wall, where hours were counted.
    pub until: Option<NaiveDateTime>,
    /// The other clocks that run on it and end later, the earliest first.
    pub later: Vec<(RuleId, Date)>,
}

/// Why a due of an account has its date; the house is the one of the deadline's version.
#[must_use]
pub fn why(row: &OwedRow, account: &Account, house: &House) -> Option<Reason> {
    let head = account.head.as_ref()?;
    let matter = account.matters.get(&row.matter);
    Some(reason(&row.due, matter, (head.store, head.kind), house))
}

/// Why a due has its date, of that matter where it is at hand, by the calendar of a store and for that kind of customer.
#[must_use]
pub fn reason(
    due: &Due,
    matter: Option<&Matter>,
    (store, kind): (StoreId, AccountKind),
    house: &House,
) -> Reason {
    let clock = Clock::new(house, store);
    let deadline = &due.deadline;
    let mut later = Vec::new();
    if let Some(matter) = matter {
        let when = When::From(deadline.from);
        let since = house.zone(store).start_of(deadline.from);
        let all = clock.deadlines(matter, kind, due.kind, when, since);
        let rules = all.iter().any(|one| one.rule == deadline.rule);
        let others = all.into_iter().filter(|one| one.on > deadline.on);
        later.extend(others.filter(|_| rules).map(|one| (one.rule, one.on)));
        later.sort_by_key(|(_, on)| *on);
    }
    let working = clock.count(deadline);
    let is_hours = |working: &Working<'_>| working.counting == Counting::Hours;
    let until = working.as_ref().is_some_and(is_hours);
    Reason {
        rule: deadline.rule.clone(),
        until: until.then(|| house.zone(store).local(deadline.at)),
        working: working.map(Working::into_owned),
        later,
    }
}
