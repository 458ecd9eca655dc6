//! The house's two amounts: what anyone gives without asking, and above which a director is told afterwards.

use leptos::prelude::*;

use super::draft_of;
use crate::parts::{Button, Definition, Field, Grid, Hidden, Look, Section, WriteForm};
use crate::read::AjustesPage;

const GESTURE: &str = "Detalle sin pedir permiso, hasta";
const ALERT: &str = "Respaldo que se avisa a dirección, desde";

#[component]
pub(super) fn Limites(page: AjustesPage) -> impl IntoView {
    let (gesture, alert) = (page.gesture_max.format_es(), page.alert_above.format_es());
    let shown = match page.may_change {
        false => view! {
            <dl class="grid gap-4 sm:grid-cols-2">
                <Definition term=GESTURE>{gesture}</Definition>
                <Definition term=ALERT>{alert}</Definition>
            </dl>
        }
        .into_any(),
        true => view! {
            <WriteForm name="limites" kind="limits" label="Límites" draft=draft_of("limits")>
                <Hidden name="version" value=page.version.to_string() />
                <Grid>
                    <Field name="gesture" label=GESTURE inputmode="decimal" value=gesture />
                    <Field name="alert" label=ALERT inputmode="decimal" value=alert />
                </Grid>
                <Button look=Look::Plain>"Guardar los límites"</Button>
            </WriteForm>
        }
        .into_any(),
    };
    view! {
        <Section id="limites" title="Límites">
            <p class="mb-4 text-sm text-base-content/75">
                "Ninguno de los dos detiene un respaldo: se avisa después de hacerlo."
            </p>
            {shown}
        </Section>
    }
}
