//! A state in one word, coloured only where the state asks for it.

use leptos::prelude::*;

use crate::words::Tone;

/// A state.
#[component]
pub(crate) fn Badge(tone: Tone, #[prop(into)] text: String) -> impl IntoView {
    let colour = match tone {
        Tone::Plain => "border-base-300 text-base-content/80",
        Tone::Broken => "border-error text-error",
        Tone::Risk => "border-warning text-warning",
        Tone::Kept => "border-success text-success",
        Tone::Defensor => "border-info text-info",
    };
    let class = format!(
        "inline-flex shrink-0 items-center rounded-full border px-2.5 py-0.5 text-xs font-medium whitespace-nowrap {colour}"
    );
    view! { <span class=class>{text}</span> }
}
