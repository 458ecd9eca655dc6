//! The choices of the forms, each with its code and its label.
//! It refuses to read them: `domain::form` does.

use domain::account::{AccountKind, Channel, ClaimKind, Every, Language, RemedyKind, Resolution};
use domain::fact::{Direction, Outcome};

use super::{
    account_kind, channel, claim_kind, direction, every, language, outcome, remedy_kind, resolution,
};
use crate::words::Tongue;

/// The code of each, as it is stored, with its label.
pub type Choices = Vec<(&'static str, &'static str)>;

/// As a select takes them.
#[must_use]
pub fn pairs(choices: Choices) -> Vec<(String, String)> {
    let choices = choices.into_iter();
    choices
        .map(|(code, label)| (code.to_owned(), label.to_owned()))
        .collect()
}

fn labelled<C: Copy>(
    t: Tongue,
    label: impl Fn(Tongue, C) -> &'static str,
    choices: &[(&'static str, C)],
) -> Choices {
    let labels = choices.iter();
    labels
        .map(|(code, choice)| (*code, label(t, *choice)))
        .collect()
}

/// `channel`.
#[must_use]
pub fn channels(t: Tongue) -> Choices {
    let all = [
        ("call", Channel::Call),
        ("counter", Channel::Counter),
        ("visit", Channel::Visit),
        ("message", Channel::Message),
        ("email", Channel::Email),
    ];
    labelled(t, channel, &all)
}

/// `direction`.
#[must_use]
pub fn directions(t: Tongue) -> Choices {
    let all = [
        ("outgoing", Direction::Outgoing),
        ("incoming", Direction::Incoming),
    ];
    labelled(t, direction, &all)
}

/// `outcome`.
#[must_use]
pub fn outcomes(t: Tongue) -> Choices {
    let all = [
        ("reached", Outcome::Reached),
        ("message_left", Outcome::MessageLeft),
        ("not_reached", Outcome::NotReached),
    ];
    labelled(t, outcome, &all)
}

/// `terms`.
#[must_use]
pub fn terms_kinds(t: Tongue) -> Choices {
    vec![
        ("price", t.pick("Un precio", "A price")),
        ("discount", t.pick("Un descuento", "A discount")),
        ("delivery", t.pick("Una entrega", "A delivery")),
        (
            "payment",
            t.pick("Unas condiciones de pago", "Payment terms"),
        ),
        ("other", t.pick("Otra cosa", "Something else")),
    ]
}

/// `tax`.
#[must_use]
pub fn tax_bases(t: Tongue) -> Choices {
    vec![
        ("included", t.pick("Incluido", "Included")),
        ("excluded", t.pick("Aparte", "On top")),
        ("exempt", t.pick("Exento", "Exempt")),
    ]
}

/// `every`.
#[must_use]
pub fn everies(t: Tongue) -> Choices {
    let all = [
        ("once", Every::Once),
        ("month", Every::Month),
        ("year", Every::Year),
    ];
    labelled(t, every, &all)
}

/// `claim_kind`.
#[must_use]
pub fn claim_kinds(t: Tongue) -> Choices {
    let all = [
        ("broken_promise", ClaimKind::BrokenPromise),
        ("delivery", ClaimKind::Delivery),
        ("defect", ClaimKind::Defect),
        ("billing", ClaimKind::Billing),
        ("continuity", ClaimKind::Continuity),
        ("treatment", ClaimKind::Treatment),
        ("other", ClaimKind::Other),
    ];
    labelled(t, claim_kind, &all)
}

/// `remedy.N.kind`.
#[must_use]
pub fn remedy_kinds(t: Tongue) -> Choices {
    let all = [
        ("invoice_correction", RemedyKind::InvoiceCorrection),
        ("credit", RemedyKind::Credit),
        ("delivery", RemedyKind::Delivery),
        ("service", RemedyKind::Service),
    ];
    labelled(t, remedy_kind, &all)
}

/// `answer.N.resolution`.
#[must_use]
pub fn resolutions(t: Tongue) -> Choices {
    let all = [
        ("accepted", Resolution::Accepted),
        ("denied", Resolution::Denied),
    ];
    labelled(t, resolution, &all)
}

/// `rating`.
#[must_use]
pub fn ratings(t: Tongue) -> Choices {
    vec![
        ("1", t.pick("1: nada contento", "1: not content at all")),
        ("2", t.pick("2: poco contento", "2: not very content")),
        (
            "3",
            t.pick("3: ni bien ni mal", "3: neither well nor badly"),
        ),
        ("4", t.pick("4: contento", "4: content")),
        ("5", t.pick("5: muy contento", "5: very content")),
    ]
}

/// The code of a channel, as the form reads it.
#[must_use]
pub const fn channel_code(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "call",
        Channel::Counter => "counter",
        Channel::Visit => "visit",
        Channel::Message => "message",
        Channel::Email => "email",
    }
}

/// `account_kind`.
#[must_use]
pub fn account_kinds(t: Tongue) -> Choices {
    let all = [
        ("consumer", AccountKind::Consumer),
        ("business", AccountKind::Business),
    ];
    labelled(t, account_kind, &all)
}

/// `language`.
#[must_use]
pub fn languages(t: Tongue) -> Choices {
    labelled(t, language, &Language::ALL.map(|one| (one.code(), one)))
}
