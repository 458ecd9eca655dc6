//! How a step is finished where it stands: by its evidence, by telling, by delivering, or moved with a reason.

use domain::account::MatterState;
use domain::deadline::DueKind;
use domain::ids::MatterId;
use domain::owed::OwedRow;
use leptos::prelude::*;

use super::story::{Shown, Story};
use crate::parts::{Actions, Area, Button, Field, Hidden, Look, Select, WriteForm};
use crate::words::{Tongue, labels};

#[component]
pub(super) fn DueActions(row: OwedRow, is_director: bool) -> impl IntoView {
    let story = expect_context::<Story>();
    let matter = row.matter;
    let is_order = story.shown.with_untracked(|shown| {
        let one = shown.account.matters.get(&matter);
        one.is_some_and(|one| matches!(one.state, MatterState::Order(_)))
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
        DueKind::Choice => view! { <Honour matter /> }.into_any(),
        DueKind::Ask => {
            view! { <Keep matter label="Dice que sí" hint="Sus palabras. Si dice que no, apunte la reclamación." /> }
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
fn Keep(matter: MatterId, label: &'static str, hint: &'static str) -> impl IntoView {
    view! {
        <Actions label>
            <WriteForm name=unique(matter, "keep") kind="keep" label>
                <About matter />
                <Area name="evidence" label="Cómo se sabe" hint />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
fn Deliver(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Ya llegó">
            <WriteForm name=unique(matter, "deliver") kind="deliver" label="Ya llegó">
                <About matter />
                <Field name="arrived_on" label="Qué día" kind="date" hint="Vacío es hoy." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
fn Repromise(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Otra fecha">
            <WriteForm name=unique(matter, "repromise") kind="repromise" label="Otra fecha">
                <About matter />
                <Field name="to" label="Nueva fecha" kind="date" required=true />
                <Area name="reason" label="Por qué" hint="Ninguna fecha se mueve sin su razón." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
fn Broken(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="No se cumplirá">
            <WriteForm name=unique(matter, "broken") kind="broken" label="No se cumplirá">
                <About matter />
                <Area name="note" label="Qué ha pasado" hint="Después toca decírselo al cliente hoy mismo." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
fn Told(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Se lo he dicho">
            <WriteForm name=unique(matter, "told") kind="interaction" label="Se lo he dicho">
                <About matter />
                <Hidden name="direction" value="outgoing" />
                <Select name="channel" label="Cómo" choices=labels::pairs(labels::channels(Tongue::Es)) />
                <Select name="outcome" label="Cómo acabó" choices=labels::pairs(labels::outcomes(Tongue::Es)) />
                <Area name="note" label="Qué se dijo" hint="Causa, efecto, qué se hace y cuándo volverá a saber." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
fn Honour(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Respaldar y reparar">
            <WriteForm name=unique(matter, "honour") kind="honour" label="Respaldar y reparar">
                <About matter />
                <Select
                    name="remedy.0.kind"
                    label="Qué lo repara"
                    choices=labels::pairs(labels::remedy_kinds(Tongue::Es))
                />
                <Field name="remedy.0.amount" label="Importe" inputmode="decimal" hint="Si es dinero." />
                <Field name="remedy.0.by" label="Para qué día" kind="date" hint="El que se le dice al cliente." />
                <Area name="remedy.0.what" label="En qué consiste" />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
fn Remedy(matter: MatterId, remedy: u16) -> impl IntoView {
    view! {
        <Actions label="Hecho">
            <WriteForm name=unique(matter, &format!("remedy{remedy}")) kind="remedy" label="Reparación hecha">
                <About matter />
                <Hidden name="remedy" value=remedy.to_string() />
                <Area name="evidence" label="Cómo se sabe" hint="Número del abono, albarán, quién lo vio." />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

#[component]
fn Apology(matter: MatterId) -> impl IntoView {
    view! {
        <Actions label="Pedir disculpas">
            <WriteForm name=unique(matter, "apology") kind="apology" label="Pedir disculpas">
                <About matter />
                <Area name="words" label="En primera persona" hint="Sin culpar a nadie: ni persona, ni departamento, ni proveedor." />
                <Button look=Look::Main>"Firmar y guardar"</Button>
            </WriteForm>
        </Actions>
    }
}

/// Every point, with its reasons.
#[component]
fn Answer(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let points = story.shown.with_untracked(|shown| {
        let said = shown
            .account
            .matters
            .get(&matter)
            .map(|one| match &one.state {
                MatterState::Claim(claim) => claim
                    .points
                    .iter()
                    .map(|point| shown.words.get(&point.said.id).cloned())
                    .collect(),
                _ => Vec::new(),
            });
        said.unwrap_or_default()
    });
    let mut choices = vec![(String::new(), "Elija…".to_owned())];
    choices.extend(labels::pairs(labels::resolutions(Tongue::Es)));
    let fields = points
        .into_iter()
        .enumerate()
        .map(|(place, said)| {
            let choices = choices.clone();
            view! {
                <fieldset class="grid gap-3">
                    <legend class="mb-2 font-medium">{said.unwrap_or_default()}</legend>
                    <Select name=format!("answer.{place}.resolution") label="Respuesta" choices />
                    <Area name=format!("answer.{place}.reasons") label="Razones" />
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <Actions label="Contestar">
            <WriteForm name=unique(matter, "answer") kind="answer" label="Contestar la reclamación">
                <About matter />
                {fields}
                <Button look=Look::Main>"Guardar la respuesta"</Button>
            </WriteForm>
        </Actions>
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
