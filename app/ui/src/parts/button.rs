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
