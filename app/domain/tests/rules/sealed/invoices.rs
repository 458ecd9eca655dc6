//! Every fact of an invoice, every way in which it may differ, and the terms and the due that came with them.

use domain::account::{
    Channel, Difference, Every, Invoice, Off, PromiseSource, Reduction, Span, Terms,
};
use domain::deadline::DueKind;
use domain::fact::{Aftermath, Fact};
use domain::money::{COP, EUR, Money, Rate, TaxBasis};

use super::facts::text;
use crate::support::{MANAGER, date};

fn euros(minor: i64) -> Money {
    Money::new(minor, EUR)
}

fn plain() -> Invoice {
    Invoice {
        number: "104".into(),
        drawn: date("2026-06-05"),
        amount: euros(12_100),
        tax: TaxBasis::Included(Rate(2100)),
        every: None,
        off: None,
        due: None,
        sent: None,
    }
}

fn full(off: Off) -> Invoice {
    Invoice {
        tax: TaxBasis::Exempt,
        every: Some(Every::Month),
        off: Some(off),
        due: Some(date("2026-08-04")),
        sent: Some(date("2026-06-06")),
        ..plain()
    }
}

fn differences() -> Vec<Difference> {
    let (included, excluded) = (
        TaxBasis::Included(Rate(2100)),
        TaxBasis::Excluded(Rate(1000)),
    );
    vec![
        Difference::Sum {
            promised: euros(12_100),
            invoiced: euros(15_000),
        },
        Difference::Tax {
            promised: included.split(euros(12_100)),
            invoiced: excluded.split(euros(11_000)),
        },
        Difference::Every {
            promised: Every::Month,
            invoiced: Every::Year,
        },
        Difference::Currency {
            promised: EUR,
            invoiced: COP,
        },
        Difference::Due {
            promised: date("2026-08-04"),
            invoiced: date("2026-07-05"),
        },
    ]
}

pub(super) fn every() -> Vec<Fact> {
    let offs = [
        Off::List(euros(20_000)),
        Off::Applied(Reduction::Percent(Rate(1300))),
        Off::Applied(Reduction::Amount(euros(1_300))),
    ];
    let agreed = offs.into_iter().map(|off| Fact::InvoiceAgreed {
        invoice: full(off),
        replaces: Some("103".into()),
    });
    let differed = differences()
        .into_iter()
        .map(|difference| Fact::InvoiceDiffered {
            invoice: plain(),
            difference,
            aftermath: Aftermath::Open,
            replaces: None,
        });
    let mut facts: Vec<Fact> = agreed.chain(differed).collect();
    facts.extend([
        Fact::InvoiceDiffered {
            invoice: full(Off::List(euros(20_000))),
            difference: differences()[0],
            aftermath: Aftermath::Over,
            replaces: Some("103".into()),
        },
        Fact::PromiseMade {
            by: Some(MANAGER),
            to: None,
            terms: Terms::Payment { days: 60 },
            what: None,
            span: Span::Standing { until: None },
            channel: Channel::Counter,
            source: PromiseSource::Recorded,
        },
        Fact::DueMoved {
            due: DueKind::Correct,
            from: date("2026-06-05"),
            to: date("2026-06-08"),
            reason: text("facturación abre el lunes"),
        },
    ]);
    facts
}
