//! Lo que debemos: every step owed on the open matters of an account, the earliest first, each with why that date.
//! It refuses to know today: whether a date is past is told by whoever shows it.

use serde::{Deserialize, Serialize};

use crate::account::Matter;
use crate::calendar::Working;
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
    pub working: Option<Working>,
}

/// Why a due has its date; the house is the one of the deadline's version.
#[must_use]
pub fn why(due: &Due, house: &House, store: StoreId) -> Reason {
    Reason {
        rule: due.deadline.rule.clone(),
        working: Clock::new(house, store).count(&due.deadline.rule, due.deadline.from),
    }
}
