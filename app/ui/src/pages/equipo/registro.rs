//! What one person promised and how it ended, as counts, each with the list behind it: for them and for whoever directs
//! them. It refuses to rank, to say a share, and to show anybody else beside them.

use domain::ids::PersonId;
use domain::record::RecordKind;
use domain::time::Date;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::pages::NoHay;
use crate::parts::{Count, Counts, Empty, End, Frame, LineTo, Lines, Loaded, Look, Notice};
use crate::read::wire::reading;
use crate::read::{RegistroPage, RegistroRead, RegistroRow, registro};
use crate::words::{Tone, Tongue, dates, labels, records};

/// `/equipo/:persona`.
#[component]
pub(crate) fn Registro() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let asked = Memo::new(move |_| {
        let person: Option<PersonId> = params.with(|params| params.get("persona")?.parse().ok());
        let (kind, after) = query.with(|query| (query.get("de"), query.get("desde")));
        person.map(|person| (person, kind, after))
    });
    let page = reading(
        move || asked.get(),
        async |asked| match asked {
            Some((person, kind, after)) => registro(person, kind, after).await.map(Some),
            None => Ok(None),
        },
    );
    let show = |page: Option<RegistroRead>| match page {
        Some(RegistroRead::Seen(page)) => view! { <Record page=*page /> }.into_any(),
        Some(RegistroRead::NotTheirs) => view! { <NotTheirs /> }.into_any(),
        None => view! { <NoHay /> }.into_any(),
    };
    view! {
        <Frame title="Registro">
            <div class="grid max-w-5xl gap-5"><Loaded from=page show /></div>
        </Frame>
    }
}

#[component]
fn NotTheirs() -> impl IntoView {
    view! {
        <h1 class="font-serif text-3xl font-semibold">"Este registro no es tuyo"</h1>
        <Notice title="Lo ven esa persona y quien la dirige, y nadie más">
            "Si necesitas algo de lo que prometió, búscalo en la página del cliente: allí está cada promesa."
        </Notice>
    }
}

#[component]
fn Record(page: RegistroPage) -> impl IntoView {
    let (title, said) = match page.is_own {
        true => (
            "Mi registro".to_owned(),
            "Lo que has prometido y cómo ha acabado. Lo veis tú y quien te dirige; no se compara con nadie.",
        ),
        false => (
            page.name.clone(),
            "Lo que ha prometido y cómo ha acabado. Lo veis esta persona y tú; no se compara con nadie.",
        ),
    };
    let (person, here) = (page.person, page.kind);
    let counts = page.counts.iter().map(|(kind, count)| {
        let href = format!("/equipo/{person}?de={}", kind.code());
        let is_here = (*kind == here).then_some("true");
        let label = records::count(Tongue::Es, *kind).to_owned();
        view! { <Count href label count=*count is_here /> }
    });
    let counts = counts.collect_view();
    let files = page.is_own.then(|| {
        view! {
            <p>
                <a class="underline underline-offset-4" href="/investigaciones">
                    "Las investigaciones de lo que prometiste"
                </a>
            </p>
        }
    });
    view! {
        <div class="grid gap-2">
            <h1 class="font-serif text-3xl font-semibold">{title}</h1>
            <p class="max-w-prose text-base-content/75">{said}</p>
            {files}
        </div>
        <Counts label="Cuántas hay">{counts}</Counts>
        <Behind page />
    }
}

/// The list behind a count.
#[component]
fn Behind(page: RegistroPage) -> impl IntoView {
    let RegistroPage {
        person,
        kind,
        rows,
        more,
        today,
        ..
    } = page;
    let heading = records::count(Tongue::Es, kind);
    if rows.is_empty() {
        return view! { <Empty title=heading>{records::none(Tongue::Es, kind)}</Empty> }.into_any();
    }
    let lines = rows
        .into_iter()
        .map(|row| view! { <Line row kind today /> });
    let lines = lines.collect_view();
    let next = more.map(|place| format!("/equipo/{person}?de={}&desde={place}", kind.code()));
    view! {
        <section aria-labelledby="detras" class="grid gap-3">
            <h2 id="detras" class="font-serif text-xl font-semibold">{heading}</h2>
            <Lines>{lines}</Lines>
            {next.map(|href| view! { <p><a class=Look::Plain.class() href=href>"Los anteriores"</a></p> })}
        </section>
    }
    .into_any()
}

#[component]
fn Line(row: RegistroRow, kind: RecordKind, today: Date) -> impl IntoView {
    let account = row.account;
    let href = match row.promise {
        Some(_) => format!("/clientes/{account}"),
        None => format!("/clientes/{account}/investigaciones/{}", row.matter),
    };
    let found = match kind {
        RecordKind::Found(finding) => Some(labels::finding(Tongue::Es, finding).to_owned()),
        _ => None,
    };
    let under: Vec<_> = row
        .promise
        .into_iter()
        .chain(row.said)
        .chain(found)
        .collect();
    let end = End {
        term: records::on(Tongue::Es, kind),
        said: dates::day(Tongue::Es, row.on, today),
        tone: Tone::Plain,
    };
    let title = match row.name.is_empty() {
        true => "(nombre borrado)".to_owned(),
        false => row.name,
    };
    view! { <LineTo href title under=under.join(" · ") end>""</LineTo> }
}
