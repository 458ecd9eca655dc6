//! In what an invoice differs, that it is not to leave, and what is to be paid as it was promised.

use domain::account::{
    Difference, Every, Invoice, InvoiceStanding, Invoices, KnownInvoice, MatterState, Promise,
    PromiseStage, Reduction, Terms,
};
use domain::money::{COP, EUR, Money, Rate, TaxBasis};

use super::{on, promise};
use crate::words::Tongue::{En, Es};
use crate::words::*;

fn euros(minor: i64) -> Money {
    Money::new(minor, EUR)
}

fn price() -> Terms {
    Terms::Price {
        amount: euros(12_100),
        tax: TaxBasis::Included(Rate(2100)),
        every: Every::Month,
    }
}

/// A price of which an invoice has that difference, and has not left.
fn at_risk(difference: Difference) -> Promise {
    let matter = promise(price(), PromiseStage::AtRisk);
    let MatterState::Promise(mut promise) = matter.state else {
        panic!("a promise");
    };
    promise.invoices = Invoices {
        known: vec![KnownInvoice {
            invoice: Invoice {
                number: "F-104".into(),
                drawn: on("2026-06-05"),
                amount: euros(14_641),
                tax: TaxBasis::Included(Rate(2100)),
                every: None,
                off: None,
                due: None,
                sent: None,
            },
            standing: InvoiceStanding::Draft(difference),
            on: on("2026-06-05"),
            silent_since: None,
            kept: None,
        }],
    };
    promise
}

#[test]
fn an_invoice_that_differs_is_said_in_both_languages_and_is_not_to_be_sent() {
    let (included, exempt) = (TaxBasis::Included(Rate(2100)), TaxBasis::Exempt);
    let sum = euros(12_100);
    for (difference, es, en) in [
        (
            Difference::Sum {
                promised: sum,
                invoiced: euros(14_641),
            },
            "dice 146,41 € y se prometió 121,00 €",
            "says €146.41 and €121.00 was promised",
        ),
        (
            Difference::Tax {
                promised: included.split(sum),
                invoiced: exempt.split(sum),
            },
            "lleva 0,00 € de IVA y se prometió con 21,00 €",
            "has €0.00 of VAT in it and €21.00 was promised",
        ),
        (
            Difference::Every {
                promised: Every::Month,
                invoiced: Every::Year,
            },
            "se paga al año y se prometió al mes",
            "is paid a year and a month was promised",
        ),
        (
            Difference::Currency {
                promised: EUR,
                invoiced: COP,
            },
            "está en COP y se prometió en EUR",
            "is in COP and EUR was promised",
        ),
        (
            Difference::Due {
                promised: on("2026-08-04"),
                invoiced: on("2026-07-05"),
            },
            "se paga el domingo 5 de julio y se prometió para el martes 4 de agosto",
            "is to be paid on Sunday 5 July and Tuesday 4 August was promised",
        ),
    ] {
        let (promise, today) = (at_risk(difference), on("2026-06-05"));
        let said = |t| invoices::alarm(t, &promise, today).expect("an alarm");
        assert_eq!(said(Es), format!("La factura F-104 {es}: no la envíes."));
        assert_eq!(said(En), format!("Invoice F-104 {en}: do not send it."));
    }
}

#[test]
fn what_is_to_be_paid_as_promised_is_said_beside_the_fields() {
    for (terms, es, en) in [
        (
            price(),
            Some("Según lo prometido paga 121,00 € al mes: 100,00 € más 21,00 € de IVA."),
            Some("As promised they pay €121.00 a month: €100.00 plus €21.00 of VAT."),
        ),
        (
            Terms::Discount {
                reduction: Reduction::Percent(Rate(1300)),
            },
            Some("Según lo prometido se le hace un descuento del 13 %."),
            Some("As promised they are given a discount of 13%."),
        ),
        (
            Terms::Payment { days: 60 },
            Some("Según lo prometido la paga a los 60 días de la factura."),
            Some("As promised they pay it 60 days after the invoice."),
        ),
        (Terms::Other, None, None),
    ] {
        assert_eq!(invoices::to_pay(Es, &terms).as_deref(), es);
        assert_eq!(invoices::to_pay(En, &terms).as_deref(), en);
    }
    assert_eq!(invoices::at_risk(Es, 1), "1 promesa en riesgo");
    assert_eq!(invoices::at_risk(En, 2), "2 promises at risk");
}
