//! What the forms of several steps share: which matter they are about, the button that saves, the way to a file.

use domain::account::MatterState;
use domain::ids::MatterId;
use leptos::prelude::*;

use crate::pages::cuenta::story::{Shown, Story};
use crate::parts::{Button, Hidden, Look};

/// An investigation is led in its own file.
#[component]
pub(super) fn File(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    story.shown.with_untracked(|shown| {
        let one = shown.account.matters.get(&matter)?;
        let is_file = matches!(one.state, MatterState::Investigation(_));
        let href = format!("/clientes/{}/investigaciones/{matter}", shown.account.id);
        is_file
            .then(|| view! { <a class=Look::Plain.class() href=href>"Abrir la investigación"</a> })
    })
}

/// Which matter, and how it stood when it was looked at: whoever decides on something older is told to look again.
#[component]
pub(super) fn About(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let version = move || {
        let of = |shown: &Shown| shown.account.matters.get(&matter).map(|one| one.version);
        story.shown.with(of).unwrap_or_default().to_string()
    };
    view! {
        <Hidden name="matter" value=matter.to_string() />
        <input type="hidden" name="seen" value=version />
    }
}

#[component]
pub(super) fn Save() -> impl IntoView {
    view! { <div><Button look=Look::Main>"Guardar"</Button></div> }
}
