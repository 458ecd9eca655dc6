//! The form that sifts the story: folded away until it is wanted, a GET to the same page; alive, it answers as it changes.
//! It refuses to know what the sieve lets through.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use web_sys::HtmlFormElement;

use super::sieve::FIELDS;
use super::story::Story;
use crate::offline;
use crate::parts::{Fold, Hidden, Look, Pick, Words};
use crate::routes::changed;
use crate::words::{Tongue, labels, matters, story};

/// The form of it: a GET to the same page; alive, it answers as it changes.
#[component]
pub(super) fn Sift(#[prop(into)] is_open: Signal<bool>) -> impl IntoView {
    let story = expect_context::<Story>();
    let query = use_query_map();
    let first = query.get_untracked();
    let registering = first.get("registrar");
    let said = move |name: &str| first.get(name).unwrap_or_default();
    let go = use_navigate();
    let sift = move |form: &HtmlFormElement| {
        let typed = offline::typed(form);
        let said = |name| {
            let field = typed.iter().find(|(known, _)| known == name);
            (name, field.map(|(_, said)| said.as_str()))
        };
        let address = query.with_untracked(|query| changed(query, &FIELDS.map(said)));
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..Default::default()
        };
        go(&address, options);
    };
    let form = NodeRef::<leptos::html::Form>::new();
    // Where a link changed the address, the form says so too.
    Effect::new(move |_| {
        let said =
            query.with(|query| FIELDS.map(|name| (name, query.get(name).unwrap_or_default())));
        if let Some(form) = form.get_untracked() {
            for (name, said) in said {
                offline::put(&form, name, &said);
            }
        }
    });
    let changed = sift.clone();
    let people = story.names.with_value(|names| {
        names
            .people
            .iter()
            .map(|(id, name)| (id.to_string(), name.clone()))
            .collect::<Vec<_>>()
    });
    view! {
        <Fold label="Filtrar" is_open=!is_open.get_untracked()>
            <form
                node_ref=form
                method="get"
                aria-label="Filtrar la historia"
                class="grid gap-3 sm:grid-cols-2 xl:grid-cols-4"
                on:change=move |event| {
                    if let Some(form) = offline::form_around(&event) {
                        changed(&form);
                    }
                }
                on:submit=move |event| {
                    if let Some(form) = offline::form_of(&event) {
                        event.prevent_default();
                        sift(&form);
                    }
                }
            >
                {registering.map(|kind| view! { <Hidden name="registrar" value=kind /> })}
                <Pick name="tipo" label="Qué" all="Todo" value=said("tipo") choices=labels::pairs(story::kinds(Tongue::Es)) />
                <Pick name="persona" label="De quién" all="Cualquiera" value=said("persona") choices=people />
                <Pick name="asunto" label="Asunto" all="Todos" value=said("asunto") choices=threads(story) />
                <Words name="palabras" label="Palabras" value=said("palabras") />
                <noscript><button type="submit" class=Look::Plain.class()>"Filtrar"</button></noscript>
            </form>
        </Fold>
    }
}

/// The threads there are, by their root.
fn threads(story: Story) -> Vec<(String, String)> {
    story.shown.with_untracked(|shown| {
        let roots = shown
            .account
            .matters
            .values()
            .filter(|matter| matter.reference.thread == matter.reference.id);
        roots
            .map(|matter| {
                let title = matters::title(Tongue::Es, matter, &shown.words);
                (matter.reference.id.to_string(), title)
            })
            .collect()
    })
}
