//! One row of orders: its customer, its four dates, what was ordered.
//! It refuses a row without its customer or without the day it was placed.

use std::collections::HashSet;

use domain::command::{AccountCommand, ImportedOrder};
use domain::time::{Date, Timestamp};

use super::accounts::{Customer, key};
use super::cells::count;
use super::columns::{Columns, Field, IsDate};
use super::rows::{Reading, Stated, digest};
use super::sheet::Record;

const fn text(name: &'static str, usual: &'static str) -> Field {
    Field {
        name,
        is_date: IsDate::No,
        usual,
    }
}

const fn date(name: &'static str, usual: &'static str) -> Field {
    Field {
        name,
        is_date: IsDate::Yes,
        usual,
    }
}

/// What a row of orders may say.
pub(super) const FIELDS: &[Field] = &[
    text(
        "customer",
        "codigocliente idcliente clienteid codcliente cliente customerid customercode account \
         customer customername",
    ),
    text(
        "customer_name",
        "nombrecliente razonsocial nombre customername companyname name",
    ),
    text("tax_id", "nif cif dni taxid vat"),
    text("kind", "tipocliente segment customertype"),
    text("phone", "telefono movil phone"),
    text("email", "correo email"),
    text(
        "number",
        "npedido nopedido numeropedido numpedido numerodepedido pedido orderid ordernumber orderno \
         salesorder order numero",
    ),
    text(
        "what",
        "articulo producto descripcion concepto productname item product description productid sku",
    ),
    text(
        "quantity",
        "cantidad unidades uds quantity orderquantity qty orderitemquantity",
    ),
    date(
        "placed",
        "fechapedido fechadepedido fechadelpedido orderdate orderpurchasetimestamp \
         orderdatedateorders placed placedon ordered fecha date",
    ),
    date(
        "requested",
        "fechasolicitada solicitada fechapedida requested requesteddate requesteddeliverydate",
    ),
    date(
        "promised",
        "fechaprometida prometida fechacompromiso compromiso fechaprevista promised promiseddate \
         promiseddeliverydate orderestimateddeliverydate estimateddeliverydate expecteddeliverydate \
         requireddate duedate",
    ),
    date(
        "repromised",
        "fechareprometida reprometida nuevafecha repromised repromiseddate newdate reviseddate",
    ),
    date(
        "actual",
        "fechaentrega fechadeentrega fechareal entregado entrega orderdeliveredcustomerdate \
         actualdeliverydate actual delivered deliveredon delivereddate deliverydate arriveddate",
    ),
];

/// The customer of an order, as its row tells them.
pub(super) fn customer(
    reading: &Reading,
    columns: &Columns,
    record: &Record,
) -> Result<Stated, String> {
    let said = |field: &str| columns.cell(record, field);
    let key = said("customer");
    let name = match said("customer_name") {
        "" => key,
        name => name,
    };
    let customer = Customer {
        name,
        tax_id: said("tax_id"),
        kind: said("kind"),
        contact: "",
        phone: said("phone"),
        email: said("email"),
    };
    customer.stated(reading, key, format!("customer/{key}"), record.line)
}

/// A line of an order.
pub(super) fn order(
    reading: &Reading,
    columns: &Columns,
    record: &Record,
    seen: &mut HashSet<String>,
) -> Result<Stated, String> {
    let key = key(columns, record, seen)?;
    let said = |field: &str| columns.cell(record, field);
    let day = |field: &str| {
        let cell = said(field);
        reading
            .dates
            .day(cell)
            .map_err(|_| format!("{field}: {cell} is not a date"))
    };
    let customer = said("customer");
    if customer.is_empty() {
        return Err("its customer is empty".to_owned());
    }
    let placed_on = day("placed")?.ok_or("placed: the day it was placed is empty")?;
    let quantity = count(said("quantity"))
        .ok_or_else(|| format!("quantity: {} is not a whole number", said("quantity")))?;
    let number = match said("number") {
        "" => key.as_str(),
        number => number,
    };
    let (requested, promised) = (day("requested")?, day("promised")?);
    let (repromised, actual) = (day("repromised")?, day("actual")?);
    let mark = format!("order/{key}");
    let written = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let (placed, count) = (placed_on.to_string(), quantity.to_string());
    let dates = [
        written(requested),
        written(promised),
        written(repromised),
        written(actual),
    ];
    let [asked, due, moved, came] = dates.each_ref().map(String::as_str);
    let reads = [
        customer,
        number,
        &placed,
        said("what"),
        &count,
        asked,
        due,
        moved,
        came,
    ];
    Ok(Stated {
        line: record.line,
        account: reading.account(customer),
        digest: digest(&reads),
        happened_at: begun(reading, placed_on),
        command: AccountCommand::ImportOrder {
            order: ImportedOrder {
                matter: reading.matter(&key),
                number: number.to_owned(),
                placed_on,
                what: reading.text(&mark, "what", said("what")),
                quantity,
                requested,
                promised,
                repromised,
                actual,
            },
        },
        mark,
    })
}

/// The first moment of a day, and never later than now.
fn begun(reading: &Reading, day: Date) -> Timestamp {
    reading
        .house
        .zone(reading.store)
        .start_of(day)
        .min(reading.now)
}
