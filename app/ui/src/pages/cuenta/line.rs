//! One line of the timeline: its sentence, its hour, and the rail of its thread.

use domain::ids::MatterId;
use domain::time::Date;
use domain::timeline::RowKey;
use leptos::prelude::*;

use super::story::Story;
use super::timeline::LetThrough;
use crate::parts::{Rail, RowLine};
use crate::words::{Tongue, dates, matters, sentences};

#[component]
pub(super) fn Line(key: RowKey) -> impl IntoView {
    let story = expect_context::<Story>();
    let row = Memo::new(move |_| {
        story
            .shown
            .with(|shown| shown.rows.iter().find(|row| row.key == key).cloned())
    });
    let LetThrough(let_through) = expect_context::<LetThrough>();
    let rail = Memo::new(move |_| let_through.with(|rows| rail(rows, key)));
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
fn rail(rows: &[(RowKey, Date, Option<MatterId>)], key: RowKey) -> Rail {
    let Some(at) = rows.iter().position(|row| row.0 == key) else {
        return Rail::default();
    };
    let thread = |at: Option<usize>| rows.get(at?).and_then(|row| row.2);
    let own = thread(Some(at));
    Rail {
        is_threaded: own.is_some(),
        above: own.is_some() && own == thread(at.checked_sub(1)),
        below: own.is_some() && own == thread(Some(at + 1)),
    }
}
