//! What is read, once it is there: waiting, failing and showing in one place. What is read again stands as it is until
//! the answer has come.

use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use crate::read::wire::Reading;

/// Shows what a resource brings, or what to do when it brings an error.
#[component]
pub(crate) fn Loaded<T, V, F>(from: Reading<T>, show: F) -> impl IntoView
where
    T: Clone + Send + Sync + Serialize + DeserializeOwned + 'static,
    V: IntoView + 'static,
    F: Fn(T) -> V + Clone + Send + Sync + 'static,
{
    view! {
        <Transition fallback=|| {
            view! { <p class="py-10 text-center text-base-content/75" role="status">"Un momento…"</p> }
        }>
            {move || {
                let show = show.clone();
                Suspend::new(async move {
                    match from.await {
                        Ok(loaded) => show(loaded).into_any(),
                        Err(_) => view! { <Failed /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

#[component]
fn Failed() -> impl IntoView {
    view! {
        <div class="my-10 rounded-box border border-error px-6 py-8" role="alert">
            <p class="font-medium">"No se ha podido leer."</p>
            <p class="mt-1">"Carga la página otra vez; nada de lo guardado se ha perdido."</p>
        </div>
    }
}
