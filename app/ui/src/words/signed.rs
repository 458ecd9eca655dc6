//! What a customer takes away once they signed: the receipt of the promise, and how it stands since.
//! It refuses to say anew what was promised: that is what was shown.

use chrono::NaiveDateTime;
use domain::account::{PromiseStage, Terms};
use domain::time::Date;

use super::sentences::ERASED;
use super::{Tongue, dates, promised};

/// The receipt's title.
#[must_use]
pub const fn title(t: Tongue) -> &'static str {
    t.pick(
        "Recibo de la promesa que firmó",
        "Receipt of the promise you signed",
    )
}

/// What stands where words were erased.
#[must_use]
pub const fn erased(t: Tongue) -> &'static str {
    t.pick(ERASED.0, ERASED.1)
}

/// `Leído y firmado por Ana Ruiz el lunes, 8 de junio de 2026, a las 10:00.`
#[must_use]
pub fn signed(t: Tongue, by: Option<&str>, wall: NaiveDateTime) -> String {
    let by = by.unwrap_or(erased(t));
    let (day, hour) = (dates::full(t, wall.date()), dates::time(wall));
    match t {
        Tongue::Es => format!("Leído y firmado por {by} el {day}, a las {hour}."),
        Tongue::En => format!("Read and signed by {by} on {day}, at {hour}."),
    }
}

/// What a signature without strokes is.
#[must_use]
pub const fn typed(t: Tongue) -> &'static str {
    t.pick(
        "Firmó escribiendo su nombre y marcando que lo había leído.",
        "Signed by typing their name and ticking that they had read it.",
    )
}

/// What the drawing is, to whoever does not see it.
#[must_use]
pub fn drawing(t: Tongue, by: Option<&str>) -> String {
    let by = by.unwrap_or(erased(t));
    match t {
        Tongue::Es => format!("Firma de {by}"),
        Tongue::En => format!("Signature of {by}"),
    }
}

/// What the heading above the signature says.
#[must_use]
pub const fn signature(t: Tongue) -> &'static str {
    t.pick("La firma", "The signature")
}

/// What the digest is.
#[must_use]
pub const fn digest(t: Tongue) -> &'static str {
    t.pick(
        "Huella de lo que se le mostró, sellada con la firma",
        "Fingerprint of what was shown to you, sealed with the signature",
    )
}

/// What the code is, to whoever does not see it.
#[must_use]
pub const fn code(t: Tongue) -> &'static str {
    t.pick(
        "Código QR que abre la página de su promesa",
        "QR code that opens the page of your promise",
    )
}

/// What the link is good for.
#[must_use]
pub const fn link(t: Tongue) -> &'static str {
    t.pick(
        "El enlace del código abre la página de la promesa: guárdelo para usted.",
        "The link in the code opens the promise's page: keep it to yourself.",
    )
}

/// How it stands, in one sentence.
#[must_use]
pub const fn stands(t: Tongue, stage: PromiseStage) -> &'static str {
    match stage {
        PromiseStage::Broken => t.pick(
            "No se ha cumplido, y respondemos de ello.",
            "It was not kept, and we answer for it.",
        ),
        PromiseStage::Honoured => t.pick(
            "No se cumplió, y se está reparando como se le dijo.",
            "It was not kept, and is being made good as you were told.",
        ),
        PromiseStage::Kept => t.pick("Se cumplió.", "It was kept."),
        PromiseStage::Released => t.pick("Usted nos liberó de ella.", "You let us off it."),
        _ => t.pick("Sigue en pie.", "It stands."),
    }
}

/// That other terms were agreed since.
#[must_use]
pub fn amended(t: Tongue, now: &Terms, beside: Date) -> String {
    match (t, promised::terms(t, now, beside)) {
        (Tongue::Es, Some(now)) => format!("Después se acordó otra cosa con usted: {now}."),
        (Tongue::En, Some(now)) => format!("Something else was agreed with you since: {now}."),
        (Tongue::Es, None) => "Después se acordó otra cosa con usted.".to_owned(),
        (Tongue::En, None) => "Something else was agreed with you since.".to_owned(),
    }
}
