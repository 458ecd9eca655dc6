//! What anyone at a counter may give, with no permission, only a record: up to the house's limit; above it, a director.

use super::words::said;
use super::{Deed, Stop};
use crate::entry::Audience;
use crate::fact::Fact;
use crate::ids::MatterId;
use crate::money::Money;
use crate::refusal::{Refusal, Why};
use crate::text::Text;

pub(super) fn give(
    deed: &mut Deed<'_>,
    matter: Option<MatterId>,
    what: &Text,
    amount: Money,
) -> Result<(), Stop> {
    said(what, "what", Why::Missing)?;
    let house = deed.cx.house;
    if amount.minor <= 0 || amount.currency != house.currency {
        return Err(Refusal::of("amount", Why::NotPositive).into());
    }
    let most = house.gesture_max();
    let by = deed.cx.actor.person();
    let is_director = by.is_some_and(|by| house.roles(by).iter().any(|role| role.is_director()));
    if amount.minor > most.minor && !is_director {
        return Err(Refusal::of("amount", Why::AboveTheGestures(most)).into());
    }
    let matter = match matter {
        Some(matter) => Some(deed.matter(matter)?.reference),
        None => None,
    };
    let given = Fact::GestureGiven {
        what: what.reference(),
        amount,
    };
    deed.happens(matter, Audience::Customer, given);
    Ok(())
}
