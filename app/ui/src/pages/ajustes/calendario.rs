//! A store's days of one year: its holidays, whether Saturday counts, and what the country and its region bring.

use chrono::{Datelike as _, Weekday};
use domain::calendar::Saturday;
use domain::time::Date;
use leptos::prelude::*;

use super::draft_of;
use crate::parts::{Button, Field, Grid, Hidden, Look, Section, Select, WriteForm};
use crate::read::AjustesPage;
use crate::words::{Tongue, dates};

#[component]
pub(super) fn Calendario(page: AjustesPage) -> impl IntoView {
    let year = page.year;
    let title = format!("Calendario de {year}");
    let to = |year: i32, store: &str| format!("?tienda={store}&anio={year}#calendario");
    let years = [year - 1, year + 1].map(|year| {
        view! { <a class=Look::Plain.class() href=to(year, &page.store)>{year}</a> }
    });
    let stores = (page.stores.len() > 1).then(|| {
        let links = page.stores.iter().map(|(id, name)| {
            let here = (*id == page.store).then_some("true");
            view! { <a class=Look::Plain.class() href=to(year, id) aria-current=here>{name.clone()}</a> }
        });
        links.collect_view()
    });
    let known = match page.is_stated {
        true => "Festivos puestos por la tienda.",
        false => {
            "Solo los festivos del país: los de la región y los locales de este año aún no están puestos."
        }
    };
    let (version, store) = (page.version, page.store.clone());
    let days = page.holidays.iter().cloned().map(|(date, name)| {
        let store = store.clone();
        view! { <Holiday date name version store may_change=page.may_change /> }
    });
    let days = days.collect_view();
    let change = page
        .may_change
        .then(|| view! { <Change page=page.clone() /> });
    view! {
        <Section id="calendario" title>
            <nav aria-label="Año y tienda" class="mb-4 flex flex-wrap gap-2">{years}{stores}</nav>
            <p class="mb-3 text-sm text-base-content/75">{known}</p>
            <ul class="divide-y divide-base-300">{days}</ul>
            {change}
        </Section>
    }
}

#[component]
fn Holiday(
    date: Date,
    name: String,
    version: u64,
    store: String,
    may_change: bool,
) -> impl IntoView {
    let day = dates::full(Tongue::Es, date);
    let rests = (date.weekday() == Weekday::Sun).then_some(" (domingo: no cambia ninguna cuenta)");
    let label = format!("Quitar {name}, {day}");
    let drop = may_change.then(|| {
        view! {
            <WriteForm name=format!("quitar-{date}") kind="no_holiday" label=label>
                <Hidden name="version" value=version.to_string() />
                <Hidden name="store" value=store />
                <Hidden name="date" value=date.to_string() />
                <Button look=Look::Quiet>"Quitar"</Button>
            </WriteForm>
        }
    });
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <p class="min-w-0">
                <span class="font-medium">{name}</span>
                <span class="text-base-content/75">{format!(" · {day}")}{rests}</span>
            </p>
            {drop}
        </li>
    }
}

#[component]
fn Change(page: AjustesPage) -> impl IntoView {
    let AjustesPage {
        version,
        store,
        year,
        saturday,
        pack,
        ..
    } = page;
    let hidden = move |store: &str| {
        view! {
            <Hidden name="version" value=version.to_string() />
            <Hidden name="store" value=store.to_owned() />
            <Hidden name="year" value=year.to_string() />
        }
    };
    let (holiday, region, weekend) = (hidden(&store), hidden(&store), hidden(&store));
    let regions = pack.rules().regions.iter();
    let regions: Vec<_> = regions
        .map(|region| (region.code.to_owned(), region.name.to_owned()))
        .collect();
    let saturdays = vec![
        (
            "works".to_owned(),
            "Cuenta: la fecha más temprana".to_owned(),
        ),
        ("rests".to_owned(), "No cuenta".to_owned()),
    ];
    let chosen = match saturday {
        Saturday::Works => "works",
        Saturday::Rests => "rests",
    };
    let of_region = (!regions.is_empty()).then(|| {
        view! {
            <WriteForm name="region" kind="region" label="Festivos de la región" draft=draft_of("region")>
                {region}
                <Select name="region" label="Festivos de la región" choices=regions />
                <Button look=Look::Plain>"Añadir los que se repiten cada año"</Button>
            </WriteForm>
        }
    });
    view! {
        <div class="mt-6 grid gap-6 border-t border-base-300 pt-5">
            <WriteForm name="festivo" kind="holiday" label="Festivo nuevo" draft=draft_of("holiday")>
                {holiday}
                <Grid>
                    <Field name="date" label="Día" kind="date" required=true />
                    <Field name="name" label="Cómo se llama" required=true />
                </Grid>
                <Button look=Look::Plain>"Añadir el festivo"</Button>
            </WriteForm>
            {of_region}
            <WriteForm name="sabado" kind="saturday" label="El sábado ante la ley" draft=draft_of("saturday")>
                {weekend}
                <Select name="saturday" label="El sábado ante la ley" choices=saturdays value=chosen.to_owned() />
                <Button look=Look::Plain>"Guardar"</Button>
            </WriteForm>
        </div>
    }
}
