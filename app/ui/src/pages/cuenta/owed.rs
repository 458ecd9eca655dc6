//! Lo que debemos: every step owed, the earliest first, with its day, why that day, and the way to finish it here.

use domain::account::MatterState;
use domain::context::Role;
use domain::deadline::DueKind;
use domain::house::House;
use domain::owed::{OwedRow, Reason, owed, why};
use leptos::prelude::*;

use super::actions::DueActions;
use super::story::{Shown, Story};
use crate::parts::{DueLine, Empty, Section};
use crate::words::{Tone, Tongue, dates, dues, invoices, matters};

#[component]
pub(super) fn LoQueDebemos() -> impl IntoView {
    let story = expect_context::<Story>();
    let rows = Memo::new(move |_| story.shown.with(|shown| owed(shown.account.open())));
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <Section id="debemos" title="Lo que debemos">
            <Show when=move || is_empty.get()>
                <Empty title="Nada pendiente">"Lo que se prometa hoy aparecerá aquí, con su fecha."</Empty>
            </Show>
            <ol class="divide-y divide-base-300">
                <For each=move || rows.get() key=key let:row>
                    <Line row />
                </For>
            </ol>
        </Section>
    }
}

/// A step that moves is another line: its key says all that it shows.
fn key(
    row: &OwedRow,
) -> (
    domain::ids::MatterId,
    domain::deadline::DueKind,
    domain::time::Date,
    domain::ids::PersonId,
) {
    (row.matter, row.due.kind, row.due.deadline.on, row.owner)
}

#[component]
fn Line(row: OwedRow) -> impl IntoView {
    let story = expect_context::<Story>();
    let today = story.today;
    let on = row.due.deadline.on;
    let title = story.shown.with_untracked(|shown| {
        let matter = shown.account.matters.get(&row.matter);
        matter
            .map(|matter| matters::title(Tongue::Es, matter, &shown.words))
            .unwrap_or_default()
    });
    let bearer = story
        .names
        .with_value(|names| dues::bearer(Tongue::Es, row.due.bearer, row.owner, names));
    let reason = story
        .shown
        .with_untracked(|shown| reason(story, shown, &row));
    let working = reason.working.clone();
    let why = dues::why(Tongue::Es, &reason, &row.due);
    let day = Memo::new(move |_| {
        let today = today.get();
        (Tone::of_day(on, today), dates::day(Tongue::Es, on, today))
    });
    let (matter, kind) = (row.matter, row.due.kind);
    let alarm = Memo::new(move |_| {
        let of = |shown: &Shown| match &shown.account.matters.get(&matter)?.state {
            MatterState::Promise(promise) => invoices::alarm(Tongue::Es, promise, today.get()),
            _ => None,
        };
        story.shown.with(of).filter(|_| kind == DueKind::Correct)
    });
    let is_director = story
        .page
        .with_value(|page| page.roles.iter().any(|role: &Role| role.is_director()));
    view! {
        <DueLine
            what=dues::what(Tongue::Es, &row.due)
            title
            alarm
            day
            full=dates::full(Tongue::Es, on)
            bearer
            why
            working
        >
            <DueActions row=row.clone() is_director />
        </DueLine>
    }
}

/// The server's reason, or, for what waits for it, the browser's own.
fn reason(story: Story, shown: &Shown, row: &OwedRow) -> Reason {
    let told = story.reasons.with_untracked(|reasons| {
        let same = reasons.iter().find(|(known, _)| known == row);
        same.map(|(_, reason)| reason.clone())
    });
    let counted = || {
        story.house.with_untracked(|house| {
            let house: &House = house.as_ref()?;
            why(row, &shown.account, house)
        })
    };
    told.or_else(counted).unwrap_or(Reason {
        rule: row.due.deadline.rule.clone(),
        working: None,
        until: None,
        later: Vec::new(),
    })
}
