//! The customer's own page: no account, any phone. First that they need do nothing, or the one thing asked of them;
//! then when they hear from us, how each point stands, who answers, and what was honoured.

use leptos::prelude::*;

use super::recibo::{Parts, lang};
use crate::pages::NoHay;
use crate::parts::{Look, Paper, Part};
use crate::read;
use crate::read::wire::handed;
use crate::words::receipts;
use crate::words::sentences::ERASED;

/// `/c/:link`.
#[component]
pub(crate) fn Suya() -> impl IntoView {
    match handed(use_context::<read::Suya>) {
        Some(suya) => view! { <Whole suya /> }.into_any(),
        None => view! { <NoHay /> }.into_any(),
    }
}

#[component]
fn Whole(suya: read::Suya) -> impl IntoView {
    let t = suya.recibo.tongue();
    let erased = t.pick(ERASED.0, ERASED.1);
    let point = |(said, answer, reasons): &(Option<String>, _, Option<String>)| {
        let said = said.as_deref().unwrap_or(erased);
        let stands = receipts::stands(t, Option::as_ref(answer), reasons.as_deref());
        format!("{said} — {stands}")
    };
    let lines: Vec<String> = suya.points.iter().map(point).collect();
    view! {
        <Paper title=t.pick("Su reclamación", "Your claim") lang=lang(t)>
            <p class="text-xl font-semibold">{receipts::first(t, suya.standing.asked)}</p>
            <p>{receipts::news(t, suya.standing.next_news, suya.today)}</p>
            <Part title=t.pick("Cómo va cada punto", "How each point stands") lines />
            // The points stand above, each with its answer.
            <Parts recibo=suya.recibo.clone() said=1 />
            <p class="no-print flex flex-wrap gap-2">
                <a class=Look::Main.class() href=suya.receipt rel="external">{t.pick("Recibo", "Receipt")}</a>
                <a class=Look::Plain.class() href=suya.recibo.pdf.clone() rel="external">"PDF"</a>
            </p>
        </Paper>
    }
}
