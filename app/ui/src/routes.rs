//! Which page stands at which address. Every page is rendered whole before it is sent: readable without JavaScript.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::pages::{Bienvenida, Clientes, Cuenta, Entrar, Inicio, NoHay, Sesiones};

/// Palabra in the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    // What waits for the page to be alive looks here: the browser tests, and styles that need it.
    Effect::new(|| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hydrated", "");
        }
    });
    view! {
        <Title formatter=|title: String| {
            if title.is_empty() { "Palabra".to_owned() } else { format!("{title} · Palabra") }
        } />
        <Router>
            <Routes fallback=NoHay>
                <Route path=path!("/") view=Inicio ssr=SsrMode::Async />
                <Route path=path!("/entrar") view=Entrar ssr=SsrMode::Async />
                <Route path=path!("/bienvenida/:token") view=Bienvenida ssr=SsrMode::Async />
                <Route path=path!("/clientes") view=Clientes ssr=SsrMode::Async />
                <Route path=path!("/clientes/:id") view=Cuenta ssr=SsrMode::Async />
                <Route path=path!("/sesiones") view=Sesiones ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
