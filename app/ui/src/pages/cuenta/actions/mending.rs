//! Steps of a word that was broken: it is honoured, made good or paid by its worth, met about, apologised for.

use domain::deadline::DueKind;
use domain::ids::MatterId;
use leptos::prelude::*;

use super::shared::Save;
use crate::pages::cuenta::story::Story;
use crate::parts::{Area, Button, Field, Hidden, Look, Select};
use crate::words::{Tongue, labels, money};

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
pub(super) fn Remedy(due: Option<DueKind>) -> impl IntoView {
    view! {
        <Hidden name="remedy" value=place(due) />
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

fn place(due: Option<DueKind>) -> String {
    match due {
        Some(DueKind::Remedy(place)) => place.to_string(),
        _ => String::new(),
    }
}

/// What is impossible or unlawful, honoured by its worth: the customer's choice.
#[component]
pub(super) fn Worth(due: Option<DueKind>) -> impl IntoView {
    view! {
        <Hidden name="remedy" value=place(due) />
        <Field name="amount" label="Cuánto vale" inputmode="decimal" required=true />
        <Field name="by" label="Para qué día" kind="date" hint="Vacío es el día que ya se le dijo." />
        <Area name="reason" label="Por qué no se puede hacer lo prometido" hint="Imposible, o contra la ley." />
        <Area name="choice" label="Cómo lo eligió" hint="Con sus palabras: elige el cliente, no la casa." />
        <Save />
    }
}

/// It is done already: a director only takes note.
#[component]
pub(super) fn Acknowledge(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let sum = story.shown.with_untracked(|shown| {
        let amends = shown.account.matters.get(&matter)?.amends()?;
        let amounts = amends.remedies.iter().filter_map(|remedy| remedy.amount);
        let amounts = amounts.map(|amount| money(Tongue::Es, amount));
        Some(amounts.collect::<Vec<_>>().join(" + "))
    });
    view! {
        <p class="text-sm">"Ya está respaldado: " {sum.unwrap_or_default()} "."</p>
        <div><Button look=Look::Main>"Tomo nota"</Button></div>
    }
}

#[component]
pub(super) fn Hearing() -> impl IntoView {
    view! {
        <Area name="outcome" label="En qué quedó" hint="En una frase: el cliente la lee." />
        <Save />
    }
}

/// What anyone gives, up to the house's limit, with no permission.
#[component]
pub(super) fn Gesture() -> impl IntoView {
    view! {
        <Area name="what" label="Qué se le da" hint="Sin pedir permiso: queda apuntado." />
        <Field name="amount" label="Cuánto vale" inputmode="decimal" required=true />
        <Save />
    }
}
