//! Steps of a claim: completed or lapsed, before a dispute body, answered point by point, delivered, rated, reopened.

use domain::account::{ClaimStage, MatterState};
use domain::ids::MatterId;
use leptos::prelude::*;

use super::shared::Save;
use crate::pages::cuenta::story::{Shown, Story};
use crate::parts::{Area, Button, Field, Look, Select};
use crate::words::{Tongue, labels};

/// Every point, with its reasons.
#[component]
pub(super) fn Answer(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let mut choices = vec![(String::new(), "Elige…".to_owned())];
    choices.extend(labels::pairs(labels::resolutions(Tongue::Es)));
    let points = story.shown.with_untracked(|shown| points(shown, matter));
    let points = (0..).zip(points).map(|(place, said): (u16, String)| {
        let choices = choices.clone();
        view! {
            <fieldset class="grid gap-3">
                <legend class="mb-2 font-medium">{said}</legend>
                <Select name=format!("answer.{place}.resolution") label="Respuesta" choices />
                <Area name=format!("answer.{place}.reasons") label="Razones" />
            </fieldset>
        }
    });
    view! {
        {points.collect_view()}
        <div><Button look=Look::Main>"Guardar la respuesta"</Button></div>
    }
}

/// What the customer says, point by point; erased words are none.
fn points(shown: &Shown, matter: MatterId) -> Vec<String> {
    let state = shown.account.matters.get(&matter).map(|one| &one.state);
    let Some(MatterState::Claim(claim)) = state else {
        return Vec::new();
    };
    let said = |id| shown.words.get(id).cloned().unwrap_or_default();
    let points = claim.points.iter();
    points.map(|point| said(&point.said.id)).collect()
}

#[component]
pub(super) fn AskToComplete() -> impl IntoView {
    view! {
        <Area name="missing" label="Qué falta" hint="Tal como se le pide al cliente." />
        <Field name="by" label="Hasta qué día" kind="date" hint="Vacío son diez días laborables; nunca menos." />
        <div><Button look=Look::Main>"Pedir y avisar"</Button></div>
    }
}

#[component]
pub(super) fn Complete(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let missing = story.shown.with_untracked(|shown| {
        let state = shown.account.matters.get(&matter).map(|one| &one.state);
        match state {
            Some(MatterState::Claim(claim)) => match claim.stage {
                ClaimStage::Incomplete { missing, .. } => shown.words.get(&missing.id).cloned(),
                _ => None,
            },
            _ => None,
        }
    });
    view! {
        <p class="text-sm">"Se le pidió: " {missing.unwrap_or_default()}</p>
        <Area name="note" label="Qué aporta" />
        <Area name="point.0" label="Otro punto" hint="Si añade algo que también hay que contestar." />
        <Save />
    }
}

#[component]
pub(super) fn Lapse() -> impl IntoView {
    view! {
        <p class="text-sm">"Solo cuando ha pasado el día que se le dio. Se reabre en un toque."</p>
        <div><Button look=Look::Main>"Darla por caducada"</Button></div>
    }
}

#[component]
pub(super) fn Reopen() -> impl IntoView {
    view! {
        <Area name="reason" label="Por qué" />
        <div><Button look=Look::Main>"Reabrir"</Button></div>
    }
}

#[component]
pub(super) fn OpenMediation() -> impl IntoView {
    view! {
        <Field name="body" label="Ante quién" required=true />
        <Field name="reference" label="Su número" />
        <Field name="on" label="Desde qué día" kind="date" hint="Vacío es hoy. El cobro se detiene; los plazos siguen." />
        <Save />
    }
}

#[component]
pub(super) fn CloseMediation() -> impl IntoView {
    view! {
        <Area name="outcome" label="En qué quedó" />
        <Save />
    }
}

/// By the way the claim came, unless they chose another.
#[component]
pub(super) fn HandOver(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let came_by = story.shown.with_untracked(|shown| {
        let state = shown.account.matters.get(&matter).map(|one| &one.state);
        match state {
            Some(MatterState::Claim(claim)) => labels::channel_code(claim.channel),
            _ => "",
        }
    });
    view! {
        <Select name="channel" label="Cómo" choices=labels::pairs(labels::channels(Tongue::Es)) value=came_by />
        <Field name="on" label="Qué día" kind="date" hint="Vacío es hoy." />
        <Save />
    }
}

#[component]
pub(super) fn Satisfaction() -> impl IntoView {
    let mut ratings = vec![(String::new(), "Elige…".to_owned())];
    ratings.extend(labels::pairs(labels::ratings(Tongue::Es)));
    view! {
        <Select name="rating" label="Cómo ha quedado" choices=ratings />
        <Area name="words" label="Con sus palabras" hint="Se pregunta una sola vez." />
        <Save />
    }
}
