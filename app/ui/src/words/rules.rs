//! What each rule that gives dates says, and what is said where it counted nothing.
//! It refuses to hold a number: the rules are the domain's, and their packs' the words.

use domain::deadline::{Deadline, RuleId};
use domain::packs;

use super::{Tongue, dates};

/// A rule by what it says; `None` for one of a newer pack, which shows as its id.
pub(super) fn title(t: Tongue, rule: &RuleId) -> Option<&'static str> {
    packs::rule(&rule.0).map(|rule| t.pick(rule.es, rule.en))
}

/// Why that day, where nothing was counted.
pub(super) fn said(t: Tongue, deadline: &Deadline) -> String {
    let on = dates::full(t, deadline.on);
    let from = dates::full(t, deadline.from);
    let (es, en) = match deadline.rule.0.as_ref() {
        "PAL-until" => (
            format!("La promesa vale hasta el {on}."),
            format!("The promise holds until {on}."),
        ),
        "PAL-remedy" | "PAL-complete" | "PAL-hearing" => (
            format!("Al cliente se le dijo el {on}."),
            format!("The customer was told {on}."),
        ),
        "PAL-moved" => (
            format!("Se cambió al {on}; el motivo está en el historial."),
            format!("It was moved to {on}; the reason is in the history."),
        ),
        "PAL-imported" => (
            format!(
                "Contada desde el {from}, la fecha ya había pasado cuando se importó: el siguiente día laborable es el {on}."
            ),
            format!(
                "Counted from {from}, the date had passed when it was imported: the next working day is {on}."
            ),
        ),
        "PAL-at-once" => (
            format!(
                "Contada desde el {from}, la fecha ya había pasado: el primer día laborable es el {on}."
            ),
            format!("Counted from {from}, the date had passed: the first working day is {on}."),
        ),
        _ => (
            format!("La fecha es el {on}."),
            format!("The date is {on}."),
        ),
    };
    match t {
        Tongue::Es => es,
        Tongue::En => en,
    }
}
