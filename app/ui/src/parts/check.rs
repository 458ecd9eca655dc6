//! Yes or nothing, by itself or one of several of the same name.

use leptos::prelude::*;

use super::field::{Named, named};
use super::form::FormState;

/// Yes, or nothing.
#[component]
pub(crate) fn Check(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// What it says of itself, where several share the name.
    #[prop(default = "yes".into(), into)]
    value: String,
    /// Whether it is ticked before anything was typed.
    #[prop(optional)]
    ticked: bool,
) -> impl IntoView {
    let form = use_context::<FormState>().unwrap_or_default();
    let id = format!("{}-{value}", named(&name).id);
    let labelled = id.clone();
    let is_ticked = match form.draft.fields.as_slice() {
        [] => ticked,
        typed => typed.iter().any(|(n, v)| *n == name && *v == value),
    };
    view! {
        <label for=labelled class="flex min-h-11 items-center gap-3 text-sm font-medium">
            <input id=id name=name type="checkbox" value=value class="checkbox border-base-content/50" checked=is_ticked />
            {label}
        </label>
    }
}

/// Several things of one name, and why they were refused.
#[component]
pub(crate) fn Group(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    children: Children,
) -> impl IntoView {
    let Named { id, reasons, .. } = named(&name);
    let why = format!("{id}-por-que");
    let described = why.clone();
    view! {
        <fieldset aria-describedby=described>
            <legend class="mb-1 text-sm font-medium">{legend}</legend>
            {children()}
            <div id=why aria-live="polite">
                <For each=move || reasons.get() key=Clone::clone let:reason>
                    <p class="mt-1 text-sm font-medium text-error">{reason}</p>
                </For>
            </div>
        </fieldset>
    }
}
