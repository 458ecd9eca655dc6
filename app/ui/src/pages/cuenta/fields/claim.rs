//! The fields of a claim: what it is about, its points, and what was promised where nobody wrote it down.

use domain::account::MatterState;
use leptos::prelude::*;

use super::promise::Terms;
use super::{Choices, Send, contacts, of, with_none};
use crate::pages::cuenta::story::Story;
use crate::parts::{Area, Field, Grid, Select, WriteForm};
use crate::read::Draft;
use crate::words::{Tongue, labels};

#[component]
pub(in crate::pages::cuenta) fn Claim(name: String, draft: Draft) -> impl IntoView {
    let story = expect_context::<Story>();
    let known = of(story, |state| !matches!(state, MatterState::Claim(_)));
    let mut about = with_none("Nada de lo apuntado", known);
    about.push((
        "unrecorded".to_owned(),
        "Algo que no está apuntado: se le cree".to_owned(),
    ));
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
