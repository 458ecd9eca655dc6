//! Rows that are lines of orders: a customer, four dates, and what was ordered; customers come with their orders.
//! It refuses to know what a row says of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::ids::AccountId;
use ledger::Ledger;

use super::Failure;
use super::accounts::keep;
use super::columns::Columns;
use super::order_rows::{customer, order};
use super::progress::Progress;
use super::refused::Refused;
use super::rows::{Reading, Stated};
use super::send::{Fate, Mode, send, without_known};
use super::sheet::Sheet;
use super::summary::Summary;

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
