//! The form of the list: a GET that answers while one types; sent, it is the same address.
//! It refuses to fight the hand that types: what the address says is written into it only where somebody else said so.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;

use super::asked::{address, asked as read, said};
use crate::offline;
use crate::parts::{Button, Facet, Look, SearchBox, Shelf};
use crate::read::{ClientesAsked, ClientesHouse};

const TYPING_PAUSE: Duration = Duration::from_millis(120);

#[component]
pub(super) fn Search(asked: Memo<ClientesAsked>, house: ClientesHouse) -> impl IntoView {
    let navigate = use_navigate();
    let form = NodeRef::<leptos::html::Form>::new();
    let last = StoredValue::new(asked.get_untracked());
    let go = move || {
        let Some(form) = form.get_untracked() else {
            return;
        };
        let typed: ParamsMap = offline::typed(&form).into_iter().collect();
        let wanted = read(&typed);
        let to = address(&wanted);
        last.set_value(wanted);
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..Default::default()
        };
        navigate(&to, options);
    };
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let forget = move || {
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.clear();
        }
    };
    on_cleanup(forget);
    let typed = {
        let go = go.clone();
        move || {
            forget();
            waiting.set_value(set_timeout_with_handle(go.clone(), TYPING_PAUSE).ok());
        }
    };
    Effect::new(move |_| {
        let now = asked.get();
        let is_ours = last.with_value(|last| {
            *last
                == ClientesAsked {
                    after: None,
                    ..now.clone()
                }
        });
        if let Some(form) = form.get_untracked().filter(|_| !is_ours) {
            last.set_value(now.clone());
            for (name, text) in said(&now) {
                offline::put(&form, name, &text);
            }
        }
    });
    let first = asked.get_untracked();
    let store = first.store.map(|store| store.to_string());
    let (on_typed, on_changed) = (
        Callback::new(move |()| typed()),
        Callback::new(move |()| go()),
    );
    let stores: Vec<_> = house
        .stores
        .into_iter()
        .map(|(id, name)| (id.to_string(), name))
        .collect();
    view! {
        <form method="get" action="/clientes" role="search" class="flex flex-wrap items-end gap-4" node_ref=form>
            <SearchBox label="Nombre, teléfono, NIF o número de pedido" value=first.words on_typed />
            <Facet name="mios" label="Los míos" is_on=first.mine on_changed />
            <Facet name="silencio" label="En silencio" is_on=first.silent on_changed />
            {(stores.len() > 1).then(|| view! { <Shelf name="tienda" label="Tienda" all="Todas" value=store.unwrap_or_default() choices=stores on_changed /> })}
            <noscript><Button look=Look::Plain>"Buscar"</Button></noscript>
        </form>
    }
}
