//! One step owed: what, on what, by when and why that day, and what can be done about it.

use domain::calendar::Working;
use leptos::prelude::*;

use super::{Badge, Why};
use crate::words::{Tone, WhyDate};

const DO: &str = "inline-flex min-h-11 items-center rounded-field border border-base-content/30 bg-base-100 px-3 text-sm font-medium hover:border-base-content/60 group-open:border-transparent group-open:hover:border-transparent group-open:bg-transparent group-open:px-0 group-open:text-base";

/// A step, with the forms that finish it.
#[component]
pub(crate) fn DueLine(
    what: String,
    title: String,
    /// What must not happen meanwhile.
    alarm: Memo<Option<String>>,
    day: Memo<(Tone, String)>,
    full: String,
    bearer: String,
    why: WhyDate,
    working: Option<Working<'static>>,
    children: Children,
) -> impl IntoView {
    view! {
        <li class="py-5 first:pt-0 last:pb-0">
            <div class="flex items-baseline justify-between gap-3">
                <h3 class="min-w-0 text-lg leading-snug font-semibold text-balance">{what}</h3>
                <span title=full>
                    {move || {
                        let (tone, text) = day.get();
                        view! { <Badge tone text /> }
                    }}
                </span>
            </div>
            <p class="mt-0.5 break-words">{title}</p>
            {move || alarm.get().map(|text| view! { <p class="mt-1 font-medium break-words text-warning">{text}</p> })}
            <p class="text-sm text-base-content/75">{bearer}</p>
            <div class="mt-1.5 flex flex-wrap items-center gap-2">
                {children()}
                <Why why working />
            </div>
        </li>
    }
}

/// Something that can be done, unfolded when it is.
#[component]
pub(crate) fn Actions(
    #[prop(into)] label: String,
    is_open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details open=is_open class="group open:basis-full open:rounded-box open:border open:border-base-300 open:bg-base-200 open:p-4">
            <summary class=DO>{label}</summary>
            <div class="mt-3">{children()}</div>
        </details>
    }
}
