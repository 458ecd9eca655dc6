//! What a file states: outcomes that were there before. Each takes its place on the timeline by its own day; nothing
//! is honoured anew, nothing is due in the past, and a row stated again writes only what changed.

use super::accounts::{add_contact, works_here};
use super::orders::number_is_said;
use super::words::said;
use super::{Deed, Stop};
use crate::account::{AccountKind, Essential, MatterState, Order, OrderLine};
use crate::command::{AccountCommand as Ask, ImportedOrder, NewContact};
use crate::entry::{Audience, MatterRef};
use crate::fact::{Aftermath, Fact, Foreseen, FoundBy};
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
                account_kind: account_kind.unwrap_or(AccountKind::Consumer),
                name,
                tax_id,
                store: *store,
                owner: *owner,
            };
            deed.happens(None, Audience::Service, opened);
        }
        Some(head) => {
            let account_kind = account_kind.filter(|kind| *kind != head.kind);
            if head.name != name || head.tax_id != tax_id || account_kind.is_some() {
                let restated = Fact::AccountRestated {
                    name,
                    tax_id,
                    account_kind,
                };
                deed.happens(None, Audience::Service, restated);
            }
        }
    }
    match contact {
        Some(contact) if !is_known_so(deed, contact) => {
            let contact = as_they_like(deed, contact);
            add_contact(deed, &contact)
        }
        _ => Ok(()),
    }
}

/// A source knows where a person is reached, and not how they like to be.
fn as_they_like(deed: &Deed<'_>, new: &NewContact) -> NewContact {
    let head = deed.before().head.as_ref();
    let known = head.and_then(|head| head.contacts.get(&new.contact));
    let (channel, language) = known.map_or((new.channel, new.language), |known| {
        (known.channel, known.language)
    });
    NewContact {
        channel,
        language,
        ..new.clone()
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
    let stated = line(order);
    let placed = Fact::OrderPlaced {
        number: order.number.trim().to_owned(),
        placed_on: order.placed_on,
        lines: vec![OrderLine {
            repromised: None,
            actual: None,
            ..stated
        }],
    };
    on(deed, matter, order.placed_on, placed);
    if let Some(to) = stated.repromised {
        repromised(deed, matter, order.placed_on, to, stated.essential);
    }
    missed(deed, matter, &stated, order.placed_on);
    delivered(deed, matter, &stated);
}

/// What only an outcome adds is told as that outcome; anything else is the order or its line stated anew. A source
/// takes back what it said itself, and by silence nothing that somebody recorded.
fn again(deed: &mut Deed<'_>, matter: MatterRef, known: &Order, order: &ImportedOrder) {
    let Some(was) = known.lines.first().copied() else {
        return;
    };
    let today = deed.clock.day(deed.cx.now);
    let number = order.number.trim();
    if known.number != number || known.placed_on != order.placed_on {
        let restated = Fact::OrderRestated {
            number: number.to_owned(),
            placed_on: order.placed_on,
        };
        on(deed, matter, today, restated);
    }
    let stated = line(order);
    let kept = |was: Option<Date>| was.filter(|_| known.by_hand.contains(&0));
    let told = OrderLine {
        repromised: stated.repromised.or(kept(was.repromised)),
        actual: stated.actual.or(kept(was.actual)),
        essential: was.essential,
        ..stated
    };
    let now = OrderLine {
        repromised: match told.repromised {
            Some(_) if was.actual.is_none() => was.repromised,
            repromised => repromised,
        },
        actual: was.actual.and(told.actual),
        ..told
    };
    if now != was {
        on(deed, matter, today, Fact::LineRestated { line: 0, now });
    }
    if let (true, Some(to)) = (now.repromised != told.repromised, told.repromised) {
        repromised(deed, matter, today, to, was.essential);
    }
    if now.actual != told.actual {
        // What was told as missed before is not missed twice.
        if known.missed.is_empty() {
            missed(deed, matter, &told, order.placed_on);
        }
        delivered(deed, matter, &told);
    }
}

fn repromised(deed: &mut Deed<'_>, matter: MatterRef, day: Date, to: Date, essential: Essential) {
    let moved = Fact::LinesRepromised {
        lines: vec![0],
        to,
        essential,
        reason: None,
    };
    on(deed, matter, day, moved);
}

/// Arrived after the day first promised; or still to come, and after the day promised last.
fn missed(deed: &mut Deed<'_>, matter: MatterRef, line: &OrderLine, placed_on: Date) {
    let today = deed.clock.day(deed.cx.now);
    let (promised, came, aftermath) = match line.actual {
        Some(actual) => (line.promised, actual, Aftermath::Over),
        None => (line.due_on(), today, Aftermath::Open),
    };
    if let Some(promised) = promised.filter(|promised| came > *promised) {
        let missed = Fact::LinesMissed {
            lines: vec![0],
            promised: Some(promised),
            aftermath,
            found_by: FoundBy::House,
            foreseen: Foreseen::No,
            note: None,
        };
        let day = promised.succ_opt().unwrap_or(promised).max(placed_on);
        on(deed, matter, day, missed);
    }
}

/// Arrived, or not yet.
fn delivered(deed: &mut Deed<'_>, matter: MatterRef, line: &OrderLine) {
    if let Some(arrived_on) = line.actual {
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

/// As its source states it; a day promised instead of none is the day first promised.
fn line(order: &ImportedOrder) -> OrderLine {
    let (promised, repromised) = match order.promised {
        None => (order.repromised, None),
        Some(_) => (order.promised, order.repromised),
    };
    OrderLine {
        what: order.what.as_ref().map(Text::reference),
        quantity: order.quantity,
        requested: order.requested,
        promised,
        repromised,
        actual: order.actual,
        essential: Essential::No,
    }
}
