//! A sheet to be read by a customer and printed: its parts, a key in letters that can be read aloud, and a code.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::read;

/// The whole sheet.
#[component]
pub(crate) fn Paper(
    #[prop(into)] title: String,
    lang: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=title.clone() />
        <main id="contenido" lang=lang class="mx-auto max-w-2xl px-4 py-8 print:max-w-none print:p-0">
            <p class="mb-4 font-serif text-2xl font-bold tracking-tight">"Palabra"</p>
            <div class="grid gap-5 rounded-box border border-base-300 bg-base-100 p-6 sm:p-8 print:border-0 print:p-0">
                <h1 class="font-serif text-2xl font-semibold">{title}</h1>
                {children()}
            </div>
        </main>
    }
}

/// A part of it under its heading.
#[component]
pub(crate) fn Part(#[prop(into)] title: String, lines: Vec<String>) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| view! { <p class="break-words whitespace-pre-line">{line}</p> })
        .collect_view();
    view! {
        <section class="grid gap-1">
            <h2 class="font-semibold">{title}</h2>
            {lines}
        </section>
    }
}

/// Lines to be read one by one, large.
#[component]
pub(crate) fn ReadAloud(lines: Vec<String>) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| view! { <p class="break-words text-pretty">{line}</p> })
        .collect_view();
    view! { <div class="grid gap-3 text-lg leading-relaxed sm:text-xl sm:leading-relaxed" data-shown="">{lines}</div> }
}

/// A key that can be read aloud.
#[component]
pub(crate) fn SpokenKey(
    #[prop(into)] label: String,
    key: String,
    #[prop(into)] about: String,
) -> impl IntoView {
    view! {
        <div class="grid gap-1">
            <p class="text-sm font-medium">{label}</p>
            <p class="font-mono text-3xl font-bold tracking-wider break-words sm:text-4xl" data-key=key.clone()>
                {key.clone()}
            </p>
            <p class="text-sm text-base-content/80">{about}</p>
        </div>
    }
}

/// What is to be said aloud.
#[component]
pub(crate) fn Say(#[prop(into)] label: String, words: String) -> impl IntoView {
    view! {
        <div class="grid gap-1">
            <p class="text-sm font-medium">{label}</p>
            <blockquote class="border-l-4 border-success pl-4 text-lg" data-say="">{words}</blockquote>
        </div>
    }
}

/// A code, dark on white in any light.
#[component]
pub(crate) fn Code(code: read::Code, #[prop(into)] label: String) -> impl IntoView {
    let read::Code { side, path } = code;
    view! {
        <svg
            role="img"
            aria-label=label
            viewBox=format!("0 0 {side} {side}")
            class="size-44 rounded bg-white text-black print:size-40"
            shape-rendering="crispEdges"
        >
            <path fill="currentColor" d=path />
        </svg>
    }
}
