//! What is said of a claim on its thread. Pure, but for what the page holds.

use domain::account::{Claim, Matter, MatterState};
use domain::ids::MatterId;
use domain::time::Date;
use leptos::prelude::*;

use super::actions::Step;
use super::letter;
use super::story::{Shown, Story};
use crate::words::{Names, Tone, Tongue, claims, dates, labels, matters};

const T: Tongue = Tongue::Es;

/// What is said of a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) title: String,
    pub(super) states: Vec<(Tone, String)>,
    pub(super) lines: Vec<String>,
    pub(super) points: Vec<(String, Option<String>, Option<String>)>,
    pub(super) steps: Vec<Step>,
    pub(super) is_open: bool,
    pub(super) has_letter: bool,
}

pub(super) fn told(story: Story, shown: &Shown, id: MatterId, today: Date) -> Option<Told> {
    let matter = shown.account.matters.get(&id)?;
    let MatterState::Claim(claim) = &matter.state else {
        return None;
    };
    let mut states = vec![claims::state(T, claim, today)];
    if claim.mediation().is_some() {
        states.push((Tone::Defensor, "En mediación".to_owned()));
    }
    let said = |text: &domain::text::TextRef| shown.words.get(&text.id).cloned();
    let points = claim.points.iter().map(|point| {
        let answer = point
            .answer
            .map(|answer| labels::resolution(T, answer.resolution).to_owned());
        let reasons = point.answer.and_then(|answer| said(&answer.reasons?));
        (said(&point.said).unwrap_or_default(), answer, reasons)
    });
    Some(Told {
        title: matters::title(T, matter, &shown.words),
        states,
        lines: story
            .names
            .with_value(|names| lines(shown, matter, claim, names, today)),
        points: points.collect(),
        steps: Step::of_claim(claim),
        is_open: matter.is_open(),
        has_letter: letter::of(story, shown, id).is_some(),
    })
}

/// When it was, what it cost the customer, who knows, and where else it is.
fn lines(shown: &Shown, matter: &Matter, claim: &Claim, names: &Names, today: Date) -> Vec<String> {
    let day = |day: Date| dates::day(T, day, today);
    let mut first = vec![format!("Recibida {}", day(claim.received_on))];
    first.extend(
        claim
            .said_on
            .map(|on| format!("se le prometió {}", day(on))),
    );
    first.extend(claim.happened_on.map(|on| format!("ocurrió {}", day(on))));
    first.push(claims::contacts(T, matter.contacts));
    let known = claims::known_by(T, &matter.known_by, names);
    let mut lines = vec![first.join(" · "), format!("Lo saben: {known}")];
    if let Some(mediation) = claim.mediation() {
        lines.push(claims::mediation(T, mediation, &shown.words, today));
    }
    if let Some(rating) = claim.rating {
        lines.push(format!("Quedó contento {} de 5", u8::from(rating)));
    }
    lines
}
