//! The timeline: one sentence a fact, by day, the newest first; threads draw a rail.

use domain::time::Date;
use domain::timeline::{Row, RowKey};
use leptos::prelude::*;

use super::sending::read_older;
use super::story::Story;
use crate::offline;
use crate::parts::{DayHeading, Empty, Look, Rail, RowLine, Rows, Section};
use crate::words::{Tongue, dates, matters, sentences};

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
    let items = Memo::new(move |_| story.shown.with(|shown| items(&shown.rows)));
    let is_empty = Memo::new(move |_| items.with(Vec::is_empty));
    view! {
        <Section id="historia" title="La historia">
            <Show when=move || is_empty.get()>
                <Empty title="Aquí empieza la historia">
                    "Apunte la primera llamada, promesa o pedido con los botones de arriba."
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

fn items(rows: &[Row]) -> Vec<Item> {
    let mut items = Vec::with_capacity(rows.len() + rows.len() / 4);
    let mut day = None;
    for row in rows {
        if day != Some(row.on) {
            day = Some(row.on);
            items.push(Item::Day(row.on));
        }
        items.push(Item::Row(RowKeyed(row.key)));
    }
    items
}

#[component]
fn Day(day: Date) -> impl IntoView {
    let today = expect_context::<Story>().today();
    view! { <DayHeading near=dates::day(Tongue::Es, day, today) full=dates::full(Tongue::Es, day) /> }
}

#[component]
fn Line(key: RowKey) -> impl IntoView {
    let story = expect_context::<Story>();
    let row = Memo::new(move |_| {
        story
            .shown
            .with(|shown| shown.rows.iter().find(|row| row.key == key).cloned())
    });
    let rail = Memo::new(move |_| story.shown.with(|shown| rail(&shown.rows, key)));
    let thread = Memo::new(move |_| {
        let root = row.get()?.matter?.thread;
        story.shown.with(|shown| {
            let matter = shown.account.matters.get(&root)?;
            Some(matters::title(Tongue::Es, matter, &shown.words))
        })
    });
    let line = move || {
        row.get().map(|row| {
            let sentence = story.names.with_value(|names| sentences::of(Tongue::Es, &row, names));
            let wall = story.page.with_value(|page| page.zone.local(row.happened_at));
            let id = format!("row-{}-{}", key.command, key.n);
            let is_pending = row.version.is_none();
            view! { <RowLine id sentence time=dates::time(wall) is_pending rail=rail.get() thread=thread.get() /> }
        })
    };
    view! { {line} }
}

/// Whether the thread goes on above and below.
fn rail(rows: &[Row], key: RowKey) -> Rail {
    let Some(at) = rows.iter().position(|row| row.key == key) else {
        return Rail::default();
    };
    let thread = |row: Option<&Row>| row.and_then(|row| row.matter).map(|matter| matter.thread);
    let own = thread(rows.get(at));
    let above = at.checked_sub(1).and_then(|above| rows.get(above));
    Rail {
        is_threaded: own.is_some(),
        above: own.is_some() && own == thread(above),
        below: own.is_some() && own == thread(rows.get(at + 1)),
    }
}

/// A link that reads the next page; alive, it is followed as it comes into sight.
#[component]
fn Older() -> impl IntoView {
    let story = expect_context::<Story>();
    let link = NodeRef::<leptos::html::A>::new();
    Effect::new(move |_| {
        if let Some(link) = link.get() {
            offline::when_seen(&link, move || read_older(story));
        }
    });
    let href = move || {
        story
            .older
            .get()
            .map(|(happened_at, version)| format!("?antes={happened_at}.{version}#historia"))
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
