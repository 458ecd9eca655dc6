//! The timeline: one sentence a fact, by day, the newest first; threads draw a rail.

use domain::time::Date;
use domain::timeline::RowKey;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::line::Line;
use super::reading::read_older;
use super::sieve::{FIELDS, Sieve};
use super::sift::Sift;
use super::sifted::{LetThrough, Sifted, sifted};
use super::story::Story;
use crate::offline;
use crate::parts::{DayHeading, Empty, Look, Rows, Section, announcer};
use crate::routes::changed;
use crate::words::{Tongue, dates};

/// What stands in the list: a day, or a row under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Day(Date),
    Row(RowKeyed),
}

/// A row's key, which stays when it settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct RowKeyed(RowKey);

#[component]
pub(super) fn Timeline() -> impl IntoView {
    let story = expect_context::<Story>();
    let query = use_query_map();
    let sieve = Memo::new(move |_| query.with(Sieve::read));
    let shown = Memo::new(move |_| sifted(story, &sieve.get()));
    provide_context(LetThrough(shown));
    let items = Memo::new(move |_| shown.with(|shown| items(&shown.rows)));
    let is_open = Signal::derive(move || sieve.with(Sieve::is_open));
    let is_empty = Memo::new(move |_| items.with(Vec::is_empty));
    let all = move || query.with(|query| changed(query, &FIELDS.map(|name| (name, None))));
    say_how_many(sieve, shown);
    view! {
        <Section id="historia" title="La historia">
            <Sift is_open />
            <Show when=move || is_empty.get() && is_open.get()>
                <Empty title="Aquí empieza la historia">
                    "Apunta la primera llamada, promesa o pedido con los botones de arriba."
                </Empty>
            </Show>
            <Show when=move || is_empty.get() && !is_open.get()>
                <Empty title="Nada así en lo leído">
                    <a class="underline" href=all>"Ver toda la historia"</a>
                </Empty>
            </Show>
            <Rows>
                <For each=move || items.get() key=|item| *item let:item>
                    {match item {
                        Item::Day(day) => view! { <Day day /> }.into_any(),
                        Item::Row(RowKeyed(key)) => view! { <Line key /> }.into_any(),
                    }}
                </For>
            </Rows>
            <Older />
        </Section>
    }
}

/// Whoever sifts hears how much is left.
fn say_how_many(sieve: Memo<Sieve>, shown: Memo<Sifted>) {
    let voice = announcer();
    Effect::new(move |before: Option<Sieve>| {
        let now = sieve.get();
        if before.is_some_and(|before| before != now) {
            match shown.with_untracked(|shown| shown.rows.len()) {
                1 => voice.say("Queda una línea de la historia."),
                many => voice.say(&format!("Quedan {many} líneas de la historia.")),
            }
        }
        now
    });
}

fn items(rows: &[(RowKey, Date)]) -> Vec<Item> {
    let mut items = Vec::with_capacity(rows.len() + rows.len() / 4);
    let mut last = None;
    for &(key, day) in rows {
        if last != Some(day) {
            last = Some(day);
            items.push(Item::Day(day));
        }
        items.push(Item::Row(RowKeyed(key)));
    }
    items
}

#[component]
fn Day(day: Date) -> impl IntoView {
    let today = expect_context::<Story>().today;
    let LetThrough(shown) = expect_context::<LetThrough>();
    let near = Signal::derive(move || dates::day(Tongue::Es, day, today.get()));
    let rail =
        Memo::new(move |_| shown.with(|shown| shown.days.get(&day).copied().unwrap_or_default()));
    view! { <DayHeading near full=dates::full(Tongue::Es, day) rail /> }
}

/// A link that reads the next page; alive, it is followed as it comes into sight.
#[component]
fn Older() -> impl IntoView {
    let story = expect_context::<Story>();
    let query = use_query_map();
    let link = NodeRef::<leptos::html::A>::new();
    Effect::new(move |_| {
        if let Some(link) = link.get() {
            offline::when_seen(&link, move || read_older(story));
        }
    });
    let href = move || {
        story.older.get().map(|(happened_at, version)| {
            let place = format!("{happened_at}.{version}");
            let before = query.with(|query| changed(query, &[("antes", Some(&place))]));
            format!("{before}#historia")
        })
    };
    view! {
        <Show when=move || story.older.get().is_some()>
            <p class="mt-5">
                <a node_ref=link class=Look::Plain.class() href=move || href().unwrap_or_default()>
                    "Lo anterior"
                </a>
            </p>
        </Show>
    }
}
