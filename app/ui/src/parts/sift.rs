//! A form that sifts: folded away until it is wanted, short fields that may all stay empty.
//! It refuses to know what is sifted.

use leptos::prelude::*;

use super::select::Choice;

const SELECT: &str = "select min-h-11 w-full border-base-content/45 bg-base-100 text-base";
const INPUT: &str = "input min-h-11 w-full border-base-content/45 bg-base-100 text-base";
const SUMMARY: &str = "inline-flex min-h-11 items-center gap-1 text-sm text-base-content/75 underline decoration-base-content/40 underline-offset-4 hover:text-base-content";

/// Folded away.
#[component]
pub(crate) fn Fold(
    #[prop(into)] label: String,
    is_open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="-mt-3 mb-3" open=is_open>
            <summary class=SUMMARY>{label}</summary>
            <div class="mt-1 rounded-box bg-base-200 p-4">{children()}</div>
        </details>
    }
}

/// One of these, or all.
#[component]
pub(crate) fn Pick(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    value: String,
    choices: Vec<Choice>,
) -> impl IntoView {
    let id = format!("filtro-{name}");
    let labelled = id.clone();
    let options = choices
        .into_iter()
        .map(|(code, text)| {
            let selected = code == value;
            view! { <option value=code selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <div class="min-w-0">
            <label for=labelled class="mb-1 block text-sm font-medium">{label}</label>
            <select id=id name=name class=SELECT>
                <option value="">{all}</option>
                {options}
            </select>
        </div>
    }
}

/// Words that must all be said.
#[component]
pub(crate) fn Words(name: &'static str, label: &'static str, value: String) -> impl IntoView {
    let id = format!("filtro-{name}");
    let labelled = id.clone();
    view! {
        <div class="min-w-0">
            <label for=labelled class="mb-1 block text-sm font-medium">{label}</label>
            <input id=id name=name type="search" class=INPUT value=value autocomplete="off" />
        </div>
    }
}
