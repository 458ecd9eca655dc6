//! Pictures and documents of the file: whoever leads it adds them, the defensor sees them as well, and nobody else.

use domain::context::Role;
use leptos::prelude::*;

use super::{Of, draft_of};
use crate::parts::{Button, Choose, Empty, Field, FileForm, Grid, Look, Section};
use crate::read::{Evidence, InvestigacionPage};
use crate::words::{Tongue, dates};

#[component]
pub(super) fn Pruebas(page: InvestigacionPage) -> impl IntoView {
    let Some(evidence) = page.evidence.clone() else {
        return ().into_any();
    };
    let matter = page.matter.reference.id;
    let door = format!(
        "/clientes/{}/investigaciones/{matter}/adjuntos",
        page.account
    );
    let none = evidence.is_empty().then(|| {
        view! {
            <Empty title="Sin fotos ni documentos">
                "Lo que pruebe algo se guarda aquí: lo ven quien dirige el servicio y el defensor, y nadie más."
            </Empty>
        }
    });
    let rows = evidence.into_iter().map(|one| {
        let href = format!("{door}/{}", one.id);
        view! { <Piece one href /> }
    });
    let rows = rows.collect_view();
    let accept = "image/jpeg,image/png,image/webp,application/pdf";
    let form = page.is(Role::ServiceDirector).then(|| {
        let action = door.clone();
        view! {
            <FileForm name="prueba" kind="attach" label="Prueba nueva" action draft=draft_of("attach")>
                <Of matter />
                <Grid>
                    <Choose name="file" label="Archivo" hint="Una foto o un PDF, de 10 MB como mucho." accept />
                    <Field name="what" label="Qué se ve" hint="Vacío es el nombre del archivo." />
                </Grid>
                <div><Button look=Look::Plain>"Guardar la prueba"</Button></div>
            </FileForm>
        }
    });
    view! {
        <Section id="pruebas" title="Pruebas">
            {none} <ul class="mb-4 divide-y divide-base-300">{rows}</ul> {form}
        </Section>
    }
    .into_any()
}

#[component]
fn Piece(one: Evidence, href: String) -> impl IntoView {
    let name = one.name.unwrap_or_else(|| "(texto borrado)".to_owned());
    let what = if one.media.is_picture() {
        "Foto"
    } else {
        "PDF"
    };
    let on = dates::full(Tongue::Es, one.on);
    // A file of the server's, no page of the router's.
    view! {
        <li class="py-3 first:pt-0">
            <a class="font-medium underline underline-offset-4" href=href rel="external">{name}</a>
            <span class="text-sm text-base-content/75">{format!(" · {what} · {on}")}</span>
        </li>
    }
}
