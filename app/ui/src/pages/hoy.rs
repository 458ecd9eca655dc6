//! Hoy: what the viewer owes, to whom and by when, the earliest first; each line leads to where it is done.

use domain::deadline::Bearer;
use domain::time::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::parts::{Badge, Empty, End, Frame, LineTo, Lines, Loaded, Look, Why};
use crate::read::wire::reading;
use crate::read::{HoyPage, HoyRow, OnWhat, hoy};
use crate::routes::changed;
use crate::words::{Tone, Tongue, dates, dues, matters, roles};

/// `/hoy`.
#[component]
pub(crate) fn Hoy() -> impl IntoView {
    let query = use_query_map();
    let after = Memo::new(move |_| query.with(|query| query.get("desde")));
    let page = reading(move || after.get(), hoy);
    view! {
        <Frame title="Hoy">
            <div class="grid max-w-5xl gap-5">
                <h1 class="font-serif text-3xl font-semibold">"Lo que debo"</h1>
                <Loaded from=page show=|page| view! { <Owed page /> } />
            </div>
        </Frame>
    }
}

#[component]
fn Owed(page: HoyPage) -> impl IntoView {
    let query = use_query_map();
    let HoyPage { rows, more, today } = page;
    if rows.is_empty() {
        return view! {
            <Empty title="Nada pendiente">
                "Lo que prometas, o lo que la casa te encargue, aparecerá aquí con su día."
            </Empty>
        }
        .into_any();
    }
    let lines = rows
        .into_iter()
        .map(|row| view! { <OwedLine row today /> })
        .collect_view();
    let next =
        more.map(|place| query.with_untracked(|query| changed(query, &[("desde", Some(&place))])));
    view! {
        <div>
            <Lines>{lines}</Lines>
            {next.map(|href| view! { <p class="mt-4"><a class=Look::Plain.class() href=href>"Lo siguiente"</a></p> })}
        </div>
    }
    .into_any()
}

#[component]
fn OwedLine(row: HoyRow, today: Date) -> impl IntoView {
    let on = row.due.deadline.on;
    let end = End {
        term: "Para",
        said: dates::day(Tongue::Es, on, today),
        tone: Tone::of_day(on, today),
    };
    let role = match row.due.bearer {
        Bearer::Role(role) => Some(roles::name(Tongue::Es, role).to_owned()),
        Bearer::Owner | Bearer::Person(_) => None,
    };
    let step = dues::what(Tongue::Es, &row.due);
    let on_what = match &row.on_what {
        OnWhat::Promise => matters::promise(Tongue::Es),
        OnWhat::Order(number) => matters::order(Tongue::Es, number),
        OnWhat::Claim(kind) => matters::claim(Tongue::Es, *kind),
        OnWhat::Investigation => matters::investigation(Tongue::Es),
    };
    let role = role.map(|text| view! { <Badge tone=Tone::Plain text /> });
    let href = match row.on_what {
        OnWhat::Investigation => {
            format!("/clientes/{}/investigaciones/{}", row.account, row.matter)
        }
        _ => format!("/clientes/{}#debemos", row.account),
    };
    let why = dues::why(Tongue::Es, &row.reason, &row.due);
    let why = view! { <Why why working=row.reason.working /> }.into_any();
    let why = Some(why);
    view! { <LineTo href title=row.name under=format!("{step} · {on_what}") end why>{role}</LineTo> }
}
