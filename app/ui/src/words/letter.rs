//! The answer to a claim as the customer reads it: every point, with its reasons; and, where one is denied, the defensor
//! and the dispute bodies (SAC-13.1, SAC-13.6, SAC-13.7). It sells nothing.
//! It refuses to answer what the house has not answered.

use std::collections::BTreeMap;

use domain::account::{Claim, Resolution};
use domain::house::DisputeBody;
use domain::ids::TextId;

use super::voices::{Answering, answering};

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
    /// The BCP 47 tag of its language.
    pub lang: &'static str,
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

/// The answer of that claim; none until every point has one.
#[must_use]
pub fn answer(claim: &Claim, texts: &BTreeMap<TextId, String>, from: &From<'_>) -> Option<Letter> {
    let voice = answering(claim.language);
    let text = |id: TextId| {
        texts
            .get(&id)
            .map_or(voice.erased(), String::as_str)
            .to_owned()
    };
    let points: Option<Vec<_>> = claim
        .points
        .iter()
        .map(|point| {
            let answer = point.answer?;
            Some(PointSaid {
                said: text(point.said.id),
                answer: voice.came_to(answer.resolution).to_owned(),
                reasons: answer.reasons.map(|reasons| text(reasons.id)),
            })
        })
        .collect();
    let is_denied = claim.points.iter().any(|point| {
        point
            .answer
            .is_some_and(|answer| answer.resolution == Resolution::Denied)
    });
    Some(Letter {
        lang: claim.language.code(),
        title: voice.title().to_owned(),
        opening: voice.opening(claim.received_on),
        points: points?,
        recourse: is_denied.then(|| recourse(voice, from)),
        closing: from.house.to_owned(),
    })
}

fn recourse(voice: &dyn Answering, from: &From<'_>) -> Recourse {
    let defensor = from.defensor.map(|name| voice.defensor(name));
    let bodies = from
        .bodies
        .iter()
        .map(|body| format!("{}: {}", body.name, body.address));
    Recourse {
        opening: voice.recourse().to_owned(),
        to: defensor.into_iter().chain(bodies).collect(),
    }
}
