//! Registrar: one short form at a time, chosen by a link (`?registrar=promesa`), a tap or a key.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::fields::{Claim, Interaction, Note, Order, Promise};
use super::story::Story;
use crate::offline;
use crate::parts::{Glyph, Icon, Key, Look, Section, Tabs};
use crate::read::Draft;

/// What can be written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Interaction,
    Promise,
    Order,
    Claim,
    Note,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::Interaction,
        Self::Promise,
        Self::Order,
        Self::Claim,
        Self::Note,
    ];

    /// Its word in the address, its label, its key and its picture.
    const fn about(self) -> (&'static str, &'static str, &'static str, Glyph) {
        match self {
            Self::Interaction => ("llamada", "Llamada", "l", Glyph::Phone),
            Self::Promise => ("promesa", "Promesa", "p", Glyph::Promise),
            Self::Order => ("pedido", "Pedido", "o", Glyph::Order),
            Self::Claim => ("reclamacion", "Reclamación", "r", Glyph::Claim),
            Self::Note => ("nota", "Nota", "n", Glyph::Note),
        }
    }

    /// The form's name for it, as `domain::form` reads it.
    pub(super) fn of_draft(draft: &Draft) -> Option<Self> {
        Some(match draft.typed("kind")? {
            "interaction" => Self::Interaction,
            "promise" => Self::Promise,
            "order" => Self::Order,
            "claim" => Self::Claim,
            "note" => Self::Note,
            _ => return None,
        })
    }
}

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
        by_draft().or(by_address)
    });
    let navigate = use_navigate();
    Effect::new(move |_| {
        let navigate = navigate.clone();
        offline::on_key(move |key| {
            if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.about().2 == key) {
                story.draft.set(None);
                let options = NavigateOptions {
                    replace: true,
                    scroll: false,
                    ..Default::default()
                };
                navigate(&format!("?registrar={}", kind.about().0), options);
                offline::go_to("registrar");
            }
        });
    });
    let tabs = Kind::ALL
        .map(|kind| view! { <Tab kind asked /> })
        .collect_view();
    view! {
        <Section id="registrar" title="Registrar">
            <Tabs label="Qué se registra">{tabs}</Tabs>
            {move || {
                let draft = story.draft.get();
                asked.get().map(|kind| view! { <div class="mt-5"><Form kind draft name="registrar" /></div> })
            }}
        </Section>
    }
}

#[component]
fn Tab(kind: Kind, asked: Memo<Option<Kind>>) -> impl IntoView {
    let (word, label, key, glyph) = kind.about();
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
            href=format!("?registrar={word}#registrar")
            aria-current=move || is_open().then_some("true")
            aria-keyshortcuts=key
        >
            <Icon glyph />
            {label}
            <Key key />
        </a>
    }
}

/// The form of a kind; what was typed before stands in it.
#[component]
pub(super) fn Form(kind: Kind, draft: Option<Draft>, #[prop(into)] name: String) -> impl IntoView {
    let draft = draft.unwrap_or_default();
    match kind {
        Kind::Interaction => view! { <Interaction name draft /> }.into_any(),
        Kind::Promise => view! { <Promise name draft /> }.into_any(),
        Kind::Order => view! { <Order name draft /> }.into_any(),
        Kind::Claim => view! { <Claim name draft /> }.into_any(),
        Kind::Note => view! { <Note name draft /> }.into_any(),
    }
}
