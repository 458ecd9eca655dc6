//! What was found, by what it is known, what changes in the house; and the one sentence that the customer is told.

use domain::account::Finding;
use domain::context::Role;
use leptos::prelude::*;

use super::{Of, Quote, draft_of};
use crate::parts::{Area, Button, Look, Section, Select, WriteForm};
use crate::read::InvestigacionPage;
use crate::words::{Tongue, dates, labels};

#[component]
pub(super) fn Conclusion(page: InvestigacionPage) -> impl IntoView {
    let matter = page.matter.reference.id;
    let body = match page.file.conclusion {
        Some(known) => {
            let changes = known.changes.map(|changes| {
                view! { <p class="mt-3 font-medium">"Qué cambia en la casa"</p> <Quote said=page.said(changes) /> }
            });
            let finding = labels::finding(Tongue::Es, known.finding);
            let on = dates::full(Tongue::Es, known.on);
            view! {
                <p class="text-lg font-medium first-letter:uppercase">{finding}</p>
                <p class="mb-3 text-sm text-base-content/75">{on}</p>
                <Quote said=page.said(known.evidence) />
                {changes}
            }
            .into_any()
        }
        None if page.is(Role::ServiceDirector) => view! {
            <WriteForm name="conclusion" kind="conclude" label="Concluir" draft=draft_of("conclude")>
                <Of matter />
                <Select name="finding" label="Qué se ha averiguado" choices=findings() />
                <Area name="evidence" label="Por qué se sabe" hint="La prueba: qué se leyó, quién lo vio, qué consta." />
                <Area
                    name="changes"
                    label="Qué cambia en la casa"
                    hint="Hace falta cuando no es cosa de una sola persona."
                />
                <div><Button look=Look::Main>"Concluir"</Button></div>
            </WriteForm>
        }
        .into_any(),
        None => view! { <p>"Todavía no se ha concluido."</p> }.into_any(),
    };
    view! { <Section id="conclusion" title="Conclusión">{body}</Section> }
}

fn findings() -> Vec<(String, String)> {
    let all = [
        ("seller", Finding::Seller),
        ("customer", Finding::Customer),
        ("process", Finding::Process),
        ("shared", Finding::Shared),
        ("unproven", Finding::Unproven),
    ];
    let labelled = |(code, finding): (&str, Finding)| {
        (
            code.to_owned(),
            labels::finding(Tongue::Es, finding).to_owned(),
        )
    };
    all.map(labelled).into()
}

#[component]
pub(super) fn LoDicho(page: InvestigacionPage) -> impl IntoView {
    let matter = page.matter.reference.id;
    let may = page.is(Role::ServiceDirector) && page.file.conclusion.is_some();
    let body = match page.file.told {
        Some((outcome, on)) => view! {
            <Quote said=page.said(outcome) />
            <p class="mt-2 text-sm text-base-content/75">{dates::full(Tongue::Es, on)}</p>
        }
        .into_any(),
        None if may => view! {
            <WriteForm name="dicho" kind="tell_finding" label="Lo que se dijo al cliente" draft=draft_of("tell_finding")>
                <Of matter />
                <Area name="outcome" label="En una frase" hint="Queda en la página del cliente." />
                <Select name="channel" label="Cómo se le dijo" choices=labels::pairs(labels::channels(Tongue::Es)) />
                <div><Button look=Look::Main>"Ya se lo he dicho"</Button></div>
            </WriteForm>
        }
        .into_any(),
        None => view! { <p>"Aún no se le ha dicho nada."</p> }.into_any(),
    };
    view! { <Section id="dicho" title="Lo que sabe el cliente">{body}</Section> }
}
