//! Steps of a word that was broken: it is honoured, made good, apologised for, and its claim is answered.

use domain::account::MatterState;
use domain::deadline::DueKind;
use domain::ids::MatterId;
use leptos::prelude::*;

use super::Save;
use crate::pages::cuenta::story::{Shown, Story};
use crate::parts::{Area, Button, Field, Hidden, Look, Select};
use crate::words::{Tongue, labels};

#[component]
pub(super) fn Honour() -> impl IntoView {
    view! {
        <Select name="remedy.0.kind" label="Qué lo repara" choices=labels::pairs(labels::remedy_kinds(Tongue::Es)) />
        <Field name="remedy.0.amount" label="Importe" inputmode="decimal" hint="Si es dinero." />
        <Field name="remedy.0.by" label="Para qué día" kind="date" hint="El que se le dice al cliente." />
        <Area name="remedy.0.what" label="En qué consiste" />
        <Save />
    }
}

#[component]
pub(super) fn Remedy(due: DueKind) -> impl IntoView {
    let place = match due {
        DueKind::Remedy(place) => place.to_string(),
        _ => String::new(),
    };
    view! {
        <Hidden name="remedy" value=place />
        <Area name="evidence" label="Cómo se sabe" hint="Número del abono, albarán, quién lo vio." />
        <Save />
    }
}

#[component]
pub(super) fn Apology() -> impl IntoView {
    view! {
        <Area name="words" label="En primera persona" hint="Sin culpar a nadie: ni persona, ni departamento, ni proveedor." />
        <div><Button look=Look::Main>"Firmar y guardar"</Button></div>
    }
}

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
