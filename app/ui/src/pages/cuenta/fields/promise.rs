//! The fields of a promise: its kind, what that kind asks, and the customer's words.

use domain::account::MatterState;
use leptos::prelude::*;

use super::{Send, contacts, of, with_none};
use crate::pages::cuenta::story::Story;
use crate::parts::{Area, Check, Field, Grid, Only, Select, WriteForm};
use crate::read::Draft;
use crate::words::{Tongue, labels};

#[component]
pub(in crate::pages::cuenta) fn Promise(name: String, draft: Draft) -> impl IntoView {
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
pub(super) fn Terms() -> impl IntoView {
    let story = expect_context::<Story>();
    let (rate, currency) = story
        .page
        .with_value(|page| (page.tax_rate.clone(), page.currency.clone()));
    let bases = with_none("Elige…", labels::pairs(labels::tax_bases(Tongue::Es)));
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
            <Only terms="payment">
                <Field name="days" label="A cuántos días de la factura" inputmode="numeric" />
            </Only>
            <Only terms="price discount payment other">
                <Field name="until" label="Vale hasta" kind="date" />
                <Check name="standing" label="Vale para cada factura, no una sola vez" />
            </Only>
        </Grid>
    }
}
