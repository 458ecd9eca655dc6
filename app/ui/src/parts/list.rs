//! A list whose lines lead somewhere: what each is, what stands under it, its states, and a day at its end.
//! It refuses to know what is listed.

use leptos::prelude::*;

use crate::words::Tone;

/// The list.
#[component]
pub(crate) fn Lines(children: Children) -> impl IntoView {
    view! {
        <ul class="divide-y divide-base-300 overflow-hidden rounded-box border border-base-300 bg-base-100">
            {children()}
        </ul>
    }
}

/// What stands at the end of a line: what it is, and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct End {
    /// What it is.
    pub(crate) term: &'static str,
    /// The day, or what is said in its place.
    pub(crate) said: String,
    /// How it stands.
    pub(crate) tone: Tone,
}

/// One line.
#[component]
pub(crate) fn LineTo(
    href: String,
    title: String,
    under: String,
    end: End,
    /// Why the day is that day.
    #[prop(optional_no_strip)]
    why: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let End { term, said, tone } = end;
    let colour = match tone {
        Tone::Broken => "font-medium text-error",
        Tone::Risk => "font-medium text-warning",
        Tone::Kept => "text-success",
        Tone::Defensor => "text-info",
        Tone::Plain => "",
    };
    view! {
        <li>
            <a
                href=href
                class="flex min-h-16 flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 hover:bg-base-200 focus-visible:-outline-offset-2 sm:px-5"
            >
                <span class="min-w-0 flex-1 basis-64">
                    <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
                        <span class="min-w-0 text-lg leading-snug font-semibold break-words">{title}</span>
                        {children()}
                    </span>
                    <span class="block text-sm break-words text-base-content/75">{under}</span>
                </span>
                <span class="w-52 shrink-0 text-sm max-sm:w-full">
                    <span class="block text-base-content/75">{term}</span>
                    <span class=format!("block {colour}")>{said}</span>
                </span>
            </a>
            {why.map(|why| view! { <div class="-mt-3 px-4 sm:px-5">{why}</div> })}
        </li>
    }
}
