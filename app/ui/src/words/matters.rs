//! A matter by its title.
//! It refuses to know how it stands: its line in the story and its dues tell that.

use std::collections::BTreeMap;

use domain::account::{ClaimKind, Matter, MatterState, OrderLine, Promise, Terms};
use domain::ids::TextId;
use domain::time::Date;

use super::{Tongue, dates, labels, promised, sentences::ERASED};

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
        MatterState::Order(known) => order(t, &known.number),
        MatterState::Claim(known) => claim(t, known.kind),
        MatterState::Investigation(_) => investigation(t),
    }
}

/// A promise, where no more is known of it.
#[must_use]
pub fn promise(t: Tongue) -> String {
    t.pick("Promesa", "Promise").to_owned()
}

/// `Pedido P-1`.
#[must_use]
pub fn order(t: Tongue, number: &str) -> String {
    match t {
        Tongue::Es => format!("Pedido {number}"),
        Tongue::En => format!("Order {number}"),
    }
}

/// `Reclamación: promesa incumplida`.
#[must_use]
pub fn claim(t: Tongue, kind: ClaimKind) -> String {
    let kind = labels::claim(t, kind);
    match t {
        Tongue::Es => format!("Reclamación: {kind}"),
        Tongue::En => format!("Claim: {kind}"),
    }
}

/// An investigation.
#[must_use]
pub fn investigation(t: Tongue) -> String {
    t.pick("Investigación interna", "Internal investigation")
        .to_owned()
}

/// `Diez cerraduras (2), para el lunes 15`.
#[must_use]
pub fn line(t: Tongue, line: &OrderLine, texts: &BTreeMap<TextId, String>, today: Date) -> String {
    let what = line.what.and_then(|what| texts.get(&what.id));
    let what = what.map_or_else(|| t.pick(ERASED.0, ERASED.1).to_owned(), |what| brief(what));
    let quantity = match line.quantity {
        1 => String::new(),
        many => format!(" ({many})"),
    };
    let day = match (t, line.due_on()) {
        (Tongue::Es, Some(on)) => format!("para {}", dates::day(t, on, today)),
        (Tongue::En, Some(on)) => format!("for {}", dates::day(t, on, today)),
        (Tongue::Es, None) => "sin fecha".to_owned(),
        (Tongue::En, None) => "no date".to_owned(),
    };
    format!("{what}{quantity}, {day}")
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
        Terms::Payment { days } => match t {
            Tongue::Es => format!("pago a {}", promised::in_days(t, days)),
            Tongue::En => format!("payment in {}", promised::in_days(t, days)),
        },
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
