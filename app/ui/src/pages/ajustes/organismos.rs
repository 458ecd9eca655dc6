//! Whom a denial names besides the defensor: the house's own list, or its law's until somebody has confirmed it.

use domain::house::DisputeBody;
use leptos::prelude::*;

use super::draft_of;
use crate::parts::{Badge, Button, Definition, Field, Grid, Hidden, Look, Section, WriteForm};
use crate::read::AjustesPage;
use crate::words::Tone;

/// Empty rows under those that stand.
const MORE: usize = 2;

#[component]
pub(super) fn Organismos(page: AjustesPage) -> impl IntoView {
    let doubt = (!page.bodies_are_confirmed).then(|| {
        view! {
            <p class="mb-4 flex flex-wrap items-center gap-2 text-sm text-base-content/75">
                <Badge tone=Tone::Risk text="Sin confirmar" />
                "Son los que trae la ley de la casa: comprueba que son los tuyos y guárdalos."
            </p>
        }
    });
    let shown = match page.may_change {
        false => {
            let all = page.bodies.into_iter();
            let all = all
                .map(|body| view! { <Definition term=body.name>{body.address}</Definition> })
                .collect_view();
            view! { <dl class="grid gap-4">{all}</dl> }.into_any()
        }
        true => view! { <Change version=page.version bodies=page.bodies /> }.into_any(),
    };
    view! {
        <Section id="organismos" title="Adónde puede acudir quien no está conforme">
            <p class="mb-4 text-sm text-base-content/75">
                "Una negativa nombra al defensor del cliente y estos organismos."
            </p>
            {doubt}
            {shown}
        </Section>
    }
}

#[component]
fn Change(version: u64, bodies: Vec<DisputeBody>) -> impl IntoView {
    let typed = bodies.into_iter().map(|body| (body.name, body.address));
    let empty = std::iter::repeat_n((String::new(), String::new()), MORE);
    let rows = typed.chain(empty).enumerate().map(|(row, (name, address))| {
        let place = row.saturating_add(1);
        view! {
            <Grid>
                <Field name=format!("body.{row}.name") label=format!("Organismo {place}") value=name />
                <Field
                    name=format!("body.{row}.address")
                    label=format!("Dónde está el organismo {place}")
                    value=address
                />
            </Grid>
        }
    });
    let rows = rows.collect_view();
    view! {
        <WriteForm name="organismos" kind="bodies" label="Organismos" draft=draft_of("bodies")>
            <Hidden name="version" value=version.to_string() />
            {rows}
            <Button look=Look::Plain>"Guardar los organismos"</Button>
        </WriteForm>
    }
}
