//! What was promised, in words: a price always with its tax.
//! It refuses to judge it.

use domain::account::{Essential, Every, Reduction, Span, Terms};
use domain::money::{Money, TaxBasis};
use domain::time::Date;

use super::{Tongue, counted, dates, money, rate};

/// The terms as the object of a sentence; `None` for what is told in the promise's own words.
pub(super) fn terms(t: Tongue, terms: &Terms, beside: Date) -> Option<String> {
    Some(match *terms {
        Terms::Price { amount, tax, every } => {
            format!("{}, {}", price(t, amount, every), basis(t, tax))
        }
        Terms::Discount { reduction } => {
            let off = reduced(t, reduction);
            match t {
                Tongue::Es => format!("un {off}"),
                Tongue::En => format!("a {off}"),
            }
        }
        Terms::Delivery { date, essential } => {
            let day = dates::named(t, date, beside);
            let essential = essentially(t, essential);
            match t {
                Tongue::Es => format!("la entrega para {day}{essential}"),
                Tongue::En => format!("delivery by {day}{essential}"),
            }
        }
        Terms::Payment { days } => match t {
            Tongue::Es => format!(
                "un plazo de {} desde la factura para pagar",
                in_days(t, days)
            ),
            Tongue::En => format!("{} from the invoice to pay", in_days(t, days)),
        },
        Terms::Other => return None,
    })
}

/// `60 días`.
pub(super) fn in_days(t: Tongue, days: u16) -> String {
    counted(
        usize::from(days),
        t.pick("día", "day"),
        t.pick("días", "days"),
    )
}

/// `89.000 COP al mes`.
pub(super) fn price(t: Tongue, amount: Money, every: Every) -> String {
    let amount = money(t, amount);
    let every = match every {
        Every::Once => return amount,
        Every::Month => t.pick("al mes", "a month"),
        Every::Year => t.pick("al año", "a year"),
    };
    format!("{amount} {every}")
}

/// `IVA del 16 % incluido`.
fn basis(t: Tongue, tax: TaxBasis) -> String {
    match (t, tax) {
        (Tongue::Es, TaxBasis::Included(of)) => format!("IVA del {} incluido", rate(t, of)),
        (Tongue::Es, TaxBasis::Excluded(of)) => format!("más IVA del {}", rate(t, of)),
        (Tongue::Es, TaxBasis::Exempt) => "exento de IVA".to_owned(),
        (Tongue::En, TaxBasis::Included(of)) => format!("{} VAT included", rate(t, of)),
        (Tongue::En, TaxBasis::Excluded(of)) => format!("plus {} VAT", rate(t, of)),
        (Tongue::En, TaxBasis::Exempt) => "VAT exempt".to_owned(),
    }
}

/// `descuento del 13 %`, `descuento de 20,00 €`.
pub(super) fn reduced(t: Tongue, reduction: Reduction) -> String {
    match (t, reduction) {
        (Tongue::Es, Reduction::Percent(of)) => format!("descuento del {}", rate(t, of)),
        (Tongue::Es, Reduction::Amount(of)) => format!("descuento de {}", money(t, of)),
        (Tongue::En, Reduction::Percent(of)) => format!("discount of {}", rate(t, of)),
        (Tongue::En, Reduction::Amount(of)) => format!("discount of {}", money(t, of)),
    }
}

/// That nothing will do after that day.
pub(super) const fn essentially(t: Tongue, essential: Essential) -> &'static str {
    match (essential, t) {
        (Essential::No, _) => "",
        (Essential::Yes, Tongue::Es) => " (fecha esencial)",
        (Essential::Yes, Tongue::En) => " (an essential date)",
    }
}

/// For how long: nothing is said of what holds once.
pub(super) fn span(t: Tongue, span: Span, beside: Date) -> String {
    match span {
        Span::Single => String::new(),
        Span::Standing { until: None } => t
            .pick(", sin fecha de fin", ", with no end date")
            .to_owned(),
        Span::Standing { until: Some(until) } => {
            let day = dates::named(t, until, beside);
            match t {
                Tongue::Es => format!(", hasta {day}"),
                Tongue::En => format!(", until {day}"),
            }
        }
    }
}
