//! A form that writes: a POST to the page's own address, which works by itself; where the page is alive, it is read
//! and answered at once, and what is typed stands until it is accepted.
//! It refuses to know what it asks for: its page takes it, or says why not.

use domain::refusal::Refusal;
use leptos::context::Provider;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::Hidden;
use crate::offline::{self, Ids};
use crate::read::Draft;
use crate::read::wire::handed;
use crate::words::{Tongue, refusals};

/// What a page answers to a form that was sent while it is alive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Accepted: it stands in the page already.
    Accepted,
    /// Not so, for these reasons.
    Refused(Vec<Refusal>),
    /// The page cannot tell yet: let the browser post it.
    Post,
}

/// How a page takes its forms, by context.
#[derive(Clone, Copy)]
pub(crate) struct Taker(pub(crate) Callback<Vec<(String, String)>, Taken>);

/// What the fields of a form share.
#[derive(Debug, Clone)]
pub(crate) struct FormState {
    /// Distinguishes the form on its page.
    pub(crate) name: String,
    /// What was typed before, if it came back.
    pub(crate) draft: Draft,
    /// The language it is refused in, by context where it is the customer's.
    tongue: Tongue,
    refusals: RwSignal<Vec<Refusal>>,
    fields: StoredValue<Vec<String>>,
}

impl Default for FormState {
    fn default() -> Self {
        Self::new("form".into(), Draft::default())
    }
}

impl FormState {
    pub(super) fn new(name: String, draft: Draft) -> Self {
        Self {
            name,
            tongue: use_context().unwrap_or_default(),
            refusals: RwSignal::new(draft.refusals.clone()),
            fields: StoredValue::new(Vec::new()),
            draft,
        }
    }

    /// Why that field was refused; asking makes the field known.
    pub(crate) fn reasons(&self, field: &str) -> Vec<String> {
        self.fields.update_value(|fields| {
            if !fields.iter().any(|known| known == field) {
                fields.push(field.to_owned());
            }
        });
        self.of(|refusal| refusal.field.as_deref() == Some(field))
    }

    /// The reasons that no field of this form shows.
    pub(super) fn others(&self) -> Vec<String> {
        let fields = self.fields.get_value();
        self.of(|refusal| {
            let field = refusal.field.as_ref();
            field.is_none_or(|field| !fields.contains(field))
        })
    }

    fn of(&self, wanted: impl Fn(&Refusal) -> bool) -> Vec<String> {
        self.refusals.with(|all| {
            let wanted = all.iter().filter(|refusal| wanted(refusal));
            wanted
                .map(|refusal| refusals::sentence(self.tongue, &refusal.why))
                .collect()
        })
    }
}

/// A form that asks for that kind of command.
#[component]
pub(crate) fn WriteForm(
    /// Distinguishes it on its page.
    #[prop(into)]
    name: String,
    /// Which command.
    kind: &'static str,
    /// What a screen reader calls it.
    #[prop(into)]
    label: String,
    /// What was typed before.
    #[prop(optional)]
    draft: Option<Draft>,
    children: Children,
) -> impl IntoView {
    let state = FormState::new(name.clone(), draft.unwrap_or_default());
    let minted = handed(offline::mint);
    let ids = Ids {
        id: state.draft.typed("id").map_or(minted.id, str::to_owned),
        seed: state.draft.typed("seed").map_or(minted.seed, str::to_owned),
    };
    let (taker, taking) = (use_context::<Taker>(), state.clone());
    let submitted = move |event: SubmitEvent| {
        if let Some(Taker(taker)) = taker {
            take(&event, taker, &taking);
        }
    };
    let shared = state.clone();
    let others = Signal::derive(move || state.others());
    view! {
        <form
            method="post"
            id=format!("form-{name}")
            aria-label=label
            class="grid gap-4"
            autocomplete="off"
            on:submit=submitted
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

fn take(event: &SubmitEvent, taker: Callback<Vec<(String, String)>, Taken>, state: &FormState) {
    let Some(form) = offline::form_of(event) else {
        return;
    };
    match taker.run(offline::typed(&form)) {
        Taken::Post => {}
        Taken::Refused(refusals) => {
            event.prevent_default();
            state.refusals.set(refusals);
            offline::focus_first_refused(form);
        }
        Taken::Accepted => {
            event.prevent_default();
            state.refusals.set(Vec::new());
            offline::renew(&form, &offline::mint());
            offline::leave(&form);
        }
    }
}
