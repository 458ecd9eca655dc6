//! Cuenta, the heart: every call, promise, order, delay, claim and resolution of a customer as one live story, what we
//! owe beside it, and the short forms that write it on.

use domain::ids::AccountId;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

mod actions;
mod ahead;
mod claim_told;
mod claims;
mod fields;
mod head;
mod hecho;
mod held;
mod kind;
mod letter;
mod line;
mod owed;
mod rails;
mod reading;
mod registrar;
mod returned;
mod sending;
mod sieve;
mod sift;
mod sifted;
mod signing;
mod story;
mod timeline;

use crate::offline;
use crate::pages::NoHay;
use crate::parts::{Columns, Frame, Loaded, Taker};
use crate::read::wire::{handed, reading};
use crate::read::{CuentaPage, Draft, Place, cuenta};
use claims::Claims;
use head::Head;
use hecho::Hecho;
use kind::Kind;
use letter::{Letter, asked_for};
use owed::LoQueDebemos;
use registrar::Registrar;
use returned::Returned;
use story::Story;
use timeline::Timeline;

/// `/clientes/:id`.
#[component]
pub(crate) fn Cuenta() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<AccountId>().ok()));
    let before = Memo::new(move |_| query.with(|query| place(&query.get("antes")?)));
    let draft = handed(|| {
        let draft = use_context::<Draft>()?;
        Some(offline::sendable(draft, offline::mint()))
    });
    let came_back = draft.as_ref().and_then(Kind::of_draft);
    let page = reading(
        move || (id.get(), before.get()),
        move |(id, before)| async move {
            let asked = query.with_untracked(|query| query.get("registrar"));
            let claiming = came_back == Some(Kind::Claim)
                || asked.is_some_and(|word| word == Kind::Claim.about().0);
            match id {
                Some(id) => cuenta(id, before, claiming).await,
                None => Ok(None),
            }
        },
    );
    let show = move |page: Option<CuentaPage>| match page {
        Some(page) => view! { <Open page draft=draft.clone() /> }.into_any(),
        None => view! { <NoHay /> }.into_any(),
    };
    view! { <Loaded from=page show /> }
}

/// `?antes=1781000000000000.42`: rows before that place.
fn place(written: &str) -> Option<Place> {
    let (happened_at, version) = written.split_once('.')?;
    Some((happened_at.parse().ok()?, version.parse().ok()?))
}

/// The page of an account that is there.
#[component]
fn Open(page: CuentaPage, draft: Option<Draft>) -> impl IntoView {
    let title = story::name(&page);
    let story = Story::new(page, draft);
    provide_context(story);
    provide_context(Taker(Callback::new(move |typed| {
        sending::take(story, typed)
    })));
    Effect::new(move |_| sending::wake(story));
    let letter = asked_for(story);
    let is_whole = move || letter.with(Option::is_none);
    view! {
        <Frame title=title>
            <Show when=is_whole fallback=move || view! { <Letter letter /> }>
                <Head />
                <Columns side=Box::new(|| {
                    view! { <LoQueDebemos /> }.into_any()
                })>
                    <Hecho />
                    <Registrar />
                    <Returned />
                    <Claims />
                    <Timeline />
                </Columns>
            </Show>
        </Frame>
    }
}
