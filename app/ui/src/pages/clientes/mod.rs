//! Clientes: search as you type, the most pressing first, and the way to open an account.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

mod nuevo;
mod row;

use crate::parts::{Button, Empty, Frame, Lines, Loaded, Look};
use crate::read::{ClientesAsked, ClientesPage, clientes};
use nuevo::Nuevo;
use row::ClienteLine;

const TYPING_PAUSE: Duration = Duration::from_millis(120);

/// `/clientes`.
#[component]
pub(crate) fn Clientes() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| ClientesAsked {
            words: query.get("q").unwrap_or_default(),
            mine: query.get("mios").is_some(),
            after: query.get("desde"),
        })
    });
    let list = Resource::new(move || asked.get(), clientes);
    let first = asked.get_untracked();
    let show = move |page: ClientesPage| view! { <List page asked=asked.get_untracked() /> };
    view! {
        <Frame title="Clientes">
            <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
                <div class="grid min-w-0 gap-5">
                    <div class="flex flex-wrap items-center justify-between gap-x-6">
                        <h1 class="font-serif text-3xl font-semibold">"Clientes"</h1>
                        // Where there is no room beside the list, the form stands after it.
                        <a href="#nuevo" class="underline underline-offset-4 lg:hidden">"Cliente nuevo"</a>
                    </div>
                    <Search first />
                    <div aria-live="polite">
                        <Loaded from=list show />
                    </div>
                </div>
                <Nuevo list />
            </div>
        </Frame>
    }
}

/// A GET form that answers while one types; sent, it is the same address.
#[component]
fn Search(first: ClientesAsked) -> impl IntoView {
    let navigate = use_navigate();
    let input = NodeRef::<leptos::html::Input>::new();
    let mine = NodeRef::<leptos::html::Input>::new();
    let go = move || {
        let words = input
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        let mine = mine.get_untracked().is_some_and(|mine| mine.checked());
        navigate(
            &address(&words, mine, None),
            NavigateOptions {
                replace: true,
                scroll: false,
                ..Default::default()
            },
        );
    };
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let typed = {
        let go = go.clone();
        move |_| {
            if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
                handle.clear();
            }
            waiting.set_value(set_timeout_with_handle(go.clone(), TYPING_PAUSE).ok());
        }
    };
    view! {
        <form method="get" action="/clientes" role="search" class="flex flex-wrap items-end gap-4">
            <div class="min-w-64 flex-1">
                <label for="buscar" class="mb-1 block text-sm font-medium">
                    "Nombre, teléfono, NIF o número de pedido"
                </label>
                <input
                    node_ref=input
                    id="buscar"
                    name="q"
                    type="search"
                    class="input min-h-12 w-full border-base-content/45 bg-base-100 text-lg"
                    value=first.words
                    autocomplete="off"
                    on:input=typed
                />
            </div>
            <label class="flex min-h-12 items-center gap-3 font-medium">
                <input
                    node_ref=mine
                    type="checkbox"
                    name="mios"
                    value="si"
                    class="checkbox border-base-content/50"
                    checked=first.mine
                    on:change=move |_| go()
                />
                "Los míos"
            </label>
            <noscript><Button look=Look::Plain>"Buscar"</Button></noscript>
        </form>
    }
}

fn address(words: &str, mine: bool, after: Option<&str>) -> String {
    let mut params = leptos_router::params::ParamsMap::new();
    if !words.trim().is_empty() {
        params.insert("q", words.to_owned());
    }
    if mine {
        params.insert("mios", "si".to_owned());
    }
    if let Some(after) = after {
        params.insert("desde", after.to_owned());
    }
    format!("/clientes{}", params.to_query_string())
}

#[component]
fn List(page: ClientesPage, asked: ClientesAsked) -> impl IntoView {
    let ClientesPage {
        rows,
        more,
        people,
        today,
        ..
    } = page;
    if rows.is_empty() {
        return view! {
            <Empty title="Nadie, por ahora">
                "Pruebe con menos letras, o abra la cuenta con el formulario: basta un nombre."
            </Empty>
        }
        .into_any();
    }
    let next = more.map(|after| address(&asked.words, asked.mine, Some(&after)));
    let lines = rows
        .into_iter()
        .map(|row| {
            let owner = people.get(&row.owner).cloned().unwrap_or_default();
            view! { <ClienteLine row owner today /> }
        })
        .collect_view();
    view! {
        <Lines>{lines}</Lines>
        {next
            .map(|href| view! { <p class="mt-4"><a class=Look::Plain.class() href=href>"Los siguientes"</a></p> })}
    }
    .into_any()
}
