//! The answer to a claim as the customer reads it: every point, with its reasons; and, where one is denied, the defensor
//! and the dispute bodies (SAC-13.1, SAC-13.6, SAC-13.7). It sells nothing.
//! It refuses to answer what the house has not answered.

use std::collections::BTreeMap;

use domain::account::{Claim, Language, Resolution};
use domain::house::DisputeBody;
use domain::ids::TextId;

use super::{Tongue, dates, sentences::ERASED};

/// Who answers.
#[derive(Debug, Clone, Copy)]
pub struct From<'a> {
    /// The house, by name.
    pub house: &'a str,
    /// The customers' advocate, by name, if there is one.
    pub defensor: Option<&'a str>,
    /// Where the customer may go.
    pub bodies: &'a [DisputeBody],
}

/// The answer, in the order it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The language of it.
    pub tongue: Tongue,
    /// What it is.
    pub title: String,
    /// What it answers.
    pub opening: String,
    /// Every point.
    pub points: Vec<PointSaid>,
    /// Where the customer may go where a point is denied; nothing otherwise.
    pub recourse: Option<Recourse>,
    /// Who answers.
    pub closing: String,
}

/// One point and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointSaid {
    /// In the customer's words.
    pub said: String,
    /// What it came to.
    pub answer: String,
    /// Why.
    pub reasons: Option<String>,
}

/// Where a customer may go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recourse {
    /// That they may.
    pub opening: String,
    /// To whom, each with where.
    pub to: Vec<String>,
}

/// The language of the screens that is nearest to a customer's own.
#[must_use]
pub const fn tongue(language: Language) -> Tongue {
    match language {
        Language::En => Tongue::En,
        Language::Es | Language::Ca | Language::Eu | Language::Gl => Tongue::Es,
    }
}

/// The answer of that claim; none until every point has one.
#[must_use]
pub fn answer(claim: &Claim, texts: &BTreeMap<TextId, String>, from: &From<'_>) -> Option<Letter> {
    let t = tongue(claim.language);
    let erased = t.pick(ERASED.0, ERASED.1);
    let text = |id: TextId| texts.get(&id).map_or(erased, String::as_str).to_owned();
    let points: Option<Vec<_>> = claim
        .points
        .iter()
        .map(|point| {
            let answer = point.answer?;
            Some(PointSaid {
                said: text(point.said.id),
                answer: came_to(t, answer.resolution).to_owned(),
                reasons: answer.reasons.map(|reasons| text(reasons.id)),
            })
        })
        .collect();
    let is_denied = claim.points.iter().any(|point| {
        point
            .answer
            .is_some_and(|answer| answer.resolution == Resolution::Denied)
    });
    let day = dates::plain(t, claim.received_on);
    let (title, opening) = match t {
        Tongue::Es => (
            "Respuesta a su reclamación",
            format!("Usted nos reclamó el {day}. Esto es lo que respondemos, punto por punto."),
        ),
        Tongue::En => (
            "Our answer to your claim",
            format!("You made a claim on {day}. This is our answer, point by point."),
        ),
    };
    Some(Letter {
        tongue: t,
        title: title.to_owned(),
        opening,
        points: points?,
        recourse: is_denied.then(|| recourse(t, from)),
        closing: from.house.to_owned(),
    })
}

const fn came_to(t: Tongue, resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Accepted => t.pick(
            "Tiene usted razón: lo aceptamos.",
            "You are right: we accept this.",
        ),
        Resolution::Denied => t.pick(
            "En este punto no podemos dársela.",
            "We cannot accept this point.",
        ),
    }
}

fn recourse(t: Tongue, from: &From<'_>) -> Recourse {
    let defensor = from.defensor.map(|name| match t {
        Tongue::Es => format!(
            "El defensor del cliente de esta casa ({name}): lo que decida a su favor nos obliga"
        ),
        Tongue::En => format!(
            "The customers' advocate of this house ({name}): a decision in your favour binds us"
        ),
    });
    let bodies = from
        .bodies
        .iter()
        .map(|body| format!("{}: {}", body.name, body.address));
    Recourse {
        opening: t
            .pick(
                "Si no está conforme, puede acudir a:",
                "If you do not agree, you may go to:",
            )
            .to_owned(),
        to: defensor.into_iter().chain(bodies).collect(),
    }
}
