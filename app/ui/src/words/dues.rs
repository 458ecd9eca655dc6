//! What is owed, by whom, and why that day.

use domain::calendar::{Counting, DayKind, Direction, Working};
use domain::deadline::{Bearer, Due, DueKind};
use domain::ids::PersonId;
use domain::owed::Reason;

use super::{Names, Tongue, dates, list, roles, rules};

/// A date, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyDate {
    /// The rule.
    pub rule: String,
    /// How it was counted.
    pub sentence: String,
}

/// What is to be done.
#[must_use]
pub fn what(tongue: Tongue, due: &Due) -> String {
    let Tongue::Es = tongue;
    match due.kind {
        DueKind::Compare => "Comparar con la factura",
        DueKind::Check => "Preguntar a la casa si se cumplirá",
        DueKind::Tell => "Decírselo al cliente",
        DueKind::Choice => "Que el cliente elija",
        DueKind::Ask => "Preguntar al cliente si se cumple",
        DueKind::Remedy(_) => "Reparar",
        DueKind::Apology => "Pedir disculpas",
        DueKind::Answer => "Contestar la reclamación",
    }
    .to_owned()
}

/// Who does it.
#[must_use]
pub fn bearer(tongue: Tongue, bearer: Bearer, owner: PersonId, names: &Names) -> String {
    let capital = |name: String| {
        let mut letters = name.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    };
    match bearer {
        Bearer::Owner => capital(names.person(owner)),
        Bearer::Person(person) => capital(names.person(person)),
        Bearer::Role(role) => capital(roles::name(tongue, role).to_owned()),
    }
}

/// «Por qué esta fecha».
#[must_use]
pub fn why(tongue: Tongue, reason: &Reason, due: &Due) -> WhyDate {
    let sentence = match &reason.working {
        Some(working) => counted(tongue, working),
        None => format!("Es {}.", dates::said(tongue, due.deadline.on)),
    };
    WhyDate {
        rule: format!("Regla: {}.", rules::title(tongue, &reason.rule)),
        sentence,
    }
}

fn counted(tongue: Tongue, working: &Working) -> String {
    let start = dates::said(tongue, working.start);
    let days = match (working.counting, working.days) {
        (Counting::Working, 0) => format!("El mismo día si es laborable, {start}"),
        (Counting::Working, 1) => format!("Un día laborable {} {start}", side(working.direction)),
        (Counting::Working, days) => {
            format!("{days} días laborables {} {start}", side(working.direction))
        }
        (Counting::Natural, days) => {
            format!("{days} días naturales {} {start}", side(working.direction))
        }
    };
    let skipped: Vec<String> = working
        .skipped()
        .map(|step| format!("{} ({})", dates::short(tongue, step.date), kind(&step.kind)))
        .collect();
    let result = dates::said(tongue, working.result);
    match skipped.len() {
        0 => format!("{days}: {result}."),
        1 => format!("{days}: {result}. No cuenta {}.", list(&skipped)),
        2..=8 => format!("{days}: {result}. No cuentan {}.", list(&skipped)),
        many => format!("{days}: {result}. No cuentan {many} días: fines de semana y festivos."),
    }
}

const fn side(direction: Direction) -> &'static str {
    match direction {
        Direction::Forward => "después de",
        Direction::Back => "antes de",
    }
}

fn kind(kind: &DayKind) -> String {
    match kind {
        DayKind::Working => "laborable".to_owned(),
        DayKind::Weekend => "fin de semana".to_owned(),
        DayKind::Holiday(name) => format!("festivo: {name}"),
    }
}
