//! What is known already, beside a claim that is taken in: nobody has to tell it twice.

use domain::account::{NewClaim, bearing};
use leptos::prelude::*;

use crate::pages::cuenta::story::{Shown, Story};
use crate::parts::Known;
use crate::words::{Tongue, claims, dates, matters};

/// As many as are read at a glance.
const KNOWN_MAX: usize = 5;

#[component]
pub(super) fn Bearing(new: RwSignal<NewClaim>) -> impl IntoView {
    let story = expect_context::<Story>();
    let known = Memo::new(move |_| {
        let (new, today) = (new.get(), story.today.get());
        story.shown.with(|shown| known(shown, &new, today))
    });
    view! { <Known title="Lo que ya se sabe" lines=known /> }
}

fn known(shown: &Shown, new: &NewClaim, today: domain::time::Date) -> Vec<(String, String)> {
    let found = bearing(&shown.account, new).into_iter().take(KNOWN_MAX);
    found
        .map(|one| {
            let title = matters::title(Tongue::Es, one.matter, &shown.words);
            let day = dates::day(Tongue::Es, one.matter.opened_on, today);
            let state = match &one.matter.state {
                domain::account::MatterState::Claim(claim) => {
                    format!("{} · ", claims::state(Tongue::Es, claim, today).1)
                }
                domain::account::MatterState::Promise(promise) if promise.is_signed() => {
                    "firmada · ".to_owned()
                }
                _ => String::new(),
            };
            let why = claims::bears(Tongue::Es, one.why);
            (title, format!("{day} · {state}{why}"))
        })
        .collect()
}
