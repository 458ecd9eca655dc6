//! Investigaciones: the open ones by their earliest day, then the closed ones; whoever directs service and the defensor
//! see all, a seller those of what they promised. It refuses to show of a file what its viewer may not see.

use domain::account::{Hearing, Investigation, MatterState};
use domain::time::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::parts::{Badge, Empty, End, Frame, LineTo, Lines, Loaded, Look, Why};
use crate::read::wire::reading;
use crate::read::{InvestigacionRow, InvestigacionesPage, WhoseFiles, investigaciones};
use crate::routes::changed;
use crate::words::{Tone, Tongue, dates, dues, labels};

/// `/investigaciones`.
#[component]
pub(crate) fn Investigaciones() -> impl IntoView {
    let query = use_query_map();
    let after = Memo::new(move |_| query.with(|query| query.get("desde")));
    let page = reading(move || after.get(), investigaciones);
    view! {
        <Frame title="Investigaciones">
            <div class="grid max-w-5xl gap-5">
                <h1 class="font-serif text-3xl font-semibold">"Investigaciones"</h1>
                <Loaded from=page show=|page| view! { <Files page /> } />
            </div>
        </Frame>
    }
}

#[component]
fn Files(page: InvestigacionesPage) -> impl IntoView {
    let query = use_query_map();
    let InvestigacionesPage {
        whose,
        rows,
        more,
        today,
    } = page;
    let (title, body) = match whose {
        WhoseFiles::All => (
            "No hay ninguna",
            "Al respaldar una reclamación se abre aquí lo que la casa averigua después, sin que el cliente espere por ello.",
        ),
        WhoseFiles::Own => (
            "Ninguna es de lo que prometiste",
            "Si un cliente reclama algo que prometiste, aquí podrás contar cómo fue.",
        ),
    };
    if rows.is_empty() {
        return view! { <Empty title=title>{body}</Empty> }.into_any();
    }
    let lines = rows.into_iter();
    let lines = lines.map(|row| view! { <FileLine row whose today /> });
    let lines = lines.collect_view();
    let next =
        more.map(|place| query.with_untracked(|query| changed(query, &[("desde", Some(&place))])));
    view! {
        <div>
            <Lines>{lines}</Lines>
            {next.map(|href| view! { <p class="mt-4"><a class=Look::Plain.class() href=href>"Las siguientes"</a></p> })}
        </div>
    }
    .into_any()
}

#[component]
fn FileLine(row: InvestigacionRow, whose: WhoseFiles, today: Date) -> impl IntoView {
    let href = format!("/clientes/{}/investigaciones/{}", row.account, row.matter);
    let MatterState::Investigation(file) = &row.file.state else {
        return ().into_any();
    };
    let first = row.file.owes.dues.first().filter(|_| row.file.is_open());
    let end = end(first.map(|due| due.deadline.on), file, today);
    let mut under: Vec<_> = first
        .map(|due| dues::step(Tongue::Es, due.kind))
        .into_iter()
        .collect();
    under.extend([
        format!("La lleva {}", row.lead),
        format!(
            "abierta {}",
            dates::day(Tongue::Es, row.file.opened_on, today)
        ),
    ]);
    under.extend(hearing(row.hearing, today));
    under.extend(
        file.conclusion
            .map(|one| labels::finding(Tongue::Es, one.finding).to_owned()),
    );
    let statement = (whose == WhoseFiles::Own).then(|| own(file, row.is_concluded));
    let silence = row.silent_since.map(|since| {
        let text = format!("En silencio desde {}", dates::day(Tongue::Es, since, today));
        view! { <Badge tone=Tone::Broken text /> }
    });
    let why = first.zip(row.reason.clone()).map(|(due, reason)| {
        let why = dues::why(Tongue::Es, &reason, due);
        view! { <Why why working=reason.working /> }.into_any()
    });
    let title = match row.name.is_empty() {
        true => "(nombre borrado)".to_owned(),
        false => row.name.clone(),
    };
    view! { <LineTo href title under=under.join(" · ") end why>{silence}{statement}</LineTo> }
        .into_any()
}

/// By when its first step is; of a closed one, when the customer was told.
fn end(first: Option<Date>, file: &Investigation, today: Date) -> End {
    let Some(on) = first else {
        let told = file.told.map(|(_, on)| dates::day(Tongue::Es, on, today));
        return End {
            term: "Cerrada; el cliente lo supo",
            said: told.unwrap_or_default(),
            tone: Tone::Kept,
        };
    };
    End {
        term: "Para",
        said: dates::day(Tongue::Es, on, today),
        tone: Tone::of_day(on, today),
    }
}

fn hearing(hearing: Hearing, today: Date) -> Option<String> {
    match hearing {
        Hearing::NotSet => None,
        Hearing::Set(on) => Some(format!("reunión {}", dates::day(Tongue::Es, on, today))),
        Hearing::Held(on) => Some(format!(
            "se reunieron {}",
            dates::day(Tongue::Es, on, today)
        )),
    }
}

/// Of their own, a seller sees whether they were heard, while they still may be.
fn own(file: &Investigation, is_concluded: bool) -> Option<impl IntoView + use<>> {
    let (tone, text) = match (file.statements.is_empty(), is_concluded) {
        (true, false) => (Tone::Risk, "Falta tu declaración"),
        (true, true) => return None,
        (false, _) => (Tone::Kept, "Has declarado"),
    };
    Some(view! { <Badge tone text /> })
}
