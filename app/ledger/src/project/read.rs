//! Reading back all rows of an account, to be compared with what its facts make of it.

use domain::ids::StreamId;
use sqlx::FromRow;
use uuid::Uuid;

use super::{
    DueRow, HeadRow, HeadWords, InvestigationRow, KeyRow, MatterRow, Pressing, RecordRow, Rows,
};
use crate::LedgerError;
use crate::column::digest;
use crate::sql::{claims, project as sql, records};
use crate::tx::{Tx, all, on, optional};

#[derive(FromRow)]
struct AccountColumns {
    version: i64,
    state_format: i64,
    state: String,
    kind: String,
    name: String,
    tax_id: Option<String>,
    owner_id: Uuid,
    store_id: Uuid,
    next_news: Option<i64>,
    silent_since: Option<i64>,
    open_matters: i64,
    open_claims: i64,
    updated_at: i64,
}

#[derive(FromRow)]
struct MatterColumns {
    matter_id: Uuid,
    version: i64,
    state_format: i64,
    state: String,
    kind: String,
    is_open: bool,
    owner_id: Uuid,
    thread_id: Uuid,
    next_due: Option<i64>,
    next_news: Option<i64>,
    silent_since: Option<i64>,
}

type DueColumns = (
    Uuid,
    i64,
    String,
    Option<Uuid>,
    Option<String>,
    i64,
    i64,
    String,
);

type KeyColumns = (Uuid, Uuid, Option<Vec<u8>>, Vec<u8>);

type RecordColumns = (i64, String, Uuid, Uuid, i64);

type InvestigationColumns = (Uuid, i64, Option<Uuid>);

/// All rows of a stream, as they stand.
pub(crate) async fn stored(tx: &mut Tx, stream: StreamId) -> Result<Rows, LedgerError> {
    let stream = stream.uuid();
    let row = optional!(tx, AccountColumns, sql::ACCOUNT_WHOLE, stream)?;
    let matters = all!(tx, MatterColumns, sql::MATTERS_WHOLE, stream)?;
    let dues = all!(tx, DueColumns, sql::DUES, stream)?;
    let terms = all!(tx, (String, String), sql::TERMS, stream)?;
    let keys = all!(tx, KeyColumns, claims::TAKEAWAYS, stream)?;
    let lines = all!(tx, RecordColumns, records::RECORDS, stream)?;
    let files = all!(tx, InvestigationColumns, records::INVESTIGATIONS, stream)?;
    Ok(Rows {
        pressing: row.as_ref().map(pressing).unwrap_or_default(),
        head: row.map(head),
        matters: matters.into_iter().map(matter).collect(),
        dues: dues.into_iter().map(due).collect(),
        terms: terms.into_iter().collect(),
        keys: keys.into_iter().map(key).collect::<Result<_, _>>()?,
        records: lines.into_iter().map(record).collect(),
        investigations: files.into_iter().map(investigation).collect(),
    })
}

fn pressing(row: &AccountColumns) -> Pressing {
    Pressing {
        next_news: row.next_news,
        silent_since: row.silent_since,
        open_matters: row.open_matters,
        open_claims: row.open_claims,
    }
}

fn head(row: AccountColumns) -> HeadRow {
    HeadRow {
        version: row.version,
        state_format: row.state_format,
        state: row.state,
        kind: row.kind,
        words: HeadWords {
            name: row.name,
            tax_id: row.tax_id,
        },
        owner: row.owner_id,
        store: row.store_id,
        updated_at: row.updated_at,
    }
}

fn matter(row: MatterColumns) -> MatterRow {
    MatterRow {
        id: row.matter_id,
        version: row.version,
        state_format: row.state_format,
        state: row.state,
        kind: row.kind,
        is_open: row.is_open,
        owner: row.owner_id,
        thread: row.thread_id,
        next_due: row.next_due,
        next_news: row.next_news,
        silent_since: row.silent_since,
    }
}

fn due((matter, n, kind, person, role, on_day, at, rule): DueColumns) -> DueRow {
    DueRow {
        matter,
        n,
        kind,
        person,
        role,
        on_day,
        at,
        rule,
    }
}

fn record((version, kind, person, matter, on_day): RecordColumns) -> RecordRow {
    RecordRow {
        version,
        kind,
        person,
        matter,
        on_day,
    }
}

fn investigation((matter, place, seller): InvestigationColumns) -> InvestigationRow {
    InvestigationRow {
        matter,
        place,
        seller,
    }
}

fn key((matter, command, key, link): KeyColumns) -> Result<KeyRow, LedgerError> {
    Ok(KeyRow {
        matter,
        command,
        key: key.map(digest).transpose()?,
        link: digest(link)?,
    })
}
