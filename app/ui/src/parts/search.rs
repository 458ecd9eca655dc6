//! The form above a list: a large box for words, what is ticked, and a choice; each answers as it changes.
//! It refuses to know what is searched.

use leptos::prelude::*;

use super::select::Choice;

const BOX: &str = "input min-h-12 w-full border-base-content/45 bg-base-100 text-lg";
const SELECT: &str = "select min-h-12 border-base-content/45 bg-base-100 text-base";

/// Words, letter by letter.
#[component]
pub(crate) fn SearchBox(
    label: &'static str,
    value: String,
    on_typed: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="min-w-64 flex-1">
            <label for="buscar" class="mb-1 block text-sm font-medium">{label}</label>
            <input
                id="buscar"
                name="q"
                type="search"
                class=BOX
                value=value
                autocomplete="off"
                on:input=move |_| on_typed.run(())
            />
        </div>
    }
}

/// Only those.
#[component]
pub(crate) fn Facet(
    name: &'static str,
    label: &'static str,
    is_on: bool,
    on_changed: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="flex min-h-12 items-center gap-3 font-medium">
            <input
                type="checkbox"
                name=name
                value="si"
                class="checkbox border-base-content/50"
                checked=is_on
                on:change=move |_| on_changed.run(())
            />
            {label}
        </label>
    }
}

/// Those of one, or all.
#[component]
pub(crate) fn Shelf(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    value: String,
    choices: Vec<Choice>,
    on_changed: Callback<()>,
) -> impl IntoView {
    let options = choices
        .into_iter()
        .map(|(code, text)| {
            let selected = code == value;
            view! { <option value=code selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <label class="grid gap-1 text-sm font-medium">
            {label}
            <select name=name class=SELECT on:change=move |_| on_changed.run(())>
                <option value="">{all}</option>
                {options}
            </select>
        </label>
    }
}
