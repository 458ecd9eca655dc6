//! One customer in the list: who, how it stands, when they hear from us.

use domain::time::Date;
use leptos::prelude::*;

use crate::parts::{Badge, RowLink};
use crate::read::ClienteRow;
use crate::words::{Tone, Tongue, dates};

#[component]
pub(super) fn ClienteLine(row: ClienteRow, owner: String, today: Date) -> impl IntoView {
    let href = format!("/clientes/{}", row.id);
    let news = row.next_news.map(|on| {
        let tone = if on < today {
            Tone::Broken
        } else {
            Tone::Plain
        };
        let day = dates::day(Tongue::Es, on, today);
        view! { <Badge tone text=format!("Próxima noticia: {day}") /> }
    });
    let silence = row.silent_since.map(|since| {
        let day = dates::day(Tongue::Es, since, today);
        view! { <Badge tone=Tone::Broken text=format!("En silencio desde {day}") /> }
    });
    let claims = (row.open_claims > 0).then(|| {
        let text = if row.open_claims == 1 {
            "1 reclamación".to_owned()
        } else {
            format!("{} reclamaciones", row.open_claims)
        };
        view! { <Badge tone=Tone::Risk text /> }
    });
    let matters = match row.open_matters {
        0 => "Nada pendiente".to_owned(),
        1 => "1 asunto abierto".to_owned(),
        many => format!("{many} asuntos abiertos"),
    };
    let under = match row.tax_id {
        Some(tax_id) => format!("{tax_id} · {matters} · {owner}"),
        None => format!("{matters} · {owner}"),
    };
    view! {
        <li class="border-b border-base-300 last:border-b-0">
            <RowLink href>
                <span class="min-w-0 flex-1 basis-60">
                    <span class="block truncate text-lg font-medium">{row.name}</span>
                    <span class="block truncate text-sm text-base-content/75">{under}</span>
                </span>
                {silence}
                {claims}
                {news}
            </RowLink>
        </li>
    }
}
