//! A place with nothing in it, and the next step.

use leptos::prelude::*;

/// Nothing here yet.
#[component]
pub(crate) fn Empty(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <div class="rounded-box border border-dashed border-base-300 px-6 py-10 text-center">
            <p class="font-serif text-lg">{title}</p>
            <div class="mx-auto mt-2 max-w-prose text-base-content/75">{children()}</div>
        </div>
    }
}
