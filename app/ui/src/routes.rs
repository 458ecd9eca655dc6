//! Which page stands at which address. Every page is rendered whole before it is sent: readable without JavaScript.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::params::ParamsMap;
use leptos_router::{SsrMode, path};

use crate::offline::Outgoing;
use crate::pages::{
    Ajustes, Bienvenida, Clientes, Correo, Cuenta, Entrar, Equipo, Estado, Firma, Firmada, Hoy,
    Inicio, Investigacion, Investigaciones, NoHay, Recibo, Registro, Sesiones, Suya,
};
use crate::parts::{Announcer, Arrivals};
use crate::read::Ways;
use crate::read::wire::handed;

/// Palabra in the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(handed(|| use_context::<Ways>().unwrap_or_default()));
    provide_context(Announcer::new());
    provide_context(Outgoing::open());
    provide_context(Arrivals::new());
    provide_context(ListAddress(RwSignal::new("/clientes".to_owned())));
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
                <Route path=path!("/clientes/:id/investigaciones/:asunto") view=Investigacion ssr=SsrMode::Async />
                <Route path=path!("/clientes/:id/investigaciones/:asunto/adjuntos") view=Investigacion ssr=SsrMode::Async />
                // Where a form with a file is sent, and shown again if it is refused.
                <Route path=path!("/clientes/:id/adjuntos") view=Cuenta ssr=SsrMode::Async />
                <Route path=path!("/clientes/:id/reclamaciones/:claim") view=Recibo ssr=SsrMode::Async />
                <Route path=path!("/estado") view=Estado ssr=SsrMode::Async />
                <Route path=path!("/c/:link") view=Suya ssr=SsrMode::Async />
                <Route path=path!("/c/:link/recibo") view=Recibo ssr=SsrMode::Async />
                <Route path=path!("/clientes/:id/promesas/:matter/firma") view=Firma ssr=SsrMode::Async />
                <Route path=path!("/clientes/:id/promesas/:matter/firmas/:line") view=Firmada ssr=SsrMode::Async />
                <Route path=path!("/p/:signature") view=Firmada ssr=SsrMode::Async />
                <Route path=path!("/hoy") view=Hoy ssr=SsrMode::Async />
                <Route path=path!("/ajustes") view=Ajustes ssr=SsrMode::Async />
                <Route path=path!("/correo") view=Correo ssr=SsrMode::Async />
                <Route path=path!("/sesiones") view=Sesiones ssr=SsrMode::Async />
                <Route path=path!("/investigaciones") view=Investigaciones ssr=SsrMode::Async />
                <Route path=path!("/equipo") view=Equipo ssr=SsrMode::Async />
                <Route path=path!("/equipo/:persona") view=Registro ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}

/// An address's query with these names changed, each to another text or, with none, away; all others stay.
pub(crate) fn changed(query: &ParamsMap, changes: &[(&'static str, Option<&str>)]) -> String {
    let mut query = query.clone();
    for (name, text) in changes {
        query.remove(name);
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            query.insert(*name, text.to_owned());
        }
    }
    // Without a name there still is a query: one that says nothing, instead of the one that stood.
    format!("?{}", query.to_query_string().trim_start_matches('?'))
}

/// The list of customers as it was last looked at, so that the way back leads to it.
#[derive(Debug, Clone, Copy)]
struct ListAddress(RwSignal<String>);

/// Where the list of customers is, as it was last looked at.
pub(crate) fn list_address() -> Signal<String> {
    match use_context() {
        Some(ListAddress(address)) => address.into(),
        None => Signal::stored("/clientes".to_owned()),
    }
}

/// The list is looked at as that address says.
pub(crate) fn look_at_list(address: String) {
    if let Some(ListAddress(known)) = use_context() {
        known.set(address);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_changed_stays() {
        let query: ParamsMap = [
            ("registrar", "nota"),
            ("tipo", "notas"),
            ("palabras", "sol"),
        ]
        .into_iter()
        .map(|(name, text)| (name, text.to_owned()))
        .collect();
        for (changes, expected) in [
            (&[][..], "?registrar=nota&tipo=notas&palabras=sol"),
            (
                &[("tipo", Some("pedidos"))],
                "?registrar=nota&palabras=sol&tipo=pedidos",
            ),
            (
                &[("tipo", None), ("palabras", Some(" "))],
                "?registrar=nota",
            ),
        ] {
            assert_eq!(changed(&query, changes), expected);
        }
        assert_eq!(changed(&ParamsMap::new(), &[("tipo", None)]), "?");
    }
}
