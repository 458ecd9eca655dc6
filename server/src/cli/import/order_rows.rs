//! One row of orders: its customer, its four dates, what was ordered.
//! It refuses a row without its customer, and one without the day it was placed unless its earliest day was asked for.

use domain::command::{AccountCommand, ImportedOrder};
use domain::time::{Date, Timestamp};

use super::accounts::Customer;
use super::cells::{count, quoted};
use super::columns::{Columns, Field};
use super::rows::{Reading, Stated, Undated, Understood, digest, short_enough};
use super::split::Record;

/// What a row of orders may say.
pub(super) const FIELDS: &[Field] = &[
    Field::text(
        "customer",
        "codigocliente idcliente clienteid codcliente cliente customerid customercode account \
         customer customername",
    ),
    Field::text(
        "customer_name",
        "nombrecliente razonsocial nombre customername companyname name",
    ),
    Field::text("tax_id", "nif cif dni taxid vat"),
    Field::text("kind", "tipocliente segment customertype"),
    Field::text("phone", "telefono movil phone"),
    Field::text("email", "correo email"),
    Field::text(
        "number",
        "npedido nopedido numeropedido numpedido numerodepedido pedido orderid ordernumber orderno \
         salesorder order numero",
    ),
    Field::text(
        "what",
        "articulo producto descripcion concepto productname item product description productid sku",
    ),
    Field::text(
        "quantity",
        "cantidad unidades uds quantity orderquantity qty orderitemquantity",
    ),
    Field::date(
        "placed",
        "fechapedido fechadepedido fechadelpedido orderdate orderpurchasetimestamp \
         orderdatedateorders placed placedon ordered fecha date",
    ),
    Field::date(
        "requested",
        "fechasolicitada solicitada fechapedida requested requesteddate requesteddeliverydate",
    ),
    Field::date(
        "promised",
        "fechaprometida prometida fechacompromiso compromiso fechaprevista promised promiseddate \
         promiseddeliverydate scheduleddeliverydate orderestimateddeliverydate estimateddeliverydate expecteddeliverydate \
         requireddate duedate",
    ),
    Field::date(
        "repromised",
        "fechareprometida reprometida nuevafecha repromised repromiseddate newdate reviseddate",
    ),
    Field::date(
        "actual",
        "fechaentrega fechadeentrega fechareal entregado entrega orderdeliveredcustomerdate \
         actualdeliverydate actual delivered deliveredon delivereddate deliverydate arriveddate",
    ),
];

/// A line of an order and its customer.
pub(super) fn order(
    reading: &Reading,
    columns: &Columns,
    record: &Record,
    key: &str,
) -> Result<Understood, String> {
    let said = |field: &str| columns.cell(record, field);
    let customer = said("customer");
    if customer.is_empty() {
        return Err("its customer is empty".to_owned());
    }
    short_enough("customer", customer)?;
    let days = Days::of(reading, columns, record)?;
    let placed_on = days.placed_on(reading.undated)?;
    let quantity = count(said("quantity")).map_err(|why| format!("quantity: {why}"))?;
    let number = match said("number") {
        "" => key,
        number => number,
    };
    let mark = format!("order/{key}");
    let says = Stated {
        line: record.line,
        account: reading.account(customer),
        digest: days.digest(customer, number, placed_on, said("what"), quantity),
        happened_at: begun(reading, placed_on),
        command: AccountCommand::ImportOrder {
            order: ImportedOrder {
                matter: reading.matter(key),
                number: number.to_owned(),
                placed_on,
                what: reading.text(&mark, "what", said("what")),
                quantity,
                requested: days.requested,
                promised: days.promised,
                repromised: days.repromised,
                actual: days.actual,
            },
        },
        mark,
    };
    Ok(Understood::Order {
        says,
        customer: Box::new(teller(reading, columns, record)?),
        placed_on,
    })
}

/// The customer of an order, as its row tells them.
fn teller(reading: &Reading, columns: &Columns, record: &Record) -> Result<Stated, String> {
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

/// The days that a row says.
#[derive(Debug, Clone, Copy)]
struct Days {
    placed: Option<Date>,
    requested: Option<Date>,
    promised: Option<Date>,
    repromised: Option<Date>,
    actual: Option<Date>,
}

impl Days {
    fn of(reading: &Reading, columns: &Columns, record: &Record) -> Result<Self, String> {
        let day = |field: &str| {
            let cell = columns.cell(record, field);
            let day = reading.dates.day(cell);
            day.map_err(|_| format!("{field}: {} is not a date", quoted(cell)))
        };
        Ok(Self {
            placed: day("placed")?,
            requested: day("requested")?,
            promised: day("promised")?,
            repromised: day("repromised")?,
            actual: day("actual")?,
        })
    }

    fn placed_on(&self, undated: Undated) -> Result<Date, &'static str> {
        let earliest = || {
            let said = [self.requested, self.promised, self.repromised, self.actual];
            said.into_iter().flatten().min()
        };
        match undated {
            Undated::Refused => self.placed.ok_or("placed: the day it was placed is empty"),
            Undated::PlacedOnTheEarliest => self
                .placed
                .or_else(earliest)
                .ok_or("placed: the row says no day at all"),
        }
    }

    /// How a row reads, with those days.
    fn digest(
        &self,
        customer: &str,
        number: &str,
        placed_on: Date,
        what: &str,
        quantity: u32,
    ) -> domain::text::Digest {
        let written = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        digest(&[
            customer,
            number,
            &placed_on.to_string(),
            what,
            &quantity.to_string(),
            &written(self.requested),
            &written(self.promised),
            &written(self.repromised),
            &written(self.actual),
        ])
    }
}

/// The first moment of a day, and never later than now.
pub(super) fn begun(reading: &Reading, day: Date) -> Timestamp {
    reading
        .house
        .zone(reading.store)
        .start_of(day)
        .min(reading.now)
}
