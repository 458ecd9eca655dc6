//! What is owed, by whom, and «por qué esta fecha».
//! It refuses to count: the working is the domain's.

use chrono::{Datelike, NaiveDateTime};
use domain::calendar::{Counting, DayKind, Direction, Step, Working};
use domain::deadline::{Bearer, Due, DueKind, RuleId};
use domain::ids::PersonId;
use domain::owed::Reason;
use domain::packs;
use domain::time::Date;

use super::{Names, Tongue, capital, dates, list, roles, rules};

/// Why a due has its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyDate {
    /// The rule's title and its source.
    pub rule: String,
    /// How it was counted, in one sentence.
    pub sentence: String,
    /// The other clocks that run, where there are any.
    pub later: Option<String>,
}

/// What is to be done.
#[must_use]
pub fn what(t: Tongue, due: &Due) -> String {
    step(t, due.kind)
}

/// The same, of its kind alone.
#[must_use]
pub fn step(t: Tongue, kind: DueKind) -> String {
    let (es, en) = match kind {
        DueKind::Compare => ("Comparar con la factura", "Compare with the invoice"),
        DueKind::Check => (
            "Preguntar a la casa si se cumplirá",
            "Ask the house whether it will be kept",
        ),
        DueKind::Tell => ("Decírselo al cliente", "Tell the customer"),
        DueKind::Choice => ("Que el cliente elija", "Let the customer choose"),
        DueKind::Ask => (
            "Preguntar al cliente si se cumple",
            "Ask the customer whether it is being kept",
        ),
        DueKind::Remedy(0) => ("Reparar", "Make it good"),
        DueKind::Remedy(place) => {
            let number = u32::from(place) + 1;
            return match t {
                Tongue::Es => format!("Reparar ({number})"),
                Tongue::En => format!("Make it good ({number})"),
            };
        }
        DueKind::Apology => ("Pedir disculpas", "Apologise"),
        DueKind::Acknowledge => (
            "Tomar nota de lo respaldado",
            "Take note of what was honoured",
        ),
        DueKind::Hearing => ("Reunirse con el cliente", "Meet the customer"),
        DueKind::Answer => ("Contestar la reclamación", "Answer the claim"),
        DueKind::Complete => (
            "Que el cliente complete la reclamación",
            "Let the customer complete the claim",
        ),
        DueKind::Mediate => ("Seguir la mediación", "Follow the mediation"),
        DueKind::Finding => (
            "Decir al cliente lo averiguado",
            "Tell the customer what was found",
        ),
        DueKind::Attribute => ("Decir adónde va el coste", "Say where the cost goes"),
        DueKind::Instruct => (
            "Indicar al vendedor cómo hacerlo mejor",
            "Tell the seller how to do better",
        ),
        DueKind::Sign => (
            "Firmar, o no, que se investigue antes",
            "Sign, or not, that they be checked first",
        ),
        DueKind::Notify => (
            "Decirle que se le investiga antes",
            "Tell them that they are checked first",
        ),
        DueKind::Correct => (
            "Corregir la factura antes de que salga",
            "Correct the invoice before it leaves",
        ),
    };
    t.pick(es, en).to_owned()
}

/// Who does it, by name where there is one.
#[must_use]
pub fn bearer(t: Tongue, bearer: Bearer, owner: PersonId, names: &Names) -> String {
    match bearer {
        Bearer::Owner => capital(&names.person(t, owner)),
        Bearer::Person(person) => capital(&names.person(t, person)),
        Bearer::Role(role) => capital(roles::name(t, role)),
    }
}

/// «Por qué esta fecha».
#[must_use]
pub fn why(t: Tongue, reason: &Reason, due: &Due) -> WhyDate {
    let sentence = match &reason.working {
        Some(working) => counted(t, working, reason.until),
        None => rules::said(t, &due.deadline),
    };
    WhyDate {
        rule: named(t, &reason.rule),
        sentence,
        later: later(t, reason, due),
    }
}

/// Why a day has come out of a rule alone, on no matter.
#[must_use]
pub fn because(t: Tongue, rule: &RuleId, working: &Working<'_>) -> WhyDate {
    WhyDate {
        rule: named(t, rule),
        sentence: counted(t, working, None),
        later: None,
    }
}

/// What it says, its id, and whether somebody has yet to read it in the law itself.
fn named(t: Tongue, rule: &RuleId) -> String {
    let id = rule.0.as_ref();
    let unverified = packs::rule(id).is_some_and(packs::Rule::is_unverified);
    match (rules::title(t, rule), unverified) {
        (Some(title), false) => format!("{title} ({id})"),
        (Some(title), true) => {
            format!("{title} ({id}, {})", t.pick("sin verificar", "unverified"))
        }
        (None, _) => id.to_owned(),
    }
}

/// Of several clocks the earliest rules; the others are named with their day.
fn later(t: Tongue, reason: &Reason, due: &Due) -> Option<String> {
    let others: Vec<String> = reason
        .later
        .iter()
        .map(|(rule, on)| format!("{}: {}", rule.0, dates::named(t, *on, due.deadline.on)))
        .collect();
    if others.is_empty() {
        return None;
    }
    let others = list(t, &others);
    Some(match t {
        Tongue::Es => format!("Rige la primera de las que corren; también {others}."),
        Tongue::En => format!("The earliest of those that run rules; also {others}."),
    })
}

fn counted(t: Tongue, working: &Working<'_>, until: Option<NaiveDateTime>) -> String {
    let start = start(t, working);
    let skipped: Vec<Step> = working.skipped().collect();
    let count = match (working.count, working.counting, skipped.is_empty()) {
        (0, Counting::Working, true) => match t {
            Tongue::Es => format!("El mismo {start}, que es laborable"),
            Tongue::En => format!("{start} itself, a working day"),
        },
        (0, Counting::Working, false) => match (t, working.direction) {
            (Tongue::Es, Direction::Forward) => {
                format!("El primer día laborable a partir del {start}")
            }
            (Tongue::Es, Direction::Back) => format!("El último día laborable hasta el {start}"),
            (Tongue::En, Direction::Forward) => format!("The first working day from {start} on"),
            (Tongue::En, Direction::Back) => format!("The last working day up to {start}"),
        },
        (count, ..) => {
            let counted = amount(t, count, working.counting);
            match (t, working.direction) {
                (Tongue::Es, Direction::Forward) => format!("{counted} después del {start}"),
                (Tongue::Es, Direction::Back) => format!("{counted} antes del {start}"),
                (Tongue::En, Direction::Forward) => format!("{counted} after {start}"),
                (Tongue::En, Direction::Back) => format!("{counted} before {start}"),
            }
        }
    };
    match (working.counting, skipped.is_empty()) {
        (Counting::Natural, true) => {
            let all = t.pick("cuentan todos", "every day counts");
            format!("{count}: {all}.")
        }
        (Counting::Months, true) => {
            let same = t.pick("de fecha a fecha", "from a date to the same date");
            format!("{count}: {same}.")
        }
        (Counting::Hours, _) => {
            let until = until.map(dates::time).unwrap_or_default();
            match t {
                Tongue::Es => format!("{count}, de día y de noche: hasta las {until}."),
                Tongue::En => format!("{count}, by day and night: until {until}."),
            }
        }
        (Counting::Working, true) => format!("{count}.{}", saturdays(t, working)),
        (_, false) => format!(
            "{count}: {}.{}",
            not_counted(t, working, &skipped),
            saturdays(t, working)
        ),
    }
}

/// Whether a Saturday counts is not settled: the earlier date is the safe one.
fn saturdays(t: Tongue, working: &Working<'_>) -> &'static str {
    match working.counts_a_saturday() {
        false => "",
        true => t.pick(
            " El sábado cuenta: la ley no lo aclara, y así la fecha es la más temprana.",
            " Saturday counts: the law does not settle it, and so the date is the earlier one.",
        ),
    }
}

/// The month is always said of the day counted from; the year where the count leaves it.
fn start(t: Tongue, working: &Working<'_>) -> String {
    if working.start.year() == working.result.year() {
        dates::with_month(t, working.start)
    } else {
        let far = Date::MIN;
        dates::bare(t, working.start, far)
    }
}

/// `Tres días laborables`.
fn amount(t: Tongue, count: u16, counting: Counting) -> String {
    let number = match (number(t, count), t, counting) {
        (Some(_), Tongue::Es, Counting::Hours) if count == 1 => "Una".to_owned(),
        (Some(word), ..) => word.to_owned(),
        (None, ..) => count.to_string(),
    };
    let (one, many) = match (t, counting) {
        (Tongue::Es, Counting::Working) => ("día laborable", "días laborables"),
        (Tongue::Es, Counting::Natural) => ("día natural", "días naturales"),
        (Tongue::Es, Counting::Months) => ("mes", "meses"),
        (Tongue::Es, Counting::Hours) => ("hora", "horas"),
        (Tongue::En, Counting::Working) => ("working day", "working days"),
        (Tongue::En, Counting::Natural) => ("calendar day", "calendar days"),
        (Tongue::En, Counting::Months) => ("month", "months"),
        (Tongue::En, Counting::Hours) => ("hour", "hours"),
    };
    format!("{number} {}", if count == 1 { one } else { many })
}

const fn number(t: Tongue, number: u16) -> Option<&'static str> {
    let (es, en) = match number {
        1 => ("Un", "One"),
        2 => ("Dos", "Two"),
        3 => ("Tres", "Three"),
        4 => ("Cuatro", "Four"),
        5 => ("Cinco", "Five"),
        6 => ("Seis", "Six"),
        7 => ("Siete", "Seven"),
        8 => ("Ocho", "Eight"),
        9 => ("Nueve", "Nine"),
        10 => ("Diez", "Ten"),
        15 => ("Quince", "Fifteen"),
        30 => ("Treinta", "Thirty"),
        35 => ("Treinta y cinco", "Thirty-five"),
        90 => ("Noventa", "Ninety"),
        _ => return None,
    };
    Some(t.pick(es, en))
}

/// `no cuentan el domingo 14 (fin de semana) ni el viernes 12 (San Juan de Sahagún)`.
fn not_counted(t: Tongue, working: &Working<'_>, skipped: &[Step]) -> String {
    let days: Vec<String> = skipped
        .iter()
        .map(|step| {
            let day = dates::named(t, step.date, working.start);
            format!("{day} ({})", kind(t, &step.kind))
        })
        .collect();
    match (t, days.as_slice()) {
        (Tongue::Es, [one]) => format!("no cuenta {one}"),
        (Tongue::Es, [first @ .., last]) => format!("no cuentan {} ni {last}", first.join(", ")),
        (Tongue::En, [one]) => format!("{one} does not count"),
        (Tongue::En, days) => format!("{} do not count", list(t, days)),
        (Tongue::Es, []) => String::new(),
    }
}

fn kind(t: Tongue, kind: &DayKind) -> String {
    match kind {
        DayKind::Working => t.pick("laborable", "working day").to_owned(),
        DayKind::Weekend => t.pick("fin de semana", "weekend").to_owned(),
        DayKind::Holiday(name) => name.clone(),
    }
}
