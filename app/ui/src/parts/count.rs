//! How many there are of several things, each the way to its list. It refuses to set one beside another's.

use leptos::prelude::*;

/// The counts, beside each other where there is room.
#[component]
pub(crate) fn Counts(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! {
        <nav aria-label=label class="grid grid-cols-2 gap-2 md:grid-cols-5">{children()}</nav>
    }
}

/// One of them, marked where its list is shown.
#[component]
pub(crate) fn Count(
    href: String,
    label: String,
    count: u64,
    is_here: Option<&'static str>,
) -> impl IntoView {
    view! {
        <a
            href=href
            aria-current=is_here
            class="rounded-box border border-base-300 bg-base-100 px-4 py-3 hover:bg-base-200 aria-[current]:border-primary aria-[current]:ring-1 aria-[current]:ring-primary"
        >
            <span class="block font-serif text-2xl font-semibold tabular-nums">{count}</span>
            " "
            <span class="block text-sm text-base-content/75">{label}</span>
        </a>
    }
}
