//! The names of kinds, and the choices of the forms with the codes that `domain::form` reads.

use domain::account::{AccountKind, Channel, ClaimKind, RemedyKind};
use domain::fact::Outcome;

use super::Tongue;

/// Codes with their labels.
pub type Labels = &'static [(&'static str, &'static str)];

/// As a select takes them.
#[must_use]
pub fn pairs(labels: Labels) -> Vec<(String, String)> {
    labels
        .iter()
        .map(|(code, label)| ((*code).to_owned(), (*label).to_owned()))
        .collect()
}

/// Ways to speak.
#[must_use]
pub const fn channels(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[
        ("call", "Por teléfono"),
        ("counter", "En el mostrador"),
        ("visit", "En una visita"),
        ("email", "Por correo"),
        ("message", "Por mensaje"),
    ]
}

/// Who went to whom.
#[must_use]
pub const fn directions(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[
        ("outgoing", "Nosotros al cliente"),
        ("incoming", "El cliente a nosotros"),
    ]
}

/// How it ended.
#[must_use]
pub const fn outcomes(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[
        ("reached", "Hablamos"),
        ("not_reached", "No contestó"),
        ("message_left", "Se le dejó recado"),
    ]
}

/// What can be promised.
#[must_use]
pub const fn terms_kinds(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[
        ("price", "Un precio"),
        ("discount", "Un descuento"),
        ("delivery", "Una entrega"),
        ("other", "Otra cosa"),
    ]
}

/// What a price says of its tax.
#[must_use]
pub const fn tax_bases(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[
        ("included", "Incluido"),
        ("excluded", "Aparte"),
        ("exempt", "Exento"),
    ]
}

/// How often.
#[must_use]
pub const fn everies(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[("once", "Una vez"), ("month", "Al mes"), ("year", "Al año")]
}

/// What a claim is about.
#[must_use]
pub const fn claim_kinds(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[
        ("broken_promise", "Se le prometió y no se cumplió"),
        ("delivery", "Una entrega"),
        ("defect", "Un defecto"),
        ("billing", "Una factura"),
        ("treatment", "El trato"),
        ("other", "Otra cosa"),
    ]
}

/// What makes it good.
#[must_use]
pub const fn remedy_kinds(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[
        ("delivery", "La entrega"),
        ("service", "Un servicio"),
        ("credit", "Un abono"),
        ("invoice_correction", "Corregir la factura"),
    ]
}

/// What a point comes to.
#[must_use]
pub const fn resolutions(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[("accepted", "Se acepta"), ("denied", "Se deniega")]
}

/// What a customer is.
#[must_use]
pub const fn account_kinds(tongue: Tongue) -> Labels {
    let Tongue::Es = tongue;
    &[("consumer", "Particular"), ("business", "Empresa")]
}

/// What a customer is.
#[must_use]
pub const fn account_kind(tongue: Tongue, kind: AccountKind) -> &'static str {
    let Tongue::Es = tongue;
    match kind {
        AccountKind::Consumer => "Particular",
        AccountKind::Business => "Empresa",
    }
}

/// A remedy, in the middle of a sentence.
#[must_use]
pub const fn remedy(tongue: Tongue, kind: RemedyKind) -> &'static str {
    let Tongue::Es = tongue;
    match kind {
        RemedyKind::InvoiceCorrection => "corregir la factura",
        RemedyKind::Credit => "abonar lo cobrado de más",
        RemedyKind::Delivery => "hacer la entrega",
        RemedyKind::Service => "prestar lo prometido",
    }
}

/// What a claim is about, in the middle of a sentence.
#[must_use]
pub const fn claim(tongue: Tongue, kind: ClaimKind) -> &'static str {
    let Tongue::Es = tongue;
    match kind {
        ClaimKind::BrokenPromise => "promesa incumplida",
        ClaimKind::Delivery => "entrega",
        ClaimKind::Defect => "defecto",
        ClaimKind::Billing => "factura",
        ClaimKind::Treatment => "trato",
        ClaimKind::Other => "otra cosa",
    }
}

/// «por teléfono».
#[must_use]
pub const fn by(tongue: Tongue, channel: Channel) -> &'static str {
    let Tongue::Es = tongue;
    match channel {
        Channel::Call => "por teléfono",
        Channel::Visit => "en una visita",
        Channel::Counter => "en el mostrador",
        Channel::Email => "por correo",
        Channel::Message => "por mensaje",
    }
}

/// How an interaction of ours ended.
#[must_use]
pub const fn ended(tongue: Tongue, outcome: Outcome) -> &'static str {
    let Tongue::Es = tongue;
    match outcome {
        Outcome::Reached => "",
        Outcome::NotReached => ", sin respuesta",
        Outcome::MessageLeft => ", y quedó recado",
    }
}
