//! An invoice beside what was promised: it says so, and the word is kept; it differs and has not left, and the word is
//! at risk; it differs and the customer has it, and the word is broken, found by the house.
//! It refuses to know why they differ. What an import tells of long ago carries the outcome it had.

use super::orders::number_is_said;
use super::promises::is_told;
use super::{Deed, Stop};
use crate::account::{
    Difference, Invoice, InvoiceStanding, KnownInvoice, MatterState, Off, Promise, PromiseStage,
    Reduction, Terms,
};
use crate::context::Actor;
use crate::entry::{Audience, MatterRef};
use crate::fact::{Aftermath, Fact, Foreseen, FoundBy};
use crate::ids::MatterId;
use crate::refusal::{Refusal, Why};
use crate::time::Timestamp;

pub(super) fn enter(
    deed: &mut Deed<'_>,
    id: MatterId,
    invoice: &Invoice,
    replaces: Option<&str>,
) -> Result<(), Stop> {
    // One that is drawn up anew under its number replaces itself.
    let replaces = replaces.filter(|number| *number != invoice.number);
    let matter = deed.matter(id)?;
    let made_on = matter.opened_on;
    let (reference, MatterState::Promise(promise)) = (matter.reference, &matter.state) else {
        return Err(Refusal::of("matter", Why::NothingToCompare).into());
    };
    says_enough(deed, &promise.terms, invoice)?;
    if is_known_so(promise, invoice, replaces) {
        return Ok(());
    }
    if invoice.drawn < made_on {
        return Err(Refusal::of("drawn", Why::BeforeTheWord).into());
    }
    is_awaited(promise, invoice, replaces)?;
    may_replace(promise, replaces)?;
    let fact = compared(deed, promise, invoice, replaces);
    let breaks = breaks(promise, &fact);
    happens(deed, reference, fact)?;
    if breaks {
        let broken = Fact::PromiseBroken {
            found_by: FoundBy::House,
            foreseen: Foreseen::No,
            note: None,
        };
        deed.happened(Some(reference), Audience::Service, instant(deed), broken);
    }
    Ok(())
}

/// Under other terms, what has not left is compared anew: also what agreed, while it may still leave.
pub(super) fn compare_again(deed: &mut Deed<'_>, matter: MatterRef) -> Result<(), Stop> {
    let MatterState::Promise(promise) = &deed.matter(matter.id)?.state else {
        return Ok(());
    };
    let today = deed.today();
    let may_leave = |one: &&KnownInvoice| match one.standing {
        _ if one.invoice.sent.is_some() => false,
        InvoiceStanding::Draft(_) => true,
        InvoiceStanding::Holds => deed.clock.compared_until(one.invoice.drawn) >= today,
        _ => false,
    };
    let stands_otherwise = |one: &&KnownInvoice| {
        let before = match one.standing {
            InvoiceStanding::Draft(difference) => Some(difference),
            _ => None,
        };
        promise.terms.differs(&one.invoice) != before
    };
    let again = promise.invoices.known.iter().filter(may_leave);
    let again = again.filter(stands_otherwise);
    let again: Vec<Fact> = again
        .map(|one| compared(deed, promise, &one.invoice, None))
        .collect();
    for fact in again {
        happens(deed, matter, fact)?;
    }
    Ok(())
}

/// What every invoice says, and what those terms are compared by.
fn says_enough(deed: &Deed<'_>, terms: &Terms, invoice: &Invoice) -> Result<(), Stop> {
    if !terms.is_invoiced() {
        return Err(Refusal::of("matter", Why::NothingToCompare).into());
    }
    number_is_said(&invoice.number)?;
    let may_be_free = matches!(terms, Terms::Discount { .. });
    if invoice.amount.minor < 0 || (invoice.amount.minor == 0 && !may_be_free) {
        return Err(Refusal::of("amount", Why::NotPositive).into());
    }
    let off = match invoice.off {
        Some(Off::List(list)) => ("list", list.minor),
        Some(Off::Applied(Reduction::Amount(off))) => ("off", off.minor),
        Some(Off::Applied(Reduction::Percent(_))) | None => ("off", 0),
    };
    if off.1 < 0 {
        return Err(Refusal::of(off.0, Why::NotPositive).into());
    }
    is_told(deed, invoice.tax)?;
    if let Some(field) = terms.lacking(invoice) {
        return Err(Refusal::of(field, Why::Missing).into());
    }
    let today = deed.clock.day(instant(deed));
    let days = [("drawn", Some(invoice.drawn)), ("sent", invoice.sent)];
    if let Some((field, _)) = days.iter().find(|(_, day)| *day > Some(today)) {
        return Err(Refusal::of(*field, Why::InTheFuture).into());
    }
    let after = [("sent", invoice.sent), ("due", invoice.due)];
    let before = |day: Option<_>| day.is_some_and(|day| day < invoice.drawn);
    match after.iter().find(|(_, day)| before(*day)) {
        Some((field, _)) => Err(Refusal::of(*field, Why::BeforeTheInvoice).into()),
        None => Ok(()),
    }
}

/// Said again, it changes nothing: nor does the day on which one leaves that says what was promised.
fn is_known_so(promise: &Promise, invoice: &Invoice, replaces: Option<&str>) -> bool {
    if replaces.is_some_and(|number| stands_alone(promise, number)) {
        return false;
    }
    let Some(known) = promise.invoices.of(&invoice.number) else {
        return false;
    };
    known.invoice == *invoice
        || (known.standing != InvoiceStanding::Replaced
            && known.invoice.says_as(invoice)
            && !matches!(known.standing, InvoiceStanding::Draft(_)))
}

/// A word that stands is compared; one that an invoice kept, with that invoice drawn up otherwise, or one instead of it.
fn is_awaited(promise: &Promise, invoice: &Invoice, replaces: Option<&str>) -> Result<(), Stop> {
    let mut numbers = [Some(invoice.number.as_str()), replaces]
        .into_iter()
        .flatten();
    let is_its = numbers.any(|number| promise.invoices.of(number).is_some());
    match promise.stage {
        PromiseStage::Released => Err(Refusal::of("matter", Why::NotInThisState).into()),
        PromiseStage::Kept if !is_its => Err(Refusal::of("matter", Why::MatterClosed).into()),
        _ => Ok(()),
    }
}

/// Whether nothing was said yet to be instead of it, and that changes how it stands.
fn stands_alone(promise: &Promise, number: &str) -> bool {
    promise.invoices.of(number).is_some_and(|one| {
        matches!(
            one.standing,
            InvoiceStanding::Draft(_) | InvoiceStanding::Holds
        )
    })
}

fn is_draft(promise: &Promise, number: &str) -> bool {
    let mut drafts = promise.invoices.drafts();
    drafts.any(|(one, _)| one.invoice.number == number)
}

/// An invoice of this promise: one that waits to be corrected, or one that left, by a corrective one.
fn may_replace(promise: &Promise, replaces: Option<&str>) -> Result<(), Stop> {
    match replaces {
        Some(number) if promise.invoices.of(number).is_none() => {
            Err(Refusal::of("replaces", Why::NoSuchInvoice).into())
        }
        _ => Ok(()),
    }
}

fn compared(deed: &Deed<'_>, promise: &Promise, invoice: &Invoice, replaces: Option<&str>) -> Fact {
    let (invoice, replaces) = (invoice.clone(), replaces.map(str::to_owned));
    match promise.terms.differs(&invoice) {
        None => Fact::InvoiceAgreed { invoice, replaces },
        Some(difference) => Fact::InvoiceDiffered {
            aftermath: aftermath(deed, promise, &invoice, difference),
            invoice,
            difference,
            replaces,
        },
    }
}

/// Over, where the customer keeps what they were given; and where a source tells of an invoice that left so long ago
/// that its comparing is past, unless the house knew of it before it left.
fn aftermath(
    deed: &Deed<'_>,
    promise: &Promise,
    invoice: &Invoice,
    difference: Difference,
) -> Aftermath {
    let is_past = invoice.sent.is_some_and(|sent| {
        let today = deed.clock.day(deed.cx.now);
        is_import(deed) && deed.clock.compared_until(sent) < today
    });
    let is_favour = invoice.sent.is_some() && difference.favours_them();
    if is_favour || (is_past && !is_draft(promise, &invoice.number)) {
        return Aftermath::Over;
    }
    Aftermath::Open
}

/// The customer has what was not promised to them, and was not told of it before.
fn breaks(promise: &Promise, fact: &Fact) -> bool {
    let left = matches!(
        fact,
        Fact::InvoiceDiffered {
            invoice: Invoice { sent: Some(_), .. },
            aftermath: Aftermath::Open,
            ..
        }
    );
    left && promise.stage != PromiseStage::Broken
}

/// What is still to be put right happens now, whoever tells it; what a source tells of the past has its own day.
fn happens(deed: &mut Deed<'_>, matter: MatterRef, fact: Fact) -> Result<(), Stop> {
    let (invoice, is_over) = match &fact {
        Fact::InvoiceAgreed { invoice, .. } => (invoice, true),
        Fact::InvoiceDiffered {
            invoice, aftermath, ..
        } => (invoice, *aftermath == Aftermath::Over),
        _ => return Ok(()),
    };
    let audience = match &fact {
        Fact::InvoiceAgreed { .. } => Audience::Customer,
        _ => Audience::Service,
    };
    let ends_a_risk = match &deed.matter(matter.id)?.state {
        MatterState::Promise(promise) => promise.invoices.drafts().next().is_some(),
        _ => false,
    };
    let past = is_import(deed) && is_over && !ends_a_risk;
    let at = match past {
        true => {
            let day = invoice.sent.unwrap_or(invoice.drawn);
            deed.clock.midday(day).min(deed.cx.now)
        }
        false => instant(deed),
    };
    if is_import(deed) && !past {
        deed.is_live();
    }
    deed.happened(Some(matter), audience, at, fact);
    Ok(())
}

/// When the house knows: as it was asked, and of an import now.
fn instant(deed: &Deed<'_>) -> Timestamp {
    match is_import(deed) {
        true => deed.cx.now,
        false => deed.cx.happened_at,
    }
}

fn is_import(deed: &Deed<'_>) -> bool {
    matches!(deed.cx.actor, Actor::Import { .. })
}
