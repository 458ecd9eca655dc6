//! The fields of the five short forms. Each knows the account: its contacts, its orders, its promises.

use domain::account::MatterState;
use leptos::prelude::*;

use super::story::{Shown, Story};
use crate::parts::{Area, Button, Check, Field, Grid, Look, Only, Select, WriteForm};
use crate::read::Draft;
use crate::words::{Tongue, labels, matters};

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
pub(super) fn Promise(name: String, draft: Draft) -> impl IntoView {
    let story = expect_context::<Story>();
    let orders = with_none(
        "Ninguno",
        of(story, |state| matches!(state, MatterState::Order(_))),
    );
    view! {
        <WriteForm name kind="promise" label="Promesa" draft>
            <Grid>
                <Select name="terms" label="Qué se promete" choices=labels::pairs(labels::terms_kinds(Tongue::Es)) />
            </Grid>
            <Terms />
            <Area name="what" label="Con sus palabras" hint="Tal como se le dijo al cliente." />
            <Grid>
                <Select name="contact" label="A quién" choices=contacts(story) />
                <Select name="channel" label="Por qué vía" choices=labels::pairs(labels::channels(Tongue::Es)) value="counter" />
                <Select name="order" label="Sobre qué pedido" choices=orders />
            </Grid>
            <Send />
        </WriteForm>
    }
}

/// The terms of a promise of any kind; what its kind does not ask may stay empty.
#[component]
fn Terms() -> impl IntoView {
    let story = expect_context::<Story>();
    let (rate, currency) = story
        .page
        .with_value(|page| (page.tax_rate.clone(), page.currency.clone()));
    let bases = with_none("Elija…", labels::pairs(labels::tax_bases(Tongue::Es)));
    view! {
        <Grid>
            <Only terms="price discount">
                <Field name="amount" label=format!("Importe en {currency}") inputmode="decimal" />
            </Only>
            <Only terms="price">
                <Select name="tax" label="El IVA" choices=bases hint="Un precio nunca calla su impuesto." />
                <Field name="rate" label="Tipo de IVA, %" inputmode="decimal" value=rate />
                <Select name="every" label="Cada cuánto" choices=labels::pairs(labels::everies(Tongue::Es)) />
            </Only>
            <Only terms="discount">
                <Field name="percent" label="Descuento, %" inputmode="decimal" hint="O un importe." />
            </Only>
            <Only terms="delivery">
                <Field name="date" label="Para qué día" kind="date" />
                <Check name="essential" label="Sin esa fecha no le sirve" />
            </Only>
            <Only terms="price discount other">
                <Field name="until" label="Vale hasta" kind="date" />
                <Check name="standing" label="Vale para cada factura, no una sola vez" />
            </Only>
        </Grid>
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
pub(super) fn Claim(name: String, draft: Draft) -> impl IntoView {
    let story = expect_context::<Story>();
    let mut about = of(story, |state| !matches!(state, MatterState::Claim(_)));
    about.insert(
        0,
        (
            "unrecorded".to_owned(),
            "Algo que no está apuntado: se le cree".to_owned(),
        ),
    );
    view! {
        <WriteForm name kind="claim" label="Reclamación" draft>
            <Grid>
                <Select name="about" label="Sobre qué" choices=about />
                <Select name="claim_kind" label="De qué se queja" choices=labels::pairs(labels::claim_kinds(Tongue::Es)) />
                <Select name="contact" label="Quién" choices=contacts(story) />
            </Grid>
            <Area name="point.0" label="Qué dice" hint="Cada punto recibirá su respuesta." />
            <Area name="point.1" label="Otro punto" />
            <Grid>
                <Field name="invoiced" label="Qué importe dice la factura" inputmode="decimal" />
                <Field name="sought" label="Qué pide" />
                <Select name="channel" label="Por qué vía" choices=labels::pairs(labels::channels(Tongue::Es)) value="counter" />
            </Grid>
            <details>
                <summary class="inline-flex min-h-11 items-center font-medium underline underline-offset-4">
                    "Si no estaba apuntado: qué se le prometió"
                </summary>
                <div class="mt-3 grid gap-4">
                    <Select name="terms" label="Qué se le prometió" choices=unrecorded() />
                    <Terms />
                    <Area name="what" label="Con sus palabras" />
                </div>
            </details>
            <Send />
        </WriteForm>
    }
}

fn unrecorded() -> Choices {
    with_none(
        "Lo que cuenta arriba",
        labels::pairs(labels::terms_kinds(Tongue::Es)),
    )
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
fn Send() -> impl IntoView {
    view! { <div><Button look=Look::Main>"Guardar"</Button></div> }
}
