//! What an invoice says beside what was promised, in English.

use domain::fact::{Aftermath, Fact};

use super::T;
use crate::words::invoices::{difference, named};
use crate::words::sentences::Teller;

pub(super) fn compared(teller: &Teller<'_>) -> String {
    let saw = teller.either("recorded that ", "");
    match &teller.row.fact {
        Fact::InvoiceAgreed { invoice, replaces } => {
            let sum = teller.money(invoice.split().gross);
            let invoice = named(T, invoice, replaces.as_deref());
            format!("{saw}{invoice} says what was promised: {sum}")
        }
        Fact::InvoiceDiffered {
            invoice,
            difference: of,
            aftermath,
            replaces,
        } => {
            let of = difference(T, of, teller.row.on);
            let follows = match (invoice.sent, aftermath) {
                (None, _) => ": it does not leave so",
                (Some(_), Aftermath::Open) => ", and it has left",
                (Some(_), Aftermath::Over) => ", and that is past",
            };
            let invoice = named(T, invoice, replaces.as_deref());
            format!("{saw}{invoice} {of}{follows}")
        }
        _ => String::new(),
    }
}
