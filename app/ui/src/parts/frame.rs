//! What stands around every page: the way between pages, and out. A page for those who are not in yet is narrow.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

use super::announce::{Voice, announcer};
use super::{Button, Look};
use crate::offline;
use crate::read::Ways;

/// The page that was shown last, by context: going to another moves the reader to its heading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arrivals(StoredValue<Option<String>>);

impl Arrivals {
    /// Before the first page.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Whether this is another page than the one before.
    fn is_another(self, path: String) -> bool {
        let before = self.0.try_update_value(|last| last.replace(path.clone()));
        before.flatten().is_some_and(|before| before != path)
    }
}

/// A page of somebody who is signed in.
#[component]
pub(crate) fn Frame(#[prop(into)] title: String, children: Children) -> impl IntoView {
    let (arrivals, here) = (use_context::<Arrivals>(), use_location());
    let voice = announcer();
    let ways = use_context::<Ways>().unwrap_or_default();
    Effect::new(move |_| {
        let path = here.pathname.get_untracked();
        if arrivals.is_some_and(|arrivals| arrivals.is_another(path)) {
            voice.be_quiet();
            // An address that names a place on the page leads there by itself.
            if here.hash.with_untracked(String::is_empty) {
                offline::go_to_heading();
            }
        }
    });
    view! {
        <Title text=title />
        // Left to the browser, which moves the keyboard there; the router would only scroll.
        <a
            href="#contenido"
            rel="external"
            class="btn btn-primary absolute top-2 left-2 z-50 -translate-y-24 focus:translate-y-0"
        >
            "Ir al contenido"
        </a>
        <header class="sticky top-0 z-40 border-b border-base-300 bg-base-100/95 backdrop-blur print:static">
            <div class="mx-auto flex max-w-[92rem] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
                // The server knows where each person's work is.
                <a href="/" rel="external" class="font-serif text-xl font-bold tracking-tight">"Palabra"</a>
                <nav aria-label="Principal" class="flex flex-1 flex-wrap items-center gap-1">
                    <Way href="/hoy" label="Hoy" />
                    <Way href="/clientes" label="Clientes" />
                    {ways.files.then(|| view! { <Way href="/investigaciones" label="Investigaciones" /> })}
                    {ways.team.then(|| view! { <Way href="/equipo" label="Equipo" /> })}
                    {ways.record.map(|me| view! { <Way href=format!("/equipo/{me}") label="Mi registro" /> })}
                    {ways.mail.then(|| view! { <Way href="/correo" label="Correo" /> })}
                    <Way href="/ajustes" label="Ajustes" />
                    <Way href="/sesiones" label="Mis sesiones" />
                </nav>
                <form method="post" action="/salir">
                    <Button look=Look::Quiet>"Salir"</Button>
                </form>
            </div>
        </header>
        <main id="contenido" tabindex="-1" class="mx-auto max-w-[92rem] px-4 py-6 outline-none sm:px-6">
            {children()}
        </main>
        <Voice />
    }
}

/// A way to another page, marked where one is.
#[component]
fn Way(#[prop(into)] href: String, label: &'static str) -> impl IntoView {
    let path = use_location().pathname;
    let to = href.clone();
    let is_here = move || path.with(|path| path.starts_with(&to)).then_some("page");
    view! {
        <a
            href=href
            class="btn btn-ghost min-h-11 px-3 font-medium"
            aria-current=is_here
        >
            {label}
        </a>
    }
}

/// A page of somebody who is not.
#[component]
pub(crate) fn Narrow(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <Title text=title.clone() />
        <Sheet title>{children()}</Sheet>
    }
}

/// One sheet in the middle: what a narrow page shows, and a problem where there is no page.
#[component]
pub(crate) fn Sheet(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <main id="contenido" class="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-4 py-10">
            <p class="mb-6 text-center font-serif text-3xl font-bold tracking-tight">"Palabra"</p>
            <div class="rounded-box border border-base-300 bg-base-100 p-6 sm:p-8">
                <h1 class="mb-5 font-serif text-2xl font-semibold">{title}</h1>
                {children()}
            </div>
            <p class="mt-6 text-center text-sm text-base-content/75">
                "Lo prometido se cumple; lo que no, se sabe antes."
            </p>
        </main>
    }
}
