//! Writing projections, in the transaction of the facts they follow from.
//! It refuses to compute anything: the rows come made.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::house::House;
use domain::ids::{AccountId, MatterId, StreamId};
use domain::time::Timestamp;

use super::{ACCOUNTS, DueRow, HeadRow, MatterRow, Pressing, Rows};
use crate::LedgerError;
use crate::column::to_json;
use crate::facts::{self, Bodies};
use crate::load::HOUSE_FORMAT;
use crate::sql::project as sql;
use crate::tx::{Tx, all, execute, on};

type Written = Result<(), LedgerError>;

/// Writes what a command changed: the head, and the matters it touched.
pub(crate) async fn touched(
    tx: &mut Tx,
    account: &Account,
    matters: &BTreeSet<MatterId>,
    now: Timestamp,
) -> Written {
    let stream = StreamId::from(account.id);
    for id in matters {
        let Some(matter) = account.matters.get(id) else {
            continue;
        };
        put_matter(tx, stream, &super::matter_row(matter)?).await?;
        execute!(tx, sql::DUES_DROP_MATTER, stream.uuid(), id.uuid())?;
        add_dues(tx, stream, &super::due_rows(matter)).await?;
    }
    let bodies = head_bodies(tx, account).await?;
    if let Some(head) = super::head_row(account, &bodies, now)? {
        let open = all!(
            tx,
            (String, Option<i64>, Option<i64>),
            sql::MATTERS_STANDING,
            stream.uuid()
        )?;
        let open = open
            .iter()
            .map(|(kind, news, silent)| (kind.as_str(), *news, *silent));
        put_head(tx, stream, &head, &Pressing::of(open)).await?;
    }
    Ok(())
}

/// Writes the state of a whole account anew; its terms rest on its facts alone and stay.
pub(crate) async fn state(tx: &mut Tx, account: &Account, now: Timestamp) -> Written {
    let bodies = head_bodies(tx, account).await?;
    let rows = super::rows(account, &bodies, BTreeSet::new(), now)?;
    let stream = StreamId::from(account.id);
    for table in [sql::ACCOUNT_DROP, sql::MATTERS_DROP, sql::DUES_DROP] {
        execute!(tx, table, stream.uuid())?;
    }
    put_rows(tx, stream, &rows).await
}

/// Writes every row of an account anew.
pub(crate) async fn all(tx: &mut Tx, account: AccountId, rows: &Rows) -> Written {
    forget(tx, account).await?;
    put_rows(tx, account.into(), rows).await?;
    terms(tx, account.into(), &rows.terms).await
}

/// Adds terms that the account is found by from now on.
pub(crate) async fn terms<'t>(
    tx: &mut Tx,
    stream: StreamId,
    terms: impl IntoIterator<Item = &'t String>,
) -> Written {
    for term in terms {
        execute!(tx, sql::TERM_ADD, stream.uuid(), ACCOUNTS, term.as_str())?;
    }
    Ok(())
}

async fn put_rows(tx: &mut Tx, stream: StreamId, rows: &Rows) -> Written {
    for matter in &rows.matters {
        put_matter(tx, stream, matter).await?;
    }
    add_dues(tx, stream, &rows.dues).await?;
    if let Some(head) = &rows.head {
        put_head(tx, stream, head, &rows.pressing).await?;
    }
    Ok(())
}

/// Removes every row of an account; its facts stay.
async fn forget(tx: &mut Tx, account: AccountId) -> Written {
    let stream = StreamId::from(account).uuid();
    for table in [
        sql::ACCOUNT_DROP,
        sql::MATTERS_DROP,
        sql::DUES_DROP,
        sql::TERMS_DROP,
    ] {
        execute!(tx, table, stream)?;
    }
    Ok(())
}

/// Keeps a version of the house.
pub(crate) async fn house(tx: &mut Tx, house: &House) -> Written {
    let state = to_json("house", house)?;
    let version = house.version.cast_signed();
    execute!(
        tx,
        sql::HOUSE_PUT,
        StreamId::HOUSE.uuid(),
        version,
        HOUSE_FORMAT,
        state.as_str()
    )?;
    Ok(())
}

async fn head_bodies(tx: &mut Tx, account: &Account) -> Result<Bodies, LedgerError> {
    let ids = account
        .head
        .as_ref()
        .map(super::of_head)
        .unwrap_or_default();
    facts::bodies(tx, StreamId::from(account.id), ids).await
}

async fn put_head(tx: &mut Tx, stream: StreamId, row: &HeadRow, pressing: &Pressing) -> Written {
    execute!(
        tx,
        sql::ACCOUNT_PUT,
        stream.uuid(),
        row.version,
        row.state_format,
        row.state.as_str(),
        row.kind.as_str(),
        row.name.as_str(),
        row.tax_id.as_deref(),
        row.owner,
        row.store,
        pressing.next_news,
        pressing.silent_since,
        pressing.place(),
        pressing.open_matters,
        pressing.open_claims,
        row.updated_at,
    )?;
    Ok(())
}

async fn put_matter(tx: &mut Tx, stream: StreamId, row: &MatterRow) -> Written {
    execute!(
        tx,
        sql::MATTER_PUT,
        stream.uuid(),
        row.id,
        row.version,
        row.state_format,
        row.state.as_str(),
        row.kind.as_str(),
        row.is_open,
        row.owner,
        row.thread,
        row.next_due,
        row.next_news,
        row.silent_since,
    )?;
    Ok(())
}

async fn add_dues(tx: &mut Tx, stream: StreamId, rows: &[DueRow]) -> Written {
    for row in rows {
        execute!(
            tx,
            sql::DUE_ADD,
            stream.uuid(),
            row.matter,
            row.n,
            row.kind.as_str(),
            row.person,
            row.role.as_deref(),
            row.on_day,
            row.at,
            row.rule.as_str(),
        )?;
    }
    Ok(())
}
