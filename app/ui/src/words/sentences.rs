//! A fact as a sentence: who did what, in whose words, and of what colour.

use domain::account::{Essential, OrderLine, PromiseSource};
use domain::context::Actor;
use domain::deadline::DueKind;
use domain::fact::{Aftermath, Cost, Direction, Fact, FoundBy};
use domain::text::TextRef;
use domain::time::Date;
use domain::timeline::Row;

use super::matters::terms;
use super::{Names, Sentence, Tone, Tongue, dates, labels, list, money};

/// The row, told.
#[must_use]
pub fn of(tongue: Tongue, row: &Row, names: &Names) -> Sentence {
    let (did, tone) = did(tongue, row, names);
    Sentence {
        who: who(row, names),
        did,
        quote: quote(row),
        tone,
    }
}

fn who(row: &Row, names: &Names) -> String {
    let customer = |contact: Option<domain::ids::ContactId>| {
        contact.map_or_else(|| "El cliente".to_owned(), |contact| names.contact(contact))
    };
    match (&row.fact, &row.actor) {
        (Fact::ClaimReceived { contact, .. }, _) => customer(*contact),
        (
            Fact::InteractionRecorded {
                direction: Direction::Incoming,
                contact,
                ..
            },
            _,
        ) => customer(*contact),
        (Fact::PromiseMade { by: Some(by), .. }, _) => capital(&names.person(*by)),
        (Fact::PromiseReleased { .. } | Fact::PromiseConfirmed { .. }, _) => {
            "El cliente".to_owned()
        }
        (_, Actor::Person { person, .. }) => capital(&names.person(*person)),
        (_, Actor::Customer { contact }) => names.contact(*contact),
        (_, Actor::House) => capital(&names.house),
        (_, Actor::Import { source }) => format!("Importado de {source}:"),
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Spanish bends the verb to «tú».
fn verb(row: &Row, names: &Names, you: &'static str, they: &'static str) -> &'static str {
    let person = match &row.fact {
        Fact::PromiseMade { by: Some(by), .. } => Some(*by),
        _ => row.actor.person(),
    };
    if person.is_some() && person == names.viewer {
        you
    } else {
        they
    }
}

fn did(t: Tongue, row: &Row, names: &Names) -> (String, Tone) {
    let verb = |you, they| verb(row, names, you, they);
    let day = |date: Date| dates::said(t, date);
    match &row.fact {
        Fact::AccountOpened { owner, .. } => (
            format!(
                "{} la cuenta; responde {}",
                verb("abriste", "abrió"),
                names.person(*owner)
            ),
            Tone::Plain,
        ),
        Fact::AccountRestated { .. } => {
            ("los datos de la cuenta cambiaron".to_owned(), Tone::Plain)
        }
        Fact::ContactAdded { .. } => (
            format!("{} un contacto", verb("apuntaste", "apuntó")),
            Tone::Plain,
        ),
        Fact::OwnerAssigned { owner } => (
            format!(
                "{} la cuenta: ahora responde {}",
                verb("pasaste", "pasó"),
                names.person(*owner)
            ),
            Tone::Plain,
        ),
        Fact::MatterAssigned { owner } => (
            format!(
                "{} el asunto: ahora responde {}",
                verb("pasaste", "pasó"),
                names.person(*owner)
            ),
            Tone::Plain,
        ),
        Fact::InteractionRecorded {
            channel,
            direction,
            contact,
            outcome,
            cost,
            ..
        } => {
            let by = labels::by(t, *channel);
            let said = match direction {
                Direction::Incoming => format!("se dirigió a la casa {by}{}", cost_of(*cost)),
                Direction::Outgoing => {
                    let whom = contact
                        .map_or_else(|| "el cliente".to_owned(), |contact| names.contact(contact));
                    format!(
                        "{} con {whom} {by}{}",
                        verb("hablaste", "habló"),
                        labels::ended(t, *outcome)
                    )
                }
            };
            (said, Tone::Plain)
        }
        Fact::NoteAdded { .. } => (verb("anotaste", "anotó").to_owned(), Tone::Plain),
        Fact::Corrected { version, .. } => (
            format!(
                "{} la línea {version}, que sigue donde está",
                verb("corregiste", "corrigió")
            ),
            Tone::Plain,
        ),
        Fact::DueMoved { due, from, to, .. } => {
            let moved = verb("moviste", "movió");
            (
                format!("{moved} {} de {} a {}", due_of(*due), day(*from), day(*to)),
                Tone::Risk,
            )
        }
        Fact::PromiseMade {
            terms: promised,
            source,
            ..
        } => {
            let unrecorded = match source {
                PromiseSource::Recorded => "",
                PromiseSource::ByClaim => " (según cuenta el cliente: no estaba apuntado)",
            };
            (
                format!(
                    "{} {}{unrecorded}",
                    verb("prometiste", "prometió"),
                    terms(t, promised)
                ),
                Tone::Plain,
            )
        }
        Fact::PromiseConfirmed { .. } => ("lo leyó y está de acuerdo".to_owned(), Tone::Plain),
        Fact::PromiseAmended { terms: now, .. } => (
            format!(
                "{} con el cliente: ahora es {}",
                verb("acordaste", "acordó"),
                terms(t, now)
            ),
            Tone::Plain,
        ),
        Fact::PromiseKept { .. } => (
            format!("{} lo prometido", verb("cumpliste", "cumplió")),
            Tone::Kept,
        ),
        Fact::PromiseBroken { found_by, .. } => {
            let how = match found_by {
                FoundBy::House => "ve que no se cumplirá lo prometido",
                FoundBy::Claim(_) => "da por incumplido lo prometido: se cree al cliente",
            };
            (how.to_owned(), Tone::Broken)
        }
        Fact::PromiseReleased { .. } => ("nos libera de lo prometido".to_owned(), Tone::Plain),
        Fact::Honoured {
            pay_now, frozen, ..
        } => {
            let pays = pay_now
                .map(|now| format!(": se pagan {} ahora", money(t, now)))
                .unwrap_or_default();
            let frozen = frozen
                .map(|held| format!(" y {} quedan en suspenso", money(t, held)))
                .unwrap_or_default();
            (
                format!(
                    "{} la promesa{pays}{frozen}",
                    verb("respaldaste", "respaldó")
                ),
                Tone::Kept,
            )
        }
        Fact::RemedyOwed {
            remedy_kind,
            amount,
            by,
            ..
        } => {
            let amount = amount
                .map(|amount| format!(" ({})", money(t, amount)))
                .unwrap_or_default();
            (
                format!(
                    "se compromete a {}{amount} para {}",
                    labels::remedy(t, *remedy_kind),
                    day(*by)
                ),
                Tone::Risk,
            )
        }
        Fact::RemedyDone { .. } => (
            format!("{} lo incumplido", verb("reparaste", "reparó")),
            Tone::Kept,
        ),
        Fact::ApologyGiven { .. } => (
            format!("{} disculpas en primera persona", verb("pediste", "pidió")),
            Tone::Kept,
        ),
        Fact::OrderPlaced { number, lines, .. } => (
            format!(
                "{} el pedido {number}{}",
                verb("apuntaste", "apuntó"),
                promised(t, lines)
            ),
            Tone::Plain,
        ),
        Fact::LinesRepromised { to, essential, .. } => {
            let essential = match essential {
                Essential::Yes => ", fecha esencial",
                Essential::No => "",
            };
            (format!("nueva fecha: {}{essential}", day(*to)), Tone::Risk)
        }
        Fact::LinesDelivered { arrived_on, .. } => {
            (format!("el pedido llegó {}", day(*arrived_on)), Tone::Kept)
        }
        Fact::LinesMissed {
            promised,
            aftermath,
            ..
        } => {
            let still = match aftermath {
                Aftermath::Open => "no ha llegado",
                Aftermath::Over => "no llegó a tiempo",
            };
            (
                format!("{still} lo prometido para {}", day(*promised)),
                Tone::Broken,
            )
        }
        Fact::LineRestated { .. } => (
            "el origen dice ahora otra cosa del pedido".to_owned(),
            Tone::Plain,
        ),
        Fact::OrderCancelled { .. } => (
            format!("{} el pedido", verb("anulaste", "anuló")),
            Tone::Plain,
        ),
        Fact::ClaimReceived {
            claim_kind,
            invoiced,
            ..
        } => {
            let invoice = invoiced
                .map(|is| format!("; la factura dice {}", money(t, is)))
                .unwrap_or_default();
            (
                format!("reclama: {}{invoice}", labels::claim(t, *claim_kind)),
                Tone::Broken,
            )
        }
        Fact::ClaimAnswered { answers } => {
            let points = if answers.len() == 1 {
                "el punto".to_owned()
            } else {
                format!("los {} puntos", answers.len())
            };
            (
                format!(
                    "{} {points} de la reclamación",
                    verb("contestaste", "contestó")
                ),
                Tone::Kept,
            )
        }
    }
}

fn promised(t: Tongue, lines: &[OrderLine]) -> String {
    let mut days: Vec<Date> = lines.iter().filter_map(|line| line.promised).collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => String::new(),
        days => {
            let days: Vec<String> = days.iter().map(|day| dates::said(t, *day)).collect();
            format!(", prometido para {}", list(&days))
        }
    }
}

const fn due_of(due: DueKind) -> &'static str {
    match due {
        DueKind::Compare => "la comparación con la factura",
        DueKind::Check => "la pregunta a la casa",
        DueKind::Tell => "el aviso al cliente",
        DueKind::Choice => "la elección del cliente",
        DueKind::Ask => "la pregunta al cliente",
        DueKind::Remedy(_) => "la reparación",
        DueKind::Apology => "la disculpa",
        DueKind::Answer => "la respuesta",
    }
}

fn cost_of(cost: Cost) -> String {
    let some = |n: u16, one: &str, many: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let parts: Vec<String> = [
        some(cost.minutes, "minuto de espera", "minutos de espera"),
        some(cost.trips, "viaje", "viajes"),
        some(
            cost.transfers,
            "vez de mano en mano",
            "veces de mano en mano",
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(" ({})", list(&parts))
    }
}

/// What people said, where the fact points to it; what was erased says so.
fn quote(row: &Row) -> Option<String> {
    let said = |texts: &[TextRef]| -> Option<String> {
        let lines: Vec<&str> = texts
            .iter()
            .map(|text| {
                row.texts
                    .get(&text.id)
                    .map_or("(texto borrado)", String::as_str)
            })
            .collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    };
    match &row.fact {
        Fact::AccountOpened { .. } | Fact::AccountRestated { .. } => None,
        Fact::ContactAdded {
            name, phone, email, ..
        } => {
            let known: Vec<TextRef> = [Some(*name), *phone, *email]
                .into_iter()
                .flatten()
                .collect();
            said(&known)
        }
        fact => said(&fact.texts()),
    }
}
