//! Random histories: what somebody may do next, whether it fits or not.

use chrono::Days;
use domain::account::{
    Channel, ClaimKind, Essential, Every, Language, MatterState, RemedyKind, Resolution, Span,
    Terms,
};
use domain::command::{About, AccountCommand as Ask, NewAnswer, NewLine, NewRemedy};
use domain::deadline::{Bearer, DueKind};
use domain::fact::{Cost, Direction, Outcome};
use domain::ids::MatterId;
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::time::Date;
use proptest::prelude::*;

use crate::support::{STAFF, World};

/// One thing somebody does, as far as it can be told before knowing the account.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) deed: u8,
    pub(super) target: prop::sample::Index,
    pub(super) days: u64,
    pub(super) ahead: u64,
    pub(super) pick: u8,
    pub(super) director: bool,
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (
        0..20u8,
        any::<prop::sample::Index>(),
        0..6u64,
        0..40u64,
        0..8u8,
        any::<bool>(),
    )
        .prop_map(|(deed, target, days, ahead, pick, director)| Step {
            deed,
            target,
            days,
            ahead,
            pick,
            director,
        });
    prop::collection::vec(step, 1..60)
}

fn terms(step: &Step, today: Date) -> Terms {
    match step.pick % 4 {
        0 => Terms::Price {
            amount: Money::new(1_000 + i64::from(step.pick), EUR),
            tax: TaxBasis::Included(Rate(2100)),
            every: Every::Month,
        },
        1 => Terms::Discount {
            reduction: domain::account::Reduction::Percent(Rate(1_000)),
        },
        2 => Terms::Delivery {
            date: ahead(today, step),
            essential: Essential::No,
        },
        _ => Terms::Other,
    }
}

fn ahead(today: Date, step: &Step) -> Date {
    today
        .checked_add_days(Days::new(step.ahead))
        .expect("within the calendar")
}

fn span(step: &Step, today: Date) -> Span {
    match step.pick % 3 {
        0 => Span::Single,
        1 => Span::Standing { until: None },
        _ => Span::Standing {
            until: Some(ahead(today, step)),
        },
    }
}

/// What is asked; a step whose target does not fit is asked all the same, and refused.
pub(super) fn command(
    world: &World,
    step: &Step,
    matter: Option<MatterId>,
    today: Date,
) -> Option<Ask> {
    let text = |body: &str| world.text(body);
    Some(match (step.deed, matter) {
        (0 | 1, _) => Ask::MakePromise {
            terms: terms(step, today),
            what: Some(text("lo dicho")),
            span: span(step, today),
            by: None,
            to: None,
            channel: Channel::Call,
            order: None,
        },
        (2, _) => Ask::PlaceOrder {
            number: format!("P-{}", step.pick),
            placed_on: today,
            lines: (0..=step.pick % 3)
                .map(|line| NewLine {
                    what: Some(text(&format!("línea {line}"))),
                    quantity: 1,
                    requested: None,
                    promised: (line > 0).then(|| ahead(today, step)),
                    essential: Essential::No,
                })
                .collect(),
        },
        (3, matter) => Ask::MakeClaim {
            about: match (step.pick % 3, matter) {
                (0, Some(matter)) => match world.matter(matter).state {
                    MatterState::Order(_) => About::Order {
                        matter,
                        lines: vec![],
                    },
                    _ => About::Promise { matter },
                },
                (1, _) => About::Unrecorded {
                    terms: terms(step, today),
                    what: None,
                    span: Span::Single,
                    by: None,
                },
                _ => About::Nothing,
            },
            claim_kind: [
                ClaimKind::BrokenPromise,
                ClaimKind::Delivery,
                ClaimKind::Treatment,
            ][usize::from(step.pick % 3)],
            contact: None,
            channel: Channel::Counter,
            points: vec![text("no se ha cumplido"), text("y nadie llamó")],
            sought: None,
            language: Language::Es,
            invoiced: Some(Money::new(1_500, EUR)),
        },
        (_, None) => return None,
        (4, Some(matter)) => Ask::ConfirmPromise { matter, note: None },
        (5, Some(matter)) => Ask::KeepPromise {
            matter,
            evidence: text("factura 1"),
        },
        (6, Some(matter)) => Ask::ReportBroken {
            matter,
            lines: vec![],
            note: None,
        },
        (7, Some(matter)) => Ask::Honour {
            matter,
            remedies: vec![NewRemedy {
                kind: RemedyKind::Service,
                amount: None,
                bearer: Bearer::Owner,
                by: None,
                what: None,
            }],
        },
        (8, Some(matter)) => Ask::ReleasePromise {
            matter,
            consent: text("déjelo"),
        },
        (9, Some(matter)) => Ask::AmendPromise {
            matter,
            terms: terms(step, today),
            consent: text("de acuerdo"),
        },
        (10, Some(matter)) => Ask::DoRemedy {
            matter,
            remedy: u16::from(step.pick % 2),
            evidence: text("hecho"),
        },
        (11, Some(matter)) => Ask::Apologise {
            matter,
            words: text("lo siento"),
        },
        (12, Some(matter)) => Ask::RepromiseLines {
            matter,
            lines: vec![],
            to: ahead(today, step),
            essential: Essential::Yes,
            reason: text("el proveedor"),
        },
        (13, Some(matter)) => Ask::DeliverLines {
            matter,
            lines: vec![u16::from(step.pick % 3)],
            arrived_on: today,
        },
        (14, Some(matter)) => Ask::DeliverLines {
            matter,
            lines: vec![],
            arrived_on: today,
        },
        (15, Some(matter)) => Ask::CancelOrder {
            matter,
            consent: text("ya no"),
        },
        (16, Some(matter)) => Ask::AnswerClaim {
            matter,
            answers: (0..2)
                .map(|_| NewAnswer {
                    resolution: Resolution::Denied,
                    reasons: Some(text("porque")),
                })
                .collect(),
        },
        (17, Some(matter)) => Ask::RecordInteraction {
            matter: Some(matter),
            channel: Channel::Call,
            direction: Direction::Outgoing,
            contact: None,
            outcome: Outcome::Reached,
            cost: Cost::default(),
            note: None,
        },
        (18, Some(matter)) => Ask::MoveDue {
            matter,
            due: [
                DueKind::Check,
                DueKind::Compare,
                DueKind::Ask,
                DueKind::Tell,
            ][usize::from(step.pick % 4)],
            to: ahead(today, step),
            reason: text("se mueve"),
        },
        (_, Some(matter)) => Ask::AssignMatter {
            matter,
            owner: STAFF,
        },
    })
}
