//! The names of the rules that give dates.

use domain::deadline::RuleId;

use super::Tongue;

/// What the rule says; its id where the catalogue does not have it.
#[must_use]
pub fn title(tongue: Tongue, rule: &RuleId) -> String {
    let Tongue::Es = tongue;
    let title = match rule.0.as_ref() {
        "LGDCU-21.3" => "toda empresa contesta a un consumidor en 15 días naturales",
        "SAC-17.1" => {
            "una gran empresa resuelve en 15 días hábiles (sin verificar si el sábado cuenta: se cuenta)"
        }
        "SAC-17.3" => "los cobros indebidos se contestan en 5 días",
        "DEL-66bis" => "sin fecha acordada, se entrega en 30 días naturales",
        "PAL-answer" => "el código de la casa: 15 días naturales",
        "PAL-compare" => "la primera factura llega en 35 días como mucho",
        "PAL-check" => "antes de la fecha prometida se pregunta a la casa si se cumplirá",
        "PAL-tell" => "al cliente se le dice el mismo día laborable",
        "PAL-choice" => "a los dos días laborables se vuelve a preguntar al cliente qué elige",
        "PAL-ask" => "a los 30 días se pregunta al cliente",
        "PAL-ask-again" => "cada 90 días se vuelve a preguntar",
        "PAL-until" => "una promesa con final se pregunta el último día",
        "PAL-remedy" => "el día que se le dijo al cliente",
        "PAL-apology" => "la dirección se disculpa en tres días laborables",
        "PAL-moved" => "alguien la movió, con su razón",
        "PAL-imported" => "vino importado: el siguiente día laborable",
        "PAL-at-once" => "la fecha ya había pasado: se hace cuanto antes",
        other => return other.to_owned(),
    };
    format!("{title} ({})", rule.0)
}
