//! The one place where a fact, a refusal, a due, a rule, a state or a date becomes a sentence, in Spanish and in
//! English. Every match is exhaustive in both: a missing sentence does not compile.
//! It refuses to know screens, requests and clocks: plain strings in the order a person reads them.

use std::cmp::Ordering;

use domain::money::{Money, Rate};
use domain::time::Date;

pub mod browsers;
pub mod claims;
pub mod dates;
pub mod dues;
pub mod invoices;
pub mod labels;
pub mod letter;
pub mod letters;
pub mod matters;
mod names;
mod promised;
pub mod read_back;
pub mod receipts;
pub mod records;
pub mod refusals;
pub mod roles;
mod rules;
pub mod sentences;
pub mod signed;
pub mod signing;
pub mod story;
#[cfg(test)]
mod tests;
mod voices;

pub use dues::WhyDate;
pub use names::Names;
pub use sentences::Sentence;

/// The languages of the screens; a customer's own language is `domain::account::Language`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// Spanish.
    #[default]
    Es,
    /// English.
    En,
}

/// What a sentence says of how it stands; the screens colour by it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Neither good nor bad.
    #[default]
    Plain,
    /// A broken word, or somebody waiting in silence.
    Broken,
    /// At risk, or still to be done.
    Risk,
    /// Kept, or made good.
    Kept,
    /// The defensor's.
    Defensor,
}

impl Tone {
    /// How a day stands by which something is owed: past, today, or still to come.
    #[must_use]
    pub fn of_day(on: Date, today: Date) -> Self {
        match on.cmp(&today) {
            Ordering::Less => Self::Broken,
            Ordering::Equal => Self::Risk,
            Ordering::Greater => Self::Plain,
        }
    }
}

impl Tongue {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Es, Self::En];

    /// The one of two that is said in this language.
    pub(crate) const fn pick<'a>(self, es: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Es => es,
            Self::En => en,
        }
    }
}

/// An amount with its currency: `89.000 COP`, `€1,234.50`.
#[must_use]
pub fn money(t: Tongue, amount: Money) -> String {
    match t {
        Tongue::Es => amount.format_es(),
        Tongue::En => amount.format_en(),
    }
}

/// A percentage: `10,5 %`, `10.5%`.
#[must_use]
pub fn rate(t: Tongue, rate: Rate) -> String {
    match t {
        Tongue::Es => format!("{} %", rate.to_string().replace('.', ",")),
        Tongue::En => format!("{rate}%"),
    }
}

/// `a, b o c`.
fn either(t: Tongue, of: &[String]) -> String {
    match of.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            let or = t.pick("o", "or");
            format!("{} {or} {last}", rest.join(", "))
        }
        _ => of.concat(),
    }
}

/// `a, b y c`; the joining word gives way to its neighbour as it is spoken (`y Ana`, `e Inés`).
fn list(t: Tongue, of: &[String]) -> String {
    let Some((last, rest)) = of.split_last() else {
        return String::new();
    };
    if rest.is_empty() {
        return last.clone();
    }
    let and = match t {
        Tongue::Es if begins_with_i(last) => "e",
        Tongue::Es => "y",
        Tongue::En => "and",
    };
    format!("{} {and} {last}", rest.join(", "))
}

fn begins_with_i(word: &str) -> bool {
    let word = word.to_lowercase();
    let bare = word.strip_prefix('h').unwrap_or(&word);
    (bare.starts_with('i') || bare.starts_with('í')) && !word.starts_with("hie")
}

/// `1 línea`, `2 líneas`.
fn counted(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{number} {noun}")
}

/// With a capital, where a sentence begins.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
