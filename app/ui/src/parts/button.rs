//! Buttons, 44 pixels high: a finger finds them.

use leptos::prelude::*;

/// How much a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// The one thing to do.
    Main,
    /// One of several.
    Plain,
    /// Beside the text.
    Quiet,
}

impl Look {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Main => "btn btn-primary min-h-11 px-5",
            Self::Plain => "btn btn-outline min-h-11 border-base-300 px-4 font-medium",
            Self::Quiet => "btn btn-ghost min-h-11 px-3 font-medium underline underline-offset-4",
        }
    }
}

/// Sends its form.
#[component]
pub(crate) fn Button(look: Look, children: Children) -> impl IntoView {
    view! { <button type="submit" class=look.class()>{children()}</button> }
}

/// The key that does the same, shown where there is a keyboard.
#[component]
pub(crate) fn Key(key: &'static str) -> impl IntoView {
    view! {
        <kbd
            class="ml-1 hidden rounded border border-current/50 px-1.5 font-sans text-xs font-normal pointer-fine:inline"
            aria-hidden="true"
        >
            {key}
        </kbd>
    }
}

/// One of several people or things, by name; sends its form.
#[component]
pub(crate) fn Offer(name: String, more: String) -> impl IntoView {
    view! {
        <button
            type="submit"
            class="min-h-11 cursor-pointer rounded-field border border-base-300 px-4 py-2 text-left hover:border-base-content/50 hover:bg-base-200"
        >
            <span class="font-semibold">{name}</span>
            <span class="text-base-content/75">{more}</span>
        </button>
    }
}

/// Does something at once, without a form; shown where the page is alive.
#[component]
pub(crate) fn Tap(
    look: Look,
    on_tap: impl Fn() + Send + 'static,
    children: Children,
) -> impl IntoView {
    let class = format!("{} [html:not([data-hydrated])_&]:invisible", look.class());
    view! { <button type="button" class=class on:click=move |_| on_tap()>{children()}</button> }
}
