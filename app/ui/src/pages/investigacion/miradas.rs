//! Who opened the file, the latest first: shown to directors and the defensor. Nobody is left out, the viewer included.

use leptos::prelude::*;

use crate::parts::Section;
use crate::read::InvestigacionPage;

#[component]
pub(super) fn Miradas(page: InvestigacionPage) -> impl IntoView {
    page.looks.map(|looks| {
        let rows = looks.into_iter().map(|look| {
            let person = match look.person.is_empty() {
                true => "(nombre borrado)".to_owned(),
                false => look.person,
            };
            view! {
                <li class="flex flex-wrap justify-between gap-x-6 py-2">
                    <span class="font-medium">{person}</span>
                    <span class="text-sm text-base-content/75 tabular-nums">{look.at}</span>
                </li>
            }
        });
        let rows = rows.collect_view();
        view! {
            <Section id="miradas" title="Quién ha mirado">
                <p class="mb-3 text-base-content/75">"Una línea por persona y hora. No se borra ni se cambia."</p>
                <ul class="divide-y divide-base-300">{rows}</ul>
            </Section>
        }
    })
}
