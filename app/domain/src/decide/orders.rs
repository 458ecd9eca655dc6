//! An order: placed, given other dates with a reason, delivered, called off by the customer. No date is lost.

use super::words::said;
use super::{Deed, Stop, missing};
use crate::account::{Essential, MatterState, Order, OrderLine};
use crate::command::{AccountCommand as Ask, NewLine};
use crate::entry::{Audience, MatterRef};
use crate::fact::{Fact, FoundBy};
use crate::ids::MatterId;
use crate::refusal::{Refusal, Why};
use crate::text::Text;
use crate::time::Date;

/// The longest order number, in bytes.
const NUMBER_BYTES_MAX: usize = 64;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::PlaceOrder {
            number,
            placed_on,
            lines,
        } => place(deed, number, *placed_on, lines),
        Ask::RepromiseLines {
            matter,
            lines,
            to,
            essential,
            reason,
        } => {
            said(reason, "reason", Why::NoReason)?;
            if *to < deed.today() {
                return Err(Refusal::of("to", Why::InThePast).into());
            }
            repromise(deed, *matter, lines, *to, *essential, reason)
        }
        Ask::DeliverLines {
            matter,
            lines,
            arrived_on,
        } => {
            if *arrived_on > deed.today() {
                return Err(Refusal::of("arrived_on", Why::InTheFuture).into());
            }
            deliver(deed, *matter, lines, *arrived_on)
        }
        Ask::CancelOrder { matter, consent } => {
            said(consent, "consent", Why::HouseCannotWithdraw)?;
            let (reference, order) = order(deed, *matter)?;
            if !order.is_running() {
                return Err(Refusal::of("matter", Why::MatterClosed).into());
            }
            let cancelled = Fact::OrderCancelled {
                consent: consent.reference(),
            };
            deed.happens(Some(reference), Audience::Customer, cancelled);
            Ok(())
        }
        _ => Ok(()),
    }
}

fn place(
    deed: &mut Deed<'_>,
    number: &str,
    placed_on: Date,
    lines: &[NewLine],
) -> Result<(), Stop> {
    let number = number.trim();
    number_is_said(number)?;
    if placed_on > deed.today() {
        return Err(Refusal::of("placed_on", Why::InTheFuture).into());
    }
    if lines.is_empty() {
        return Err(Refusal::of("line.0.what", Why::Missing).into());
    }
    for (place, line) in lines.iter().enumerate() {
        if line
            .what
            .as_ref()
            .is_none_or(|what| what.body.trim().is_empty())
        {
            return Err(Refusal::of(format!("line.{place}.what"), Why::Missing).into());
        }
        if line.quantity == 0 {
            return Err(Refusal::of(format!("line.{place}.quantity"), Why::NotPositive).into());
        }
        if line
            .promised
            .is_some_and(|promised| promised < deed.today())
        {
            return Err(Refusal::of(format!("line.{place}.promised"), Why::InThePast).into());
        }
    }
    let placed = Fact::OrderPlaced {
        number: number.to_owned(),
        placed_on,
        lines: lines.iter().map(line).collect(),
    };
    let matter = MatterRef::root(deed.new_matter());
    deed.happens(Some(matter), Audience::Customer, placed);
    Ok(())
}

pub(super) fn number_is_said(number: &str) -> Result<(), Stop> {
    if number.is_empty() {
        return Err(Refusal::of("number", Why::Missing).into());
    }
    if number.len() > NUMBER_BYTES_MAX {
        return Err(Refusal::of("number", Why::TooLong(NUMBER_BYTES_MAX)).into());
    }
    Ok(())
}

fn line(new: &NewLine) -> OrderLine {
    OrderLine {
        what: new.what.as_ref().map(Text::reference),
        quantity: new.quantity,
        requested: new.requested,
        promised: new.promised,
        repromised: None,
        actual: None,
        essential: new.essential,
    }
}

fn repromise(
    deed: &mut Deed<'_>,
    matter: MatterId,
    lines: &[u16],
    to: Date,
    essential: Essential,
    reason: &Text,
) -> Result<(), Stop> {
    let (reference, order) = order(deed, matter)?;
    let lines = waiting(order, lines)?;
    let was_essential = |number: &u16| {
        let line = order.lines.get(usize::from(*number));
        line.is_some_and(|line| line.essential == Essential::Yes)
    };
    // What is essential to the customer stays so.
    let (always, others): (Vec<u16>, Vec<u16>) = lines
        .into_iter()
        .partition(|number| essential == Essential::Yes || was_essential(number));
    for (lines, essential) in [(always, Essential::Yes), (others, Essential::No)] {
        if lines.is_empty() {
            continue;
        }
        let moved = Fact::LinesRepromised {
            lines,
            to,
            essential,
            reason: Some(reason.reference()),
        };
        deed.happens(Some(reference), Audience::Customer, moved);
    }
    Ok(())
}

/// What came late was missed first: the customer is told, and apologised to.
fn deliver(
    deed: &mut Deed<'_>,
    matter: MatterId,
    lines: &[u16],
    arrived_on: Date,
) -> Result<(), Stop> {
    let (reference, order) = order(deed, matter)?;
    if arrived_on < order.placed_on {
        return Err(Refusal::of("arrived_on", Why::BeforeTheOrder).into());
    }
    let lines = waiting(order, lines)?;
    let late = missing::late(order, &lines, arrived_on);
    for missed in missing::facts(order, &late, arrived_on, FoundBy::House, None) {
        deed.happens(Some(reference), Audience::Service, missed);
    }
    let delivered = Fact::LinesDelivered { lines, arrived_on };
    deed.happens(Some(reference), Audience::Customer, delivered);
    Ok(())
}

pub(super) fn order<'d>(
    deed: &'d Deed<'_>,
    matter: MatterId,
) -> Result<(MatterRef, &'d Order), Stop> {
    let open = deed.open(matter)?;
    match &open.state {
        MatterState::Order(order) => Ok((open.reference, order)),
        _ => Err(Refusal::of("matter", Why::NotInThisState).into()),
    }
}

/// The lines named, which must be waiting; all that wait, where none is named.
pub(super) fn waiting(order: &Order, named: &[u16]) -> Result<Vec<u16>, Stop> {
    let open: Vec<u16> = order.waiting().map(|(number, _)| number).collect();
    if order.cancelled_on.is_some() || open.is_empty() {
        return Err(Refusal::of("matter", Why::MatterClosed).into());
    }
    if named.is_empty() {
        return Ok(open);
    }
    for number in named {
        if usize::from(*number) >= order.lines.len() {
            return Err(Refusal::of("lines", Why::NoSuchLine).into());
        }
        if !open.contains(number) {
            return Err(Refusal::of("lines", Why::AlreadyDelivered).into());
        }
    }
    Ok(open
        .into_iter()
        .filter(|number| named.contains(number))
        .collect())
}
