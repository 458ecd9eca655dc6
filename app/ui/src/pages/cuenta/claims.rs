//! Reclamaciones: each claim as one thread with its state, what it cost the customer to be heard, who knows, its points
//! with their answers, and the ways on. What is owed on it is finished in «Lo que debemos». It sells nothing.

use std::collections::BTreeSet;

use domain::account::{Matter, MatterState};
use domain::ids::MatterId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::actions::Finish;
use super::claim_told::told;
use super::story::{Shown, Story};
use crate::parts::{Badge, Look, Point, Points, Section, Small, Thread, Ways};
use crate::routes::changed;

#[component]
pub(super) fn Claims() -> impl IntoView {
    let story = expect_context::<Story>();
    let ids = Memo::new(move |_| story.shown.with(ids));
    let is_any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    view! {
        <Show when=move || is_any.get()>
            <Section id="reclamaciones" title="Reclamaciones">
                <For each=move || ids.get() key=|id| *id let:id>
                    <One matter=id />
                </For>
            </Section>
        </Show>
    }
}

/// Those that are open first, then those that the rows tell of, the newest first.
fn ids(shown: &Shown) -> Vec<MatterId> {
    let of_rows = shown.rows.iter().filter_map(|row| row.matter);
    let told: BTreeSet<MatterId> = of_rows.map(|matter| matter.id).collect();
    let all = shown.account.matters.values();
    let mut claims: Vec<&Matter> = all
        .filter(|matter| matches!(matter.state, MatterState::Claim(_)))
        .filter(|matter| matter.is_open() || told.contains(&matter.reference.id))
        .collect();
    claims.sort_by_key(|matter| {
        let place = (matter.opened_on, matter.reference.id);
        (!matter.is_open(), std::cmp::Reverse(place))
    });
    claims.iter().map(|matter| matter.reference.id).collect()
}

#[component]
fn One(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let query = use_query_map();
    let told = Memo::new(move |_| {
        let today = story.today.get();
        story
            .shown
            .with(|shown| told(story, shown, matter, today).unwrap_or_default())
    });
    let letter = move || {
        query.with(|query| {
            let matter = matter.to_string();
            format!("{}#carta", changed(query, &[("carta", Some(&matter))]))
        })
    };
    let title = Signal::derive(move || told.with(|told| told.title.clone()));
    let steps = Memo::new(move |_| told.with(|told| told.steps.clone()));
    view! {
        <Thread
            id=format!("reclamacion-{matter}")
            title
            states=Box::new(move || {
                view! {
                    <For each=move || told.with(|told| told.states.clone()) key=|(_, said)| said.clone() let:state>
                        <Badge tone=state.0 text=state.1 />
                    </For>
                }
                    .into_any()
            })
        >
            <For each=move || told.with(|told| told.lines.clone()) key=Clone::clone let:line>
                <Small>{line}</Small>
            </For>
            <Points>
                {move || {
                    told.with(|told| told.points.clone())
                        .into_iter()
                        .map(|(said, answer, reasons)| view! { <Point said answer reasons /> })
                        .collect_view()
                }}
            </Points>
            <Ways>
                <Show when=move || told.with(|told| told.is_open)>
                    <a class=Look::Plain.class() href="#debemos">"Lo que se le debe"</a>
                </Show>
                <Show when=move || told.with(|told| told.has_letter)>
                    <a class=Look::Plain.class() href=letter>"La respuesta, para leer o imprimir"</a>
                </Show>
                <For each=move || steps.get() key=|step| step.label() let:step>
                    <Finish step matter />
                </For>
            </Ways>
        </Thread>
    }
}
