//! What was signed: the words as they were read, the signature, and what proves both; by its link for the customer, and
//! at the account for whoever serves.

use domain::account::Signature;
use leptos::prelude::*;

use crate::pages::NoHay;
use crate::parts::{Code, Drawing, Look, Paper, ReadAloud};
use crate::read;
use crate::read::wire::handed;
use crate::words::read_back::parted;
use crate::words::{Tongue, receipts, signed, signing};

/// `/p/:signature`, and for staff `/clientes/:id/promesas/:matter/firmas/:line`.
#[component]
pub(crate) fn Firmada() -> impl IntoView {
    match handed(use_context::<read::Firmada>) {
        Some(firmada) => view! { <Whole firmada /> }.into_any(),
        None => view! { <NoHay /> }.into_any(),
    }
}

#[component]
fn Whole(firmada: read::Firmada) -> impl IntoView {
    let t = firmada.tongue();
    let erased = signed::erased(t);
    let shown = firmada.shown.clone().unwrap_or_else(|| erased.to_owned());
    let (said, lines) = parted(&shown);
    let said = said.to_owned();
    let lines: Vec<String> = lines.map(str::to_owned).collect();
    let back = firmada.back.clone().map(|back| {
        view! { <a class=Look::Plain.class() href=back rel="external">{signing::back(t)}</a> }
    });
    view! {
        <Paper title=signed::title(t) lang=lang(t)>
            <Standing firmada=firmada.clone() />
            <section class="grid gap-3">
                <h2 class="font-serif text-xl font-semibold">{said}</h2>
                <ReadAloud lines />
            </section>
            <Hand firmada=firmada.clone() />
            <Code code=firmada.code label=signed::code(t) />
            <p class="text-sm">{signed::link(t)} <br /> <span class="break-all">{firmada.link}</span></p>
            <p class="break-all text-sm">{signed::digest(t)} ": " <code>{firmada.digest}</code></p>
            <p class="break-all text-sm">
                {receipts::head(t, firmada.version)} ": " <code>{firmada.head}</code>
            </p>
            <p class="no-print flex flex-wrap gap-2">
                <a class=Look::Main.class() href=firmada.pdf rel="external">"PDF"</a>
                {back}
            </p>
        </Paper>
    }
}

/// How it stands since.
#[component]
fn Standing(firmada: read::Firmada) -> impl IntoView {
    let t = firmada.tongue();
    let amended = firmada
        .amended
        .map(|now| view! { <p>{signed::amended(t, &now, firmada.today)}</p> });
    view! {
        <div class="grid gap-1">
            <p class="text-xl font-semibold">{signed::stands(t, firmada.stage)}</p>
            {amended}
        </div>
    }
}

/// Who put their name to it, when, and how it looks.
#[component]
fn Hand(firmada: read::Firmada) -> impl IntoView {
    let t = firmada.tongue();
    let by = firmada.by.as_deref();
    let hand = match firmada.signature {
        Signature::Typed => view! { <p>{signed::typed(t)}</p> }.into_any(),
        Signature::Drawn(Some(path)) => {
            view! { <Drawing path label=signed::drawing(t, by) /> }.into_any()
        }
        Signature::Drawn(None) => view! { <p>{signed::erased(t)}</p> }.into_any(),
    };
    view! {
        <section class="grid gap-2">
            <h2 class="font-semibold">{signed::signature(t)}</h2>
            {hand}
            <p>{signed::signed(t, by, firmada.wall)}</p>
        </section>
    }
}

pub(super) const fn lang(t: Tongue) -> &'static str {
    match t {
        Tongue::Es => "es",
        Tongue::En => "en",
    }
}
