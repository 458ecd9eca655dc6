//! What the choices of the forms are called. For a select, each list gives the code that `domain::form` reads and its
//! label, in the order they are offered.
//! It refuses to know which choice is the usual one.

use domain::account::{
    AccountKind, Channel, ClaimKind, Every, Finding, Language, RemedyKind, Resolution,
};
use domain::fact::{Direction, Outcome};
use domain::packs::Counts;

use super::Tongue;

mod choices;

pub use choices::{
    Choices, account_kinds, channel_code, channels, claim_kinds, directions, everies, languages,
    outcomes, pairs, ratings, remedy_kinds, resolutions, tax_bases, terms_kinds,
};

/// A way to speak with somebody.
#[must_use]
pub const fn channel(t: Tongue, channel: Channel) -> &'static str {
    match channel {
        Channel::Call => t.pick("Por teléfono", "By phone"),
        Channel::Visit => t.pick("En una visita", "On a visit"),
        Channel::Counter => t.pick("En el mostrador", "At the counter"),
        Channel::Email => t.pick("Por correo", "By e-mail"),
        Channel::Message => t.pick("Por mensaje", "By message"),
    }
}

/// What an investigation found.
#[must_use]
pub const fn finding(t: Tongue, finding: Finding) -> &'static str {
    match finding {
        Finding::Seller => t.pick("el vendedor lo prometió", "the seller promised it"),
        Finding::Customer => t.pick("el cliente se equivocó", "the customer was wrong"),
        Finding::Process => t.pick("falló la manera de trabajar", "the way of working failed"),
        Finding::Shared => t.pick("la parte es de varios", "several had part in it"),
        Finding::Unproven => t.pick("no se puede saber", "it cannot be told"),
    }
}

/// How much a rule counts, and of what.
#[must_use]
pub fn counts(t: Tongue, counts: Counts) -> String {
    let (number, es, en) = match counts {
        Counts::Natural(days) => (days, "días naturales", "calendar days"),
        Counts::Legal(days) => (days, "días laborables", "working days"),
        Counts::Working(0) => {
            return t
                .pick("el mismo día laborable", "the same working day")
                .to_owned();
        }
        Counts::Working(days) => (
            days,
            "días laborables de la tienda",
            "working days of the store",
        ),
        Counts::Months(1) => return t.pick("1 mes", "1 month").to_owned(),
        Counts::Months(months) => (months, "meses", "months"),
        Counts::Hours(hours) => (hours, "horas", "hours"),
        Counts::Lead => {
            return t
                .pick("el plazo de la casa, antes", "the house's lead, before")
                .to_owned();
        }
        Counts::Nothing => return "–".to_owned(),
    };
    format!("{number} {}", t.pick(es, en))
}

/// Who went to whom.
#[must_use]
pub const fn direction(t: Tongue, direction: Direction) -> &'static str {
    match direction {
        Direction::Incoming => t.pick("El cliente a nosotros", "The customer to us"),
        Direction::Outgoing => t.pick("Nosotros al cliente", "Us to the customer"),
    }
}

/// How an interaction ended.
#[must_use]
pub const fn outcome(t: Tongue, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => t.pick("Hablamos", "We spoke"),
        Outcome::NotReached => t.pick("No contestó", "No answer"),
        Outcome::MessageLeft => t.pick("Se le dejó recado", "A message was left"),
    }
}

/// How often a price is paid.
#[must_use]
pub const fn every(t: Tongue, every: Every) -> &'static str {
    match every {
        Every::Once => t.pick("Una vez", "Once"),
        Every::Month => t.pick("Al mes", "A month"),
        Every::Year => t.pick("Al año", "A year"),
    }
}

/// What a claim is about.
#[must_use]
pub const fn claim_kind(t: Tongue, kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::BrokenPromise => t.pick(
            "Se le prometió y no se cumplió",
            "It was promised and not kept",
        ),
        ClaimKind::Delivery => t.pick("Una entrega", "A delivery"),
        ClaimKind::Defect => t.pick("Un defecto", "A defect"),
        ClaimKind::Billing => t.pick("Una factura", "An invoice"),
        ClaimKind::Continuity => t.pick("Un corte del servicio", "An interrupted service"),
        ClaimKind::Treatment => t.pick("El trato", "How they were treated"),
        ClaimKind::Other => t.pick("Otra cosa", "Something else"),
    }
}

/// What a claim is about, in the middle of a sentence.
#[must_use]
pub const fn claim(t: Tongue, kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::BrokenPromise => t.pick("promesa incumplida", "broken promise"),
        ClaimKind::Delivery => t.pick("entrega", "delivery"),
        ClaimKind::Defect => t.pick("defecto", "defect"),
        ClaimKind::Billing => t.pick("factura", "invoice"),
        ClaimKind::Continuity => t.pick("corte del servicio", "interrupted service"),
        ClaimKind::Treatment => t.pick("trato", "treatment"),
        ClaimKind::Other => t.pick("otra cosa", "something else"),
    }
}

/// What makes it good.
#[must_use]
pub const fn remedy_kind(t: Tongue, kind: RemedyKind) -> &'static str {
    match kind {
        RemedyKind::InvoiceCorrection => t.pick("Corregir la factura", "A corrected invoice"),
        RemedyKind::Credit => t.pick("Un abono", "A credit"),
        RemedyKind::Delivery => t.pick("La entrega", "The delivery"),
        RemedyKind::Service => t.pick("Un servicio", "A service"),
        RemedyKind::Worth => t.pick("Su valor", "Its worth"),
    }
}

/// What a point came to.
#[must_use]
pub const fn resolution(t: Tongue, resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Accepted => t.pick("Se acepta", "Accepted"),
        Resolution::Denied => t.pick("Se deniega", "Denied"),
    }
}

/// What the customer is before the law.
#[must_use]
pub const fn account_kind(t: Tongue, kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Consumer => t.pick("Particular", "Consumer"),
        AccountKind::Business => t.pick("Empresa", "Business"),
    }
}

/// A customer's language: in the screen's, since whoever serves them reads it.
#[must_use]
pub const fn language(t: Tongue, language: Language) -> &'static str {
    match language {
        Language::Es => t.pick("Español", "Spanish"),
        Language::Ca => t.pick("Catalán", "Catalan"),
        Language::Eu => t.pick("Euskera", "Basque"),
        Language::Gl => t.pick("Gallego", "Galician"),
        Language::En => t.pick("Inglés", "English"),
    }
}
