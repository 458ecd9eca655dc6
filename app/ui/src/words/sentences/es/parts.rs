//! What the Spanish sentences are made of.

use domain::account::{
    Channel, Language, OrderLine, PointAnswer, PromiseSource, RemedyKind, Resolution, Terms,
};
use domain::deadline::Bearer;
use domain::fact::{Foreseen, FoundBy};
use domain::ids::{ContactId, PersonId};
use domain::money::Money;
use domain::time::Date;

use crate::words::sentences::{Teller, numbers};
use crate::words::{Tongue, counted, labels, promised, roles};

const T: Tongue = Tongue::Es;
/// How many lines of an order one sentence names.
const LINES_NAMED: usize = 4;

/// Given by whoever records it, told of another, or told by the customer.
pub(super) fn made(
    teller: &Teller<'_>,
    terms: &Terms,
    by: Option<PersonId>,
    to: Option<ContactId>,
    source: PromiseSource,
) -> String {
    let other = by.and_then(|by| teller.other(by).map(|name| (by, name)));
    let (to, terms) = (teller.to(to), promised::terms(T, terms, teller.row.on));
    let noted = teller.bend("anotó", "anotaste");
    let promised = match &other {
        Some((by, name)) if Some(*by) == teller.names.viewer => format!("prometiste {name}"),
        Some((_, name)) => format!("prometió {name}"),
        None => "se prometió".to_owned(),
    };
    match (source, other, terms) {
        (PromiseSource::ByClaim, _, terms) => {
            let terms = terms.map(|terms| format!(": {terms}"));
            let terms = terms.unwrap_or_default();
            format!("{noted} lo que {promised}, como lo cuenta el cliente{terms}")
        }
        (PromiseSource::Recorded, None, None) => {
            format!("{} {to}", teller.bend("dio su palabra", "diste tu palabra"))
        }
        (PromiseSource::Recorded, None, Some(terms)) => {
            format!("{} {to} {terms}", teller.bend("prometió", "prometiste"))
        }
        (PromiseSource::Recorded, Some(_), None) => format!("{noted} lo que {promised} {to}"),
        (PromiseSource::Recorded, Some(_), Some(terms)) => {
            format!("{noted} lo que {promised} {to}: {terms}")
        }
    }
}

/// What honouring gives at once.
pub(super) fn given(teller: &Teller<'_>, pay_now: Option<Money>, frozen: Option<Money>) -> String {
    let money = |sum: Option<Money>| sum.map(|sum| teller.money(sum));
    match (money(pay_now), money(frozen)) {
        (Some(now), Some(frozen)) => {
            format!(": se pagan {now} ahora y quedan {frozen} en suspenso")
        }
        (Some(now), None) => format!(": se pagan {now}"),
        (None, Some(frozen)) => format!(": quedan {frozen} en suspenso"),
        (None, None) => String::new(),
    }
}

pub(super) fn remedy(teller: &Teller<'_>, kind: RemedyKind, amount: Option<Money>) -> String {
    let amount = amount.map(|amount| teller.money(amount));
    match (kind, amount) {
        (RemedyKind::InvoiceCorrection, None) => "corregir la factura".to_owned(),
        (RemedyKind::InvoiceCorrection, Some(sum)) => format!("corregir la factura en {sum}"),
        (RemedyKind::Credit, None) => "abonar lo cobrado de más".to_owned(),
        (RemedyKind::Credit, Some(sum)) => format!("abonar {sum}"),
        (RemedyKind::Delivery, None) => "hacer la entrega".to_owned(),
        (RemedyKind::Delivery, Some(sum)) => format!("hacer la entrega ({sum})"),
        (RemedyKind::Service, None) => "prestar lo prometido".to_owned(),
        (RemedyKind::Service, Some(sum)) => format!("prestar lo prometido ({sum})"),
        (RemedyKind::Worth, None) => "pagar su valor".to_owned(),
        (RemedyKind::Worth, Some(sum)) => format!("pagar su valor, {sum}"),
    }
}

/// `responde Marta`, `respondes tú`.
pub(super) fn answers(teller: &Teller<'_>, person: PersonId) -> String {
    let is_viewer = teller.names.viewer == Some(person);
    let answers = if is_viewer { "respondes" } else { "responde" };
    format!("{answers} {}", teller.person(person))
}

pub(super) fn borne(teller: &Teller<'_>, bearer: Bearer) -> String {
    match bearer {
        Bearer::Owner => "lo hace quien responde del asunto".to_owned(),
        Bearer::Person(person) if teller.names.viewer == Some(person) => "lo haces tú".to_owned(),
        Bearer::Person(person) => format!("lo hace {}", teller.person(person)),
        Bearer::Role(role) => format!("lo hace {}", roles::name(T, role)),
    }
}

/// Of several remedies, the first needs no number.
pub(super) fn which(remedy: u16) -> String {
    match remedy {
        0 => String::new(),
        place => format!(" {}", u32::from(place) + 1),
    }
}

pub(super) fn of_lines(teller: &Teller<'_>, lines: &[u16]) -> String {
    let numbers = numbers(lines);
    match numbers.len() {
        0 => "todas las líneas".to_owned(),
        1 => format!("la línea {}", numbers.concat()),
        _ => format!("las líneas {}", teller.list(&numbers)),
    }
}

/// What did not come, or will not, of what was promised for a day.
pub(super) fn missed(teller: &Teller<'_>, promised: Option<Date>, foreseen: Foreseen) -> String {
    let came = match foreseen {
        Foreseen::No => "no llegó",
        Foreseen::Yes => "no va a llegar",
    };
    match promised {
        Some(promised) => format!("{came} lo prometido para {}", teller.day(promised)),
        None => format!("{came} lo pedido, sin fecha prometida"),
    }
}

pub(super) fn ordered(teller: &Teller<'_>, lines: &[OrderLine]) -> String {
    let mut named: Vec<String> = lines
        .iter()
        .take(LINES_NAMED)
        .map(|one| line(teller, one))
        .collect();
    if lines.len() > LINES_NAMED {
        named.push(counted(
            lines.len() - LINES_NAMED,
            "línea más",
            "líneas más",
        ));
    }
    named.join("; ")
}

pub(super) fn line(teller: &Teller<'_>, line: &OrderLine) -> String {
    let what = line
        .what
        .map_or_else(|| "sin describir".to_owned(), |what| teller.text(what));
    let day = |date: Option<Date>, before: &str| {
        date.map(|date| format!(", {before} {}", teller.day(date)))
            .unwrap_or_default()
    };
    let due = match line.due_on() {
        Some(_) => day(line.due_on(), "para"),
        None => ", sin fecha prometida".to_owned(),
    };
    let requested = day(
        line.requested.filter(|date| line.due_on() != Some(*date)),
        "lo pedía para",
    );
    let actual = day(line.actual, "entregado");
    let essential = promised::essentially(T, line.essential);
    format!(
        "{} × {what}{due}{essential}{requested}{actual}",
        line.quantity
    )
}

pub(super) fn answered(teller: &Teller<'_>, answers: &[PointAnswer]) -> String {
    let came_to = |to| {
        let alike = answers.iter().filter(|answer| answer.resolution == to);
        alike.count()
    };
    let (accepted, denied) = (came_to(Resolution::Accepted), came_to(Resolution::Denied));
    let answered = teller.bend("contestó la reclamación", "contestaste la reclamación");
    let parts: Vec<String> = [
        (accepted, "punto aceptado", "puntos aceptados"),
        (denied, "punto denegado", "puntos denegados"),
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| counted(number, one, many))
    .collect();
    match (accepted, denied) {
        (1, 0) => format!("{answered}: aceptada"),
        (0, 1) => format!("{answered}: denegada"),
        _ => format!("{answered}: {}", teller.list(&parts)),
    }
}

pub(super) const fn as_said(found_by: FoundBy) -> &'static str {
    match found_by {
        FoundBy::House => "",
        FoundBy::Claim(_) => ", como dice el cliente",
    }
}

pub(super) const fn through(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "por teléfono",
        Channel::Visit => "en una visita",
        Channel::Counter => "en el mostrador",
        Channel::Email => "por correo",
        Channel::Message => "por mensaje",
    }
}

pub(super) const fn preferred(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "que le llamen",
        Channel::Visit => "que le visiten",
        Channel::Counter => "venir a la tienda",
        Channel::Email => "un correo",
        Channel::Message => "un mensaje",
    }
}

pub(super) fn tongue(language: Language) -> String {
    match language {
        Language::Es => String::new(),
        other => format!(", en {}", labels::language(T, other).to_lowercase()),
    }
}

pub(super) fn answered_in(language: Language) -> String {
    match language {
        Language::Es => String::new(),
        other => format!(
            "; se contesta en {}",
            labels::language(T, other).to_lowercase()
        ),
    }
}
