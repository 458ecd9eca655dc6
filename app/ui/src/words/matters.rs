//! A matter by its title, and how it stands.
//! It refuses to know today: whether something is overdue is told by its dues.

use std::collections::BTreeMap;

use domain::account::{
    Apology, Claim, Matter, MatterState, Order, Promise, PromiseStage, Resolution, Telling, Terms,
};
use domain::ids::TextId;

use super::{Tone, Tongue, dates, labels, promised, sentences::ERASED};

/// The longest title a promise's own words make.
const TITLE_CHARS: usize = 60;

/// `Promesa: 89.000 COP al mes`, `Pedido P-1`, `Reclamación: promesa incumplida`.
#[must_use]
pub fn title(t: Tongue, matter: &Matter, texts: &BTreeMap<TextId, String>) -> String {
    match &matter.state {
        MatterState::Promise(promise) => {
            let promised = of_promise(t, promise, texts);
            match t {
                Tongue::Es => format!("Promesa: {promised}"),
                Tongue::En => format!("Promise: {promised}"),
            }
        }
        MatterState::Order(order) => match t {
            Tongue::Es => format!("Pedido {}", order.number),
            Tongue::En => format!("Order {}", order.number),
        },
        MatterState::Claim(claim) => {
            let kind = labels::claim(t, claim.kind);
            match t {
                Tongue::Es => format!("Reclamación: {kind}"),
                Tongue::En => format!("Claim: {kind}"),
            }
        }
    }
}

fn of_promise(t: Tongue, promise: &Promise, texts: &BTreeMap<TextId, String>) -> String {
    match promise.terms {
        Terms::Price { amount, every, .. } => promised::price(t, amount, every),
        Terms::Discount { reduction } => promised::reduced(t, reduction),
        Terms::Delivery { date, .. } => {
            let day = dates::plain(t, date);
            match t {
                Tongue::Es => format!("entrega el {day}"),
                Tongue::En => format!("delivery by {day}"),
            }
        }
        Terms::Other => match promise.what {
            Some(what) => texts
                .get(&what.id)
                .map_or_else(|| t.pick(ERASED.0, ERASED.1).to_owned(), |body| brief(body)),
            None => t
                .pick("lo que cuenta el cliente", "what the customer tells")
                .to_owned(),
        },
    }
}

/// The first line, as far as a title goes.
fn brief(body: &str) -> String {
    let line = body.lines().next().unwrap_or_default().trim();
    if line.chars().count() <= TITLE_CHARS {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE_CHARS - 1).collect();
    format!("{}…", cut.trim_end())
}

/// How it stands, and its colour.
#[must_use]
pub fn state(t: Tongue, matter: &Matter) -> (String, Tone) {
    let (es, en, tone) = match &matter.state {
        MatterState::Promise(promise) => promise_state(promise),
        MatterState::Order(order) => order_state(order),
        MatterState::Claim(claim) => claim_state(claim),
    };
    (t.pick(es, en).to_owned(), tone)
}

type Standing = (&'static str, &'static str, Tone);

fn promise_state(promise: &Promise) -> Standing {
    match (promise.stage, promise.amends.telling) {
        (PromiseStage::Made, _) => ("Hecha", "Made", Tone::Plain),
        (PromiseStage::Confirmed, _) => ("Confirmada", "Confirmed", Tone::Plain),
        (PromiseStage::Broken, Telling::Owed(_)) => {
            ("Rota, sin avisar", "Broken, not told", Tone::Broken)
        }
        (PromiseStage::Broken, Telling::Told(_) | Telling::NotOwed) => {
            ("Rota", "Broken", Tone::Broken)
        }
        (PromiseStage::Honoured, _) if promise.amends.is_open() => (
            "Respaldada, por reparar",
            "Honoured, to be made good",
            Tone::Risk,
        ),
        (PromiseStage::Honoured, _) => ("Respaldada", "Honoured", Tone::Kept),
        (PromiseStage::Kept, _) => ("Cumplida", "Kept", Tone::Kept),
        (PromiseStage::Released, _) => ("Liberada por el cliente", "Released", Tone::Plain),
    }
}

fn order_state(order: &Order) -> Standing {
    let waits = order.waiting().next().is_some();
    let arrived = order.lines.iter().any(|line| line.actual.is_some());
    let is_broken = order.amends.apology != Apology::NotOwed;
    match () {
        () if order.cancelled_on.is_some() => ("Anulado", "Cancelled", Tone::Plain),
        () if matches!(order.amends.telling, Telling::Owed(_)) => {
            ("Tarde, sin avisar", "Late, not told", Tone::Broken)
        }
        () if waits && order.amends.honour.is_some() => ("Respaldado", "Honoured", Tone::Risk),
        () if waits && is_broken => ("Tarde", "Late", Tone::Broken),
        () if waits && arrived => ("Entregado en parte", "Partly delivered", Tone::Plain),
        () if waits => ("En camino", "On its way", Tone::Plain),
        () if order
            .lines
            .iter()
            .any(domain::account::OrderLine::arrived_late) =>
        {
            ("Entregado tarde", "Delivered late", Tone::Broken)
        }
        () => ("Entregado", "Delivered", Tone::Kept),
    }
}

fn claim_state(claim: &Claim) -> Standing {
    let denied = claim.points.iter().any(|point| {
        point
            .answer
            .is_some_and(|answer| answer.resolution == Resolution::Denied)
    });
    match (claim.is_open(), denied) {
        (true, _) => ("Por contestar", "To be answered", Tone::Risk),
        (false, true) => ("Contestada", "Answered", Tone::Plain),
        (false, false) => ("Aceptada", "Accepted", Tone::Kept),
    }
}
