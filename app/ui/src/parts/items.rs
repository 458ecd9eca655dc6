//! A list whose items each have something to do: what each is, what stands under it, what is said of it, and at its end
//! what may be done. And a word to whoever looks, above a page.

use leptos::prelude::*;

/// The list.
#[component]
pub(crate) fn Items(children: Children) -> impl IntoView {
    view! {
        <ul class="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">{children()}</ul>
    }
}

/// One of them; its title leads somewhere, where there is somewhere to go.
#[component]
pub(crate) fn Item(
    title: String,
    href: Option<String>,
    under: String,
    said: Option<String>,
    children: Children,
) -> impl IntoView {
    let title = match href {
        Some(href) => {
            view! { <a href=href class="underline underline-offset-4">{title}</a> }.into_any()
        }
        None => title.into_any(),
    };
    view! {
        <li class="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-5">
            <div class="min-w-0 flex-1 basis-64">
                <p class="text-lg leading-snug font-semibold break-words">{title}</p>
                <p class="text-sm break-words text-base-content/75">{under}</p>
                {said.map(|said| view! { <p class="mt-1 max-w-prose break-words">{said}</p> })}
            </div>
            {children()}
        </li>
    }
}

/// What whoever looks must know before the rest, and what to do about it.
#[component]
pub(crate) fn Notice(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <div class="max-w-prose rounded-box border border-warning px-5 py-4" role="note">
            <p class="font-medium">{title}</p>
            <div class="mt-1 break-words">{children()}</div>
        </div>
    }
}
