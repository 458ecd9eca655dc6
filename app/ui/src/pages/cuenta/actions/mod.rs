//! How a step is finished where it stands: by its evidence, by telling, by delivering, or moved with a reason.

use domain::account::MatterState;
use domain::ids::MatterId;
use domain::owed::{OwedRow, owed};
use leptos::prelude::*;

mod keeping;
mod lines;
mod mending;
mod step;

use super::story::{Shown, Story};
use crate::parts::{Actions, Area, Button, Field, Hidden, Look, WriteForm};
use crate::read::Draft;
use crate::words::{Tongue, dues, matters};
use keeping::{Amend, Broken, Deliver, Keep, Repromise, Told};
use mending::{Answer, Apology, Honour, Remedy};
pub(super) use step::Step;
use step::{Act, On, due_code};

#[component]
pub(super) fn DueActions(row: OwedRow, is_director: bool) -> impl IntoView {
    let story = expect_context::<Story>();
    let on = story.shown.with_untracked(|shown| on(shown, row.matter));
    let steps = Step::all(row.due.kind, on, is_director);
    let matter = row.matter;
    let steps = steps.into_iter();
    let steps = steps.map(|step| view! { <Finish step matter /> });
    view! { <File matter /> {steps.collect_view()} }
}

/// An investigation is led in its own file.
#[component]
fn File(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    story.shown.with_untracked(|shown| {
        let one = shown.account.matters.get(&matter)?;
        let is_file = matches!(one.state, MatterState::Investigation(_));
        let href = format!("/clientes/{}/investigaciones/{matter}", shown.account.id);
        is_file
            .then(|| view! { <a class=Look::Plain.class() href=href>"Abrir la investigación"</a> })
    })
}

fn on(shown: &Shown, matter: MatterId) -> On {
    match shown.account.matters.get(&matter).map(|one| &one.state) {
        Some(MatterState::Order(_)) => On::Order,
        Some(MatterState::Promise(promise)) if promise.date().is_some() => On::Delivery,
        _ => On::Other,
    }
}

/// Whether a form that came back has its place among what is owed; it stands by itself where it has not.
pub(super) fn has_place(story: Story, draft: &Draft) -> bool {
    let Some((step, matter)) = Step::of_draft(draft) else {
        return true;
    };
    let is_director = story.is_director();
    story.shown.with(|shown| {
        let on = on(shown, matter);
        owed(shown.account.open()).iter().any(|row| {
            row.matter == matter && Step::all(row.due.kind, on, is_director).contains(&step)
        })
    })
}

/// Folded away until it is wanted, or came back.
#[component]
fn Finish(step: Step, matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let draft = Memo::new(move |_| {
        let is_it = |draft: &&Draft| Step::of_draft(draft) == Some((step, matter));
        story
            .draft
            .with(|draft| draft.as_ref().filter(is_it).cloned())
    });
    let is_open = draft.with_untracked(Option::is_some);
    let name = format!("{}-{matter}", step.code().replace('.', "-"));
    view! {
        <Actions label=step.label() is_open>
            {move || {
                let draft = draft.get().unwrap_or_default();
                view! { <StepForm step matter draft name=name.clone() /> }
            }}
        </Actions>
    }
}

/// The form of a step; what was typed before stands in it.
#[component]
pub(super) fn StepForm(step: Step, matter: MatterId, draft: Draft, name: String) -> impl IntoView {
    let (story, due) = (expect_context::<Story>(), step.due);
    // Several such forms stand on the page: each says what it is about.
    let label = story.shown.with_untracked(|shown| {
        let one = shown.account.matters.get(&matter);
        let title = one.map(|one| matters::title(Tongue::Es, one, &shown.words));
        let what = dues::step(Tongue::Es, due);
        format!("{}: {what}. {}", step.label(), title.unwrap_or_default())
    });
    let fields = move || match step.act {
        Act::Keep => view! { <Keep due /> }.into_any(),
        Act::Deliver => view! { <Deliver matter /> }.into_any(),
        Act::Repromise => view! { <Repromise matter /> }.into_any(),
        Act::Amend => view! { <Amend /> }.into_any(),
        Act::Broken => view! { <Broken matter /> }.into_any(),
        Act::Told => view! { <Told /> }.into_any(),
        Act::Honour => view! { <Honour /> }.into_any(),
        Act::Remedy => view! { <Remedy due /> }.into_any(),
        Act::Apology => view! { <Apology /> }.into_any(),
        Act::Answer => view! { <Answer matter /> }.into_any(),
        Act::Move => view! { <Move due=due_code(due) /> }.into_any(),
    };
    view! {
        <WriteForm name kind=step.act.kind() label draft>
            <Hidden name="step" value=step.code() />
            <About matter />
            {fields()}
        </WriteForm>
    }
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
fn Move(due: String) -> impl IntoView {
    view! {
        <Hidden name="due" value=due />
        <Field name="to" label="Nueva fecha" kind="date" required=true />
        <Area name="reason" label="Por qué" />
        <Save />
    }
}

#[component]
fn Save() -> impl IntoView {
    view! { <div><Button look=Look::Main>"Guardar"</Button></div> }
}
