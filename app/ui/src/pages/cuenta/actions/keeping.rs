//! Steps of a word that still stands: it was kept, it came, it has another date, it will not be, the customer was told.

use domain::ids::MatterId;
use leptos::prelude::*;

use super::{About, unique};
use crate::parts::{Actions, Area, Button, Check, Field, Hidden, Look, Select, WriteForm};
use crate::words::{Tongue, labels};

#[component]
pub(super) fn Keep(matter: MatterId, label: &'static str, hint: &'static str) -> impl IntoView {
    view! {
        <Actions label>
            <WriteForm name=unique(matter, "keep") kind="keep" label>
                <About matter />
                <Area name="evidence" label="Cómo se sabe" hint />
                <Field name="when" label="Cuándo" kind="datetime-local" hint="Vacío es ahora." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
pub(super) fn Deliver(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Ya llegó">
            <WriteForm name=unique(matter, "deliver") kind="deliver" label="Ya llegó">
                <About matter />
                <Field name="arrived_on" label="Qué día" kind="date" hint="Vacío es hoy." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
pub(super) fn Repromise(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Otra fecha">
            <WriteForm name=unique(matter, "repromise") kind="repromise" label="Otra fecha">
                <About matter />
                <Field name="to" label="Nueva fecha" kind="date" required=true />
                <Area name="reason" label="Por qué" hint="Ninguna fecha se mueve sin su razón." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

/// The day they choose instead, of a delivery promised apart from an order.
#[component]
pub(super) fn Amend(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Elige otra fecha">
            <WriteForm name=unique(matter, "amend") kind="amend" label="Elige otra fecha">
                <About matter />
                <Hidden name="terms" value="delivery" />
                <Field name="date" label="Nueva fecha" kind="date" required=true />
                <Check name="essential" label="Sin esa fecha no le sirve" />
                <Area name="consent" label="Cómo lo dijo" hint="Con sus palabras." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
pub(super) fn Broken(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="No se cumplirá">
            <WriteForm name=unique(matter, "broken") kind="broken" label="No se cumplirá">
                <About matter />
                <Area name="note" label="Qué ha pasado" hint="Después toca decírselo al cliente hoy mismo." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
pub(super) fn Told(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Se lo he dicho">
            <WriteForm name=unique(matter, "told") kind="interaction" label="Se lo he dicho">
                <About matter />
                <Hidden name="direction" value="outgoing" />
                <Select name="channel" label="Cómo" choices=labels::pairs(labels::channels(Tongue::Es)) />
                <Select name="outcome" label="Cómo acabó" choices=labels::pairs(labels::outcomes(Tongue::Es)) />
                <Area name="note" label="Qué se dijo" hint="Causa, efecto, qué se hace y cuándo volverá a saber." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}
