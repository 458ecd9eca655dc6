//! The fields of the short forms. Each knows the account: its contacts, its orders, its promises.

use domain::account::MatterState;
use leptos::prelude::*;

mod bearing;
mod claim;
mod promise;

use super::story::{Shown, Story};
use crate::parts::{Area, Button, Check, Choose, Field, FileForm, Grid, Look, Select, WriteForm};
use crate::read::Draft;
use crate::words::{Tongue, labels, matters};
pub(super) use claim::Claim;
pub(super) use promise::Promise;

type Choices = Vec<(String, String)>;

fn with_none(none: &str, choices: Choices) -> Choices {
    let mut all = vec![(String::new(), none.to_owned())];
    all.extend(choices);
    all
}

fn contacts(story: Story) -> Choices {
    let known = story.names.with_value(|names| names.contacts.clone());
    with_none(
        "Nadie en particular",
        known
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
    )
}

fn of(story: Story, wanted: impl Fn(&MatterState) -> bool) -> Choices {
    let title = |shown: &Shown| {
        let matching = shown
            .account
            .matters
            .values()
            .filter(|matter| wanted(&matter.state));
        matching
            .map(|matter| {
                (
                    matter.reference.id.to_string(),
                    matters::title(Tongue::Es, matter, &shown.words),
                )
            })
            .collect()
    };
    story.shown.with_untracked(title)
}

#[component]
pub(super) fn Interaction(name: String, draft: Draft) -> impl IntoView {
    let story = expect_context::<Story>();
    let about = with_none("La cuenta en general", of(story, |_| true));
    view! {
        <WriteForm name kind="interaction" label="Llamada" draft>
            <Grid>
                <Select name="channel" label="Cómo" choices=labels::pairs(labels::channels(Tongue::Es)) />
                <Select name="direction" label="Quién llamó a quién" choices=labels::pairs(labels::directions(Tongue::Es)) />
                <Select name="outcome" label="Cómo acabó" choices=labels::pairs(labels::outcomes(Tongue::Es)) />
                <Select name="contact" label="Con quién" choices=contacts(story) />
                <Select name="matter" label="Sobre qué" choices=about />
                <Field name="minutes" label="Minutos que esperó" inputmode="numeric" />
            </Grid>
            <Area name="note" label="Qué se dijo" />
            <Send />
        </WriteForm>
    }
}

#[component]
pub(super) fn Order(name: String, draft: Draft) -> impl IntoView {
    view! {
        <WriteForm name kind="order" label="Pedido" draft>
            <Grid>
                <Field name="number" label="Número" required=true />
                <Field name="placed_on" label="Pedido el" kind="date" hint="Vacío es hoy." />
            </Grid>
            <Grid>
                <Field name="line.0.what" label="Qué se pide" required=true />
                <Field name="line.0.quantity" label="Cuántos" inputmode="numeric" value="1" />
                <Field name="line.0.requested" label="Lo quiere para" kind="date" />
                <Field name="line.0.promised" label="Se le promete para" kind="date" />
                <Check name="line.0.essential" label="Sin esa fecha no le sirve" />
            </Grid>
            <Send />
        </WriteForm>
    }
}

#[component]
pub(super) fn Note(name: String, draft: Draft) -> impl IntoView {
    view! {
        <WriteForm name kind="note" label="Nota" draft>
            <Area name="note" label="Qué conviene saber" />
            <Send />
        </WriteForm>
    }
}

#[component]
pub(super) fn Attachment(name: String, draft: Draft) -> impl IntoView {
    let story = expect_context::<Story>();
    let about = with_none("La cuenta en general", of(story, is_shown));
    let action = format!("/clientes/{}/adjuntos", story.id());
    let accept = "image/jpeg,image/png,image/webp,application/pdf";
    view! {
        <FileForm name kind="attach" label="Foto o PDF" action draft>
            <Grid>
                <Choose name="file" label="Archivo" hint="Una foto o un PDF, de 10 MB como mucho." accept />
                <Field name="what" label="Qué se ve" hint="Vacío es el nombre del archivo." />
                <Select name="matter" label="Sobre qué" choices=about />
            </Grid>
            <Send />
        </FileForm>
    }
}

/// What belongs to an investigation is added to its own file.
const fn is_shown(state: &MatterState) -> bool {
    !matches!(state, MatterState::Investigation(_))
}

#[component]
fn Send() -> impl IntoView {
    view! { <div><Button look=Look::Main>"Guardar"</Button></div> }
}
