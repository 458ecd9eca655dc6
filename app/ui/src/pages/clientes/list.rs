//! The customers that were asked for, each a line, and the way to those that follow.

use leptos::prelude::*;

use super::asked::address;
use super::row::ClienteLine;
use crate::parts::{Empty, Lines, Look, announcer};
use crate::read::wire::Reading;
use crate::read::{ClientesAsked, ClientesPage};

#[component]
pub(super) fn List(page: ClientesPage, asked: ClientesAsked) -> impl IntoView {
    let ClientesPage { rows, more, today } = page;
    let is_empty = rows.is_empty();
    let (is_more, label) = match (&more, is_empty) {
        (None, _) => (false, ""),
        (Some(_), false) => (true, "Los siguientes"),
        (Some(_), true) => (true, "Seguir buscando"),
    };
    let next = more.map(|after| {
        address(&ClientesAsked {
            after: Some(after),
            ..asked
        })
    });
    let nobody = if is_more {
        "Hay muchos que se parecen y aún no ha salido ninguno: sigue buscando, o escribe más letras."
    } else if asked.silent {
        "Nadie espera en silencio entre los que has pedido."
    } else {
        "Prueba con menos letras, o abre la cuenta con el formulario: basta un nombre."
    };
    let lines = rows
        .into_iter()
        .map(|row| view! { <ClienteLine row today /> })
        .collect_view();
    let shown = if is_empty {
        view! { <Empty title="Nadie, por ahora">{nobody}</Empty> }.into_any()
    } else {
        view! { <Lines>{lines}</Lines> }.into_any()
    };
    view! {
        <div>
            {shown}
            {next.map(|href| view! { <p class="mt-4"><a class=Look::Plain.class() href=href>{label}</a></p> })}
        </div>
    }
}

/// Whoever types hears how many are found, and nothing of the first list, which they read.
pub(super) fn say_how_many(list: Reading<ClientesPage>) {
    let voice = announcer();
    Effect::new(move |before: Option<bool>| {
        let found = list.with(|list| {
            let page = list.as_ref()?.as_ref().ok()?;
            Some((page.rows.len(), page.more.is_some()))
        });
        if let (Some(found), Some(true)) = (found, before) {
            voice.say(&how_many(found));
        }
        before.unwrap_or_default() || found.is_some()
    });
}

fn how_many((rows, is_more): (usize, bool)) -> String {
    match (rows, is_more) {
        (0, _) => "Ningún cliente.".to_owned(),
        (1, false) => "Un cliente.".to_owned(),
        (many, false) => format!("{many} clientes."),
        (many, true) => format!("Más de {many} clientes."),
    }
}
