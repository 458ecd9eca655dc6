//! The large pieces of a page: a section with its heading, columns, tabs, a list of terms.

use leptos::prelude::*;

/// A part of a page under its heading.
#[component]
pub(crate) fn Section(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-titulo");
    let labelled = heading.clone();
    view! {
        <section
            id=id
            aria-labelledby=labelled
            class="rounded-box border border-base-300 bg-base-100 p-5 sm:p-6"
        >
            <h2 id=heading tabindex="-1" class="mb-4 font-serif text-xl font-semibold">{title}</h2>
            {children()}
        </section>
    }
}

/// The story at the left, what is owed at the right; one above the other where there is no room.
#[component]
pub(crate) fn Columns(side: Children, children: Children) -> impl IntoView {
    view! {
        <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
            <div class="grid gap-6 lg:sticky lg:top-20 lg:order-2 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
                {side()}
            </div>
            <div class="grid min-w-0 gap-6 lg:order-1">{children()}</div>
        </div>
    }
}

/// Fields beside each other where there is room.
#[component]
pub(crate) fn Grid(children: Children) -> impl IntoView {
    view! { <div class="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">{children()}</div> }
}

/// Fields that only some terms ask for (`price discount`): shown while one of them is chosen in the same form. The
/// stylesheet does it, with JavaScript or without; what is not shown is sent as it stands and not asked for.
#[component]
pub(crate) fn Only(terms: &'static str, children: Children) -> impl IntoView {
    view! { <div class="contents" data-terms=terms>{children()}</div> }
}

/// A term and what it is.
#[component]
pub(crate) fn Definition(#[prop(into)] term: String, children: Children) -> impl IntoView {
    view! {
        <div class="min-w-0">
            <dt class="text-xs font-medium tracking-wide text-base-content/75 uppercase">{term}</dt>
            <dd class="mt-0.5 break-words">{children()}</dd>
        </div>
    }
}

/// Links that choose one of several things, wrapping where there is no room; what belongs to them stands at the end.
#[component]
pub(crate) fn Tabs(
    #[prop(into)] label: String,
    end: Children,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="flex flex-wrap items-center justify-between gap-2">
            <nav aria-label=label class="flex flex-wrap gap-2">{children()}</nav>
            {end()}
        </div>
    }
}
