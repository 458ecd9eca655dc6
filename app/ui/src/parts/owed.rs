//! One step owed: what, on what, by when and why that day, and what can be done about it.

use leptos::prelude::*;

use super::Badge;
use crate::words::Tone;

/// A step, with the forms that finish it.
#[component]
pub(crate) fn DueLine(
    what: String,
    title: String,
    day: String,
    full: String,
    bearer: String,
    tone: Tone,
    rule: String,
    why: String,
    children: Children,
) -> impl IntoView {
    view! {
        <li class="py-4 first:pt-0 last:pb-0">
            <div class="flex items-start gap-3">
                <div class="min-w-0 flex-1">
                    <h3 class="font-medium">{what}</h3>
                    <p class="text-sm text-base-content/75">{title}</p>
                    <p class="text-sm text-base-content/75">{bearer}</p>
                </div>
                <span title=full><Badge tone text=day /></span>
            </div>
            <details class="mt-2">
                <summary class="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
                    "Por qué esta fecha"
                </summary>
                <p class="mb-1 text-sm">{why}</p>
                <p class="mb-2 text-sm text-base-content/75">{rule}</p>
            </details>
            {children()}
        </li>
    }
}

/// Something that can be done, unfolded when it is.
#[component]
pub(crate) fn Actions(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! {
        <details class="mt-1 rounded-box open:border open:border-base-300 open:bg-base-200 open:p-4">
            <summary class="inline-flex min-h-11 items-center text-sm font-medium underline underline-offset-4">
                {label}
            </summary>
            <div class="mt-2">{children()}</div>
        </details>
    }
}
