//! The fields of a claim: what it is about, its points, when it was, and what was promised where nobody wrote it down;
//! and beside it what is known already.

use domain::account::MatterState;
use domain::form::new_claim;
use leptos::prelude::*;

use super::bearing::Bearing;
use super::promise::Terms;
use super::{Choices, Send, contacts, of, with_none};
use crate::offline;
use crate::pages::cuenta::reading::read_past;
use crate::pages::cuenta::story::Story;
use crate::parts::{Area, Field, Grid, Select, WriteForm};
use crate::read::Draft;
use crate::words::{Tongue, labels};

#[component]
pub(in crate::pages::cuenta) fn Claim(name: String, draft: Draft) -> impl IntoView {
    let story = expect_context::<Story>();
    Effect::new(move |_| read_past(story));
    let about = Signal::derive(move || {
        story.shown.track();
        let known = of(story, |state| {
            matches!(state, MatterState::Promise(_) | MatterState::Order(_))
        });
        let mut about = with_none("Nada de lo apuntado", known);
        about.push((
            "unrecorded".to_owned(),
            "Algo que no está apuntado: se le cree".to_owned(),
        ));
        about
    });
    let new = RwSignal::new(new_claim(&draft.fields));
    let typed = move |event: web_sys::Event| {
        if let Some(form) = offline::form_around(&event) {
            new.set(new_claim(&offline::typed(&form)));
        }
    };
    view! {
        <div on:change=typed>
            <WriteForm name kind="claim" label="Reclamación" draft>
                <Bearing new />
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
                <Grid>
                    <Field name="happened_on" label="Cuándo ocurrió" kind="date" />
                    <Field name="said_on" label="Cuándo se le dijo" kind="date" />
                    <Field name="hearing" label="Reunión" kind="date" hint="Si se respalda. Vacío es a los cinco días laborables." />
                </Grid>
                <details>
                    <summary class="inline-flex min-h-11 items-center font-medium underline underline-offset-4">
                        "Si no estaba apuntado: qué se le prometió"
                    </summary>
                    <div class="mt-3 grid gap-4">
                        <Select name="terms" label="Qué se le prometió" choices=unrecorded() />
                        <Terms />
                        <Select name="by" label="Quién lo prometió" choices=givers(story) />
                        <Area name="what" label="Con sus palabras" />
                    </div>
                </details>
                <Send />
            </WriteForm>
        </div>
    }
}

fn unrecorded() -> Choices {
    with_none(
        "Lo que cuenta arriba",
        labels::pairs(labels::terms_kinds(Tongue::Es)),
    )
}

/// Whoever serves may have given the word.
fn givers(story: Story) -> Choices {
    let owners = story.page.with_value(|page| page.owners.clone());
    let named = story.names.with_value(|names| {
        let named = owners.iter().filter_map(|person| {
            let name = names.people.get(person)?;
            Some((person.to_string(), name.clone()))
        });
        named.collect()
    });
    with_none("No se sabe", named)
}
