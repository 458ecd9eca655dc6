//! The letters to customers: what waits, was sent, was not, and what nobody knows; each of the latter can be sent again.

use domain::mail::MailState;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::parts::{Badge, Button, Empty, Frame, Hidden, Item, Items, Loaded, Look, Notice, Tabs};
use crate::read::wire::reading;
use crate::read::{CorreoPage, CorreoRow, correo};
use crate::routes::changed;
use crate::words::{Tongue, letters};

/// `/correo`.
#[component]
pub(crate) fn Correo() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| (query.get("estado"), query.get("desde"))));
    let page = reading(move || asked.get(), |(state, after)| correo(state, after));
    view! {
        <Frame title="Correo">
            <div class="grid max-w-5xl gap-5">
                <h1 class="font-serif text-3xl font-semibold">"Correo a clientes"</h1>
                <Loaded from=page show=|page| view! { <Letters page /> } />
            </div>
        </Frame>
    }
}

#[component]
fn Letters(page: CorreoPage) -> impl IntoView {
    let query = use_query_map();
    let CorreoPage {
        is_set,
        state,
        rows,
        more,
        counts,
    } = page;
    let tabs = MailState::ALL.map(|of| {
        let count = counts.iter().find(|(one, _)| *one == of).map(|(_, count)| *count);
        let label = match count {
            Some(count) => format!("{} ({count})", letters::state(Tongue::Es, of)),
            None => letters::state(Tongue::Es, of).to_owned(),
        };
        let look = if of == state { Look::Main } else { Look::Plain };
        let is_here = (of == state).then_some("true");
        view! { <a href=format!("/correo?estado={}", of.code()) class=look.class() aria-current=is_here>{label}</a> }
    });
    let next = more.map(|place| {
        query.with_untracked(|query| {
            changed(
                query,
                &[("estado", Some(state.code())), ("desde", Some(&place))],
            )
        })
    });
    let is_empty = rows.is_empty();
    // Without a mail server nothing goes out by itself.
    let doing = (is_set || state != MailState::Waiting).then(|| letters::doing(Tongue::Es, state));
    let rows = rows
        .into_iter()
        .map(|row| view! { <LetterLine row state /> })
        .collect_view();
    view! {
        <div class="grid gap-5">
            {(!is_set).then(|| view! { <NoServer /> })}
            <Tabs label="Cómo están" end=Box::new(|| ().into_any())>{tabs}</Tabs>
            {match is_empty {
                true => view! { <Empty title="Ninguno">{empty(state)}</Empty> }.into_any(),
                false => view! {
                    {doing.map(|doing| view! { <p class="max-w-prose text-base-content/75">{doing}</p> })}
                    <Items>{rows}</Items>
                }
                .into_any(),
            }}
            {next.map(|href| view! { <p><a class=Look::Plain.class() href=href>"Los anteriores"</a></p> })}
        </div>
    }
}

const fn empty(state: MailState) -> &'static str {
    match state {
        MailState::Waiting | MailState::Handing => {
            "Lo que haya que contar a un cliente por correo aparecerá aquí hasta que salga."
        }
        MailState::Sent => "Lo que se envíe aparecerá aquí.",
        MailState::Failed | MailState::Unknown => "No hay nada que resolver.",
    }
}

#[component]
fn NoServer() -> impl IntoView {
    view! {
        <Notice title="No hay servidor de correo">
            "Los correos esperan aquí y no sale ninguno. Para que salgan, arranca Palabra con PALABRA_SMTP_URL \
             (smtps://usuario:contraseña@servidor) y PALABRA_MAIL_FROM (La Casa <hola@casa.example>)."
        </Notice>
    }
}

#[component]
fn LetterLine(row: CorreoRow, state: MailState) -> impl IntoView {
    let CorreoRow {
        account,
        command,
        n,
        letter,
        name,
        moved,
        next,
        attempts,
        hitch,
    } = row;
    let title = letters::letter(Tongue::Es, letter);
    let label = format!("Enviar otra vez: {title}, {moved}");
    let href = name
        .as_ref()
        .map(|_| format!("/clientes/{account}#row-{command}-{n}"));
    let mut under = vec![name.unwrap_or_else(|| "Un cliente".to_owned()), moved];
    if attempts > 1 {
        under.push(format!("{attempts} intentos"));
    }
    under.extend(next.map(|next| format!("se intenta otra vez el {next}")));
    let said = hitch.map(|hitch| letters::hitch(Tongue::Es, hitch));
    view! {
        <Item title=title.to_owned() href=href under=under.join(" · ") said=said>
            <Badge tone=letters::tone(state) text=letters::state(Tongue::Es, state) />
            {state.is_for_a_person().then(|| view! {
                <form method="post" action="/correo" aria-label=label>
                    <Hidden name="account" value=account.to_string() />
                    <Hidden name="command" value=command.to_string() />
                    <Hidden name="n" value=n.to_string() />
                    <Button look=Look::Plain>"Enviar otra vez"</Button>
                </form>
            })}
        </Item>
    }
}
