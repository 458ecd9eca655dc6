//! The Due table of `domain.md`: what each state owes, and from which day it is counted. What is owed follows from
//! the state alone; only its date needs a calendar, and that is `decide`'s.

use super::{
    Alert, Amends, Apology, Claim, ClaimStage, Hearing, Investigation, Matter, MatterState, Order,
    Promise, PromiseStage, Telling, Terms,
};
use crate::context::Role;
use crate::deadline::{Bearer, DueKind};
use crate::time::Date;

/// Something a matter owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// What.
    pub kind: DueKind,
    /// Who.
    pub bearer: Bearer,
    /// Which day its date rests on.
    pub when: When,
}

/// What its date rests on: another basis, and it is counted anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Counted from that day by the rule of its kind.
    From(Date),
    /// For that day, as the customer was told it.
    On(Date),
}

impl When {
    /// The day.
    #[must_use]
    pub const fn date(self) -> Date {
        match self {
            Self::From(date) | Self::On(date) => date,
        }
    }
}

impl Matter {
    /// What it owes as it stands; nothing when it is closed, something when it is open.
    #[must_use]
    pub fn wanted(&self) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        match &self.state {
            MatterState::Promise(promise) => {
                if promise.is_running() {
                    wanted.extend(of_promise(promise, self.opened_on));
                }
                of_amends(&promise.amends, &mut wanted);
            }
            MatterState::Order(order) => {
                wanted.extend(of_order(order));
                of_amends(&order.amends, &mut wanted);
            }
            MatterState::Claim(claim) => of_claim(claim, &mut wanted),
            MatterState::Investigation(investigation) => {
                of_investigation(investigation, self.opened_on, &mut wanted);
            }
        }
        wanted
    }

    /// The day it is for, which is itself news to the customer.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        match &self.state {
            MatterState::Promise(promise) if promise.is_running() => promise.date(),
            MatterState::Order(order) if order.is_running() => order.next_on(),
            _ => None,
        }
    }
}

/// The house is asked after every line that is on its way; after one that was missed only once nothing else is owed
/// for it.
fn of_order(order: &Order) -> Option<Wanted> {
    let is_missed = |number| order.missed.contains(&number);
    let is_owed_for = order.amends.is_open() || order.amends.waits_for_the_customer();
    let on_their_way = order.waiting().any(|(number, _)| !is_missed(number));
    if !order.is_running() || (!on_their_way && is_owed_for) {
        return None;
    }
    let asked_after = order
        .waiting()
        .filter(|(number, _)| is_missed(*number) != on_their_way);
    // Without a promised date the law has one, counted from the order.
    let when = asked_after
        .filter_map(|(_, line)| line.due_on())
        .min()
        .map_or(When::From(order.placed_on), When::On);
    Some(logistics(DueKind::Check, when))
}

fn of_promise(promise: &Promise, made_on: Date) -> Option<Wanted> {
    // Before anything else, no invoice leaves that differs.
    if let Some(known_on) = promise.invoices.drafts().map(|(one, _)| one.on).min() {
        return Some(logistics(DueKind::Correct, When::From(known_on)));
    }
    if promise.stage == PromiseStage::Broken {
        // Telling and choosing stand among the amends.
        return None;
    }
    let compared_on = promise.kept_on.max(promise.invoices.compared_on());
    let since = When::From(compared_on.unwrap_or(made_on));
    Some(match promise.terms {
        Terms::Price { .. } | Terms::Discount { .. } | Terms::Payment { .. } => {
            logistics(DueKind::Compare, begun(promise, since))
        }
        Terms::Delivery { date, .. } if promise.stage != PromiseStage::Honoured => {
            logistics(DueKind::Check, When::On(date))
        }
        Terms::Delivery { .. } | Terms::Other => owner(DueKind::Ask, begun(promise, since)),
    })
}

/// Honouring begins the comparing and the asking anew.
fn begun(promise: &Promise, since: When) -> When {
    match promise.amends.honour {
        Some(honour) if honour.on > since.date() => When::From(honour.on),
        _ => since,
    }
}

/// An answer that reaches the customer, counted anew once the claim is complete; a mediation besides stops nothing.
fn of_claim(claim: &Claim, wanted: &mut Vec<Wanted>) {
    match claim.stage {
        ClaimStage::Incomplete { until, .. } => {
            wanted.push(owner(DueKind::Complete, When::On(until)));
        }
        _ if claim.awaits_its_answer() => {
            wanted.push(owner(DueKind::Answer, When::From(claim.clock_from)));
        }
        _ => {}
    }
    if let Some(mediation) = claim.mediation() {
        wanted.push(owner(DueKind::Mediate, When::From(mediation.on)));
    }
}

fn of_amends(amends: &Amends, wanted: &mut Vec<Wanted>) {
    match amends.telling {
        Telling::Owed(since) => wanted.push(owner(DueKind::Tell, When::From(since))),
        Telling::Told(since) if amends.honour.is_none() => {
            wanted.push(owner(DueKind::Choice, When::From(since)));
        }
        _ => {}
    }
    for (place, remedy) in (0..).zip(&amends.remedies) {
        if remedy.done_on.is_none() {
            wanted.push(Wanted {
                kind: DueKind::Remedy(place),
                bearer: remedy.bearer,
                when: When::On(remedy.by),
            });
        }
    }
    if let Apology::Owed(since) = amends.apology {
        wanted.push(director(DueKind::Apology, When::From(since)));
    }
    if let Alert::Owed(since) = amends.alert {
        wanted.push(director(DueKind::Acknowledge, When::From(since)));
    }
    if let Hearing::Set(on) = amends.hearing {
        wanted.push(director(DueKind::Hearing, When::On(on)));
    }
}

fn of_investigation(investigation: &Investigation, opened_on: Date, wanted: &mut Vec<Wanted>) {
    let found_on = investigation.conclusion.map(|conclusion| conclusion.on);
    let mut want = |kind, role, since| {
        wanted.push(Wanted {
            kind,
            bearer: Bearer::Role(role),
            when: When::From(since),
        });
    };
    if investigation.told.is_none() {
        want(DueKind::Finding, Role::ServiceDirector, opened_on);
    }
    let Some(found_on) = found_on else {
        return;
    };
    if investigation.wants_attribution() {
        want(DueKind::Attribute, Role::SalesDirector, found_on);
    }
    if investigation.wants_instructions() {
        want(DueKind::Instruct, Role::SalesDirector, found_on);
    }
    if investigation.waits_for_a_signature() {
        want(DueKind::Sign, Role::Defensor, found_on);
    }
    if investigation.wants_notice() {
        let signed = investigation.check_first.and_then(|check| check.signed);
        let signed_on = signed.map_or(found_on, |(_, on)| on);
        want(DueKind::Notify, Role::ServiceDirector, signed_on);
    }
}

const fn logistics(kind: DueKind, when: When) -> Wanted {
    Wanted {
        kind,
        bearer: Bearer::Role(Role::Logistics),
        when,
    }
}

const fn director(kind: DueKind, when: When) -> Wanted {
    Wanted {
        kind,
        bearer: Bearer::Role(Role::ServiceDirector),
        when,
    }
}

const fn owner(kind: DueKind, when: When) -> Wanted {
    Wanted {
        kind,
        bearer: Bearer::Owner,
        when,
    }
}
