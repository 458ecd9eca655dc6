//! The rules that give dates and the duties beside them: what each says, where it stands, and whether somebody has read
//! it in the law itself.

use domain::house::Pack;
use domain::packs::{self, Rule, RulePack};
use leptos::prelude::*;

use crate::parts::{Badge, Section};
use crate::words::{Tone, Tongue, dates, labels};

#[component]
pub(super) fn Reglas(pack: Pack) -> impl IntoView {
    let law = pack.rules();
    view! {
        <Section id="reglas" title="Reglas">
            <p class="mb-4 text-sm text-base-content/75">
                "Cada fecha sale de una de estas. De las que corren a la vez, rige la primera."
            </p>
            <Rules pack=law />
            <Rules pack=&packs::HOUSE />
        </Section>
    }
}

#[component]
fn Rules(pack: &'static RulePack) -> impl IntoView {
    let rows = pack.rules.iter().map(row).collect_view();
    view! {
        <div class="mb-6 overflow-x-auto">
            <table class="w-full min-w-[38rem] text-sm">
                <caption class="mb-2 text-left font-serif text-lg font-semibold">{pack.es}</caption>
                <thead>
                    <tr class="border-b border-base-300 text-left text-base-content/75">
                        <th scope="col" class="py-2 pr-3 font-medium">"Regla"</th>
                        <th scope="col" class="py-2 pr-3 font-medium">"Qué pide"</th>
                        <th scope="col" class="py-2 pr-3 font-medium">"Cuánto"</th>
                        <th scope="col" class="py-2 font-medium">"Fuente"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(rule: &'static Rule) -> impl IntoView {
    let unverified = rule
        .is_unverified()
        .then(|| view! { <Badge tone=Tone::Risk text="Sin verificar" /> });
    let since = rule.binding_from.and_then(|since| since.parse().ok());
    let since = since.map(|since| format!("; obliga desde el {}", dates::plain(Tongue::Es, since)));
    view! {
        <tr class="border-b border-base-300 align-top">
            <th scope="row" class="py-2 pr-3 text-left font-medium whitespace-nowrap">{rule.id}</th>
            <td class="py-2 pr-3">{rule.es}</td>
            <td class="py-2 pr-3 whitespace-nowrap">{labels::counts(Tongue::Es, rule.counts)}</td>
            <td class="py-2">
                {rule.source.unwrap_or("La propia casa")} {since} " " {unverified}
            </td>
        </tr>
    }
}
