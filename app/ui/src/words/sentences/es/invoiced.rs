//! What an invoice says beside what was promised, in Spanish.

use domain::fact::{Aftermath, Fact};

use super::T;
use crate::words::invoices::{difference, named};
use crate::words::sentences::Teller;

pub(super) fn compared(teller: &Teller<'_>) -> String {
    let saw = teller.either(teller.bend("anotó que ", "anotaste que "), "");
    match &teller.row.fact {
        Fact::InvoiceAgreed { invoice, replaces } => {
            let sum = teller.money(invoice.split().gross);
            let invoice = named(T, invoice, replaces.as_deref());
            format!("{saw}{invoice} dice lo prometido: {sum}")
        }
        Fact::InvoiceDiffered {
            invoice,
            difference: of,
            aftermath,
            replaces,
        } => {
            let of = difference(T, of, teller.row.on);
            let follows = match (invoice.sent, aftermath) {
                (None, _) => ": no sale así",
                (Some(_), Aftermath::Open) => ", y ya salió",
                (Some(_), Aftermath::Over) => ", y ya está pasado",
            };
            let invoice = named(T, invoice, replaces.as_deref());
            format!("{saw}{invoice} {of}{follows}")
        }
        _ => String::new(),
    }
}
