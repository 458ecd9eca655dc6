//! Ajustes: what the house sets for itself, each store's days, and the rules that give dates. Administrators change it;
//! everybody may look, since every date rests on it.

mod calendario;
mod cartas;
mod casa;
mod limites;
mod organismos;
mod reglas;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::parts::{Empty, Frame, Loaded};
use crate::read::wire::{handed, reading};
use crate::read::{AjustesAsked, AjustesPage, Draft, ajustes};
use calendario::Calendario;
use cartas::Cartas;
use casa::LaCasa;
use limites::Limites;
use organismos::Organismos;
use reglas::Reglas;

/// `/ajustes`.
#[component]
pub(crate) fn Ajustes() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| AjustesAsked {
            store: query.get("tienda"),
            year: query.get("anio"),
            letter: query.get("carta"),
            language: query.get("lengua"),
        })
    });
    let page = reading(move || asked.get(), ajustes);
    let show = |page: Option<AjustesPage>| match page {
        Some(page) => view! { <Shown page /> }.into_any(),
        None => {
            view! { <Empty title="Todavía no hay casa">"Se funda al arrancar."</Empty> }.into_any()
        }
    };
    view! {
        <Frame title="Ajustes">
            <h1 class="mb-6 font-serif text-3xl font-semibold">"Ajustes"</h1>
            <Loaded from=page show />
        </Frame>
    }
}

#[component]
fn Shown(page: AjustesPage) -> impl IntoView {
    let pack = page.pack;
    view! {
        <div class="grid max-w-5xl gap-6">
            <LaCasa page=page.clone() />
            <Limites page=page.clone() />
            <Organismos page=page.clone() />
            <Cartas page=page.clone() />
            <Calendario page />
            <Reglas pack />
        </div>
    }
}

/// What was typed in the form of that kind, if it came back.
fn draft_of(kind: &str) -> Draft {
    let draft = handed(use_context::<Draft>).unwrap_or_default();
    match draft.typed("kind") == Some(kind) {
        true => draft,
        false => Draft::default(),
    }
}
