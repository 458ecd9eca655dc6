//! Writing projections, in the transaction of the facts they follow from.
//! It refuses to compute anything: the rows come made.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::house::House;
use domain::ids::{MatterId, StreamId};
use domain::time::Timestamp;

use super::pressing::{Earliest, Share};
use super::{ACCOUNTS, DueRow, HeadRow, HeadWords, MatterRow, Moved, Pressing, Rows};
use crate::LedgerError;
use crate::column::to_json;
use crate::facts;
use crate::load::HOUSE_FORMAT;
use crate::sql::{ROWS_MAX, project as sql};
use crate::tx::{Tx, all, execute, on, optional};

type Written = Result<(), LedgerError>;

/// Writes what some facts changed: the head, and of the matters they touched what is not as it was.
pub(crate) async fn touched(
    tx: &mut Tx,
    moved: Moved<'_>,
    matters: &BTreeSet<MatterId>,
    now: Timestamp,
) -> Written {
    let Moved {
        before, account, ..
    } = moved;
    let stream = StreamId::from(account.id);
    let (kept_words, pressing) = moved.kept.unzip();
    let mut pressing = pressing.unwrap_or_default();
    let (mut rows, mut dues, mut earliest) = (Vec::new(), Vec::new(), Earliest::Known);
    for id in matters {
        let Some(matter) = account.matters.get(id) else {
            continue;
        };
        let was = before.matters.get(id);
        rows.push(super::matter_row(matter)?);
        let (owed, owes) = (was.map(super::due_rows), super::due_rows(matter));
        if owed.as_ref() != Some(&owes) {
            if owed.is_some_and(|owed| !owed.is_empty()) {
                execute!(tx, sql::DUES_DROP_MATTER, stream.uuid(), id.uuid())?;
            }
            dues.extend(owes);
        }
        let (was, is) = (was.and_then(Share::of), Share::of(matter));
        if pressing.change(was.as_ref(), is.as_ref()) == Earliest::Gone {
            earliest = Earliest::Gone;
        }
    }
    put_matters(tx, stream, &rows).await?;
    add_dues(tx, stream, &dues).await?;
    if earliest == Earliest::Gone {
        let row = optional!(tx, (Option<i64>, Option<i64>), sql::EARLIEST, stream.uuid())?;
        (pressing.next_news, pressing.silent_since) = row.unwrap_or_default();
    }
    let words = head_words(tx, before, account, kept_words).await?;
    if let Some(head) = super::head_row(account, words, now)? {
        put_head(tx, stream, &head, &pressing).await?;
    }
    Ok(())
}

/// As they were, unless the head points to others now.
async fn head_words(
    tx: &mut Tx,
    before: &Account,
    account: &Account,
    kept: Option<HeadWords>,
) -> Result<HeadWords, LedgerError> {
    let texts = |account: &Account| {
        let head = account.head.as_ref()?;
        Some((head.name, head.tax_id))
    };
    match (kept, &account.head) {
        (Some(kept), _) if texts(before) == texts(account) => Ok(kept),
        (_, None) => Ok(HeadWords::default()),
        (_, Some(head)) => {
            let ids = [Some(head.name), head.tax_id].into_iter().flatten();
            let ids = ids.map(|text| text.id);
            let bodies = facts::bodies(tx, StreamId::from(account.id), ids).await?;
            Ok(HeadWords::of(head, &bodies))
        }
    }
}

/// Writes the state of a whole account anew; its terms rest on its facts alone and stay.
pub(crate) async fn state(tx: &mut Tx, account: &Account, now: Timestamp) -> Written {
    let ids = account.head.as_ref().map(super::of_head);
    let bodies = facts::bodies(tx, account.id.into(), ids.unwrap_or_default()).await?;
    let rows = super::rows(account, &bodies, BTreeSet::new(), now)?;
    let stream = StreamId::from(account.id);
    for table in [sql::ACCOUNT_DROP, sql::MATTERS_DROP, sql::DUES_DROP] {
        execute!(tx, table, stream.uuid())?;
    }
    put_rows(tx, stream, &rows).await
}

/// Writes every row of a stream anew.
pub(crate) async fn all(tx: &mut Tx, stream: StreamId, rows: &Rows) -> Written {
    forget(tx, stream).await?;
    put_rows(tx, stream, rows).await?;
    let terms: Vec<_> = rows
        .terms
        .iter()
        .map(|(scope, term)| (scope, term))
        .collect();
    add_terms(tx, stream, &terms).await
}

/// Adds terms that the account is found by from now on.
pub(crate) async fn terms<'t>(
    tx: &mut Tx,
    stream: StreamId,
    terms: impl IntoIterator<Item = &'t String>,
) -> Written {
    let terms: Vec<_> = terms
        .into_iter()
        .map(|term| (ACCOUNTS, term.as_str()))
        .collect();
    add_terms(tx, stream, &terms).await
}

async fn put_rows(tx: &mut Tx, stream: StreamId, rows: &Rows) -> Written {
    put_matters(tx, stream, &rows.matters).await?;
    add_dues(tx, stream, &rows.dues).await?;
    if let Some(head) = &rows.head {
        put_head(tx, stream, head, &rows.pressing).await?;
    }
    Ok(())
}

/// Removes every row of a stream; its facts stay.
async fn forget(tx: &mut Tx, stream: StreamId) -> Written {
    let stream = stream.uuid();
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

async fn put_head(tx: &mut Tx, stream: StreamId, row: &HeadRow, pressing: &Pressing) -> Written {
    execute!(
        tx,
        sql::ACCOUNT_PUT,
        stream.uuid(),
        row.version,
        row.state_format,
        row.state.as_str(),
        row.kind.as_str(),
        row.words.name.as_str(),
        row.words.tax_id.as_deref(),
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

async fn put_matters(tx: &mut Tx, stream: StreamId, rows: &[MatterRow]) -> Written {
    for some in rows.chunks(ROWS_MAX) {
        on!(tx, conn => {
            let mut query = sqlx::query(sql::matters_put(some.len()));
            for row in some {
                query = query
                    .bind(stream.uuid())
                    .bind(row.id)
                    .bind(row.version)
                    .bind(row.state_format)
                    .bind(row.state.as_str())
                    .bind(row.kind.as_str())
                    .bind(row.is_open)
                    .bind(row.owner)
                    .bind(row.thread)
                    .bind(row.next_due)
                    .bind(row.next_news)
                    .bind(row.silent_since);
            }
            query.execute(conn).await.map(|_| ())
        })?;
    }
    Ok(())
}

async fn add_dues(tx: &mut Tx, stream: StreamId, rows: &[DueRow]) -> Written {
    for some in rows.chunks(ROWS_MAX) {
        on!(tx, conn => {
            let mut query = sqlx::query(sql::dues_add(some.len()));
            for row in some {
                query = query
                    .bind(stream.uuid())
                    .bind(row.matter)
                    .bind(row.n)
                    .bind(row.kind.as_str())
                    .bind(row.person)
                    .bind(row.role.as_deref())
                    .bind(row.on_day)
                    .bind(row.at)
                    .bind(row.rule.as_str());
            }
            query.execute(conn).await.map(|_| ())
        })?;
    }
    Ok(())
}

async fn add_terms<S: AsRef<str> + Sync, T: AsRef<str> + Sync>(
    tx: &mut Tx,
    stream: StreamId,
    terms: &[(S, T)],
) -> Written {
    for some in terms.chunks(ROWS_MAX) {
        on!(tx, conn => {
            let mut query = sqlx::query(sql::terms_add(some.len()));
            for (scope, term) in some {
                query = query.bind(stream.uuid()).bind(scope.as_ref()).bind(term.as_ref());
            }
            query.execute(conn).await.map(|_| ())
        })?;
    }
    Ok(())
}
