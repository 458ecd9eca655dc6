//! One line of the timeline: its sentence, its hour, and the rail of its thread.

use domain::timeline::{Row, RowKey};
use leptos::prelude::*;

use super::sending::waits;
use super::sifted::LetThrough;
use super::story::Story;
use crate::parts::RowLine;
use crate::words::{Tongue, dates, matters, sentences};

#[component]
pub(super) fn Line(key: RowKey) -> impl IntoView {
    let story = expect_context::<Story>();
    let LetThrough(let_through) = expect_context::<LetThrough>();
    let place = Memo::new(move |_| let_through.with(|sifted| sifted.places.get(&key).copied()));
    let row = Memo::new(move |_| {
        let (place, _) = place.get()?;
        let of_key = |row: &&Row| row.key == key;
        story
            .shown
            .with(|shown| shown.rows.get(place).filter(of_key).cloned())
    });
    let rail = move || place.get().map(|(_, rail)| rail).unwrap_or_default();
    let thread = Memo::new(move |_| {
        let root = row.get()?.matter?.thread;
        story.shown.with(|shown| {
            let matter = shown.account.matters.get(&root)?;
            Some(matters::title(Tongue::Es, matter, &shown.words))
        })
    });
    let standing = story.outgoing.standing(story.id());
    let line = move || {
        row.get().map(|row| {
            let sentence = story.names.with_value(|names| sentences::of(Tongue::Es, &row, names));
            let wall = story.page.with_value(|page| page.zone.local(row.happened_at));
            let id = format!("row-{}-{}", key.command, key.n);
            let waits = row.version.is_none().then(|| waits(standing.get().2).unwrap_or("Guardando…"));
            view! { <RowLine id sentence time=dates::time(wall) waits rail=rail() thread=thread.get() /> }
        })
    };
    view! { {line} }
}
