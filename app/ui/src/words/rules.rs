//! What each rule that gives dates is called, and what is said where it counted nothing.
//! It refuses to hold a number: the rules are the domain's.

use domain::deadline::{Deadline, RuleId};

use super::{Tongue, dates};

/// A rule by its name; `None` for one of a newer catalogue, which shows as its id.
pub(super) fn title(t: Tongue, rule: &RuleId) -> Option<&'static str> {
    let (es, en) = match rule.0.as_ref() {
        "LGDCU-21.3" => (
            "Toda reclamación de un consumidor se contesta en quince días naturales",
            "Every consumer's claim is answered in fifteen calendar days",
        ),
        "SAC-17.1" => (
            "Las grandes empresas resuelven en quince días laborables",
            "Large companies resolve in fifteen working days",
        ),
        "SAC-17.3" => (
            "Las grandes empresas contestan en cinco días lo que toca a facturas",
            "Large companies answer billing claims in five days",
        ),
        "DEL-66bis" => (
            "Sin fecha acordada, se entrega en treinta días naturales",
            "With no date agreed, delivery is within thirty calendar days",
        ),
        "PAL-answer" => (
            "Nuestro código: una reclamación se contesta en quince días naturales",
            "Our code: a claim is answered in fifteen calendar days",
        ),
        "PAL-compare" => (
            "La factura se compara con lo prometido antes de treinta y cinco días",
            "The invoice is compared with what was promised within thirty-five days",
        ),
        "PAL-check" => (
            "Antes de la fecha prometida se comprueba que se va a cumplir",
            "Before the promised date we check that it will be kept",
        ),
        "PAL-tell" => (
            "Al cliente se le avisa el mismo día laborable",
            "The customer is told the same working day",
        ),
        "PAL-choice" => (
            "Lo que el cliente prefiere se le vuelve a preguntar a los dos días laborables",
            "What the customer prefers is asked again after two working days",
        ),
        "PAL-ask" => (
            "Al mes se pregunta al cliente si se está cumpliendo",
            "After a month the customer is asked whether it is being kept",
        ),
        "PAL-ask-again" => (
            "Cada noventa días se vuelve a preguntar al cliente",
            "Every ninety days the customer is asked again",
        ),
        "PAL-until" => (
            "Se pregunta al cliente, como tarde, el último día de la promesa",
            "The customer is asked no later than on the promise's last day",
        ),
        "PAL-remedy" => (
            "La reparación se hace el día que se dijo al cliente",
            "A remedy is done on the day the customer was told",
        ),
        "PAL-apology" => (
            "Dirección pide disculpas en tres días laborables",
            "A director apologises within three working days",
        ),
        "PAL-moved" => (
            "Alguien cambió la fecha, con su motivo",
            "Somebody moved the date, with a reason",
        ),
        "PAL-imported" => (
            "Lo que llega de una importación empieza el siguiente día laborable",
            "What comes with an import begins on the next working day",
        ),
        "PAL-at-once" => (
            "Lo que ya llega tarde se hace cuanto antes",
            "What is late already is done at once",
        ),
        _ => return None,
    };
    Some(t.pick(es, en))
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
        "PAL-remedy" => (
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
