//! Choosing one of a few.

use leptos::prelude::*;

use super::field::{Labelled, Named, named};

const SELECT: &str =
    "select min-h-11 w-full border-base-content/45 bg-base-100 text-base aria-invalid:border-error";

/// A code and what a person reads.
pub(crate) type Choice = (String, String);

/// One of those choices.
#[component]
pub(crate) fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let named = named(&name);
    let described = named.described(&hint);
    let Named { id, typed, reasons } = named;
    let chosen = typed.unwrap_or(value);
    let invalid = move || (!reasons.get().is_empty()).then_some("true");
    view! {
        <Labelled id=id.clone() label hint reasons>
            <select id=id name=name class=SELECT aria-describedby=described aria-invalid=invalid>
                <For each=move || choices.get() key=|(code, _)| code.clone() let:choice>
                    {
                        let (code, text) = choice;
                        let selected = code == chosen;
                        view! { <option value=code selected=selected>{text}</option> }
                    }
                </For>
            </select>
        </Labelled>
    }
}
