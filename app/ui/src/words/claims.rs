//! How a claim stands, what it cost the customer to be heard, who knows of it, and why a past matter bears on a new one.
//! It refuses to know what may be done next.

use domain::account::{Bears, Claim, ClaimStage, Mediation};
use domain::ids::TextId;
use domain::time::Date;
use std::collections::BTreeMap;

use super::{Names, Tone, Tongue, dates, list, sentences::ERASED};
use domain::ids::PersonId;

/// Its state in one or two words.
#[must_use]
pub fn state(t: Tongue, claim: &Claim, today: Date) -> (Tone, String) {
    let (tone, es, en) = match claim.stage {
        ClaimStage::Received => (Tone::Plain, "Recibida", "Received"),
        ClaimStage::InStudy => (Tone::Plain, "En estudio", "In study"),
        ClaimStage::Answered { .. } => (
            Tone::Risk,
            "Contestada, por entregar",
            "Answered, to be delivered",
        ),
        ClaimStage::Delivered { .. } => (Tone::Kept, "Contestada", "Answered"),
        ClaimStage::Lapsed { .. } => (Tone::Plain, "Caducada", "Lapsed"),
        ClaimStage::Incomplete { until, .. } => {
            let day = dates::day(t, until, today);
            let said = match t {
                Tongue::Es => format!("Incompleta hasta {day}"),
                Tongue::En => format!("Incomplete until {day}"),
            };
            return (Tone::Risk, said);
        }
    };
    (tone, t.pick(es, en).to_owned())
}

/// Before which body, since when; and that nothing is collected meanwhile.
#[must_use]
pub fn mediation(
    t: Tongue,
    mediation: &Mediation,
    texts: &BTreeMap<TextId, String>,
    today: Date,
) -> String {
    let erased = t.pick(ERASED.0, ERASED.1);
    let text = |id: &TextId| texts.get(id).map_or(erased, String::as_str);
    let body = text(&mediation.body.id);
    let number = mediation
        .reference
        .map(|reference| format!(" ({})", text(&reference.id)));
    let number = number.unwrap_or_default();
    let since = dates::day(t, mediation.on, today);
    match t {
        Tongue::Es => format!(
            "Ante {body}{number}, desde {since}. El cobro está parado; los plazos siguen corriendo."
        ),
        Tongue::En => {
            format!("Before {body}{number}, since {since}. Collection is stopped; the dates go on.")
        }
    }
}

/// How often they had to come to us.
#[must_use]
pub fn contacts(t: Tongue, contacts: u16) -> String {
    match (t, contacts) {
        (Tongue::Es, 0 | 1) => format!("{contacts} contacto; la meta es uno"),
        (Tongue::Es, many) => format!("{many} contactos; la meta es uno"),
        (Tongue::En, 1) => "1 contact; the goal is one".to_owned(),
        (Tongue::En, many) => format!("{many} contacts; the goal is one"),
    }
}

/// Who knows of it, by name.
#[must_use]
pub fn known_by<'p>(
    t: Tongue,
    people: impl IntoIterator<Item = &'p PersonId>,
    names: &Names,
) -> String {
    let mut names: Vec<String> = people
        .into_iter()
        .map(|person| names.person(t, *person))
        .collect();
    names.sort_unstable();
    if names.is_empty() {
        return t.pick("nadie todavía", "nobody yet").to_owned();
    }
    list(t, &names)
}

/// Why a past matter bears on a new claim.
#[must_use]
pub fn bears(t: Tongue, why: Bears) -> String {
    let reasons = [
        (why.contact, "la misma persona", "the same person"),
        (why.kind, "algo parecido", "something alike"),
        (why.thread, "el mismo asunto", "the same matter"),
    ];
    let said: Vec<String> = reasons
        .into_iter()
        .filter(|(holds, ..)| *holds)
        .map(|(_, es, en)| t.pick(es, en).to_owned())
        .collect();
    list(t, &said)
}
