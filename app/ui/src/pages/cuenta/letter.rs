//! The answer of a claim as the customer reads it, alone on the page so that it can be printed: `?carta=` and the claim.

use domain::account::MatterState;
use domain::ids::MatterId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::story::{Shown, Story};
use crate::parts::{Look, Point, Points, Sheet};
use crate::routes::changed;
use crate::words::letter;

/// The letter that the address asks for; none where it asks for none, or there is none to read.
pub(super) fn asked_for(story: Story) -> Memo<Option<letter::Letter>> {
    let query = use_query_map();
    Memo::new(move |_| {
        let matter = query.with(|query| query.get("carta")?.parse::<MatterId>().ok())?;
        story.shown.with(|shown| of(story, shown, matter))
    })
}

/// The answer of that claim, once every point has one.
pub(super) fn of(story: Story, shown: &Shown, matter: MatterId) -> Option<letter::Letter> {
    let MatterState::Claim(claim) = &shown.account.matters.get(&matter)?.state else {
        return None;
    };
    story.page.with_value(|page| {
        let answering = &page.answering;
        let defensor = answering.defensor.and_then(|one| page.people.get(&one));
        let from = letter::From {
            house: &answering.house,
            defensor: defensor.map(String::as_str),
            bodies: &answering.bodies,
        };
        letter::answer(claim, &shown.words, &from)
    })
}

#[component]
pub(super) fn Letter(letter: Memo<Option<letter::Letter>>) -> impl IntoView {
    let query = use_query_map();
    let back = move || query.with(|query| changed(query, &[("carta", None)]));
    view! {
        <p class="no-print mb-4">
            <a class=Look::Plain.class() href=move || format!("{}#reclamaciones", back())>"Volver a la cuenta"</a>
        </p>
        {move || letter.get().map(|letter| view! { <Page letter /> })}
    }
}

#[component]
fn Page(letter: letter::Letter) -> impl IntoView {
    let points = letter
        .points
        .into_iter()
        .map(|point| view! { <Point said=point.said answer=Some(point.answer) reasons=point.reasons /> })
        .collect_view();
    let recourse = letter.recourse.map(|recourse| {
        let to = recourse.to.into_iter().map(|one| view! { <li>{one}</li> });
        view! {
            <div>
                <p>{recourse.opening}</p>
                <ul class="mt-2 list-disc pl-5">{to.collect_view()}</ul>
            </div>
        }
    });
    view! {
        <Sheet lang=letter.lang title=letter.title>
            <p>{letter.opening}</p>
            <Points>{points}</Points>
            {recourse}
            <p class="font-medium">{letter.closing}</p>
        </Sheet>
    }
}
