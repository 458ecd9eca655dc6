//! Steps of a word that was broken: it is honoured, made good, apologised for, and its claim is answered.

use domain::account::MatterState;
use domain::ids::MatterId;
use leptos::prelude::*;

use super::{About, unique};
use crate::pages::cuenta::story::Story;
use crate::parts::{Actions, Area, Button, Field, Hidden, Look, Select, WriteForm};
use crate::words::{Tongue, labels};

#[component]
pub(super) fn Honour(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Respaldar y reparar">
            <WriteForm name=unique(matter, "honour") kind="honour" label="Respaldar y reparar">
                <About matter />
                <Select
                    name="remedy.0.kind"
                    label="Qué lo repara"
                    choices=labels::pairs(labels::remedy_kinds(Tongue::Es))
                />
                <Field name="remedy.0.amount" label="Importe" inputmode="decimal" hint="Si es dinero." />
                <Field name="remedy.0.by" label="Para qué día" kind="date" hint="El que se le dice al cliente." />
                <Area name="remedy.0.what" label="En qué consiste" />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
pub(super) fn Remedy(matter: MatterId, remedy: u16) -> impl IntoView {
    view! {
        <Actions label="Hecho">
            <WriteForm name=unique(matter, &format!("remedy{remedy}")) kind="remedy" label="Reparación hecha">
                <About matter />
                <Hidden name="remedy" value=remedy.to_string() />
                <Area name="evidence" label="Cómo se sabe" hint="Número del abono, albarán, quién lo vio." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
pub(super) fn Apology(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Pedir disculpas">
            <WriteForm name=unique(matter, "apology") kind="apology" label="Pedir disculpas">
                <About matter />
                <Area name="words" label="En primera persona" hint="Sin culpar a nadie: ni persona, ni departamento, ni proveedor." />
                <Button look=Look::Main>"Firmar y guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

/// Every point, with its reasons.
#[component]
pub(super) fn Answer(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let points = story.shown.with_untracked(|shown| {
        let said = shown
            .account
            .matters
            .get(&matter)
            .map(|one| match &one.state {
                MatterState::Claim(claim) => claim
                    .points
                    .iter()
                    .map(|point| shown.words.get(&point.said.id).cloned())
                    .collect(),
                _ => Vec::new(),
            });
        said.unwrap_or_default()
    });
    let mut choices = vec![(String::new(), "Elige…".to_owned())];
    choices.extend(labels::pairs(labels::resolutions(Tongue::Es)));
    let fields = points
        .into_iter()
        .enumerate()
        .map(|(place, said)| {
            let choices = choices.clone();
            view! {
                <fieldset class="grid gap-3">
                    <legend class="mb-2 font-medium">{said.unwrap_or_default()}</legend>
                    <Select name=format!("answer.{place}.resolution") label="Respuesta" choices />
                    <Area name=format!("answer.{place}.reasons") label="Razones" />
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <Actions label="Contestar">
            <WriteForm name=unique(matter, "answer") kind="answer" label="Contestar la reclamación">
                <About matter />
                {fields}
                <Button look=Look::Main>"Guardar la respuesta"</Button>
            </WriteForm>
        </Actions>
    }
}
