//! The file of an investigation: what each side says, its evidence, what was found and told, where the cost goes, whom
//! one believes, who looked.
//! It refuses to show more than the server sent: each viewer's page holds what is theirs.

mod conclusion;
mod confianza;
mod declaraciones;
mod miradas;
mod pruebas;
mod reparto;
mod seen;

use domain::ids::{AccountId, MatterId};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::pages::NoHay;
use crate::parts::{Badge, Definition, Frame, Hidden, Loaded, Why};
use crate::read::wire::{handed, reading};
use crate::read::{Draft, InvestigacionPage, investigacion};
use crate::words::{Tone, Tongue, dates, dues, refusals};
use conclusion::{Conclusion, LoDicho};
use confianza::Confianza;
use declaraciones::Declaraciones;
use miradas::Miradas;
use pruebas::Pruebas;
use reparto::{Coste, Indicaciones, Plazos};

/// `/clientes/:id/investigaciones/:asunto`.
#[component]
pub(crate) fn Investigacion() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        params.with(|params| {
            let account: Option<AccountId> = params.get("id")?.parse().ok();
            let matter: Option<MatterId> = params.get("asunto")?.parse().ok();
            account.zip(matter)
        })
    });
    let page = reading(
        move || asked.get(),
        async |asked| match asked {
            Some((account, matter)) => investigacion(account, matter).await,
            None => Ok(None),
        },
    );
    let show = |page: Option<InvestigacionPage>| match page {
        Some(page) => view! { <File page /> }.into_any(),
        None => view! { <NoHay /> }.into_any(),
    };
    view! {
        <Frame title="Investigación">
            <Loaded from=page show />
        </Frame>
    }
}

#[component]
fn File(page: InvestigacionPage) -> impl IntoView {
    let back = format!("/clientes/{}", page.account);
    let lead = page.person(page.matter.owner);
    let opened = dates::full(Tongue::Es, page.matter.opened_on);
    let state = match (page.matter.is_open(), page.file.told.is_some()) {
        (true, _) => (Tone::Risk, "Abierta"),
        (false, true) => (Tone::Kept, "Cerrada"),
        (false, false) => (Tone::Plain, "Cerrada"),
    };
    let owed = page.matter.owes.dues.iter().zip(&page.reasons);
    let owed = owed.map(|(due, reason)| {
        let what = dues::what(Tongue::Es, due);
        let by = dates::day(Tongue::Es, due.deadline.on, page.today);
        let why = dues::why(Tongue::Es, reason, due);
        view! {
            <li>
                {format!("{what}: {by}")}
                <Why why working=reason.working.clone() />
            </li>
        }
    });
    let owed = owed.collect_view();
    view! {
        <p class="text-sm">
            <a class="underline underline-offset-4" href=back>
                <span aria-hidden="true">"← "</span>
                {page.name.clone()}
            </a>
        </p>
        <h1 class="mt-1 mb-3 font-serif text-3xl font-semibold">"Investigación interna"</h1>
        <div class="mb-6 flex flex-wrap items-start gap-x-10 gap-y-3">
            <Badge tone=state.0 text=state.1 />
            <dl class="flex flex-wrap gap-x-8 gap-y-3">
                <Definition term="La lleva">{lead}</Definition>
                <Definition term="Abierta el">{opened}</Definition>
            </dl>
            <ul class="text-sm">{owed}</ul>
        </div>
        <NotKept />
        <div class="grid max-w-4xl gap-6">
            <Declaraciones page=page.clone() />
            <Pruebas page=page.clone() />
            {page.sees_why().then(|| view! { <Conclusion page=page.clone() /> })}
            <LoDicho page=page.clone() />
            {page.sees_why().then(|| view! { <Coste page=page.clone() /> })}
            <Indicaciones page=page.clone() />
            <Confianza page=page.clone() />
            <Plazos page=page.clone() />
            <Miradas page />
        </div>
    }
}

/// Why a form that came back was not kept, also where what it asks for has its form no more.
#[component]
fn NotKept() -> impl IntoView {
    let draft = handed(use_context::<Draft>).unwrap_or_default();
    let reasons = draft.refusals.iter();
    let reasons = reasons.map(|refusal| refusals::sentence(Tongue::Es, &refusal.why));
    let reasons: Vec<_> = reasons.map(|said| view! { <li>{said}</li> }).collect();
    (!reasons.is_empty()).then(|| {
        view! {
            <div role="alert" class="mb-6 max-w-4xl rounded-box border border-error bg-base-100 p-4">
                <p class="font-medium text-error">"No se ha guardado"</p>
                <ul class="mt-1">{reasons}</ul>
            </div>
        }
    })
}

/// What every form of the file carries: which matter, and what was typed in it if it came back.
fn draft_of(kind: &str) -> Draft {
    let draft = handed(use_context::<Draft>).unwrap_or_default();
    match draft.typed("kind") == Some(kind) {
        true => draft,
        false => Draft::default(),
    }
}

#[component]
fn Of(matter: MatterId) -> impl IntoView {
    view! { <Hidden name="matter" value=matter.to_string() /> }
}

/// Somebody's words, as they said them.
#[component]
fn Quote(said: String) -> impl IntoView {
    view! { <blockquote class="border-l-2 border-base-300 pl-3 whitespace-pre-line">{said}</blockquote> }
}
