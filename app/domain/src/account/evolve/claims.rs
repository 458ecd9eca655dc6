//! What each fact makes of a claim.

use super::Happening;
use crate::account::{Claim, ClaimStage, Closed, Mediation, Point};
use crate::fact::{Direction, Fact};
use crate::text::TextRef;

/// As it begins.
pub(super) fn received(now: &Happening<'_>) -> Option<Claim> {
    let Fact::ClaimReceived {
        claim_kind,
        contact,
        channel,
        points,
        sought,
        language,
        invoiced,
        handed,
    } = now.fact
    else {
        return None;
    };
    Some(Claim {
        kind: *claim_kind,
        contact: *contact,
        channel: *channel,
        points: points.iter().map(said).collect(),
        sought: *sought,
        language: *language,
        invoiced: *invoiced,
        received_on: now.on,
        happened_on: None,
        said_on: None,
        stage: ClaimStage::Received,
        clock_from: now.on,
        mediations: Vec::new(),
        rating: None,
        handed: *handed,
    })
}

fn said(said: &TextRef) -> Point {
    Point {
        said: *said,
        answer: None,
    }
}

/// What shows that somebody of the house works on it.
fn studies(now: &Happening<'_>) -> bool {
    let is_work = matches!(
        now.fact,
        Fact::NoteAdded { .. }
            | Fact::MatterAssigned { .. }
            | Fact::InteractionRecorded {
                direction: Direction::Outgoing,
                ..
            }
    );
    is_work && now.actor.person().is_some()
}

impl Claim {
    pub(super) fn apply(&mut self, now: &Happening<'_>) {
        match now.fact {
            Fact::ClaimDated {
                happened_on,
                said_on,
            } => {
                self.happened_on = *happened_on;
                self.said_on = *said_on;
            }
            Fact::CompletionAsked { missing, until } => {
                self.stage = ClaimStage::Incomplete {
                    missing: *missing,
                    until: *until,
                };
            }
            Fact::ClaimCompleted { points, .. } => {
                self.points.extend(points.iter().map(said));
                self.begins_anew(now, ClaimStage::InStudy);
            }
            Fact::ClaimLapsed { .. } => self.stage = ClaimStage::Lapsed { on: now.on },
            Fact::ClaimReopened { .. } => {
                for point in &mut self.points {
                    point.answer = None;
                }
                self.begins_anew(now, ClaimStage::InStudy);
            }
            Fact::ClaimAnswered { answers } => {
                self.answer(answers);
                self.stage = ClaimStage::Delivered {
                    on: now.on,
                    channel: self.channel,
                };
            }
            Fact::AnswerWritten { answers } => {
                self.answer(answers);
                self.stage = ClaimStage::Answered { on: now.on };
            }
            Fact::AnswerDelivered { channel, on } => {
                self.stage = ClaimStage::Delivered {
                    on: *on,
                    channel: *channel,
                };
            }
            Fact::SatisfactionRecorded { rating, .. } => self.rating = Some(*rating),
            Fact::MediationOpened {
                body,
                reference,
                on,
            } => self.mediations.push(Mediation {
                body: *body,
                reference: *reference,
                on: *on,
                closed: None,
            }),
            Fact::MediationClosed { outcome } => {
                let running = self.mediations.iter_mut().find(|one| one.closed.is_none());
                if let Some(mediation) = running {
                    mediation.closed = Some(Closed {
                        on: now.on,
                        outcome: *outcome,
                    });
                }
            }
            _ if self.stage == ClaimStage::Received && studies(now) => {
                self.stage = ClaimStage::InStudy;
            }
            _ => {}
        }
    }

    /// Its clock restarts; nothing else ever stops it.
    fn begins_anew(&mut self, now: &Happening<'_>, stage: ClaimStage) {
        self.clock_from = now.on;
        self.stage = stage;
    }

    fn answer(&mut self, answers: &[crate::account::PointAnswer]) {
        for (point, answer) in self.points.iter_mut().zip(answers) {
            point.answer = Some(*answer);
        }
    }
}
