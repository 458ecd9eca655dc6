//! Inputs with their label, their hint and, beside them, why they were refused. What is typed is never rewritten:
//! the first value is an attribute, and the form is read as it stands.

use leptos::prelude::*;

use super::form::FormState;

const INPUT: &str =
    "input min-h-11 w-full border-base-content/45 bg-base-100 text-base aria-invalid:border-error";
const AREA: &str = "textarea min-h-20 w-full border-base-content/45 bg-base-100 text-base aria-invalid:border-error";

/// What a field of the surrounding form says and shows.
pub(super) struct Named {
    pub(super) id: String,
    pub(super) typed: Option<String>,
    pub(super) reasons: Signal<Vec<String>>,
}

impl Named {
    /// The ids of what describes it: its hint, where it has one, and why it was refused.
    pub(super) fn described(&self, hint: &str) -> String {
        let id = &self.id;
        match hint {
            "" => format!("{id}-por-que"),
            _ => format!("{id}-ayuda {id}-por-que"),
        }
    }
}

pub(super) fn named(name: &str) -> Named {
    let form = use_context::<FormState>().unwrap_or_default();
    let (state, field) = (form.clone(), name.to_owned());
    Named {
        id: format!("{}-{}", form.name, name.replace('.', "-")),
        typed: form.draft.typed(name).map(str::to_owned),
        reasons: Signal::derive(move || state.reasons(&field)),
    }
}

/// The label above and the reasons below.
#[component]
pub(super) fn Labelled(
    id: String,
    label: String,
    hint: String,
    reasons: Signal<Vec<String>>,
    children: Children,
) -> impl IntoView {
    let (described, hinted) = (format!("{id}-por-que"), format!("{id}-ayuda"));
    view! {
        <div class="min-w-0">
            <label for=id class="mb-1 block text-sm font-medium">{label}</label>
            {children()}
            {(!hint.is_empty())
                .then(|| view! { <p id=hinted class="mt-1 text-sm text-base-content/75">{hint}</p> })}
            <div id=described aria-live="polite">
                <For each=move || reasons.get() key=Clone::clone let:reason>
                    <p class="mt-1 text-sm font-medium text-error">{reason}</p>
                </For>
            </div>
        </div>
    }
}

/// One line of text, a date or a number.
#[component]
pub(crate) fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] value: String,
    #[prop(optional)] inputmode: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let named = named(&name);
    let described = named.described(&hint);
    let Named { id, typed, reasons } = named;
    let invalid = move || (!reasons.get().is_empty()).then_some("true");
    view! {
        <Labelled id=id.clone() label hint reasons>
            <input
                id=id
                name=name
                type=kind
                class=INPUT
                value=typed.unwrap_or(value)
                inputmode=(!inputmode.is_empty()).then_some(inputmode)
                autocomplete=autocomplete
                aria-describedby=described
                aria-invalid=invalid
                aria-required=required.then_some("true")
            />
        </Labelled>
    }
}

/// Several lines of text.
#[component]
pub(crate) fn Area(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let named = named(&name);
    let described = named.described(&hint);
    let Named { id, typed, reasons } = named;
    let invalid = move || (!reasons.get().is_empty()).then_some("true");
    view! {
        <Labelled id=id.clone() label hint reasons>
            <textarea
                id=id
                name=name
                class=AREA
                rows="2"
                aria-describedby=described
                aria-invalid=invalid
                inner_html=escaped(&typed.unwrap_or(value))
            ></textarea>
        </Labelled>
    }
}

/// The view's own text is not escaped inside a textarea, and what people type is never markup.
fn escaped(typed: &str) -> String {
    typed
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// What the form carries unseen.
#[component]
pub(crate) fn Hidden(#[prop(into)] name: String, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value /> }
}
