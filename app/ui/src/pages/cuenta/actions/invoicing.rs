//! An invoice beside what was promised: what the customer is to pay stands above the fields, and those that a promise of
//! its kind does not ask are not there.

use domain::account::{Every, MatterState, Terms};
use domain::ids::MatterId;
use domain::money::{Rate, TaxBasis};
use leptos::prelude::*;

use super::shared::Save;
use crate::pages::cuenta::story::Story;
use crate::parts::{Check, Field, Select};
use crate::words::{Tongue, invoices, labels};

/// Two fields beside each other, also in the narrow column of what is owed.
const BESIDE: &str = "grid gap-4 sm:max-lg:grid-cols-2 xl:grid-cols-2";

#[component]
pub(super) fn Invoice(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let promised = story.shown.with_untracked(|shown| {
        let one = shown.account.matters.get(&matter)?;
        let MatterState::Promise(promise) = &one.state else {
            return None;
        };
        let drafts = promise.invoices.drafts();
        let numbers = drafts.map(|(one, _)| one.invoice.number.clone());
        Some((promise.terms, numbers.collect::<Vec<_>>()))
    });
    let (terms, drafts) = promised.unwrap_or((Terms::Other, Vec::new()));
    let none = (String::new(), "Elige…".to_owned());
    let bases = labels::pairs(labels::tax_bases(Tongue::Es));
    let bases: Vec<_> = std::iter::once(none).chain(bases).collect();
    let (usual, currency) = story
        .page
        .with_value(|page| (page.tax_rate.clone(), page.currency.clone()));
    let rate = rate(&terms).map_or(usual, |rate| rate.to_string());
    view! {
        <p class="text-sm">{invoices::to_pay(Tongue::Es, &terms)}</p>
        <div class=BESIDE>
            <Field name="number" label="Número de la factura" required=true />
            <Field name="drawn" label="Fecha de la factura" kind="date" hint="Vacío es hoy." />
            <Field name="amount" label=format!("Importe en {currency}") inputmode="decimal" required=true />
            <Select name="tax" label="El IVA" choices=bases hint="Un importe nunca calla su impuesto." />
            <Field name="rate" label="Tipo de IVA, %" inputmode="decimal" value=rate />
            <OfItsKind terms />
        </div>
        <Replaces drafts />
        <div class=BESIDE>
            <Check name="left" label="Ya ha salido al cliente" />
            <Field name="sent" label="Salió el" kind="date" hint="Si ya salió; vacío es hoy." />
        </div>
        <Save />
    }
}

/// The rate that was promised.
fn rate(terms: &Terms) -> Option<Rate> {
    match terms {
        Terms::Price {
            tax: TaxBasis::Included(rate) | TaxBasis::Excluded(rate),
            ..
        } => Some(*rate),
        _ => None,
    }
}

/// What only a price, a discount or payment terms are compared by.
#[component]
fn OfItsKind(terms: Terms) -> impl IntoView {
    match terms {
        Terms::Price { every, .. } => {
            let every = match every {
                Every::Once => "once",
                Every::Month => "month",
                Every::Year => "year",
            };
            let choices = labels::pairs(labels::everies(Tongue::Es));
            view! { <Select name="every" label="Cada cuánto" choices value=every /> }.into_any()
        }
        Terms::Discount { .. } => view! {
            <Field name="list" label="Precio antes del descuento" inputmode="decimal" hint="Con el IVA como el importe." />
            <Field name="percent" label="O el descuento aplicado, %" inputmode="decimal" />
            <Field name="off" label="O cuánto se descuenta" inputmode="decimal" />
        }
        .into_any(),
        Terms::Payment { .. } => view! { <Field name="due" label="Se paga el" kind="date" required=true /> }.into_any(),
        Terms::Delivery { .. } | Terms::Other => ().into_any(),
    }
}

/// Which of those that differ it takes the place of, where it has another number.
#[component]
fn Replaces(drafts: Vec<String>) -> impl IntoView {
    let first = drafts.first().cloned()?;
    let choices = drafts.into_iter().map(|number| (number.clone(), number));
    let choices: Vec<_> = choices
        .chain([(String::new(), "Ninguna".to_owned())])
        .collect();
    Some(view! {
        <Select
            name="replaces"
            label="Sustituye a la factura"
            choices
            value=first
            hint="La que no decía lo prometido, aunque esta tenga otro número."
        />
    })
}
