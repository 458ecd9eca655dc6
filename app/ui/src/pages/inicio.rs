//! The root, which the server answers by sending each person to their work, and what is nowhere.

use leptos::prelude::*;

use crate::parts::{Frame, Narrow};

/// Reached only where the browser itself goes to `/`.
#[component]
pub(crate) fn Inicio() -> impl IntoView {
    view! {
        <Frame title="Inicio">
            <h1 class="mb-6 font-serif text-3xl font-semibold">"Inicio"</h1>
            <p><a class="underline" href="/clientes">"Ir a los clientes"</a></p>
        </Frame>
    }
}

/// No such page.
#[component]
pub(crate) fn NoHay() -> impl IntoView {
    view! {
        <Narrow title="Aquí no hay nada">
            <p>"La dirección no lleva a ninguna página."</p>
            <p class="mt-4"><a class="underline" href="/" rel="external">"Volver al inicio"</a></p>
        </Narrow>
    }
}
