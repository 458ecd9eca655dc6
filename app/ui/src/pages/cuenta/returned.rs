//! What came back after it stood here: the typed text, unharmed, with why, to be mended and sent again or dismissed.

use leptos::prelude::*;

use super::actions::{Step, StepForm, has_place};
use super::kind::{Form, Kind};
use super::story::Story;
use crate::offline::Returned as Came;
use crate::parts::{Look, Section, Tap};
use crate::problem::Problem;
use crate::read::Draft;
use crate::words::{Tongue, refusals};

#[component]
pub(super) fn Returned() -> impl IntoView {
    let story = expect_context::<Story>();
    let returned = story.outgoing.returned(story.id());
    // A page rendered with a refused step whose row is gone meanwhile.
    let left_over = Memo::new(move |_| {
        let draft = story.draft.get()?;
        (!has_place(story, &draft)).then_some(draft)
    });
    view! {
        <For each=move || returned.get() key=|came| came.draft.typed("id").map(str::to_owned) let:came>
            {
                let Came { draft, problem, .. } = came;
                let id = draft.typed("id").unwrap_or_default().to_owned();
                let dismiss = move || story.outgoing.discard(&id);
                view! { <One draft problem dismiss /> }
            }
        </For>
        {move || {
            let dismiss = move || story.draft.set(None);
            left_over.get().map(|draft| view! { <One draft problem=None dismiss /> })
        }}
    }
}

#[component]
fn One(
    mut draft: Draft,
    problem: Option<Problem>,
    dismiss: impl Fn() + Send + 'static,
) -> impl IntoView {
    let name = format!("devuelto-{}", draft.typed("id").unwrap_or_default());
    let why = draft
        .refusals
        .iter()
        .map(|refusal| refusals::sentence(Tongue::Es, &refusal.why))
        .chain(problem.map(|problem| problem.sentence().to_owned()))
        .collect::<Vec<_>>()
        .join(" ");
    // What no field shows is said above; said again below it would be heard twice.
    draft.refusals.retain(|refusal| refusal.field.is_some());
    let about =
        Step::of_draft(&draft).map(|(step, _)| view! { <p class="mb-4">{step.label()}</p> });
    let form = match (Kind::of_draft(&draft), Step::of_draft(&draft)) {
        (_, Some((step, matter))) => {
            view! { <StepForm step matter draft name=name.clone() /> }.into_any()
        }
        (Some(kind), None) => {
            view! { <Form kind draft=Some(draft) name=name.clone() /> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    view! {
        <Section id=name title="No se ha guardado">
            <p class="mb-4 font-medium text-error" role="alert">{why}</p>
            {(problem == Some(Problem::SignedOut))
                .then(|| {
                    view! {
                        <p class="mb-4">
                            <a class="underline" href="/entrar" target="_blank">"Entrar en otra pestaña"</a>
                            ": lo escrito se queda aquí."
                        </p>
                    }
                })}
            {about}
            {form}
            <div class="mt-3"><Tap look=Look::Quiet on_tap=dismiss>"Descartar"</Tap></div>
        </Section>
    }
}
