//! How a step is finished where it stands: by its evidence, by telling, by delivering, or moved with a reason; and how
//! a claim goes on.

use domain::account::{ClaimStage, MatterState};
use domain::ids::MatterId;
use domain::owed::{OwedRow, owed};
use leptos::prelude::*;

mod act;
mod claiming;
mod invoicing;
mod keeping;
mod lines;
mod mending;
mod shared;
mod step;

use super::signing::Signing;
use super::story::{Shown, Story};
use crate::parts::{Actions, Hidden, WriteForm};
use crate::read::Draft;
use crate::words::{Tongue, dues, matters};
use act::Act;
use claiming::{
    Answer, AskToComplete, CloseMediation, Complete, HandOver, Lapse, OpenMediation, Reopen,
    Satisfaction,
};
use invoicing::Invoice;
use keeping::{Amend, Broken, Deliver, Keep, Move, Repromise, Told};
use mending::{Acknowledge, Apology, Gesture, Hearing, Honour, Remedy, Worth};
use shared::{About, File};
pub(super) use step::Step;
use step::{On, due_code};

#[component]
pub(super) fn DueActions(row: OwedRow, is_director: bool) -> impl IntoView {
    let story = expect_context::<Story>();
    let (matter, due) = (row.matter, row.due.kind);
    // What may be done changes with the matter, also where what is owed stays: an answer is written, then delivered.
    let on = Memo::new(move |_| story.shown.with(|shown| on(shown, matter)));
    let steps = move || {
        let steps = Step::all(due, on.get(), is_director).into_iter();
        let steps = steps.map(|step| view! { <Finish step matter /> });
        steps.collect_view()
    };
    view! { <File matter /> {steps} <Signing matter /> }
}

fn on(shown: &Shown, matter: MatterId) -> On {
    match shown.account.matters.get(&matter).map(|one| &one.state) {
        Some(MatterState::Order(_)) => On::Order,
        Some(MatterState::Promise(promise)) if promise.date().is_some() => On::Delivery,
        Some(MatterState::Claim(claim)) if matches!(claim.stage, ClaimStage::Answered { .. }) => {
            On::Answered
        }
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
        if let Some(MatterState::Claim(claim)) =
            shown.account.matters.get(&matter).map(|one| &one.state)
            && Step::of_claim(claim).contains(&step)
        {
            return true;
        }
        let on = on(shown, matter);
        owed(shown.account.open()).iter().any(|row| {
            row.matter == matter && Step::all(row.due.kind, on, is_director).contains(&step)
        })
    })
}

/// Folded away until it is wanted, or came back.
#[component]
pub(super) fn Finish(step: Step, matter: MatterId) -> impl IntoView {
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
        let what = due.map(|due| format!("{}. ", dues::step(Tongue::Es, due)));
        let what = what.unwrap_or_default();
        format!("{}: {what}{}", step.label(), title.unwrap_or_default())
    });
    let fields = move || match step.act {
        Act::Keep => view! { <Keep due /> }.into_any(),
        Act::Invoice => view! { <Invoice matter /> }.into_any(),
        Act::Deliver => view! { <Deliver matter /> }.into_any(),
        Act::Repromise => view! { <Repromise matter /> }.into_any(),
        Act::Amend => view! { <Amend /> }.into_any(),
        Act::Broken => view! { <Broken matter /> }.into_any(),
        Act::Told => view! { <Told /> }.into_any(),
        Act::Honour => view! { <Honour /> }.into_any(),
        Act::Remedy => view! { <Remedy due /> }.into_any(),
        Act::Worth => view! { <Worth due /> }.into_any(),
        Act::Acknowledge => view! { <Acknowledge matter /> }.into_any(),
        Act::Hearing => view! { <Hearing /> }.into_any(),
        Act::Apology => view! { <Apology /> }.into_any(),
        Act::Gesture => view! { <Gesture /> }.into_any(),
        Act::Answer => view! { <Answer matter /> }.into_any(),
        Act::AskToComplete => view! { <AskToComplete /> }.into_any(),
        Act::Complete => view! { <Complete matter /> }.into_any(),
        Act::Lapse => view! { <Lapse /> }.into_any(),
        Act::Reopen => view! { <Reopen /> }.into_any(),
        Act::OpenMediation => view! { <OpenMediation /> }.into_any(),
        Act::CloseMediation => view! { <CloseMediation /> }.into_any(),
        Act::HandOver => view! { <HandOver matter /> }.into_any(),
        Act::Satisfaction => view! { <Satisfaction /> }.into_any(),
        Act::Move => view! { <Move due=due.map(due_code).unwrap_or_default() /> }.into_any(),
    };
    view! {
        <WriteForm name kind=step.act.kind() label draft>
            <Hidden name="step" value=step.code() />
            <About matter />
            {fields()}
        </WriteForm>
    }
}
