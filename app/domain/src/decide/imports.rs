//! What a file states: outcomes that were there before. Each takes its place on the timeline by its own day; nothing
//! is honoured anew, nothing is due in the past, and a row stated again writes only what changed.

use super::accounts::{add_contact, works_here};
use super::orders::number_is_said;
use super::words::said;
use super::{Deed, Stop};
use crate::account::{Apology, Essential, MatterState, Order, OrderLine};
use crate::command::{AccountCommand as Ask, ImportedOrder, NewContact};
use crate::entry::{Audience, MatterRef};
use crate::fact::{Aftermath, Fact, FoundBy};
use crate::refusal::{Refusal, Why};
use crate::text::Text;
use crate::time::{Date, Timestamp};

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::ImportAccount { .. } => account(deed, command),
        Ask::ImportOrder { order } => stated(deed, order),
        _ => Ok(()),
    }
}

fn account(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    let Ask::ImportAccount {
        account_kind,
        name,
        tax_id,
        store,
        owner,
        contact,
    } = command
    else {
        return Ok(());
    };
    said(name, "name", Why::Missing)?;
    let (name, tax_id) = (name.reference(), tax_id.as_ref().map(Text::reference));
    match &deed.before().head {
        None => {
            works_here(deed, *owner, "owner")?;
            let opened = Fact::AccountOpened {
                account_kind: *account_kind,
                name,
                tax_id,
                store: *store,
                owner: *owner,
            };
            deed.happens(None, Audience::Service, opened);
        }
        Some(head) if head.name != name || head.tax_id != tax_id => {
            deed.happens(
                None,
                Audience::Service,
                Fact::AccountRestated { name, tax_id },
            );
        }
        Some(_) => {}
    }
    match contact {
        Some(contact) if !is_known_so(deed, contact) => add_contact(deed, contact),
        _ => Ok(()),
    }
}

fn is_known_so(deed: &Deed<'_>, new: &NewContact) -> bool {
    let known = deed
        .before()
        .head
        .as_ref()
        .and_then(|head| head.contacts.get(&new.contact));
    known.is_some_and(|known| {
        known.name == new.name.reference()
            && known.phone == new.phone.as_ref().map(Text::reference)
            && known.email == new.email.as_ref().map(Text::reference)
    })
}

fn stated(deed: &mut Deed<'_>, order: &ImportedOrder) -> Result<(), Stop> {
    number_is_said(order.number.trim())?;
    if order.quantity == 0 {
        return Err(Refusal::of("quantity", Why::NotPositive).into());
    }
    let today = deed.clock.day(deed.cx.now);
    if order.placed_on > today {
        return Err(Refusal::of("placed", Why::InTheFuture).into());
    }
    if let Some(actual) = order.actual {
        if actual > today {
            return Err(Refusal::of("actual", Why::InTheFuture).into());
        }
        if actual < order.placed_on {
            return Err(Refusal::of("actual", Why::BeforeTheOrder).into());
        }
    }
    let known = deed
        .before()
        .matters
        .get(&order.matter)
        .map(|matter| (matter.reference, &matter.state));
    match known {
        None => first(deed, order),
        Some((reference, MatterState::Order(known))) => {
            let known = known.clone();
            again(deed, reference, &known, order);
        }
        Some(_) => return Err(Refusal::whole(Why::MatterExists).into()),
    }
    Ok(())
}

/// Placed, given another date, missed, delivered: in the order they happened.
fn first(deed: &mut Deed<'_>, order: &ImportedOrder) {
    let matter = MatterRef::root(order.matter);
    let placed = Fact::OrderPlaced {
        number: order.number.trim().to_owned(),
        placed_on: order.placed_on,
        lines: vec![OrderLine {
            repromised: None,
            actual: None,
            ..line(order)
        }],
    };
    on(deed, matter, order.placed_on, placed);
    if let Some(to) = order.repromised {
        repromised(deed, matter, order.placed_on, to);
    }
    missed(deed, matter, order);
    delivered(deed, matter, order);
}

fn again(deed: &mut Deed<'_>, matter: MatterRef, known: &Order, order: &ImportedOrder) {
    let now = line(order);
    let Some(was) = known.lines.first().copied() else {
        return;
    };
    let told = OrderLine {
        essential: was.essential,
        ..now
    };
    if told == was {
        return;
    }
    let today = deed.clock.day(deed.cx.now);
    let moved = OrderLine {
        repromised: told.repromised,
        actual: told.actual,
        ..was
    };
    // What only an outcome adds is told as that outcome; anything else is the row stated anew.
    let outcome_only = moved == told
        && (was.repromised == told.repromised || told.repromised.is_some())
        && was.actual.is_none();
    if !outcome_only {
        on(
            deed,
            matter,
            today,
            Fact::LineRestated { line: 0, now: told },
        );
        return;
    }
    if let (true, Some(to)) = (was.repromised != told.repromised, told.repromised) {
        repromised(deed, matter, today, to);
    }
    if was.actual != told.actual {
        // What was told as missed before is not missed twice.
        if known.amends.apology == Apology::NotOwed {
            missed(deed, matter, order);
        }
        delivered(deed, matter, order);
    }
}

fn repromised(deed: &mut Deed<'_>, matter: MatterRef, day: Date, to: Date) {
    let moved = Fact::LinesRepromised {
        lines: vec![0],
        to,
        essential: Essential::No,
        reason: None,
    };
    on(deed, matter, day, moved);
}

/// Late, by the day first promised; or not.
fn missed(deed: &mut Deed<'_>, matter: MatterRef, order: &ImportedOrder) {
    let today = deed.clock.day(deed.cx.now);
    let promised = order.promised;
    let is_late = |promised: Date| order.actual.unwrap_or(today) > promised;
    if let Some(promised) = promised.filter(|promised| is_late(*promised)) {
        let aftermath = match order.actual {
            Some(_) => Aftermath::Over,
            None => Aftermath::Open,
        };
        let missed = Fact::LinesMissed {
            lines: vec![0],
            promised,
            aftermath,
            found_by: FoundBy::House,
        };
        let day = promised.succ_opt().unwrap_or(promised).max(order.placed_on);
        on(deed, matter, day, missed);
    }
}

/// Arrived, or not yet.
fn delivered(deed: &mut Deed<'_>, matter: MatterRef, order: &ImportedOrder) {
    if let Some(arrived_on) = order.actual {
        let delivered = Fact::LinesDelivered {
            lines: vec![0],
            arrived_on,
        };
        on(deed, matter, arrived_on, delivered);
    }
}

/// At midday of its day, and never later than now.
fn on(deed: &mut Deed<'_>, matter: MatterRef, day: Date, fact: Fact) {
    let at: Timestamp = deed.clock.midday(day).min(deed.cx.now);
    deed.happened(Some(matter), Audience::Customer, at, fact);
}

fn line(order: &ImportedOrder) -> OrderLine {
    OrderLine {
        what: order.what.as_ref().map(Text::reference),
        quantity: order.quantity,
        requested: order.requested,
        promised: order.promised,
        repromised: order.repromised,
        actual: order.actual,
        essential: Essential::No,
    }
}
