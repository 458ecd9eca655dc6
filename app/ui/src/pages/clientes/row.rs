//! One customer in the list: who, how it stands, when they hear from us.

use domain::time::Date;
use leptos::prelude::*;

use crate::parts::{Badge, End, LineTo};
use crate::read::ClienteRow;
use crate::words::{Tone, Tongue, dates};

#[component]
pub(super) fn ClienteLine(row: ClienteRow, today: Date) -> impl IntoView {
    let href = format!("/clientes/{}", row.id);
    let end = match row.next_news {
        Some(on) => End {
            term: "Próxima noticia",
            said: dates::day(Tongue::Es, on, today),
            tone: if on < today {
                Tone::Broken
            } else {
                Tone::Plain
            },
        },
        None => End {
            term: "Nada pendiente",
            said: String::new(),
            tone: Tone::Plain,
        },
    };
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
        0 => None,
        1 => Some("1 asunto abierto".to_owned()),
        many => Some(format!("{many} asuntos abiertos")),
    };
    let under: Vec<String> = [Some(row.owner), matters, row.tax_id]
        .into_iter()
        .flatten()
        .collect();
    view! { <LineTo href title=row.name under=under.join(" · ") end>{silence}{claims}</LineTo> }
}
