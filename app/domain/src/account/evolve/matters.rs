//! What each fact makes of a promise, an order, and of what is being made good; and who came about it, and who knows.

use super::Happening;
use crate::account::{
    Alert, Amends, Apology, Hearing, Honour, Matter, MatterState, Order, OrderLine, Promise,
    PromiseStage, Remedy, RemedyKind, Signed, Span, Telling,
};
use crate::context::Actor;
use crate::fact::{Aftermath, Direction, Fact, Outcome};
use crate::time::Date;

impl Matter {
    pub(super) fn apply(&mut self, now: &Happening<'_>) {
        if let Fact::MatterAssigned { owner } = now.fact {
            self.owner = *owner;
        }
        self.known_by.extend(now.actor.person());
        if comes_to_us(now.fact) {
            self.contacts = self.contacts.saturating_add(1);
        }
        match &mut self.state {
            MatterState::Promise(promise) => {
                promise.apply(now);
                promise.amends.apply(now);
                if !promise.is_running() {
                    promise.amends.leaves_no_choice();
                }
            }
            MatterState::Order(order) => {
                order.apply(now);
                order.amends.apply(now);
                if !order.waits_for_a_missed_line() {
                    order.amends.leaves_no_choice();
                }
            }
            MatterState::Claim(claim) => claim.apply(now),
            MatterState::Investigation(investigation) => investigation.apply(now),
        }
    }
}

/// Whether the customer had to come to us: to claim, to complete it, to ask.
const fn comes_to_us(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::InteractionRecorded {
            direction: Direction::Incoming,
            ..
        } | Fact::ClaimReceived { .. }
            | Fact::ClaimCompleted { .. }
    )
}

impl Promise {
    fn apply(&mut self, now: &Happening<'_>) {
        match now.fact {
            Fact::PromiseConfirmed { .. } => self.stage = PromiseStage::Confirmed,
            Fact::PromiseAmended { terms, .. } => {
                self.terms = *terms;
                if matches!(self.stage, PromiseStage::Broken | PromiseStage::Honoured) {
                    // Other terms are the choice they were asked for, and a word that is kept anew.
                    self.stage = PromiseStage::Confirmed;
                    self.amends.leaves_no_choice();
                }
            }
            Fact::PromiseSigned {
                terms, shown, by, ..
            } => {
                self.signed = Some(Signed {
                    at: now.happened_at,
                    on: now.on,
                    by: *by,
                    shown: *shown,
                    terms: *terms,
                    version: now.version,
                });
                let before = match self.stage {
                    PromiseStage::AtRisk => self.stood.as_mut(),
                    _ => Some(&mut self.stage),
                };
                if let Some(stage) = before.filter(|stage| **stage == PromiseStage::Made) {
                    *stage = PromiseStage::Confirmed;
                }
            }
            Fact::PromiseReleased { .. } => {
                self.stage = PromiseStage::Released;
                self.released_on = Some(now.on);
            }
            Fact::PromiseBroken { found_by, .. } => {
                self.stage = PromiseStage::Broken;
                self.amends.broken(now.on, *found_by);
            }
            Fact::Honoured { .. } => {
                self.stage = PromiseStage::Honoured;
                self.invoices.made_good();
            }
            Fact::InteractionRecorded {
                direction: Direction::Outgoing,
                outcome: Outcome::Reached,
                ..
            } => self.invoices.told(now.on),
            Fact::PromiseKept { .. } => {
                self.kept_on = Some(now.on);
                if self.is_over(now.on) {
                    self.stage = PromiseStage::Kept;
                }
            }
            _ => self.invoiced(now),
        }
        self.settle();
    }

    /// A standing promise is kept for good only once its last day has come.
    pub(super) fn is_over(&self, on: Date) -> bool {
        match self.span {
            Span::Single => true,
            Span::Standing { until } => until.is_some_and(|until| until <= on),
        }
    }
}

impl Order {
    fn apply(&mut self, now: &Happening<'_>) {
        self.by_hand.extend(recorded(now));
        match now.fact {
            Fact::LinesRepromised {
                lines,
                to,
                essential,
                ..
            } => {
                for line in self.named(lines) {
                    match line.promised {
                        None => line.promised = Some(*to),
                        Some(_) => line.repromised = Some(*to),
                    }
                    line.essential = *essential;
                }
                // A new date is the choice they were asked for.
                self.missed.retain(|number| !lines.contains(number));
            }
            Fact::LinesDelivered { lines, arrived_on } => {
                for line in self.named(lines) {
                    line.actual = Some(*arrived_on);
                }
            }
            Fact::LinesMissed {
                lines,
                aftermath,
                found_by,
                ..
            } => {
                self.missed.extend(lines);
                if *aftermath == Aftermath::Open {
                    self.amends.broken(now.on, *found_by);
                }
            }
            Fact::OrderRestated { number, placed_on } => {
                self.number.clone_from(number);
                self.placed_on = *placed_on;
            }
            Fact::LineRestated {
                line,
                now: restated,
            } => {
                for line in self.named(&[*line]) {
                    *line = *restated;
                }
                // Its source has the last word on what there is to tell.
                if !self.waits_for_a_missed_line() {
                    self.amends.telling = Telling::NotOwed;
                }
            }
            Fact::OrderCancelled { .. } => self.cancelled_on = Some(now.on),
            _ => {}
        }
    }

    fn named(&mut self, numbers: &[u16]) -> impl Iterator<Item = &mut OrderLine> {
        (0u16..)
            .zip(&mut self.lines)
            .filter_map(|(number, line)| numbers.contains(&number).then_some(line))
    }
}

/// The lines whose new date or arrival is recorded by anybody but an import.
fn recorded<'f>(now: &Happening<'f>) -> &'f [u16] {
    match (now.actor, now.fact) {
        (Actor::Import { .. }, _) => &[],
        (_, Fact::LinesRepromised { lines, .. } | Fact::LinesDelivered { lines, .. }) => lines,
        _ => &[],
    }
}

impl Amends {
    fn apply(&mut self, now: &Happening<'_>) {
        match now.fact {
            Fact::Honoured {
                claim,
                pay_now,
                frozen,
            } => {
                if claim.is_some() {
                    // They told us.
                    self.telling = Telling::NotOwed;
                }
                self.honour = Some(Honour {
                    claim: *claim,
                    on: now.on,
                    pay_now: *pay_now,
                    frozen: *frozen,
                });
            }
            Fact::RemedyOwed {
                remedy_kind,
                amount,
                bearer,
                by,
                what,
                ..
            } => {
                self.remedies.push(Remedy {
                    kind: *remedy_kind,
                    amount: *amount,
                    bearer: *bearer,
                    by: *by,
                    what: *what,
                    done_on: None,
                });
            }
            Fact::RemedyDone { remedy, .. } => {
                if let Some(remedy) = self.remedies.get_mut(usize::from(*remedy)) {
                    remedy.done_on = Some(now.on);
                }
            }
            Fact::WorthChosen {
                remedy, amount, by, ..
            } => {
                if let Some(remedy) = self.remedies.get_mut(usize::from(*remedy)) {
                    remedy.kind = RemedyKind::Worth;
                    remedy.amount = Some(*amount);
                    remedy.by = *by;
                    remedy.what = None;
                }
            }
            Fact::ApologyGiven { .. } => self.apology = Apology::Given(now.on),
            Fact::DirectorAlerted { .. } => self.alert = Alert::Owed(now.on),
            Fact::AlertAcknowledged { .. } => self.alert = Alert::Known(now.on),
            Fact::HearingSet { on } => self.hearing = Hearing::Set(*on),
            Fact::HearingHeld { .. } => self.hearing = Hearing::Held(now.on),
            // Reaching the customer about this matter is the telling, once there is something to tell.
            Fact::InteractionRecorded {
                direction: Direction::Outgoing,
                outcome: Outcome::Reached,
                ..
            } => {
                if matches!(self.telling, Telling::Owed(since) if since <= now.on) {
                    self.telling = Telling::Told(now.on);
                }
            }
            _ => {}
        }
    }
}
