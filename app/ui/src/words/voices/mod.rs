//! What a customer is written, in their own language, the co-official ones among them (SAC-13.6): a file a language, and
//! a missing sentence does not compile.
//! It refuses to know which facts are told, and to speak to whoever works here: the screens have their own two languages.

use chrono::Datelike as _;
use domain::account::{Language, RemedyKind, Resolution};
use domain::mail::Letter;
use domain::money::Money;
use domain::time::Date;

mod ca;
mod en;
mod es;
mod eu;
mod gl;
#[cfg(test)]
mod tests;

/// What an answer is made of.
pub(super) trait Answering: Sync {
    /// What stands where a text was erased.
    fn erased(&self) -> &'static str;
    /// What the answer is called.
    fn title(&self) -> &'static str;
    /// What it answers.
    fn opening(&self, received_on: Date) -> String;
    /// What a point came to.
    fn came_to(&self, resolution: Resolution) -> &'static str;
    /// That they may go elsewhere.
    fn recourse(&self) -> &'static str;
    /// To the customers' advocate, by name.
    fn defensor(&self, name: &str) -> String;
}

/// What the letters are made of.
pub(super) trait Writing: Answering {
    /// Whom it is for.
    fn hello(&self, name: Option<&str>) -> String;
    /// What a letter is about.
    fn subject(&self, letter: Letter) -> &'static str;
    /// When their claim was taken in.
    fn taken_in(&self, on: Date, time: &str) -> String;
    /// Before their own words.
    fn you_said(&self) -> &'static str;
    /// Before what they want.
    fn you_ask(&self) -> &'static str;
    /// When they hear from us again.
    fn next_news(&self, by: Date) -> String;
    /// That a word was not kept.
    fn not_kept(&self) -> &'static str;
    /// That it is kept now.
    fn stands(&self) -> &'static str;
    /// What they pay.
    fn pay_now(&self, sum: Money) -> String;
    /// What waits.
    fn on_hold(&self, sum: Money) -> String;
    /// Before what makes it good.
    fn to_make_good(&self) -> &'static str;
    /// One thing that makes it good, and by when.
    fn remedy(&self, kind: RemedyKind, amount: Option<Money>, by: Date) -> String;
}

/// Whoever answers in that language.
pub(super) const fn answering(language: Language) -> &'static dyn Answering {
    match language {
        Language::Es => &es::Spanish,
        Language::Ca => &ca::Catalan,
        Language::Eu => &eu::Basque,
        Language::Gl => &gl::Galician,
        Language::En => &en::English,
    }
}

/// Whoever writes in that language.
pub(super) const fn writing(language: Language) -> &'static dyn Writing {
    match language {
        Language::Es => &es::Spanish,
        Language::Ca => &ca::Catalan,
        Language::Eu => &eu::Basque,
        Language::Gl => &gl::Galician,
        Language::En => &en::English,
    }
}

/// `Un abono, 18,69 €`.
fn with_sum(what: &str, sum: Option<String>) -> String {
    match sum {
        Some(sum) => format!("{what}, {sum}"),
        None => what.to_owned(),
    }
}

/// Its weekday, of seven names from Monday on.
fn weekday(names: [&'static str; 7], date: Date) -> &'static str {
    let place = usize::try_from(date.weekday().num_days_from_monday());
    place
        .ok()
        .and_then(|place| names.get(place).copied())
        .unwrap_or_default()
}

/// Its month, of twelve names.
fn month(names: [&'static str; 12], date: Date) -> &'static str {
    let place = usize::try_from(date.month0());
    place
        .ok()
        .and_then(|place| names.get(place).copied())
        .unwrap_or_default()
}
