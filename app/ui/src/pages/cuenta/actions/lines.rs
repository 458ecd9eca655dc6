//! Which of an order's lines are meant: all that wait are ticked, and where only one waits nothing is asked.

use domain::account::MatterState;
use domain::ids::MatterId;
use leptos::prelude::*;

use crate::pages::cuenta::story::{Shown, Story};
use crate::parts::{Check, Group, Hidden};
use crate::words::{Tongue, matters};

#[component]
pub(super) fn Lines(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let waiting = Memo::new(move |_| {
        let today = story.today.get();
        story.shown.with(|shown| {
            waiting(shown, matter, |line| {
                matters::line(Tongue::Es, line, &shown.words, today)
            })
        })
    });
    view! {
        <Show when=move || waiting.with(|lines| lines.len() > 1)>
            <Group name="lines" legend="Qué líneas">
                // None ticked is none, not all.
                <Hidden name="lines" value="" />
                <For each=move || waiting.get() key=Clone::clone let:line>
                    <Check name="lines" value=line.0.to_string() label=line.1 ticked=true />
                </For>
            </Group>
        </Show>
    }
}

fn waiting(
    shown: &Shown,
    matter: MatterId,
    words: impl Fn(&domain::account::OrderLine) -> String,
) -> Vec<(u16, String)> {
    let state = shown.account.matters.get(&matter).map(|one| &one.state);
    match state {
        Some(MatterState::Order(order)) => {
            let waiting = order.waiting();
            waiting
                .map(|(number, line)| (number, words(line)))
                .collect()
        }
        _ => Vec::new(),
    }
}
