//! What a customer takes away and reads of their claim: the receipt part by part, the words the person who serves them
//! says, their page, and what a key tells. The same on paper, on the screen and in the PDF.
//! It refuses to lay anything out, and to name anybody but who answers.

use chrono::NaiveDateTime;
use domain::account::{Language, PointAnswer, RemedyKind, Resolution};
use domain::ids::PersonId;
use domain::receipt::{Asked, ClaimStanding, Honoured, Receipt, RemedyTold};
use domain::time::Date;

use super::sentences::ERASED;
use super::{Names, Tongue, dates, dues, list, money};

/// A part of a receipt under its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The heading.
    pub title: &'static str,
    /// What stands under it, a line each.
    pub lines: Vec<String>,
}

/// The tongue in which a customer of that language is written to, as far as there are words in it.
#[must_use]
pub const fn tongue(language: Language) -> Tongue {
    match language {
        Language::En => Tongue::En,
        Language::Es | Language::Ca | Language::Eu | Language::Gl => Tongue::Es,
    }
}

/// Its title.
#[must_use]
pub const fn title(t: Tongue) -> &'static str {
    t.pick("Recibo de su reclamación", "Receipt of your claim")
}

/// `Recibida el lunes, 8 de junio de 2026, a las 10:00`.
#[must_use]
pub fn received(t: Tongue, wall: NaiveDateTime) -> String {
    let (day, hour) = (dates::full(t, wall.date()), dates::time(wall));
    match t {
        Tongue::Es => format!("Recibida el {day}, a las {hour}"),
        Tongue::En => format!("Received on {day}, at {hour}"),
    }
}

/// What the key is called, and what it is good for.
#[must_use]
pub const fn key(t: Tongue) -> (&'static str, &'static str) {
    (
        t.pick("Su clave", "Your key"),
        t.pick(
            "Con ella se sabe cómo va la reclamación, y nada más. El enlace del código abre la página de la reclamación: guárdelo para usted.",
            "It tells how the claim stands, and nothing more. The link in the code opens the claim's page: keep it to yourself.",
        ),
    )
}

/// What the head is.
#[must_use]
pub fn head(t: Tongue, version: u64) -> String {
    match t {
        Tongue::Es => format!("Sello del registro tras la línea {version}"),
        Tongue::En => format!("Seal of the ledger after line {version}"),
    }
}

/// What the code is, to whoever does not see it.
#[must_use]
pub const fn code(t: Tongue) -> &'static str {
    t.pick(
        "Código QR que abre la página de su reclamación",
        "QR code that opens the page of your claim",
    )
}

/// Its parts, in their order.
#[must_use]
pub fn parts(
    t: Tongue,
    receipt: &Receipt,
    about: Option<&str>,
    owner: PersonId,
    names: &Names,
) -> Vec<Part> {
    let mut parts = vec![Part {
        title: t.pick("Lo que usted dijo", "What you said"),
        lines: said(t, receipt),
    }];
    match &receipt.honoured {
        Some(honoured) => {
            let honour = t.pick("Lo que se respalda en el acto", "What is honoured at once");
            let about = about.map(str::to_owned);
            let lines = about
                .into_iter()
                .chain(made_good(t, receipt, honoured, owner, names));
            let pay = pay(t, honoured);
            if !pay.is_empty() {
                parts.push(Part {
                    title: t.pick("Qué pagar ahora", "What to pay now"),
                    lines: pay,
                });
            }
            parts.push(Part {
                title: honour,
                lines: lines.collect(),
            });
        }
        None => parts.push(Part {
            title: t.pick("Qué pasa ahora", "What happens now"),
            lines: vec![
                t.pick(
                    "La estudiamos y le contestamos a cada punto, con sus razones.",
                    "We look into it and answer every point, with reasons.",
                )
                .to_owned(),
            ],
        }),
    }
    parts.push(Part {
        title: t.pick("Quién responde", "Who answers for it"),
        lines: vec![super::capital(&names.person(t, owner))],
    });
    parts
}

fn said(t: Tongue, receipt: &Receipt) -> Vec<String> {
    let erased = t.pick(ERASED.0, ERASED.1);
    let point =
        |(n, said): (usize, &Option<String>)| format!("{n}. {}", said.as_deref().unwrap_or(erased));
    let mut lines: Vec<_> = (1..).zip(&receipt.points).map(point).collect();
    if let Some(sought) = &receipt.sought {
        lines.push(match t {
            Tongue::Es => format!("Pide: {sought}"),
            Tongue::En => format!("You ask for: {sought}"),
        });
    }
    if let Some(invoiced) = receipt.invoiced {
        let sum = money(t, invoiced);
        lines.push(match t {
            Tongue::Es => format!("La factura dice {sum}."),
            Tongue::En => format!("The invoice says {sum}."),
        });
    }
    lines
}

/// The slip: what to pay now, and what is frozen.
#[must_use]
pub fn pay(t: Tongue, honoured: &Honoured) -> Vec<String> {
    let now = honoured.pay_now.map(|sum| match t {
        Tongue::Es => format!("Pague {}.", money(t, sum)),
        Tongue::En => format!("Pay {}.", money(t, sum)),
    });
    let frozen = honoured.frozen.map(|sum| match t {
        Tongue::Es => format!(
            "{} quedan en suspenso: no se le reclaman, ni se le corta nada por no pagarlos.",
            money(t, sum)
        ),
        Tongue::En => format!(
            "{} stays frozen: nobody asks you for it, and nothing is cut off for not paying it.",
            money(t, sum)
        ),
    });
    now.into_iter().chain(frozen).collect()
}

fn made_good(
    t: Tongue,
    receipt: &Receipt,
    honoured: &Honoured,
    owner: PersonId,
    names: &Names,
) -> Vec<String> {
    let line = |remedy: &RemedyTold| {
        let done = super::capital(&remedied(t, remedy));
        let by = by(t, remedy.by, receipt.on);
        let who = dues::bearer(t, remedy.bearer, owner, names);
        let what = remedy.what.as_ref().map(|what| format!(" {what}"));
        let what = what.unwrap_or_default();
        match t {
            Tongue::Es => format!("{done} {by}. Se encarga: {who}.{what}"),
            Tongue::En => format!("{done} {by}. Done by: {who}.{what}"),
        }
    };
    honoured.remedies.iter().map(line).collect()
}

/// `antes del jueves 26`: said on that day, and never a day later than that one.
fn by(t: Tongue, by: Date, on: Date) -> String {
    match t {
        Tongue::Es => format!("antes de que acabe {}", dates::named(t, by, on)),
        Tongue::En => format!("by {}", dates::bare(t, by, on)),
    }
}

fn remedied(t: Tongue, remedy: &RemedyTold) -> String {
    let sum = remedy.amount.map(|sum| money(t, sum));
    match (remedy.kind, sum) {
        (RemedyKind::InvoiceCorrection, _) => t
            .pick("se corrige la factura", "the invoice is corrected")
            .to_owned(),
        (RemedyKind::Credit, Some(sum)) => match t {
            Tongue::Es => format!("se le abonan {sum}"),
            Tongue::En => format!("{sum} is credited to you"),
        },
        (RemedyKind::Credit, None) => t.pick("se le abona", "it is credited to you").to_owned(),
        (RemedyKind::Delivery, _) => t
            .pick(
                "se le entrega lo prometido",
                "what was promised is delivered",
            )
            .to_owned(),
        (RemedyKind::Worth, Some(sum)) => match t {
            Tongue::Es => format!("se le dan {sum}, lo que vale lo prometido"),
            Tongue::En => format!("{sum} is given to you, what was promised is worth"),
        },
        (RemedyKind::Worth, None) => t
            .pick("se le da lo que vale", "its worth is given to you")
            .to_owned(),
        (RemedyKind::Service, _) => t
            .pick("se cumple lo prometido", "what was promised is done")
            .to_owned(),
    }
}

/// Who says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker<'a> {
    /// They answer for it themselves.
    Answers(&'a str),
    /// Somebody else does.
    For(&'a str),
}

/// What the person who took the claim in says aloud: `Está hecho: paga 89,00 €, y 18,69 € quedan en suspenso; se le
/// abonan 18,69 € antes de que acabe el jueves 26. Respondo yo, Ana.`
#[must_use]
pub fn say(t: Tongue, receipt: &Receipt, answer_by: Option<Date>, speaker: Speaker<'_>) -> String {
    let who = match (t, speaker) {
        (Tongue::Es, Speaker::Answers(name)) => format!("Respondo yo, {name}."),
        (Tongue::Es, Speaker::For(name)) => format!("Responde {name}, y yo se lo paso ahora."),
        (Tongue::En, Speaker::Answers(name)) => format!("I answer for it, {name}."),
        (Tongue::En, Speaker::For(name)) => {
            format!("{name} answers for it, and has it from me now.")
        }
    };
    let Some(honoured) = &receipt.honoured else {
        let by = answer_by.map(|day| format!(" {}", by(t, day, receipt.on)));
        let by = by.unwrap_or_default();
        return match t {
            Tongue::Es => format!("Queda recogida: le contestamos a cada punto{by}. {who}"),
            Tongue::En => format!("It is taken in: we answer every point{by}. {who}"),
        };
    };
    let pay = honoured.pay_now.map(|sum| match t {
        Tongue::Es => format!("usted paga {}", money(t, sum)),
        Tongue::En => format!("you pay {}", money(t, sum)),
    });
    let frozen = honoured.frozen.map(|sum| match t {
        Tongue::Es => format!("{} quedan en suspenso", money(t, sum)),
        Tongue::En => format!("{} stays frozen", money(t, sum)),
    });
    let remedies = honoured
        .remedies
        .iter()
        .map(|one| format!("{} {}", remedied(t, one), by(t, one.by, receipt.on)));
    let done: Vec<String> = pay.into_iter().chain(frozen).chain(remedies).collect();
    match t {
        Tongue::Es => format!("Está hecho: {}. {who}", list(t, &done)),
        Tongue::En => format!("It is done: {}. {who}", list(t, &done)),
    }
}

/// The first line of the customer's page: that they need do nothing, or the one thing that is asked of them.
#[must_use]
pub const fn first(t: Tongue, asked: Asked) -> &'static str {
    match asked {
        Asked::Nothing => t.pick(
            "Usted no tiene que hacer nada.",
            "You do not have to do anything.",
        ),
        Asked::Choice => t.pick(
            "Le pedimos una sola cosa: díganos cuál de las alternativas prefiere.",
            "We ask one thing of you: tell us which of the alternatives you prefer.",
        ),
    }
}

/// When they hear from us.
#[must_use]
pub fn news(t: Tongue, day: Option<Date>, today: Date) -> String {
    match (t, day) {
        (Tongue::Es, Some(day)) => {
            format!(
                "Tendrá noticias nuestras a más tardar {}.",
                dates::day(t, day, today)
            )
        }
        (Tongue::En, Some(day)) => {
            format!(
                "You will hear from us {} at the latest.",
                dates::day(t, day, today)
            )
        }
        (Tongue::Es, None) => "No queda nada pendiente por nuestra parte.".to_owned(),
        (Tongue::En, None) => "Nothing is left for us to do.".to_owned(),
    }
}

/// How a point stands.
#[must_use]
pub fn stands(t: Tongue, answer: Option<&PointAnswer>, reasons: Option<&str>) -> String {
    let word = match answer.map(|answer| answer.resolution) {
        None => t.pick("En estudio", "Being looked into"),
        Some(Resolution::Accepted) => t.pick("Aceptado", "Accepted"),
        Some(Resolution::Denied) => t.pick("Denegado", "Denied"),
    };
    match reasons {
        Some(reasons) => format!("{word}: {reasons}"),
        None => word.to_owned(),
    }
}

/// What a key tells: dates, and nothing about anybody.
#[must_use]
pub fn status(t: Tongue, known: &ClaimStanding, today: Date) -> Vec<String> {
    let dated = |what: &str, day: Date| format!("{what} {}.", dates::day(t, day, today));
    let mut lines = vec![dated(t.pick("Recibida", "Received"), known.received_on)];
    if let Some(day) = known.honoured_on {
        lines.push(dated(t.pick("Respaldada", "Honoured"), day));
    }
    lines.push(match known.answered_on {
        Some(day) => dated(t.pick("Contestada", "Answered"), day),
        None => t
            .pick("Todavía sin contestar.", "Not answered yet.")
            .to_owned(),
    });
    lines.push(news(t, known.next_news, today));
    lines
}
