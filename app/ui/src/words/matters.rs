//! A matter in a few words: what it is, and how it stands.

use domain::account::{Every, Matter, MatterState, PromiseStage, Reduction, Telling, Terms};
use domain::ids::TextId;
use domain::money::TaxBasis;
use std::collections::BTreeMap;

use super::{Tone, Tongue, dates, labels, money};

/// What it is.
#[must_use]
pub fn title(tongue: Tongue, matter: &Matter, words: &BTreeMap<TextId, String>) -> String {
    match &matter.state {
        MatterState::Promise(promise) => match promise.terms {
            Terms::Other => {
                let what = promise.what.and_then(|what| words.get(&what.id));
                format!(
                    "Promesa: {}",
                    what.map_or("lo que cuenta el cliente", |what| first_line(what))
                )
            }
            terms_of => format!("Promesa: {}", terms(tongue, &terms_of)),
        },
        MatterState::Order(order) => format!("Pedido {}", order.number),
        MatterState::Claim(claim) => format!("Reclamación: {}", labels::claim(tongue, claim.kind)),
    }
}

/// How it stands.
#[must_use]
pub fn state(tongue: Tongue, matter: &Matter) -> (&'static str, Tone) {
    let Tongue::Es = tongue;
    match &matter.state {
        MatterState::Promise(promise) => match promise.stage {
            PromiseStage::Made => ("Hecha", Tone::Plain),
            PromiseStage::Confirmed => ("Confirmada", Tone::Plain),
            PromiseStage::Broken => ("Rota", Tone::Broken),
            PromiseStage::Honoured => ("Respaldada", Tone::Risk),
            PromiseStage::Kept => ("Cumplida", Tone::Kept),
            PromiseStage::Released => ("Liberada", Tone::Plain),
        },
        MatterState::Order(order) => {
            if order.cancelled_on.is_some() {
                return ("Anulado", Tone::Plain);
            }
            let is_late = order
                .lines
                .iter()
                .any(domain::account::OrderLine::arrived_late);
            match (order.is_running(), is_late, order.amends.telling) {
                (true, _, Telling::Owed(_)) => ("Sin cumplir y sin avisar", Tone::Broken),
                (true, _, Telling::Told(_)) => ("Avisado", Tone::Risk),
                (true, _, Telling::NotOwed) => ("En camino", Tone::Plain),
                (false, true, _) => ("Entregado tarde", Tone::Broken),
                (false, false, _) => ("Entregado", Tone::Kept),
            }
        }
        MatterState::Claim(claim) if claim.is_open() => ("Por contestar", Tone::Risk),
        MatterState::Claim(_) => ("Contestada", Tone::Kept),
    }
}

/// What was promised.
#[must_use]
pub fn terms(tongue: Tongue, terms: &Terms) -> String {
    match terms {
        Terms::Price { amount, tax, every } => {
            let every = match every {
                Every::Once => "",
                Every::Month => " al mes",
                Every::Year => " al año",
            };
            let percent = |rate: &domain::money::Rate| rate.to_string().replace('.', ",");
            let tax = match tax {
                TaxBasis::Included(rate) => format!("IVA del {} % incluido", percent(rate)),
                TaxBasis::Excluded(rate) => format!("más el {} % de IVA", percent(rate)),
                TaxBasis::Exempt => "exento de IVA".to_owned(),
            };
            format!("{}{every}, {tax}", money(tongue, *amount))
        }
        Terms::Discount { reduction } => match reduction {
            Reduction::Percent(rate) => {
                format!("un {} % de descuento", rate.to_string().replace('.', ","))
            }
            Reduction::Amount(amount) => format!("{} de descuento", money(tongue, *amount)),
        },
        Terms::Delivery { date, .. } => format!("entrega {}", dates::said(tongue, *date)),
        Terms::Other => "lo dicho".to_owned(),
    }
}

const TITLE_LETTERS_MAX: usize = 60;

fn first_line(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.char_indices()
        .nth(TITLE_LETTERS_MAX)
        .map_or(line, |(end, _)| &line[..end])
}
