//! The thread of a claim: how it stands, point by point; and the letter that the customer reads, as it is printed.
//! It refuses to know what a claim is.

use leptos::prelude::*;

/// One thread, under its heading, with its states beside it.
#[component]
pub(crate) fn Thread(
    #[prop(into)] id: String,
    #[prop(into)] title: Signal<String>,
    states: Children,
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-titulo");
    let labelled = heading.clone();
    view! {
        <article
            id=id
            aria-labelledby=labelled
            class="border-b border-base-300 py-5 first:pt-0 last:border-b-0 last:pb-0"
        >
            <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <h3 id=heading class="min-w-0 text-lg leading-snug font-semibold">{title}</h3>
                {states()}
            </div>
            {children()}
        </article>
    }
}

/// A line of small print under a heading.
#[component]
pub(crate) fn Small(children: Children) -> impl IntoView {
    view! { <p class="mt-0.5 text-sm break-words text-base-content/75">{children()}</p> }
}

/// What the customer says, and what was answered.
#[component]
pub(crate) fn Point(
    said: String,
    answer: Option<String>,
    reasons: Option<String>,
) -> impl IntoView {
    view! {
        <li class="border-l-2 border-base-300 py-1 pl-3">
            <p class="break-words whitespace-pre-line">{said}</p>
            {answer.map(|answer| view! { <p class="mt-1 text-sm font-medium">{answer}</p> })}
            {reasons
                .map(|reasons| {
                    view! {
                        <p class="mt-0.5 text-sm break-words whitespace-pre-line text-base-content/85">
                            {reasons}
                        </p>
                    }
                })}
        </li>
    }
}

/// The points, in their order.
#[component]
pub(crate) fn Points(children: Children) -> impl IntoView {
    view! { <ol class="mt-3 grid gap-2">{children()}</ol> }
}

/// What can be done, wrapping where there is no room.
#[component]
pub(crate) fn Ways(children: Children) -> impl IntoView {
    view! { <div class="mt-3 flex flex-wrap items-center gap-2">{children()}</div> }
}

/// A letter on a sheet of its own.
#[component]
pub(crate) fn Sheet(
    lang: &'static str,
    #[prop(into)] title: String,
    children: Children,
) -> impl IntoView {
    view! {
        <article
            id="carta"
            lang=lang
            class="mx-auto grid max-w-2xl gap-5 rounded-box border border-base-300 bg-base-100 p-6 sm:p-10 print:border-0 print:p-0"
        >
            <h1 class="font-serif text-2xl font-semibold">{title}</h1>
            {children()}
        </article>
    }
}

/// What is known already, line by line; nothing where there is nothing.
#[component]
pub(crate) fn Known(
    #[prop(into)] title: String,
    lines: Memo<Vec<(String, String)>>,
) -> impl IntoView {
    let is_any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let title = StoredValue::new(title);
    view! {
        <Show when=move || is_any.get()>
            <div class="rounded-box bg-base-200 p-4 text-sm">
                <p class="font-medium">{title.get_value()}</p>
                <ul class="mt-1 grid gap-1">
                    {move || {
                        lines.get()
                            .into_iter()
                            .map(|(said, why)| {
                                view! { <li class="break-words">{said} " " <span class="text-base-content/75">{why}</span></li> }
                            })
                            .collect_view()
                    }}
                </ul>
            </div>
        </Show>
    }
}
