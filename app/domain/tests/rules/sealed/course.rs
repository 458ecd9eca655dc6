//! Every fact of a claim's course and of what makes it good, and of the house's limits and dispute bodies.

use domain::account::{Channel, Language, PointAnswer, Rating, Resolution};
use domain::deadline::DueKind;
use domain::fact::Fact;
use domain::house::{DisputeBody, HouseFact, Limits, Template};
use domain::mail::Letter;
use domain::money::{EUR, Money};
use domain::text::TextRef;

use crate::support::{DIRECTOR, date, stated};

fn text(body: &str) -> TextRef {
    stated(body).reference()
}

pub(super) fn every() -> Vec<Fact> {
    let mut facts = of_a_claim();
    facts.extend(of_amends());
    facts.extend(of_dues());
    facts
}

/// The dues that came with them.
fn of_dues() -> Vec<Fact> {
    let kinds = [
        DueKind::Acknowledge,
        DueKind::Hearing,
        DueKind::Complete,
        DueKind::Mediate,
    ];
    let moved = kinds.into_iter().map(|due| Fact::DueMoved {
        due,
        from: date("2026-06-09"),
        to: date("2026-06-10"),
        reason: text("así lo pide"),
    });
    moved.collect()
}

fn of_a_claim() -> Vec<Fact> {
    let answers = vec![
        PointAnswer {
            resolution: Resolution::Accepted,
            reasons: None,
        },
        PointAnswer {
            resolution: Resolution::Denied,
            reasons: Some(text("porque")),
        },
    ];
    vec![
        Fact::ClaimDated {
            happened_on: Some(date("2026-06-09")),
            said_on: None,
        },
        Fact::ClaimDated {
            happened_on: None,
            said_on: Some(date("2026-03-02")),
        },
        Fact::CompletionAsked {
            missing: text("la factura"),
            until: date("2026-06-24"),
        },
        Fact::ClaimCompleted {
            points: vec![text("y cobraron dos veces")],
            note: None,
        },
        Fact::ClaimCompleted {
            points: Vec::new(),
            note: Some(text("aquí está")),
        },
        Fact::ClaimLapsed {
            until: date("2026-06-24"),
        },
        Fact::ClaimReopened {
            reason: text("trae la factura"),
        },
        Fact::MediationOpened {
            body: text("Junta Arbitral"),
            reference: Some(text("77/26")),
            on: date("2026-06-30"),
        },
        Fact::MediationOpened {
            body: text("Junta Arbitral"),
            reference: None,
            on: date("2026-06-30"),
        },
        Fact::MediationClosed {
            outcome: text("acuerdo"),
        },
        Fact::AnswerWritten { answers },
        Fact::AnswerDelivered {
            channel: Channel::Email,
            on: date("2026-06-20"),
        },
        Fact::SatisfactionRecorded {
            rating: rating(1),
            words: None,
        },
        Fact::SatisfactionRecorded {
            rating: rating(5),
            words: Some(text("muy bien")),
        },
    ]
}

fn rating(of: u8) -> Rating {
    Rating::try_from(of).expect("a rating")
}

fn of_amends() -> Vec<Fact> {
    vec![
        Fact::WorthChosen {
            remedy: 0,
            amount: Money::new(12_000, EUR),
            by: date("2026-06-17"),
            reason: text("ya no se fabrica"),
            choice: text("prefiero el dinero"),
        },
        Fact::DirectorAlerted {
            amount: Money::new(40_000, EUR),
            above: Money::new(30_000, EUR),
        },
        Fact::AlertAcknowledged { director: DIRECTOR },
        Fact::HearingSet {
            on: date("2026-06-18"),
        },
        Fact::HearingHeld {
            outcome: text("se confirma"),
        },
        Fact::GestureGiven {
            what: text("un café"),
            amount: Money::new(500, EUR),
        },
    ]
}

pub(super) fn of_the_house() -> Vec<HouseFact> {
    vec![
        HouseFact::LimitsSet {
            limits: Limits {
                gesture_minor_max: 5_000,
                alert_minor: 30_000,
            },
        },
        HouseFact::DisputeBodiesNamed {
            bodies: vec![DisputeBody {
                name: "Junta Arbitral".into(),
                address: "Calle Mayor 1".into(),
            }],
        },
        HouseFact::TemplateSet {
            template: Template {
                letter: Letter::Apology,
                language: Language::Gl,
                opening: Some("Bo día.".into()),
                closing: None,
            },
        },
    ]
}
