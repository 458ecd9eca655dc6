//! What a customer reads before they sign: what was promised, in whole sentences, each on its line. The screen shows
//! these lines and nothing else, and these very bytes are sealed with the signature: there is no other maker of them.
//! It refuses to know the screen, and to say a price without its base, its tax and its total.

use domain::account::{Essential, Every, Span, Terms};
use domain::money::TaxBasis;
use domain::time::Date;

use super::sentences::ERASED;
use super::{Tongue, dates, money, promised, rate};

/// All that it says; names that were erased are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadBack<'a> {
    /// The house's name.
    pub house: &'a str,
    /// The store's.
    pub store: &'a str,
    /// The customer's.
    pub customer: Option<&'a str>,
    /// Of the person it was given to, where it was given to one.
    pub to: Option<&'a str>,
    /// Of who gave it, where it is known.
    pub by: Option<&'a str>,
    /// Of who answers for it.
    pub owner: Option<&'a str>,
    /// The day it was given.
    pub made_on: Date,
    /// What was promised.
    pub terms: Terms,
    /// In the words it was recorded with.
    pub what: Option<&'a str>,
    /// For how long.
    pub span: Span,
}

/// Line by line; the first is the title.
#[must_use]
pub fn shown(t: Tongue, of: &ReadBack<'_>) -> String {
    let lines = [
        Some(title(t)),
        Some(given(t, of)),
        Some(terms(t, of)),
        span(t, of),
        words(t, of),
        Some(answers(t, of)),
        Some(if_not(t)),
        Some(consent(t)),
    ];
    let lines = lines.iter().flatten().map(|line| plain(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Its title, and the lines below.
pub fn parted(shown: &str) -> (&str, impl Iterator<Item = &str>) {
    let mut lines = shown.lines();
    (lines.next().unwrap_or_default(), lines)
}

/// On one line, with single spaces: what a page shows of it is the same, byte for byte.
fn plain(line: &str) -> String {
    line.split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn title(t: Tongue) -> String {
    t.pick("Lo que le hemos prometido", "What we have promised you")
        .to_owned()
}

fn given(t: Tongue, of: &ReadBack<'_>) -> String {
    let erased = t.pick(ERASED.0, ERASED.1);
    let (day, house, store) = (dates::full(t, of.made_on), of.house, of.store);
    let customer = of.customer.unwrap_or(erased);
    let to = match (t, of.to) {
        (_, None) => customer.to_owned(),
        (_, Some(to)) if to == customer => to.to_owned(),
        (Tongue::Es, Some(to)) => format!("{to}, de {customer}"),
        (Tongue::En, Some(to)) => format!("{to}, of {customer}"),
    };
    match (t, of.by) {
        (Tongue::Es, Some(by)) => format!(
            "{house}, en {store}, le dio su palabra el {day}. Se la dio {by}, y es para {to}."
        ),
        (Tongue::Es, None) => format!(
            "{house}, en {store}, le dio su palabra el {day}. No consta quién se la dio, y vale igual; es para {to}."
        ),
        (Tongue::En, Some(by)) => format!(
            "{house}, at {store}, gave you its word on {day}. {by} gave it, and it is for {to}."
        ),
        (Tongue::En, None) => format!(
            "{house}, at {store}, gave you its word on {day}. Who gave it is not recorded, and it holds all the same; it is for {to}."
        ),
    }
}

fn terms(t: Tongue, of: &ReadBack<'_>) -> String {
    match &of.terms {
        Terms::Price { tax, every, .. } => price(t, &of.terms, *tax, *every),
        Terms::Delivery { date, essential } => {
            let day = dates::full(t, *date);
            let essential = match (t, essential) {
                (_, Essential::No) => "",
                (Tongue::Es, Essential::Yes) => {
                    " Esa fecha es esencial para usted: después ya no le sirve."
                }
                (Tongue::En, Essential::Yes) => {
                    " That date is essential to you: any later is of no use."
                }
            };
            match t {
                Tongue::Es => format!("Lo tendrá el {day}, a más tardar.{essential}"),
                Tongue::En => format!("You will have it on {day} at the latest.{essential}"),
            }
        }
        Terms::Payment { days } => {
            let days = promised::in_days(t, *days);
            match t {
                Tongue::Es => format!("Podrá pagar a los {days} de la fecha de la factura."),
                Tongue::En => format!("You may pay {days} after the date of the invoice."),
            }
        }
        other => match (t, promised::terms(t, other, of.made_on)) {
            (Tongue::Es, Some(terms)) => format!("Le prometemos {terms}."),
            (Tongue::En, Some(terms)) => format!("We promise you {terms}."),
            (_, None) => t
                .pick(
                    "Le prometemos lo que sigue, con estas palabras:",
                    "We promise you what follows, in these words:",
                )
                .to_owned(),
        },
    }
}

/// `Pagará 89,00 € al mes en total: 73,55 € de base y 15,45 € de IVA, al 21 %.`
fn price(t: Tongue, terms: &Terms, tax: TaxBasis, every: Every) -> String {
    let Some(split) = terms.price() else {
        return String::new();
    };
    let total = promised::price(t, split.gross, every);
    let (base, part) = (money(t, split.base), money(t, split.tax));
    match (t, tax) {
        (Tongue::Es, TaxBasis::Exempt) => {
            format!("Pagará {total} en total, sin IVA: está exento.")
        }
        (Tongue::En, TaxBasis::Exempt) => {
            format!("You will pay {total} in total, without VAT: it is exempt.")
        }
        (Tongue::Es, TaxBasis::Included(of) | TaxBasis::Excluded(of)) => format!(
            "Pagará {total} en total: {base} de base y {part} de IVA, al {}.",
            rate(t, of)
        ),
        (Tongue::En, TaxBasis::Included(of) | TaxBasis::Excluded(of)) => format!(
            "You will pay {total} in total: {base} before tax and {part} of VAT, at {}.",
            rate(t, of)
        ),
    }
}

fn span(t: Tongue, of: &ReadBack<'_>) -> Option<String> {
    let said = match (of.span, &of.terms) {
        (Span::Single, Terms::Delivery { .. }) => return None,
        (
            Span::Single,
            Terms::Price {
                every: Every::Once, ..
            },
        ) => t.pick("Se paga una sola vez.", "It is paid once."),
        (Span::Single, _) => t.pick("Vale una vez.", "It holds once."),
        (Span::Standing { until: None }, _) => t.pick(
            "Vale cada vez, sin fecha de fin.",
            "It holds each time, with no end date.",
        ),
        (Span::Standing { until: Some(until) }, _) => {
            let day = dates::full(t, until);
            return Some(match t {
                Tongue::Es => format!("Vale cada vez, hasta el {day}, ese día incluido."),
                Tongue::En => format!("It holds each time, until {day}, that day included."),
            });
        }
    };
    Some(said.to_owned())
}

fn words(t: Tongue, of: &ReadBack<'_>) -> Option<String> {
    let said = match (of.what, &of.terms) {
        (Some(what), _) => what,
        (None, Terms::Other) => t.pick(ERASED.0, ERASED.1),
        (None, _) => return None,
    };
    Some(match t {
        Tongue::Es => format!("Se dijo así: «{said}»."),
        Tongue::En => format!("It was said so: “{said}”."),
    })
}

fn answers(t: Tongue, of: &ReadBack<'_>) -> String {
    let owner = of.owner.unwrap_or(of.house);
    match t {
        Tongue::Es => format!("Responde de que se cumpla {owner}."),
        Tongue::En => format!("{owner} answers for its being kept."),
    }
}

fn if_not(t: Tongue) -> String {
    t.pick(
        "Si no se cumple, dígaselo a cualquiera de la casa, como prefiera: se le cree y se le responde en el acto, y después se averigua qué falló. Recibirá una clave y un recibo; si la respuesta no le conforma, puede acudir al defensor del cliente.",
        "If it is not kept, tell anyone of the house, in whichever way you prefer: you are believed and answered at once, and what went wrong is looked into afterwards. You will be given a key and a receipt; if the answer does not satisfy you, you may go to the customers' advocate.",
    )
    .to_owned()
}

fn consent(t: Tongue) -> String {
    t.pick(
        "Nada de esto cambia sin su consentimiento, y de cada cambio queda constancia.",
        "None of this changes without your consent, and every change is recorded.",
    )
    .to_owned()
}
