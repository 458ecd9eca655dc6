//! Registrar: one short form at a time, chosen by a link (`?registrar=promesa`), a tap or a key.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;

use super::kind::{Form, Kind};
use super::story::Story;
use crate::offline;
use crate::parts::{Icon, Key, Look, Section, Switch, Tabs};
use crate::routes::changed;

#[component]
pub(super) fn Registrar() -> impl IntoView {
    let story = expect_context::<Story>();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let word = query.with(|query| query.get("registrar"));
        let by_address =
            word.and_then(|word| Kind::ALL.into_iter().find(|kind| kind.about().0 == word));
        let by_draft = || {
            story
                .draft
                .with(|draft| draft.as_ref().and_then(Kind::of_draft))
        };
        by_address.or_else(by_draft)
    });
    let keys = keys();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let navigate = navigate.clone();
        offline::on_key(move |key| {
            let pressed = Kind::ALL.into_iter().find(|kind| kind.about().2 == key);
            if let Some(kind) = pressed.filter(|_| keys.get_untracked()) {
                let options = NavigateOptions {
                    replace: true,
                    scroll: false,
                    ..Default::default()
                };
                navigate(&query.with_untracked(|query| address(query, kind)), options);
                offline::go_to("form-registrar");
            }
        });
    });
    let tabs = Kind::ALL
        .map(|kind| view! { <Tab kind asked keys /> })
        .collect_view();
    view! {
        <Section id="registrar" title="Registrar">
            <Tabs
                label="Qué se registra"
                end=Box::new(move || view! { <Switch label="Teclas de una letra" is_on=keys /> }.into_any())
            >
                {tabs}
            </Tabs>
            {move || {
                let draft = story.draft.get();
                asked.get().map(|kind| {
                    let draft = draft.filter(|draft| Kind::of_draft(draft) == Some(kind));
                    view! { <div class="mt-5"><Form kind draft name="registrar" /></div> }
                })
            }}
        </Section>
    }
}

/// Whether letters open the forms, as this browser remembers it: they do until somebody switches them off.
fn keys() -> RwSignal<bool> {
    const NAME: &str = "teclas";
    let are_on = RwSignal::new(true);
    Effect::new(move |_| are_on.set(offline::remembered(NAME).as_deref() != Some("no")));
    Effect::watch(
        move || are_on.get(),
        |are_on, _, _| offline::remember(NAME, if *are_on { "sí" } else { "no" }),
        false,
    );
    are_on
}

/// Where that form is open, and everything else as it was.
fn address(query: &ParamsMap, kind: Kind) -> String {
    changed(query, &[("registrar", Some(kind.about().0))])
}

#[component]
fn Tab(kind: Kind, asked: Memo<Option<Kind>>, keys: RwSignal<bool>) -> impl IntoView {
    let query = use_query_map();
    let (_, label, key, glyph) = kind.about();
    let is_open = move || asked.get() == Some(kind);
    let look = move || {
        if is_open() {
            Look::Main.class()
        } else {
            Look::Plain.class()
        }
    };
    view! {
        <a
            class=look
            href=move || format!("{}#registrar", query.with(|query| address(query, kind)))
            aria-current=move || is_open().then_some("true")
            aria-keyshortcuts=move || keys.get().then_some(key)
        >
            <Icon glyph />
            {label}
            <Show when=move || keys.get()>
                <Key key />
            </Show>
        </a>
    }
}
