//! How a step is finished where it stands: by its evidence, by telling, by delivering, or moved with a reason.

use domain::account::MatterState;
use domain::deadline::DueKind;
use domain::ids::MatterId;
use domain::owed::OwedRow;
use leptos::prelude::*;

mod keeping;
mod mending;

use super::story::{Shown, Story};
use crate::parts::{Actions, Area, Button, Field, Hidden, Look, WriteForm};
use keeping::{Amend, Broken, Deliver, Keep, Repromise, Told};
use mending::{Answer, Apology, Honour, Remedy};

#[component]
pub(super) fn DueActions(row: OwedRow, is_director: bool) -> impl IntoView {
    let story = expect_context::<Story>();
    let matter = row.matter;
    let (is_order, is_delivery) = story.shown.with_untracked(|shown| {
        match shown.account.matters.get(&matter).map(|one| &one.state) {
            Some(MatterState::Order(_)) => (true, false),
            Some(MatterState::Promise(promise)) => (false, promise.date().is_some()),
            Some(MatterState::Claim(_)) | None => (false, false),
        }
    });
    let finish = match row.due.kind {
        DueKind::Compare => view! { <Keep matter label="La factura coincide" hint="Número e importe de la factura." /> }.into_any(),
        DueKind::Check if is_order => view! { <Deliver matter /> <Repromise matter /> <Broken matter /> }.into_any(),
        DueKind::Check => {
            view! {
                <Keep matter label="Se cumplió" hint="Cómo se sabe: albarán, firma, quién lo vio." />
                <Broken matter />
            }
            .into_any()
        }
        DueKind::Tell => view! { <Told matter /> }.into_any(),
        DueKind::Choice if is_order => view! { <Repromise matter /> <Honour matter /> }.into_any(),
        DueKind::Choice if is_delivery => view! { <Amend matter /> <Honour matter /> }.into_any(),
        DueKind::Choice => view! { <Honour matter /> }.into_any(),
        DueKind::Ask => {
            view! { <Keep matter label="Dice que sí" hint="Sus palabras. Si dice que no, apunta la reclamación." /> }
                .into_any()
        }
        DueKind::Remedy(remedy) => view! { <Remedy matter remedy /> }.into_any(),
        DueKind::Apology if is_director => view! { <Apology matter /> }.into_any(),
        DueKind::Apology => ().into_any(),
        DueKind::Answer => view! { <Answer matter /> }.into_any(),
    };
    view! {
        {finish}
        <Move matter kind=row.due.kind />
    }
}

fn unique(matter: MatterId, what: &str) -> String {
    format!("{what}-{matter}")
}

/// Which matter, and how it stood when it was looked at: whoever decides on something older is told to look again.
#[component]
fn About(matter: MatterId) -> impl IntoView {
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
fn Move(matter: MatterId, kind: DueKind) -> impl IntoView {
    let due = match kind {
        DueKind::Remedy(place) => format!("remedy.{place}"),
        kind => kind.code().to_owned(),
    };
    view! {
        <Actions label="Mover la fecha">
            <WriteForm name=unique(matter, &format!("move-{}", due.replace('.', "-"))) kind="move_due" label="Mover la fecha">
                <About matter />
                <Hidden name="due" value=due />
                <Field name="to" label="Nueva fecha" kind="date" required=true />
                <Area name="reason" label="Por qué" />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}
