//! Steps of a word that still stands: it was kept, it came, it has another date, it will not be, the customer was told,
//! or what is owed moves with its reason.

use domain::account::{Essential, MatterState};
use domain::deadline::DueKind;
use domain::ids::MatterId;
use leptos::prelude::*;

use super::lines::Lines;
use super::shared::Save;
use crate::pages::cuenta::story::Story;
use crate::parts::{Area, Check, Field, Hidden, Select};
use crate::words::{Tongue, labels};

#[component]
pub(super) fn Keep(due: Option<DueKind>) -> impl IntoView {
    let hint = match due {
        Some(DueKind::Ask) => "Sus palabras. Si dice que no, apunta la reclamación.",
        _ => "Cómo se sabe: albarán, firma, quién lo vio.",
    };
    view! {
        <Area name="evidence" label="Cómo se sabe" hint />
        <Field name="when" label="Cuándo" kind="datetime-local" hint="Vacío es ahora." />
        <Save />
    }
}

#[component]
pub(super) fn Deliver(matter: MatterId) -> impl IntoView {
    view! {
        <Lines matter />
        <Field name="arrived_on" label="Qué día" kind="date" hint="Vacío es hoy." />
        <Save />
    }
}

#[component]
pub(super) fn Repromise(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    // An essential date stays one; only another can become it.
    let can_become = story.shown.with_untracked(|shown| {
        let one = shown.account.matters.get(&matter);
        one.is_some_and(|one| match &one.state {
            MatterState::Order(order) => order
                .waiting()
                .any(|(_, line)| line.essential == Essential::No),
            _ => false,
        })
    });
    view! {
        <Lines matter />
        <Field name="to" label="Nueva fecha" kind="date" required=true />
        {can_become.then(|| view! { <Check name="essential" label="Sin esa fecha no le sirve" /> })}
        <Area name="reason" label="Por qué" hint="Ninguna fecha se mueve sin su razón." />
        <Save />
    }
}

/// The day they choose instead, of a delivery promised apart from an order.
#[component]
pub(super) fn Amend() -> impl IntoView {
    view! {
        <Hidden name="terms" value="delivery" />
        <Field name="date" label="Nueva fecha" kind="date" required=true />
        <Check name="essential" label="Sin esa fecha no le sirve" />
        <Area name="consent" label="Cómo lo dijo" hint="Con sus palabras." />
        <Save />
    }
}

#[component]
pub(super) fn Broken(matter: MatterId) -> impl IntoView {
    view! {
        <Lines matter />
        <Area name="note" label="Qué ha pasado" hint="Después toca decírselo al cliente hoy mismo." />
        <Save />
    }
}

#[component]
pub(super) fn Told() -> impl IntoView {
    view! {
        <Hidden name="direction" value="outgoing" />
        <Select name="channel" label="Cómo" choices=labels::pairs(labels::channels(Tongue::Es)) />
        <Select name="outcome" label="Cómo acabó" choices=labels::pairs(labels::outcomes(Tongue::Es)) />
        <Area name="note" label="Qué se dijo" hint="Causa, efecto, qué se hace y cuándo volverá a saber." />
        <Save />
    }
}

#[component]
pub(super) fn Move(due: String) -> impl IntoView {
    view! {
        <Hidden name="due" value=due />
        <Field name="to" label="Nueva fecha" kind="date" required=true />
        <Area name="reason" label="Por qué" />
        <Save />
    }
}
