//! What the English sentences are made of.

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

const T: Tongue = Tongue::En;
/// How many lines of an order one sentence names.
const LINES_NAMED: usize = 4;

pub(super) fn made(
    teller: &Teller<'_>,
    terms: &Terms,
    by: Option<PersonId>,
    to: Option<ContactId>,
    source: PromiseSource,
) -> String {
    let who = by.and_then(|by| teller.other(by));
    let (to, terms) = (
        teller.names.contact(T, to),
        promised::terms(T, terms, teller.row.on),
    );
    match (source, who, terms) {
        (PromiseSource::ByClaim, None, None) => {
            "recorded what was promised, as the customer tells it".to_owned()
        }
        (PromiseSource::ByClaim, None, Some(terms)) => {
            format!("recorded what was promised, as the customer tells it: {terms}")
        }
        (PromiseSource::ByClaim, Some(who), None) => {
            format!("recorded what {who} promised, as the customer tells it")
        }
        (PromiseSource::ByClaim, Some(who), Some(terms)) => {
            format!("recorded what {who} promised, as the customer tells it: {terms}")
        }
        (PromiseSource::Recorded, None, None) => format!("made a promise to {to}"),
        (PromiseSource::Recorded, None, Some(terms)) => format!("promised {to} {terms}"),
        (PromiseSource::Recorded, Some(who), None) => {
            format!("recorded that {who} made a promise to {to}")
        }
        (PromiseSource::Recorded, Some(who), Some(terms)) => {
            format!("recorded that {who} promised {to} {terms}")
        }
    }
}

pub(super) fn honoured(
    teller: &Teller<'_>,
    pay_now: Option<Money>,
    frozen: Option<Money>,
) -> String {
    let given = match (
        pay_now.map(|sum| teller.money(sum)),
        frozen.map(|sum| teller.money(sum)),
    ) {
        (Some(now), Some(frozen)) => format!(": {now} to pay now, {frozen} on hold"),
        (Some(now), None) => format!(": {now} to pay"),
        (None, Some(frozen)) => format!(": {frozen} on hold"),
        (None, None) => String::new(),
    };
    format!("honoured the promise{given}")
}

pub(super) fn remedy(teller: &Teller<'_>, kind: RemedyKind, amount: Option<Money>) -> String {
    let kind = match kind {
        RemedyKind::InvoiceCorrection => "a corrected invoice",
        RemedyKind::Credit => "a credit",
        RemedyKind::Delivery => "the delivery",
        RemedyKind::Service => "a service",
        RemedyKind::Worth => "its worth",
    };
    amount.map_or_else(
        || kind.to_owned(),
        |amount| format!("{kind} of {}", teller.money(amount)),
    )
}

/// `in the care of Marta`, `in your care`.
pub(super) fn care(teller: &Teller<'_>, person: PersonId) -> String {
    if teller.names.viewer == Some(person) {
        return "in your care".to_owned();
    }
    format!("in the care of {}", teller.person(person))
}

pub(super) fn borne(teller: &Teller<'_>, bearer: Bearer) -> String {
    match bearer {
        Bearer::Owner => "whoever answers for the matter".to_owned(),
        Bearer::Person(person) => teller.person(person),
        Bearer::Role(role) => roles::name(T, role).to_owned(),
    }
}

pub(super) fn of_lines(teller: &Teller<'_>, lines: &[u16]) -> String {
    let numbers = numbers(lines);
    match numbers.len() {
        0 => "every line".to_owned(),
        1 => format!("line {}", numbers.concat()),
        _ => format!("lines {}", teller.list(&numbers)),
    }
}

/// What did not come, or will not, of what was promised for a day.
pub(super) fn missed(teller: &Teller<'_>, promised: Option<Date>, foreseen: Foreseen) -> String {
    let came = match foreseen {
        Foreseen::No => "did not come",
        Foreseen::Yes => "will not come",
    };
    match promised {
        Some(promised) => format!("what was promised for {} {came}", teller.day(promised)),
        None => format!("what was ordered, with no date promised, {came}"),
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
            "more line",
            "more lines",
        ));
    }
    named.join("; ")
}

pub(super) fn line(teller: &Teller<'_>, line: &OrderLine) -> String {
    let what = line
        .what
        .map_or_else(|| "not described".to_owned(), |what| teller.text(what));
    let day = |date: Option<Date>, before: &str| {
        date.map(|date| format!(", {before} {}", teller.day(date)))
            .unwrap_or_default()
    };
    let due = match line.due_on() {
        Some(_) => day(line.due_on(), "for"),
        None => ", no date promised".to_owned(),
    };
    let requested = day(
        line.requested.filter(|date| line.due_on() != Some(*date)),
        "asked for by",
    );
    let actual = day(line.actual, "delivered on");
    let essential = promised::essentially(T, line.essential);
    format!(
        "{} × {what}{due}{essential}{requested}{actual}",
        line.quantity
    )
}

pub(super) fn answered(teller: &Teller<'_>, answers: &[PointAnswer]) -> String {
    let came_to = |to| {
        answers
            .iter()
            .filter(|answer| answer.resolution == to)
            .count()
    };
    let (accepted, denied) = (came_to(Resolution::Accepted), came_to(Resolution::Denied));
    match (accepted, denied) {
        (1, 0) => return "answered the claim: accepted".to_owned(),
        (0, 1) => return "answered the claim: denied".to_owned(),
        _ => {}
    }
    let parts: Vec<String> = [
        (accepted, "point accepted", "points accepted"),
        (denied, "point denied", "points denied"),
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| counted(number, one, many))
    .collect();
    format!("answered the claim: {}", teller.list(&parts))
}

pub(super) const fn as_said(found_by: FoundBy) -> &'static str {
    match found_by {
        FoundBy::House => "",
        FoundBy::Claim(_) => ", as the customer says",
    }
}

pub(super) const fn through(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "by phone",
        Channel::Visit => "on a visit",
        Channel::Counter => "at the counter",
        Channel::Email => "by e-mail",
        Channel::Message => "by message",
    }
}

pub(super) const fn preferred(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "a call",
        Channel::Visit => "a visit",
        Channel::Counter => "to come to the store",
        Channel::Email => "an e-mail",
        Channel::Message => "a message",
    }
}

pub(super) fn tongue(language: Language) -> String {
    match language {
        Language::En => String::new(),
        other => format!(", in {}", labels::language(T, other)),
    }
}

pub(super) fn answered_in(language: Language) -> String {
    match language {
        Language::En => String::new(),
        other => format!("; to be answered in {}", labels::language(T, other)),
    }
}
