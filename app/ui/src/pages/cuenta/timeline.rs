//! The timeline: one sentence a fact, by day, the newest first; threads draw a rail.

use domain::ids::MatterId;
use domain::time::Date;
use domain::timeline::RowKey;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::line::Line;
use super::reading::read_older;
use super::sieve::{Sieve, kept};
use super::sift::Sift;
use super::story::Story;
use crate::offline;
use crate::parts::{DayHeading, Empty, Look, Rows, Section};
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
    let let_through = Memo::new(move |_| sifted(story, &sieve.get()));
    provide_context(LetThrough(let_through));
    let items = Memo::new(move |_| let_through.with(|rows| items(rows)));
    let is_open = Signal::derive(move || sieve.with(Sieve::is_open));
    let is_empty = Memo::new(move |_| items.with(Vec::is_empty));
    view! {
        <Section id="historia" title="La historia">
            <Sift is_open />
            <Show when=move || is_empty.get() && is_open.get()>
                <Empty title="Aquí empieza la historia">
                    "Apunte la primera llamada, promesa o pedido con los botones de arriba."
                </Empty>
            </Show>
            <Show when=move || is_empty.get() && !is_open.get()>
                <Empty title="Nada así en lo leído">
                    <a class="underline" rel="external" href="?">"Ver toda la historia"</a>
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

/// What is let through, the newest first: the key, the day and the thread of each row.
#[derive(Clone, Copy)]
pub(super) struct LetThrough(pub(super) Memo<Vec<(RowKey, Date, Option<MatterId>)>>);

fn sifted(story: Story, sieve: &Sieve) -> Vec<(RowKey, Date, Option<MatterId>)> {
    story.shown.with(|shown| {
        story.names.with_value(|names| {
            let let_through = shown
                .rows
                .iter()
                .filter(|row| sieve.is_open() || sieve.lets_through(row, names));
            let_through
                .map(|row| (row.key, row.on, row.matter.map(|matter| matter.thread)))
                .collect()
        })
    })
}

fn items(rows: &[(RowKey, Date, Option<MatterId>)]) -> Vec<Item> {
    let mut items = Vec::with_capacity(rows.len() + rows.len() / 4);
    let mut last = None;
    for &(key, day, _) in rows {
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
    let today = expect_context::<Story>().today();
    view! { <DayHeading near=dates::day(Tongue::Es, day, today) full=dates::full(Tongue::Es, day) /> }
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
            let mut query = query.with(kept);
            query.insert("antes", format!("{happened_at}.{version}"));
            format!("{}#historia", query.to_query_string())
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
