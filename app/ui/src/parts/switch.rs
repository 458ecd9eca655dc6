//! What is on or off at once, without a form: it is shown where the page is alive.

use leptos::prelude::*;

/// On or off.
#[component]
pub(crate) fn Switch(#[prop(into)] label: String, is_on: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="flex min-h-11 cursor-pointer items-center gap-2 text-sm text-base-content/75 [html:not([data-hydrated])_&]:invisible">
            <input
                type="checkbox"
                role="switch"
                class="toggle toggle-sm border-base-content/60"
                prop:checked=move || is_on.get()
                on:change=move |event| is_on.set(event_target_checked(&event))
            />
            {label}
        </label>
    }
}
