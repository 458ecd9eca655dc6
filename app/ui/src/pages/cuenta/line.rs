//! One line of the timeline: its sentence, its hour, and the rail of its thread.

use domain::fact::Fact;
use domain::timeline::{Row, RowKey};
use leptos::prelude::*;

use super::sending::waits;
use super::sifted::LetThrough;
use super::signing::way;
use super::story::Story;
use crate::parts::RowLine;
use crate::words::{Tongue, dates, matters, sentences};

#[component]
pub(super) fn Line(key: RowKey) -> impl IntoView {
    let story = expect_context::<Story>();
    let LetThrough(let_through) = expect_context::<LetThrough>();
    let found = Memo::new(move |_| let_through.with(|sifted| sifted.places.get(&key).copied()));
    // Each for itself: a row that only moves down the list is not drawn again.
    let rail = Memo::new(move |_| found.get().map(|(_, rail)| rail).unwrap_or_default());
    let row = Memo::new(move |_| {
        let (place, _) = found.get()?;
        let of_key = |row: &&Row| row.key == key;
        story
            .shown
            .with(|shown| shown.rows.get(place).filter(of_key).cloned())
    });
    let thread = Memo::new(move |_| {
        let is_first = rail.with(|rail| rail.is_first);
        let root = row.with(|row| Some(row.as_ref()?.matter?.thread));
        let root = root.filter(|_| is_first)?;
        story.shown.with(|shown| {
            let matter = shown.account.matters.get(&root)?;
            Some(matters::title(Tongue::Es, matter, &shown.words))
        })
    });
    // A promise has its screen once the server has it.
    let promise = Memo::new(move |_| {
        let made = |row: &Row| matches!(row.fact, Fact::PromiseMade { .. });
        let of = |row: &Row| {
            made(row)
                .then_some(row.matter?.id)
                .filter(|_| row.version.is_some())
        };
        let matter = row.with(|row| row.as_ref().and_then(of))?;
        story.shown.with(|shown| way(&shown.account, matter))
    });
    let line = move || {
        row.get().map(|row| {
            let sentence = story.names.with_value(|names| sentences::of(Tongue::Es, &row, names));
            let wall = story.page.with_value(|page| page.zone.local(row.happened_at));
            let id = format!("row-{}-{}", key.command, key.n);
            let waiting = || waits(story.standing.with(|standing| standing.2)).unwrap_or("Guardando…");
            let waits = row.version.is_none().then(waiting);
            let more = row.version.and_then(|_| more(story, &row)).or_else(|| promise.get());
            view! { <RowLine id sentence time=dates::time(wall) waits rail=rail.get() thread=thread.get() more /> }
        })
    };
    view! { {line} }
}

/// Where there is more of it: a claim's receipt, what was signed or attached.
fn more(story: Story, row: &Row) -> Option<(String, &'static str)> {
    let account = story.id();
    if let Some((id, _)) = row.fact.attachment() {
        return Some((format!("/clientes/{account}/adjuntos/{id}"), "Abrir"));
    }
    let matter = row.matter?.id;
    if matches!(row.fact, Fact::PromiseSigned { .. }) {
        let line = row.version?;
        let at = format!("/clientes/{account}/promesas/{matter}/firmas/{line}");
        return Some((at, "Lo que firmó"));
    }
    let Fact::ClaimReceived {
        handed: Some(_), ..
    } = row.fact
    else {
        return None;
    };
    let at = format!("/clientes/{account}/reclamaciones/{matter}");
    Some((at, "Clave y recibo"))
}
