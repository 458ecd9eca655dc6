//! What a submit wrote, row by row: read off the tables before and after, to be written again without a ledger.
//! It refuses to know how the ledger writes it.

use std::collections::{BTreeMap, HashMap};

use ledger::{Engine, Submitted};
use uuid::Uuid;

use crate::hands::Hands;
use crate::life::{self, Place};
use crate::tables::{self, Cells, ROWS_AT_ONCE, Table};

/// What one submit wrote and removed, by the place of its table.
#[derive(Debug, Default)]
pub(crate) struct Transaction {
    gone: Vec<(usize, Cells)>,
    put: BTreeMap<usize, Vec<Cells>>,
}

/// The tables, and what was written in them.
#[derive(Debug)]
pub(crate) struct Recorded {
    pub(crate) tables: Vec<Table>,
    pub(crate) transactions: Vec<Transaction>,
}

/// The rows of a table that are of one stream.
type Stands = HashMap<Cells, Cells>;

/// Submits each in a database that is then thrown away.
pub(crate) async fn recorded(engine: Engine, accounts: usize, said: Vec<Submitted>) -> Recorded {
    let place = Place::with(engine, accounts).await;
    let mut hands = Hands::as_the_writer(&place.url).await;
    let tables = tables::all(&mut hands).await;
    let mut before: HashMap<Uuid, Vec<Stands>> = HashMap::new();
    let mut transactions = Vec::with_capacity(said.len());
    for submission in said {
        let stream = submission.envelope.stream.uuid();
        let was = match before.remove(&stream) {
            Some(was) => was,
            None => stands(&mut hands, &tables, stream).await,
        };
        life::submit(&place.ledger, submission).await;
        let now = stands(&mut hands, &tables, stream).await;
        transactions.push(between(&was, &now));
        before.insert(stream, now);
    }
    hands.close().await;
    place.ledger.close().await;
    Recorded {
        tables,
        transactions,
    }
}

async fn stands(hands: &mut Hands, tables: &[Table], stream: Uuid) -> Vec<Stands> {
    let mut all = Vec::with_capacity(tables.len());
    for table in tables {
        let rows = table
            .read(hands, "WHERE stream_id = $1", Some(stream))
            .await;
        all.push(rows.into_iter().map(|row| (table.key(&row), row)).collect());
    }
    all
}

fn between(was: &[Stands], is: &[Stands]) -> Transaction {
    let mut transaction = Transaction::default();
    for (table, (was, is)) in was.iter().zip(is).enumerate() {
        let gone = was.keys().filter(|key| !is.contains_key(*key));
        transaction
            .gone
            .extend(gone.map(|key| (table, key.clone())));
        let put = is.iter().filter(|(key, row)| was.get(*key) != Some(*row));
        let put: Vec<_> = put.map(|(_, row)| row.clone()).collect();
        if !put.is_empty() {
            transaction.put.insert(table, put);
        }
    }
    transaction
}

impl Transaction {
    /// Writes it, durable when this returns.
    pub(crate) async fn write(&self, hands: &mut Hands, tables: &[Table]) {
        hands.begin().await;
        for (table, key) in &self.gone {
            tables[*table].drop_row(hands, key).await;
        }
        for (table, rows) in &self.put {
            tables[*table].write(hands, rows, ROWS_AT_ONCE).await;
        }
        hands.commit().await;
    }
}
