//! Where the cost goes, never to pay; who is told how to do better; and when a fault by staff lapses.

use domain::account::{Accrued, CostBearer};
use domain::context::Role;
use domain::time::Date;
use leptos::prelude::*;

use super::{Of, Quote, draft_of};
use crate::parts::{Area, Button, Check, Field, Look, Section, Select, Why, WriteForm};
use crate::read::InvestigacionPage;
use crate::words::{Tongue, dates, dues, money};

#[component]
pub(super) fn Coste(page: InvestigacionPage) -> impl IntoView {
    let matter = page.matter.reference.id;
    let body = match page.file.attribution {
        Some(known) => {
            let to = match known.to {
                CostBearer::CostCentre => "A un centro de coste",
                CostBearer::VariablePay => "A la retribución variable, con su firma",
            };
            let accrued = page.accrued.filter(|_| known.monthly);
            let accrued = accrued.map(|accrued| so_far(accrued, page.today));
            let each = if known.monthly { " cada mes, hasta que acabe la promesa" } else { "" };
            view! {
                <p class="text-lg font-medium">{format!("{}{each}", money(Tongue::Es, known.amount))}</p>
                <p>{to}</p>
                {accrued.map(|said| view! { <p class="mt-2 font-medium">{said}</p> })}
                <Quote said=page.said(known.what) />
            }
            .into_any()
        }
        None if page.is(Role::SalesDirector) && page.file.wants_attribution() => view! {
            <WriteForm name="coste" kind="attribute" label="Adónde va el coste" draft=draft_of("attribute")>
                <Of matter />
                <Select name="to" label="Adónde va" choices=bearers() />
                <Field name="amount" label=format!("Importe en {}", page.currency) inputmode="decimal" required=true />
                <Check name="monthly" label="Vuelve cada mes mientras dure la promesa" />
                <Field name="what" label="Qué centro de coste" />
                <Field name="signature" label="Cómo consta la firma del vendedor" hint="Solo para la retribución variable." />
                <div><Button look=Look::Main>"Asignar"</Button></div>
            </WriteForm>
        }
        .into_any(),
        None => view! { <p>"No se ha asignado ningún coste. Nunca va a la nómina de nadie."</p> }.into_any(),
    };
    view! { <Section id="coste" title="Coste">{body}</Section> }
}

/// `Van 3 meses: 56,07 €, hasta hoy. Acaba el 31 de diciembre de 2026.`
fn so_far(accrued: Accrued, today: Date) -> String {
    let times = match accrued.times {
        1 => "Va 1 mes".to_owned(),
        times => format!("Van {times} meses"),
    };
    let amount = money(Tongue::Es, accrued.amount);
    let end = match accrued.until {
        None => "Sigue mientras dure la promesa.".to_owned(),
        Some(on) if on < today => format!("Acabó el {}.", dates::plain(Tongue::Es, on)),
        Some(on) => format!("Acaba el {}.", dates::plain(Tongue::Es, on)),
    };
    format!("{times}: {amount} en total. {end}")
}

fn bearers() -> Vec<(String, String)> {
    let all = [
        ("cost_centre", "Un centro de coste"),
        ("variable_pay", "La retribución variable, con su firma"),
    ];
    all.map(|(code, label)| (code.to_owned(), label.to_owned()))
        .into()
}

#[component]
pub(super) fn Indicaciones(page: InvestigacionPage) -> impl IntoView {
    let matter = page.matter.reference.id;
    let rows = page.file.instructions.iter().map(|(person, words)| {
        view! { <li class="py-2"><p class="font-medium">{page.person(*person)}</p><Quote said=page.said(*words) /></li> }
    });
    let rows = rows.collect_view();
    let directs = page.roles.iter().any(|role| role.is_director());
    let form = (directs && page.file.conclusion.is_some() && page.file.seller.is_some()).then(|| {
        view! {
            <WriteForm name="indicaciones" kind="instruct" label="Indicaciones al vendedor" draft=draft_of("instruct")>
                <Of matter />
                <Area name="words" label="Cómo hacerlo mejor" />
                <div><Button look=Look::Plain>"Dar las indicaciones"</Button></div>
            </WriteForm>
        }
    });
    let none = page
        .file
        .instructions
        .is_empty()
        .then_some(match page.file.seller {
            Some(_) => "Todavía no se han dado.",
            None => "No consta quién dio la palabra: no hay a quién dárselas.",
        });
    view! {
        <Section id="indicaciones" title="Indicaciones">
            {none.map(|none| view! { <p class="mb-3">{none}</p> })}
            <ul class="mb-3 divide-y divide-base-300">{rows}</ul>
            {form}
        </Section>
    }
}

/// The labour clock: whoever directs knows until when something may be asked of anybody.
#[component]
pub(super) fn Plazos(page: InvestigacionPage) -> impl IntoView {
    let directs = page.roles.iter().any(|role| role.is_director());
    let rows = page.labour.iter().map(|(rule, working)| {
        let said = domain::packs::rule(&rule.0).map_or("", |rule| rule.es);
        let on = dates::full(Tongue::Es, working.result);
        let why = dues::because(Tongue::Es, rule, working);
        view! {
            <li class="py-2">
                <p>{said}</p>
                <p class="text-sm text-base-content/75">{on}</p>
                <Why why working=Some(working.clone()) />
            </li>
        }
    });
    let rows = rows.collect_view();
    (directs && !page.labour.is_empty()).then(|| {
        view! {
            <Section id="plazos" title="Plazos laborales">
                <ul class="divide-y divide-base-300">{rows}</ul>
            </Section>
        }
    })
}
