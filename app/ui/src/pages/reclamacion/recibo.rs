//! A receipt to be printed or kept: the same words as its PDF.

use leptos::prelude::*;

use crate::pages::NoHay;
use crate::parts::{Code, Look, Paper, Part, SpokenKey};
use crate::read;
use crate::read::wire::handed;
use crate::words::{Tongue, receipts};

/// `/c/:link/recibo`, and for staff `/clientes/:id/reclamaciones/:claim`.
#[component]
pub(crate) fn Recibo() -> impl IntoView {
    let recibo = handed(use_context::<read::Recibo>);
    match recibo {
        Some(recibo) => view! { <Whole recibo /> }.into_any(),
        None => view! { <NoHay /> }.into_any(),
    }
}

#[component]
fn Whole(recibo: read::Recibo) -> impl IntoView {
    let t = recibo.tongue();
    let (key, about_key) = receipts::key(t);
    let handed = recibo.receipt.handed.clone();
    let back = recibo.back.clone();
    view! {
        <Paper title=receipts::title(t) lang=lang(t)>
            <p>{recibo.house.clone()} " · " {receipts::received(t, recibo.wall)}</p>
            {handed.map(|handed| view! { <SpokenKey label=key key=handed.key about=about_key /> })}
            <Parts recibo=recibo.clone() />
            <Code code=recibo.code.clone() label=receipts::code(t) />
            <p class="break-all text-sm">{recibo.link.clone()}</p>
            <p class="break-all text-sm">
                {receipts::head(t, recibo.version)} ": " <code>{recibo.head.clone()}</code>
            </p>
            <p class="no-print flex flex-wrap gap-2">
                <a class=Look::Main.class() href=recibo.pdf.clone() rel="external">"PDF"</a>
                <a class=Look::Plain.class() href=back rel="external">{t.pick("Volver", "Back")}</a>
            </p>
        </Paper>
    }
}

/// What it says, part by part; without those that the page says already.
#[component]
pub(super) fn Parts(recibo: read::Recibo, #[prop(optional)] said: usize) -> impl IntoView {
    let (t, names) = (recibo.tongue(), recibo.names());
    let about = recibo.about.as_deref();
    receipts::parts(t, &recibo.receipt, about, recibo.owner, &names)
        .into_iter()
        .skip(said)
        .map(|part| view! { <Part title=part.title lines=part.lines /> })
        .collect_view()
}

pub(super) const fn lang(t: Tongue) -> &'static str {
    match t {
        Tongue::Es => "es",
        Tongue::En => "en",
    }
}
