//! Clientes: search as you type, the most pressing first or the longest in silence, and the way to open an account.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

mod asked;
mod list;
mod nuevo;
mod row;
mod search;

use crate::parts::{Frame, Loaded};
use crate::read::wire::reading;
use crate::read::{ClientesHouse, clientes, clientes_casa};
use crate::routes::look_at_list;
use asked::{address, asked};
use list::{List, say_how_many};
use nuevo::Nuevo;
use search::Search;

/// `/clientes`.
#[component]
pub(crate) fn Clientes() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(asked));
    let house = reading(|| (), |()| clientes_casa());
    let list = reading(move || asked.get(), clientes);
    Effect::new(move |_| look_at_list(asked.with(address)));
    say_how_many(list);
    let stores = move |house: ClientesHouse| view! { <Search asked house /> };
    let opening = move |house: ClientesHouse| house.may_open.then(|| view! { <Nuevo house /> });
    view! {
        <Frame title="Clientes">
            <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
                <div class="grid min-w-0 gap-5">
                    <div class="flex flex-wrap items-center justify-between gap-x-6">
                        <h1 class="font-serif text-3xl font-semibold">"Clientes"</h1>
                        // Where there is no room beside the list, the form stands after it.
                        <a href="#nuevo" class="underline underline-offset-4 lg:hidden">"Cliente nuevo"</a>
                    </div>
                    <Loaded from=house show=stores />
                    <Loaded from=list show=move |page| view! { <List page asked=asked.get_untracked() /> } />
                </div>
                <Loaded from=house show=opening />
            </div>
        </Frame>
    }
}
