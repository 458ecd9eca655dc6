//! An invoice beside what was promised: in what it differs, that it is not to be sent, and what is to be paid instead.
//! It refuses to compare: the domain does.

use domain::account::{Difference, Invoice, Promise, Terms};
use domain::money::Money;
use domain::time::Date;

use super::{Tongue, counted, dates, labels, money, promised};

/// `dice 103.240 COP y se prometió 89.000 COP`.
pub(super) fn difference(t: Tongue, of: &Difference, beside: Date) -> String {
    let day = |date| dates::named(t, date, beside);
    match (t, of) {
        (Tongue::Es, Difference::Sum { promised, invoiced }) => {
            format!(
                "dice {} y se prometió {}",
                money(t, *invoiced),
                money(t, *promised)
            )
        }
        (Tongue::En, Difference::Sum { promised, invoiced }) => {
            format!(
                "says {} and {} was promised",
                money(t, *invoiced),
                money(t, *promised)
            )
        }
        (Tongue::Es, Difference::Tax { promised, invoiced }) => format!(
            "lleva {} de IVA y se prometió con {}",
            money(t, invoiced.tax),
            money(t, promised.tax)
        ),
        (Tongue::En, Difference::Tax { promised, invoiced }) => format!(
            "has {} of VAT in it and {} was promised",
            money(t, invoiced.tax),
            money(t, promised.tax)
        ),
        (_, Difference::Every { promised, invoiced }) => {
            let every = |every| labels::every(t, every).to_lowercase();
            let (invoiced, promised) = (every(*invoiced), every(*promised));
            match t {
                Tongue::Es => format!("se paga {invoiced} y se prometió {promised}"),
                Tongue::En => format!("is paid {invoiced} and {promised} was promised"),
            }
        }
        (Tongue::Es, Difference::Currency { promised, invoiced }) => {
            format!("está en {invoiced} y se prometió en {promised}")
        }
        (Tongue::En, Difference::Currency { promised, invoiced }) => {
            format!("is in {invoiced} and {promised} was promised")
        }
        (Tongue::Es, Difference::Due { promised, invoiced }) => {
            format!(
                "se paga {} y se prometió para {}",
                day(*invoiced),
                day(*promised)
            )
        }
        (Tongue::En, Difference::Due { promised, invoiced }) => {
            format!(
                "is to be paid on {} and {} was promised",
                day(*invoiced),
                day(*promised)
            )
        }
    }
}

/// That an invoice is not to leave: `La factura 104 dice 103.240 COP y se prometió 89.000 COP: no la envíes.`
#[must_use]
pub fn alarm(t: Tongue, promise: &Promise, today: Date) -> Option<String> {
    let drafts = promise.invoices.drafts().map(|(one, of)| {
        let (number, of) = (&one.invoice.number, difference(t, &of, today));
        match t {
            Tongue::Es => format!("La factura {number} {of}: no la envíes."),
            Tongue::En => format!("Invoice {number} {of}: do not send it."),
        }
    });
    let drafts: Vec<String> = drafts.collect();
    (!drafts.is_empty()).then(|| drafts.join(" "))
}

/// What the customer is to pay as it was promised.
#[must_use]
pub fn to_pay(t: Tongue, terms: &Terms) -> Option<String> {
    Some(match (t, *terms) {
        (_, Terms::Price { amount, every, .. }) => {
            let split = terms.price()?;
            let gross = promised::price(t, Money::new(split.gross.minor, amount.currency), every);
            let (base, tax) = (money(t, split.base), money(t, split.tax));
            match t {
                Tongue::Es => format!("Según lo prometido paga {gross}: {base} más {tax} de IVA."),
                Tongue::En => format!("As promised they pay {gross}: {base} plus {tax} of VAT."),
            }
        }
        (_, Terms::Discount { reduction }) => {
            let off = promised::reduced(t, reduction);
            match t {
                Tongue::Es => format!("Según lo prometido se le hace un {off}."),
                Tongue::En => format!("As promised they are given a {off}."),
            }
        }
        (Tongue::Es, Terms::Payment { days }) => {
            let days = promised::in_days(t, days);
            format!("Según lo prometido la paga a los {days} de la factura.")
        }
        (Tongue::En, Terms::Payment { days }) => {
            let days = promised::in_days(t, days);
            format!("As promised they pay it {days} after the invoice.")
        }
        (_, Terms::Delivery { .. } | Terms::Other) => return None,
    })
}

/// `la factura 104`, with the one it takes the place of.
pub(super) fn named(t: Tongue, invoice: &Invoice, replaces: Option<&str>) -> String {
    let number = &invoice.number;
    match (t, replaces) {
        (Tongue::Es, None) => format!("la factura {number}"),
        (Tongue::Es, Some(old)) => format!("la factura {number} (sustituye a la {old})"),
        (Tongue::En, None) => format!("invoice {number}"),
        (Tongue::En, Some(old)) => format!("invoice {number} (in place of {old})"),
    }
}

/// How many words given wait for an invoice to be corrected: `2 promesas en riesgo`.
#[must_use]
pub fn at_risk(t: Tongue, promises: usize) -> String {
    match t {
        Tongue::Es => format!("{} en riesgo", counted(promises, "promesa", "promesas")),
        Tongue::En => format!("{} at risk", counted(promises, "promise", "promises")),
    }
}
