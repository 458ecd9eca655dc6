//! A form with a file, and the field it is chosen in. The browser posts it by itself, alive or not: a file is not held
//! until there is a network.

use leptos::context::Provider;
use leptos::prelude::*;

use super::Hidden;
use super::field::{Labelled, named};
use super::form::FormState;
use crate::offline::{self, Ids};
use crate::read::Draft;
use crate::read::wire::handed;

const CHOOSE: &str = "file-input min-h-11 w-full border-base-content/45 bg-base-100 text-base aria-invalid:border-error";

/// A form that asks for that kind of command, with a file.
#[component]
pub(crate) fn FileForm(
    /// Distinguishes it on its page.
    #[prop(into)]
    name: String,
    /// Which command.
    kind: &'static str,
    /// What a screen reader calls it.
    label: &'static str,
    /// Where it is sent.
    action: String,
    /// What was typed before.
    draft: Draft,
    children: Children,
) -> impl IntoView {
    let state = FormState::new(name.clone(), draft);
    let minted = handed(offline::mint);
    let ids = Ids {
        id: state.draft.typed("id").map_or(minted.id, str::to_owned),
        seed: state.draft.typed("seed").map_or(minted.seed, str::to_owned),
    };
    let shared = state.clone();
    let others = Signal::derive(move || state.others());
    view! {
        <form
            method="post"
            action=action
            enctype="multipart/form-data"
            id=format!("form-{name}")
            aria-label=label
            class="grid gap-4"
            autocomplete="off"
        >
            <Hidden name="kind" value=kind />
            <Hidden name="id" value=ids.id />
            <Hidden name="seed" value=ids.seed />
            <Provider value=shared>{children()}</Provider>
            <div aria-live="polite">
                <For each=move || others.get() key=Clone::clone let:reason>
                    <p class="text-sm font-medium text-error">{reason}</p>
                </For>
            </div>
        </form>
    }
}

/// Where a file is chosen; one that came back must be chosen again.
#[component]
pub(crate) fn Choose(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    /// The media types that the browser offers.
    accept: &'static str,
) -> impl IntoView {
    let named = named(name);
    let described = named.described(&hint);
    let (id, reasons) = (named.id.clone(), named.reasons);
    view! {
        <Labelled id=named.id label hint reasons>
            <input
                id=id
                name=name
                type="file"
                class=CHOOSE
                accept=accept
                aria-required="true"
                aria-describedby=described
                aria-invalid=move || reasons.with(|all| !all.is_empty()).then_some("true")
            />
        </Labelled>
    }
}
