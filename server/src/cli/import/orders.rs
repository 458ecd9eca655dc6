//! Rows that are lines of orders: a customer, four dates, and what was ordered; customers come with their orders.
//! It refuses a row without its customer or without the day it was placed.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::command::{AccountCommand, ImportedOrder};
use domain::ids::AccountId;
use domain::time::Date;
use ledger::Ledger;

use super::Failure;
use super::accounts::{Customer, keep, key};
use super::cells::count;
use super::columns::{Columns, Field, IsDate};
use super::progress::Progress;
use super::refused::Refused;
use super::rows::{Reading, Stated, digest};
use super::send::{Fate, Mode, send, without_known};
use super::sheet::{Record, Sheet};
use super::summary::Summary;

const fn text(name: &'static str, usual: &'static [&'static str]) -> Field {
    Field {
        name,
        is_date: IsDate::No,
        usual,
    }
}

const fn date(name: &'static str, usual: &'static [&'static str]) -> Field {
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
        &[
            "codigocliente",
            "idcliente",
            "clienteid",
            "codcliente",
            "cliente",
            "customerid",
            "customercode",
            "account",
            "customer",
            "customername",
        ],
    ),
    text(
        "customer_name",
        &[
            "nombrecliente",
            "razonsocial",
            "nombre",
            "customername",
            "companyname",
            "name",
        ],
    ),
    text("tax_id", &["nif", "cif", "dni", "taxid", "vat"]),
    text("kind", &["tipocliente", "segment", "customertype"]),
    text("phone", &["telefono", "movil", "phone"]),
    text("email", &["correo", "email"]),
    text(
        "number",
        &[
            "npedido",
            "nopedido",
            "numeropedido",
            "numpedido",
            "numerodepedido",
            "pedido",
            "orderid",
            "ordernumber",
            "orderno",
            "salesorder",
            "order",
            "numero",
        ],
    ),
    text(
        "what",
        &[
            "articulo",
            "producto",
            "descripcion",
            "concepto",
            "productname",
            "item",
            "product",
            "description",
            "productid",
            "sku",
        ],
    ),
    text(
        "quantity",
        &[
            "cantidad",
            "unidades",
            "uds",
            "quantity",
            "orderquantity",
            "qty",
            "orderitemquantity",
        ],
    ),
    date(
        "placed",
        &[
            "fechapedido",
            "fechadepedido",
            "fechadelpedido",
            "orderdate",
            "orderpurchasetimestamp",
            "orderdatedateorders",
            "placed",
            "placedon",
            "ordered",
            "fecha",
            "date",
        ],
    ),
    date(
        "requested",
        &[
            "fechasolicitada",
            "solicitada",
            "fechapedida",
            "requested",
            "requesteddate",
            "requesteddeliverydate",
        ],
    ),
    date(
        "promised",
        &[
            "fechaprometida",
            "prometida",
            "fechacompromiso",
            "compromiso",
            "fechaprevista",
            "promised",
            "promiseddate",
            "promiseddeliverydate",
            "orderestimateddeliverydate",
            "estimateddeliverydate",
            "expecteddeliverydate",
            "requireddate",
            "duedate",
        ],
    ),
    date(
        "repromised",
        &[
            "fechareprometida",
            "reprometida",
            "nuevafecha",
            "repromised",
            "repromiseddate",
            "newdate",
            "reviseddate",
        ],
    ),
    date(
        "actual",
        &[
            "fechaentrega",
            "fechadeentrega",
            "fechareal",
            "entregado",
            "entrega",
            "orderdeliveredcustomerdate",
            "actualdeliverydate",
            "actual",
            "delivered",
            "deliveredon",
            "delivereddate",
            "deliverydate",
            "arriveddate",
        ],
    ),
];

pub(super) async fn import(
    ledger: &Ledger,
    reading: &Reading,
    sheet: &Sheet,
    columns: &Columns,
    mode: &mut Mode,
    progress: &Progress,
) -> Result<(Summary, Vec<Refused>), Failure> {
    columns.must_say("customer")?;
    columns.must_say("placed")?;
    let mut refused = Refusals::default();
    let mut rows = Vec::new();
    let mut seen = HashSet::new();
    for (at, record) in sheet.records.iter().enumerate() {
        match order(reading, columns, record, &mut seen) {
            Ok(row) => rows.push((at, row)),
            Err(reason) => refused.add(at, record.line, reason),
        }
    }
    let customers = customers(reading, columns, sheet, &rows, &mut refused);
    let customers = without_known(ledger, &reading.source, customers).await?;
    let ids: Vec<_> = customers.iter().map(|row| row.account).collect();
    let fates = send(ledger, reading, customers, mode, &Progress::silent())
        .await
        .map_err(keep)?;
    let mut summary = Summary::of(sheet.records.len());
    let mut unopened: HashMap<AccountId, String> = HashMap::new();
    for (account, fate) in ids.into_iter().zip(fates) {
        match fate {
            Fate::Written => summary.accounts += 1,
            Fate::Unchanged => {}
            Fate::Refused(reason) => {
                unopened.insert(account, reason);
            }
        }
    }
    rows.retain(
        |(at, row)| match (refused.has(*at), unopened.get(&row.account)) {
            (true, _) => false,
            (false, None) => true,
            (false, Some(reason)) => {
                refused.add(*at, row.line, format!("its customer was refused: {reason}"));
                false
            }
        },
    );
    let stated: Vec<_> = rows.iter().map(|(_, row)| row.clone()).collect();
    let fates = send(ledger, reading, stated, mode, progress)
        .await
        .map_err(keep)?;
    for ((at, row), fate) in rows.into_iter().zip(fates) {
        match fate {
            Fate::Written => summary.written += 1,
            Fate::Unchanged => summary.unchanged += 1,
            Fate::Refused(reason) => refused.add(at, row.line, reason),
        }
    }
    let refused = refused.in_order();
    summary.refused = refused.len();
    Ok((summary, refused))
}

#[derive(Debug, Default)]
struct Refusals(BTreeMap<usize, Refused>);

impl Refusals {
    fn add(&mut self, at: usize, line: u64, reason: String) {
        self.0.entry(at).or_insert(Refused { at, line, reason });
    }

    fn has(&self, at: usize) -> bool {
        self.0.contains_key(&at)
    }

    fn in_order(self) -> Vec<Refused> {
        self.0.into_values().collect()
    }
}

/// Each customer once, as their first row tells them, from their first order's day on.
fn customers(
    reading: &Reading,
    columns: &Columns,
    sheet: &Sheet,
    rows: &[(usize, Stated)],
    refused: &mut Refusals,
) -> Vec<Stated> {
    let mut customers: Vec<Stated> = Vec::new();
    let mut places: HashMap<AccountId, usize> = HashMap::new();
    for (at, row) in rows {
        if let Some(place) = places.get(&row.account) {
            let known = &mut customers[*place];
            known.happened_at = known.happened_at.min(row.happened_at);
            continue;
        }
        let record = &sheet.records[*at];
        match customer(reading, columns, record) {
            Ok(customer) => {
                places.insert(row.account, customers.len());
                customers.push(Stated {
                    happened_at: row.happened_at,
                    ..customer
                });
            }
            Err(reason) => refused.add(*at, record.line, reason),
        }
    }
    customers
}

fn customer(reading: &Reading, columns: &Columns, record: &Record) -> Result<Stated, String> {
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

fn order(
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
fn begun(reading: &Reading, day: Date) -> domain::time::Timestamp {
    reading
        .house
        .zone(reading.store)
        .start_of(day)
        .min(reading.now)
}
