//! What the server refused after it stood here: the typed text, unharmed, with why, to be mended and sent again.

use leptos::prelude::*;

use super::registrar::{Form, Kind};
use super::story::Story;
use crate::parts::Section;
use crate::read::Draft;
use crate::words::{Tongue, refusals};

#[component]
pub(super) fn Returned() -> impl IntoView {
    let story = expect_context::<Story>();
    view! {
        <For each=move || story.returned.get() key=|draft| draft.typed("id").map(str::to_owned) let:draft>
            <One draft />
        </For>
    }
}

#[component]
fn One(draft: Draft) -> impl IntoView {
    let id = draft.typed("id").unwrap_or_default().to_owned();
    let kind = Kind::of_draft(&draft);
    let why = draft
        .refusals
        .iter()
        .map(|refusal| refusals::sentence(Tongue::Es, &refusal.why))
        .collect::<Vec<_>>()
        .join(" ");
    let texts = draft
        .fields
        .iter()
        .filter(|(name, text)| {
            !text.is_empty() && !["id", "seed", "kind", "matter"].contains(&name.as_str())
        })
        .map(|(_, text)| view! { <li class="break-words whitespace-pre-line">{text.clone()}</li> })
        .collect_view();
    view! {
        <Section id=format!("devuelto-{id}") title="No se ha guardado">
            <p class="mb-4 font-medium text-error" role="alert">{why}</p>
            {match kind {
                Some(kind) => view! { <Form kind draft=Some(draft) name=format!("devuelto-{id}") /> }.into_any(),
                None => view! { <p class="text-sm">"Esto se había escrito:"</p><ul class="list-disc pl-6">{texts}</ul> }.into_any(),
            }}
        </Section>
    }
}
