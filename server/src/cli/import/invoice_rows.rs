//! One row of invoices: whose it is, what it says, and which promise it is compared with, as far as it says that.
//! It refuses an amount that does not say its tax, and to look for the promise.

use domain::account::{Every, Invoice, Off, Reduction};
use domain::money::{Currency, Money, Rate, TaxBasis};
use domain::text::Digest;
use domain::time::Date;

use super::cells::{is_nothing, quoted};
use super::columns::{Columns, Field, fold};
use super::rows::{Reading, digest, short_enough};
use super::split::Record;

/// What a row of invoices may say.
pub(super) const FIELDS: &[Field] = &[
    Field::text(
        "customer",
        "codigocliente idcliente clienteid codcliente cliente customerid customercode account customer customername \
         nif cif taxid",
    ),
    Field::text(
        "number",
        "nfactura nofactura numerofactura numfactura numerodefactura factura invoicenumber invoiceno invoiceid invoice \
         numero number",
    ),
    Field::date(
        "drawn",
        "fechafactura fechadefactura fechaemision emitida invoicedate issuedate issued drawn fecha date",
    ),
    Field::text(
        "amount",
        "importetotal totalfactura total importe invoiceamount totalamount amount",
    ),
    Field::text(
        "tax",
        "ivaincluido impuestoincluido taxincluded taxbasis tax",
    ),
    Field::text(
        "rate",
        "tipoiva tipodeiva porcentajeiva ivaporcentaje taxrate vatrate rate",
    ),
    Field::text("every", "periodicidad cadacuanto period every"),
    Field::text("list", "preciotarifa tarifa precioantes listprice list"),
    Field::text(
        "percent",
        "dto descuento porcentajedescuento discountpercent discount percent",
    ),
    Field::text("off", "importedescuento discountamount off"),
    Field::date("due", "vencimiento fechavencimiento duedate due"),
    Field::date(
        "sent",
        "fechaenvio enviada fechadeenvio senton sentdate sent",
    ),
    Field::text(
        "order",
        "npedido nopedido numeropedido numpedido pedido ordernumber orderno order",
    ),
    Field::text("promise", "promesa promise"),
    Field::text(
        "replaces",
        "sustituyea sustituye rectifica corrects replaces",
    ),
];

/// An invoice, understood.
#[derive(Debug)]
pub(super) struct InvoiceRow {
    /// Its line in the file.
    pub(super) line: u64,
    /// What it is remembered by.
    pub(super) mark: String,
    /// How it reads.
    pub(super) digest: Digest,
    /// Whose: the source's key, or else a name or a tax id.
    pub(super) customer: String,
    pub(super) invoice: Invoice,
    pub(super) replaces: Option<String>,
    /// The number of the order that its promise is on.
    pub(super) order: Option<String>,
    /// Words that its promise says.
    pub(super) promise: Option<String>,
}

/// What an amount says of its tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    Included,
    Excluded,
    Exempt,
}

impl Basis {
    /// As files say it; under a column such as `IVA incluido` also yes and no.
    pub(super) fn read(said: &str) -> Option<Self> {
        Some(match fold(said).as_str() {
            "included" | "incluido" | "incl" | "ivaincluido" | "coniva" | "si" | "s" | "yes"
            | "y" | "true" => Self::Included,
            "excluded" | "excluido" | "excl" | "noincluido" | "aparte" | "masiva" | "no" | "n"
            | "false" => Self::Excluded,
            "exempt" | "exento" | "exenta" => Self::Exempt,
            _ => return None,
        })
    }

    fn with(self, rate: Rate) -> TaxBasis {
        match self {
            Self::Included => TaxBasis::Included(rate),
            Self::Excluded => TaxBasis::Excluded(rate),
            Self::Exempt => TaxBasis::Exempt,
        }
    }
}

/// An invoice and its customer.
pub(super) fn invoice(
    reading: &Reading,
    columns: &Columns,
    record: &Record,
    key: &str,
) -> Result<InvoiceRow, String> {
    let cells = Cells {
        reading,
        columns,
        record,
    };
    let customer = cells.said("customer").ok_or("its customer is empty")?;
    short_enough("customer", customer)?;
    let invoice = Invoice {
        number: cells.said("number").unwrap_or(key).to_owned(),
        drawn: cells
            .day("drawn")?
            .ok_or("drawn: the day it was drawn up is empty")?,
        amount: cells.money("amount")?.ok_or("amount: it is empty")?,
        tax: cells.tax()?,
        every: cells.every()?,
        off: cells.off()?,
        due: cells.day("due")?,
        sent: cells.day("sent")?,
    };
    let [order, promise, replaces] =
        ["order", "promise", "replaces"].map(|field| cells.said(field));
    let beside = [order, promise, replaces].map(Option::unwrap_or_default);
    let says = serde_json::to_string(&invoice).map_err(|error| error.to_string())?;
    let owned = |said: Option<&str>| said.map(str::to_owned);
    Ok(InvoiceRow {
        line: record.line,
        mark: format!("invoice/{key}"),
        digest: digest(&[customer, &says, beside[0], beside[1], beside[2]]),
        customer: customer.to_owned(),
        invoice,
        replaces: owned(replaces),
        order: owned(order),
        promise: owned(promise),
    })
}

/// The cells of a row.
#[derive(Debug, Clone, Copy)]
struct Cells<'a> {
    reading: &'a Reading,
    columns: &'a Columns,
    record: &'a Record,
}

impl<'a> Cells<'a> {
    fn said(&self, field: &str) -> Option<&'a str> {
        let cell = self.columns.cell(self.record, field);
        (!is_nothing(cell)).then_some(cell)
    }

    fn currency(&self) -> Currency {
        self.reading.house.currency
    }

    fn day(&self, field: &str) -> Result<Option<Date>, String> {
        let cell = self.columns.cell(self.record, field);
        let day = self.reading.dates.day(cell);
        day.map_err(|_| format!("{field}: {} is not a date", quoted(cell)))
    }

    fn money(&self, field: &str) -> Result<Option<Money>, String> {
        let read = |cell| {
            Money::parse(cell, self.currency())
                .map_err(|_| format!("{field}: {} is not an amount", quoted(cell)))
        };
        self.said(field).map(read).transpose()
    }

    fn rate(&self, field: &str) -> Result<Option<Rate>, String> {
        let read = |cell| {
            Rate::parse(cell).map_err(|_| format!("{field}: {} is not a percentage", quoted(cell)))
        };
        self.said(field).map(read).transpose()
    }

    fn tax(&self) -> Result<TaxBasis, String> {
        let basis = match self.said("tax") {
            Some(cell) => Basis::read(cell).ok_or_else(|| {
                let cell = quoted(cell);
                format!("tax: {cell} is none of included, excluded and exempt")
            })?,
            None => self.reading.basis.ok_or(
                "tax: say whether the amount has its tax in it: included, excluded or exempt",
            )?,
        };
        let rate = self.rate("rate")?.unwrap_or(self.reading.rate);
        Ok(basis.with(rate))
    }

    fn every(&self) -> Result<Option<Every>, String> {
        let Some(cell) = self.said("every") else {
            return Ok(None);
        };
        Ok(Some(match fold(cell).as_str() {
            "once" | "unavez" | "unica" | "unico" => Every::Once,
            "month" | "monthly" | "mes" | "mensual" | "almes" => Every::Month,
            "year" | "yearly" | "annual" | "ano" | "anual" | "alano" => Every::Year,
            _ => {
                return Err(format!(
                    "every: {} is none of once, month and year",
                    quoted(cell)
                ));
            }
        }))
    }

    /// The price before, or else what came off it.
    fn off(&self) -> Result<Option<Off>, String> {
        if let Some(list) = self.money("list")? {
            return Ok(Some(Off::List(list)));
        }
        if let Some(rate) = self.rate("percent")? {
            return Ok(Some(Off::Applied(Reduction::Percent(rate))));
        }
        let off = self.money("off")?;
        Ok(off.map(|off| Off::Applied(Reduction::Amount(off))))
    }
}
