//! Sifting the story: by kind, person, matter and words, all of it in the address (`?tipo=&persona=&asunto=&palabras=`).
//! It refuses to read: what the page holds is sifted, and what is older comes as ever and is sifted too.

use domain::ids::{MatterId, PersonId};
use domain::search::fold;
use domain::timeline::Row;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;
use web_sys::HtmlFormElement;

use super::story::Story;
use crate::offline;
use crate::parts::{Fold, Look, Pick, Words};
use crate::words::{Names, Tongue, labels, matters, story};

const FIELDS: [&str; 4] = ["tipo", "persona", "asunto", "palabras"];

/// What is let through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sieve {
    kind: Option<String>,
    person: Option<PersonId>,
    thread: Option<MatterId>,
    words: Vec<String>,
}

impl Sieve {
    /// As the address says; what is not understood sifts nothing.
    pub(super) fn read(query: &ParamsMap) -> Self {
        let said = |name: &str| query.get(name).filter(|said| !said.trim().is_empty());
        Self {
            kind: said("tipo"),
            person: said("persona").and_then(|id| id.parse().ok()),
            thread: said("asunto").and_then(|id| id.parse().ok()),
            words: said("palabras")
                .map(|words| fold(&words).split_whitespace().map(str::to_owned).collect())
                .unwrap_or_default(),
        }
    }

    /// Whether everything is.
    pub(super) fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether that row is.
    pub(super) fn lets_through(&self, row: &Row, names: &Names) -> bool {
        self.kind
            .as_deref()
            .is_none_or(|kind| kind == story::kind(&row.fact))
            && self
                .person
                .is_none_or(|person| story::person(row) == Some(person))
            && self
                .thread
                .is_none_or(|thread| row.matter.is_some_and(|matter| matter.thread == thread))
            && story::says(Tongue::Es, row, names, &self.words)
    }
}

/// What the address keeps of the sieve, for a link that goes on.
pub(super) fn kept(query: &ParamsMap) -> ParamsMap {
    let mut kept = ParamsMap::new();
    for name in FIELDS {
        if let Some(said) = query.get(name).filter(|said| !said.is_empty()) {
            kept.insert(name, said);
        }
    }
    kept
}

/// The form of it: a GET to the same page; alive, it answers as it changes.
#[component]
pub(super) fn Sift(#[prop(into)] is_open: Signal<bool>) -> impl IntoView {
    let story = expect_context::<Story>();
    let query = use_query_map();
    let first = query.get_untracked();
    let said = move |name: &str| first.get(name).unwrap_or_default();
    let go = use_navigate();
    let sift = move |form: &HtmlFormElement| {
        let mut query = ParamsMap::new();
        for (name, said) in offline::typed(form) {
            if !said.is_empty() {
                query.insert(name, said);
            }
        }
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..Default::default()
        };
        go(
            &format!("?{}", query.to_query_string().trim_start_matches('?')),
            options,
        );
    };
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
