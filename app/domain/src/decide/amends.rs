//! What makes a broken word good, on a promise or an order alike: honouring it, doing the remedies or
//! their worth, meeting, saying sorry.

use super::accounts::works_here;
use super::words::said;
use super::{Deed, Stop, alerts};
use crate::account::{Alert, Apology, Asked, Hearing, MatterState, PromiseStage, RemedyKind};
use crate::command::{AccountCommand as Ask, NewRemedy};
use crate::deadline::Bearer;
use crate::entry::{Audience, MatterRef};
use crate::fact::Fact;
use crate::ids::MatterId;
use crate::money::Money;
use crate::refusal::{Refusal, Why};
use crate::text::Text;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::Honour { matter, remedies } => honour(deed, *matter, remedies),
        Ask::DoRemedy {
            matter,
            remedy,
            evidence,
        } => {
            said(evidence, "evidence", Why::NoEvidence)?;
            let open = deed.open(*matter)?;
            let owed = open
                .amends()
                .and_then(|amends| amends.remedies.get(usize::from(*remedy)))
                .is_some_and(|remedy| remedy.done_on.is_none());
            if !owed {
                return Err(Refusal::of("remedy", Why::NoSuchRemedy).into());
            }
            let reference = open.reference;
            let done = Fact::RemedyDone {
                remedy: *remedy,
                evidence: evidence.reference(),
            };
            deed.happens(Some(reference), Audience::Customer, done);
            Ok(())
        }
        Ask::ChooseWorth { .. } => choose_worth(deed, command),
        Ask::AcknowledgeAlert { matter } => acknowledge(deed, *matter),
        Ask::HoldHearing { matter, outcome } => hold_hearing(deed, *matter, outcome),
        Ask::Apologise { matter, words } => apologise(deed, *matter, words),
        _ => Ok(()),
    }
}

/// The house comes first: it says it is done, and by when.
fn honour(deed: &mut Deed<'_>, matter: MatterId, remedies: &[NewRemedy]) -> Result<(), Stop> {
    let open = deed.open(matter)?;
    let broken = match &open.state {
        MatterState::Promise(promise) => promise.stage == PromiseStage::Broken,
        MatterState::Order(order) => {
            order.amends.honour.is_none() && order.amends.apology != Apology::NotOwed
        }
        MatterState::Claim(_) | MatterState::Investigation(_) => false,
    };
    if !broken {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    }
    if remedies.is_empty() {
        return Err(Refusal::of("remedy.0.kind", Why::Missing).into());
    }
    let reference = open.reference;
    let asked = match &open.state {
        MatterState::Promise(promise) => promise.wrongly_invoiced(None),
        _ => Asked::default(),
    };
    deed.happens(
        Some(reference),
        Audience::Customer,
        Fact::Honoured {
            claim: None,
            pay_now: asked.pay_now,
            frozen: asked.frozen,
        },
    );
    owe_remedies(deed, reference, remedies)?;
    let amounts = remedies.iter().filter_map(|remedy| remedy.amount);
    let whole = amounts.reduce(|whole, amount| {
        Money::new(whole.minor.saturating_add(amount.minor), whole.currency)
    });
    alerts::alert(deed, reference, whole);
    Ok(())
}

/// Each with its owner and its date, as told to the customer.
fn owe_remedies(
    deed: &mut Deed<'_>,
    matter: MatterRef,
    remedies: &[NewRemedy],
) -> Result<(), Stop> {
    let today = deed.today();
    for (place, remedy) in remedies.iter().enumerate() {
        if remedy.by.is_some_and(|by| by < today) {
            return Err(Refusal::of(format!("remedy.{place}.by"), Why::InThePast).into());
        }
        if remedy.amount.is_some_and(|amount| amount.minor <= 0) {
            return Err(Refusal::of(format!("remedy.{place}.amount"), Why::NotPositive).into());
        }
        if remedy.kind == RemedyKind::Worth {
            return Err(Refusal::of(format!("remedy.{place}.kind"), Why::WorthIsChosen).into());
        }
        can_bear(deed, remedy.bearer, place)?;
        let before = deed
            .matter(matter.id)?
            .amends()
            .map_or(0, |amends| amends.remedies.len());
        let owed = Fact::RemedyOwed {
            remedy: u16::try_from(before).unwrap_or(u16::MAX),
            remedy_kind: remedy.kind,
            amount: remedy.amount,
            bearer: remedy.bearer,
            by: remedy.by.unwrap_or_else(|| deed.clock.remedy_day(today)),
            what: remedy.what.as_ref().map(Text::reference),
        };
        deed.happens(Some(matter), Audience::Customer, owed);
    }
    Ok(())
}

/// Somebody will do it: a person who serves here, or a role that does.
fn can_bear(deed: &Deed<'_>, bearer: Bearer, place: usize) -> Result<(), Stop> {
    let field = format!("remedy.{place}.person");
    match bearer {
        Bearer::Owner => Ok(()),
        Bearer::Person(person) => works_here(deed, person, &field),
        Bearer::Role(role) if role.is_service() => Ok(()),
        Bearer::Role(_) => Err(Refusal::of(field, Why::NoSuchPerson).into()),
    }
}

/// What is impossible or unlawful is honoured by its worth, the customer choosing; no later than they were told, unless
/// that day is behind.
fn choose_worth(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    let Ask::ChooseWorth {
        matter,
        remedy,
        amount,
        by,
        reason,
        choice,
    } = command
    else {
        return Ok(());
    };
    said(reason, "reason", Why::NoReason)?;
    said(choice, "choice", Why::LowersWhatWasShown)?;
    if amount.minor <= 0 || amount.currency != deed.cx.house.currency {
        return Err(Refusal::of("amount", Why::NotPositive).into());
    }
    let today = deed.today();
    if by.is_some_and(|by| by < today) {
        return Err(Refusal::of("by", Why::InThePast).into());
    }
    let open = deed.open(*matter)?;
    let owed = open
        .amends()
        .and_then(|amends| amends.remedies.get(usize::from(*remedy)))
        .filter(|remedy| remedy.done_on.is_none() && remedy.kind != RemedyKind::Worth)
        .ok_or(Refusal::of("remedy", Why::NoSuchRemedy))?;
    let told = Some(owed.by).filter(|told| *told >= today);
    let reference = open.reference;
    let chosen = Fact::WorthChosen {
        remedy: *remedy,
        amount: *amount,
        by: by.or(told).unwrap_or_else(|| deed.clock.remedy_day(today)),
        reason: reason.reference(),
        choice: choice.reference(),
    };
    deed.happens(Some(reference), Audience::Customer, chosen);
    alerts::alert(deed, reference, Some(*amount));
    Ok(())
}

/// A director knows; it is done already.
fn acknowledge(deed: &mut Deed<'_>, matter: MatterId) -> Result<(), Stop> {
    let open = deed.open(matter)?;
    let owed = open
        .amends()
        .is_some_and(|amends| matches!(amends.alert, Alert::Owed(_)));
    let reference = open.reference;
    let (true, Some(director)) = (owed, deed.cx.actor.person()) else {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    };
    deed.happens(
        Some(reference),
        Audience::Service,
        Fact::AlertAcknowledged { director },
    );
    Ok(())
}

fn hold_hearing(deed: &mut Deed<'_>, matter: MatterId, outcome: &Text) -> Result<(), Stop> {
    said(outcome, "outcome", Why::Missing)?;
    let open = deed.open(matter)?;
    let is_set = open
        .amends()
        .is_some_and(|amends| matches!(amends.hearing, Hearing::Set(_)));
    if !is_set {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    }
    let reference = open.reference;
    let held = Fact::HearingHeld {
        outcome: outcome.reference(),
    };
    deed.happens(Some(reference), Audience::Customer, held);
    Ok(())
}

/// A director's own words, once.
fn apologise(deed: &mut Deed<'_>, matter: MatterId, words: &Text) -> Result<(), Stop> {
    said(words, "words", Why::Missing)?;
    let open = deed.open(matter)?;
    let owed = open
        .amends()
        .is_some_and(|amends| matches!(amends.apology, Apology::Owed(_)));
    let reference = open.reference;
    let (true, Some(director)) = (owed, deed.cx.actor.person()) else {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    };
    let given = Fact::ApologyGiven {
        director,
        words: words.reference(),
    };
    deed.happens(Some(reference), Audience::Customer, given);
    Ok(())
}
