//! What each fact makes of a promise, an order, a claim, and of what is being made good.

use super::Happening;
use crate::account::{
    Amends, Apology, Claim, Honour, Matter, MatterState, Order, OrderLine, Promise, PromiseStage,
    Remedy, Span, Telling,
};
use crate::fact::{Aftermath, Direction, Fact, FoundBy, Outcome};
use crate::time::Date;

impl Matter {
    pub(super) fn apply(&mut self, now: &Happening<'_>) {
        if let Fact::MatterAssigned { owner } = now.fact {
            self.owner = *owner;
        }
        match &mut self.state {
            MatterState::Promise(promise) => {
                promise.apply(now);
                promise.amends.apply(now);
            }
            MatterState::Order(order) => {
                order.apply(now);
                order.amends.apply(now);
            }
            MatterState::Claim(claim) => claim.apply(now),
        }
    }
}

impl Promise {
    fn apply(&mut self, now: &Happening<'_>) {
        match now.fact {
            Fact::PromiseConfirmed { .. } => self.stage = PromiseStage::Confirmed,
            Fact::PromiseAmended { terms, .. } => self.terms = *terms,
            Fact::PromiseReleased { .. } => {
                self.stage = PromiseStage::Released;
                // Letting us off is the choice they were asked for.
                self.amends.telling = Telling::NotOwed;
            }
            Fact::PromiseBroken { found_by, .. } => {
                self.stage = PromiseStage::Broken;
                self.amends.broken(now.on, telling(*found_by, now.on));
            }
            Fact::Honoured { .. } => self.stage = PromiseStage::Honoured,
            Fact::PromiseKept { .. } => {
                self.kept_on = Some(now.on);
                if self.is_over(now.on) {
                    self.stage = PromiseStage::Kept;
                }
            }
            _ => {}
        }
    }

    /// A standing promise is kept for good only once its last day has come.
    fn is_over(&self, on: Date) -> bool {
        match self.span {
            Span::Single => true,
            Span::Standing { until } => until.is_some_and(|until| until <= on),
        }
    }
}

impl Order {
    fn apply(&mut self, now: &Happening<'_>) {
        match now.fact {
            Fact::LinesRepromised {
                lines,
                to,
                essential,
                ..
            } => {
                for line in self.named(lines) {
                    line.repromised = Some(*to);
                    line.essential = *essential;
                }
                // A new date is the choice they were asked for.
                if matches!(self.amends.telling, Telling::Told(_)) {
                    self.amends.telling = Telling::NotOwed;
                }
            }
            Fact::LinesDelivered { lines, arrived_on } => {
                for line in self.named(lines) {
                    line.actual = Some(*arrived_on);
                }
                if self.waiting().next().is_none() {
                    self.amends.telling = Telling::NotOwed;
                }
            }
            Fact::LinesMissed {
                aftermath: Aftermath::Open,
                found_by,
                ..
            } => {
                self.amends.broken(now.on, telling(*found_by, now.on));
            }
            Fact::LineRestated {
                line,
                now: restated,
            } => {
                for line in self.named(&[*line]) {
                    *line = *restated;
                }
            }
            Fact::OrderCancelled { .. } => {
                self.cancelled_on = Some(now.on);
                self.amends.telling = Telling::NotOwed;
            }
            _ => {}
        }
    }

    fn named(&mut self, numbers: &[u16]) -> impl Iterator<Item = &mut OrderLine> {
        (0u16..)
            .zip(&mut self.lines)
            .filter_map(|(number, line)| numbers.contains(&number).then_some(line))
    }
}

impl Claim {
    fn apply(&mut self, now: &Happening<'_>) {
        if let Fact::ClaimAnswered { answers } = now.fact {
            for (point, answer) in self.points.iter_mut().zip(answers) {
                point.answer = Some(*answer);
            }
        }
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
            Fact::ApologyGiven { .. } => self.apology = Apology::Given(now.on),
            // Reaching the customer about this matter is the telling.
            Fact::InteractionRecorded {
                direction: Direction::Outgoing,
                outcome: Outcome::Reached,
                ..
            } => {
                if matches!(self.telling, Telling::Owed(_)) {
                    self.telling = Telling::Told(now.on);
                }
            }
            _ => {}
        }
    }
}

fn telling(found_by: FoundBy, on: Date) -> Telling {
    match found_by {
        FoundBy::House => Telling::Owed(on),
        FoundBy::Claim(_) => Telling::NotOwed,
    }
}
