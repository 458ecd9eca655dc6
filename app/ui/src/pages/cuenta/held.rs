//! What the page holds of an account, and how an answer adds to it. Pure: what stands on the screen and did not move
//! stays as it is, closed or not.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::ids::MatterId;
use domain::owed::{OwedRow, Reason};

/// With what an answer tells: what is newer takes its place, the rest stays.
pub(super) fn extend(held: &mut Account, told: Account) {
    if told.version >= held.version {
        held.version = told.version;
        held.head = told.head;
    }
    for (id, matter) in told.matters {
        let known = held.matters.get(&id);
        if known.is_none_or(|known| known.version <= matter.version) {
            held.matters.insert(id, matter);
        }
    }
}

/// The reasons of what is owed, those of the matters that moved taken from the answer.
pub(super) fn explain(
    held: &mut Vec<(OwedRow, Reason)>,
    moved: &BTreeSet<MatterId>,
    told: Vec<(OwedRow, Reason)>,
) {
    held.retain(|(row, _)| !moved.contains(&row.matter));
    held.extend(told);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::account::{Matter, MatterState, Order};
    use domain::deadline::Owes;
    use domain::entry::MatterRef;
    use domain::ids::{AccountId, PersonId};
    use uuid::Uuid;

    use super::*;

    fn account(version: u64, matters: &[(u128, u64)]) -> Account {
        let matter = |&(id, version): &(u128, u64)| {
            let reference = MatterRef::root(MatterId::from_uuid(Uuid::from_u128(id)));
            let order = Order {
                number: format!("P-{id}"),
                placed_on: domain::time::Date::default(),
                lines: Vec::new(),
                cancelled_on: None,
                amends: domain::account::Amends::default(),
                by_hand: Default::default(),
                missed: Default::default(),
            };
            let matter = Matter {
                reference,
                version,
                owner: PersonId::from_uuid(Uuid::from_u128(1)),
                opened_on: domain::time::Date::default(),
                state: MatterState::Order(order),
                owes: Owes::default(),
                contacts: 0,
                known_by: Default::default(),
            };
            (reference.id, matter)
        };
        Account {
            version,
            matters: matters.iter().map(matter).collect::<BTreeMap<_, _>>(),
            ..Account::new(AccountId::from_uuid(Uuid::from_u128(9)))
        }
    }

    #[test]
    fn what_did_not_move_stays_and_what_is_newer_takes_its_place() {
        let mut held = account(5, &[(1, 2), (2, 5)]);
        extend(&mut held, account(7, &[(2, 7), (3, 6)]));
        assert_eq!(held, account(7, &[(1, 2), (2, 7), (3, 6)]));
    }

    #[test]
    fn an_answer_that_comes_late_takes_nothing_back() {
        let mut held = account(7, &[(1, 7)]);
        extend(&mut held, account(5, &[(1, 2), (2, 4)]));
        assert_eq!(held, account(7, &[(1, 7), (2, 4)]));
    }
}
