//! What the house sets for itself.

use leptos::prelude::*;

use super::draft_of;
use crate::parts::{Button, Check, Definition, Field, Grid, Hidden, Look, Section, WriteForm};
use crate::read::AjustesPage;

#[component]
pub(super) fn LaCasa(page: AjustesPage) -> impl IntoView {
    let AjustesPage {
        version,
        name,
        settings,
        may_change,
        ..
    } = page;
    let lead = settings.lead_working_days.to_string();
    let rate = settings.tax_rate.to_string().replace('.', ",");
    let said = |yes: bool| if yes { "Sí" } else { "No" };
    let shown = match may_change {
        false => view! {
            <dl class="grid gap-4 sm:grid-cols-2">
                <Definition term="Días laborables antes de una fecha en que se pregunta">{lead}</Definition>
                <Definition term="Tipo de IVA habitual, %">{rate}</Definition>
                <Definition term="Bajo la Ley 10/2025">{said(settings.large)}</Definition>
                <Definition term="Presta un servicio básico">{said(settings.basic_service)}</Definition>
            </dl>
        }
        .into_any(),
        true => view! {
            <WriteForm name="casa" kind="settings" label="La casa" draft=draft_of("settings")>
                <Hidden name="version" value=version.to_string() />
                <Grid>
                    <Field
                        name="lead_working_days"
                        label="Días laborables antes de una fecha en que se pregunta"
                        inputmode="numeric"
                        value=lead
                    />
                    <Field name="tax_rate" label="Tipo de IVA habitual, %" inputmode="decimal" value=rate />
                </Grid>
                <Check
                    name="large"
                    label="Está bajo la Ley 10/2025: 250 trabajadores, 50 M€ de negocio o 43 M€ de balance"
                    ticked=settings.large
                />
                <Check
                    name="basic_service"
                    label="Presta un servicio básico: agua, energía, transporte, correo, telecomunicaciones, finanzas"
                    ticked=settings.basic_service
                />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        }
        .into_any(),
    };
    view! { <Section id="casa" title=name>{shown}</Section> }
}
