//! Where the viewer is signed in, and the way to end it.

use leptos::prelude::*;

use crate::parts::{Badge, Button, Frame, Hidden, Loaded, Look, Section};
use crate::read::wire::reading;
use crate::read::{SesionRow, sesiones};
use crate::words::{Tone, Tongue, browsers};

/// `/sesiones`.
#[component]
pub(crate) fn Sesiones() -> impl IntoView {
    let sessions = reading(|| (), |()| sesiones());
    let show = |rows: Vec<SesionRow>| {
        let rows = rows
            .into_iter()
            .map(|row| view! { <Sesion row /> })
            .collect_view();
        view! { <ul class="divide-y divide-base-300">{rows}</ul> }
    };
    view! {
        <Frame title="Mis sesiones">
            <h1 class="mb-6 font-serif text-3xl font-semibold">"Mis sesiones"</h1>
            <div class="max-w-3xl">
            <Section id="abiertas" title="Abiertas ahora">
                <Loaded from=sessions show />
                <form method="post" action="/sesiones" class="mt-6">
                    <Hidden name="all" value="yes" />
                    <Button look=Look::Plain>"Cerrar todas, también esta"</Button>
                </form>
            </Section>
            </div>
        </Frame>
    }
}

#[component]
fn Sesion(row: SesionRow) -> impl IntoView {
    let SesionRow {
        id,
        agent,
        address,
        last_seen,
        is_this,
    } = row;
    let label = format!("Cerrar la sesión usada el {last_seen}");
    view! {
        <li class="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
            <div class="min-w-0 flex-1">
                <p class="font-medium">{browsers::said(Tongue::Es, &agent)}</p>
                <p class="text-sm text-base-content/75">{format!("Última vez: {last_seen} · desde {address}")}</p>
            </div>
            {is_this.then(|| view! { <Badge tone=Tone::Kept text="Esta" /> })}
            <form method="post" action="/sesiones" aria-label=label>
                <Hidden name="session" value=id />
                <Button look=Look::Quiet>"Cerrar"</Button>
            </form>
        </li>
    }
}
