//! Writing projections, in the transaction of the facts they follow from.
//! It refuses to compute anything: the rows come made.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::house::House;
use domain::ids::{MatterId, StreamId};
use domain::time::Timestamp;

use super::pressing::{Earliest, Share};
use super::records::{self, put_investigations, put_records};
use super::{
    ACCOUNTS, DueRow, Found, HeadRow, HeadWords, KeyRow, MatterRow, Moved, Pressing, Rows,
};
use crate::LedgerError;
use crate::cell::Cell;
use crate::column::to_json;
use crate::facts;
use crate::load::HOUSE_FORMAT;
use crate::sql::{ROWS_MAX, claims, project as sql, records as across};
use crate::tx::{Tx, all, execute, on, optional};
use crate::writes::Writes;

type Written = Result<(), LedgerError>;

/// Writes what some facts changed: the head, and of the matters they touched what is not as it was.
pub(crate) async fn touched(
    tx: &mut Tx,
    writes: &mut Writes,
    moved: Moved<'_>,
    matters: &BTreeSet<MatterId>,
    now: Timestamp,
) -> Written {
    let (before, account) = (moved.before, moved.account);
    let stream = StreamId::from(account.id);
    let (kept_words, pressing) = moved.kept.clone().unzip();
    let mut pressing = pressing.unwrap_or_default();
    let (mut rows, mut dues, mut earliest) = (Vec::new(), Vec::new(), Earliest::Known);
    let mut investigations = Vec::new();
    for id in matters {
        let Some(matter) = account.matters.get(id) else {
            continue;
        };
        let was = before.matters.get(id);
        rows.push(super::matter_row(matter)?);
        investigations.extend(records::of_matter(matter));
        let (owed, owes) = (was.map(super::due_rows), super::due_rows(matter));
        if owed.as_ref() != Some(&owes) {
            if owed.is_some_and(|owed| owed.len() > owes.len()) {
                let from = owes.len().try_into().unwrap_or(i64::MAX);
                let rest = vec![stream.uuid().into(), id.uuid().into(), from.into()];
                writes.add(sql::DUES_DROP_REST, rest);
            }
            dues.extend(owes);
        }
        let (was, is) = (was.and_then(Share::of), Share::of(matter));
        if pressing.change(was.as_ref(), is.as_ref()) == Earliest::Gone {
            earliest = Earliest::Gone;
        }
    }
    put_matters(writes, stream, &rows);
    put_dues(writes, stream, &dues);
    put_investigations(writes, stream, &investigations);
    if earliest == Earliest::Gone {
        writes.send(tx).await?;
        let row = optional!(tx, (Option<i64>, Option<i64>), sql::EARLIEST, stream.uuid())?;
        (pressing.next_news, pressing.silent_since) = row.unwrap_or_default();
    }
    let words = head_words(tx, writes, moved, kept_words).await?;
    if let Some(head) = super::head_row(account, words, now)? {
        put_head(writes, stream, &head, &pressing);
    }
    Ok(())
}

/// As they were, unless the head points to others now.
async fn head_words(
    tx: &mut Tx,
    writes: &mut Writes,
    moved: Moved<'_>,
    kept: Option<HeadWords>,
) -> Result<HeadWords, LedgerError> {
    let (before, account) = (moved.before, moved.account);
    let texts = |account: &Account| {
        let head = account.head.as_ref()?;
        Some((head.name, head.tax_id))
    };
    match (kept, &account.head) {
        (Some(kept), _) if texts(before) == texts(account) => Ok(kept),
        (_, None) => Ok(HeadWords::default()),
        // It begins here: its words are those that came.
        (_, Some(head)) if before.version == 0 => {
            let bodies = moved
                .texts
                .iter()
                .map(|text| (text.id, Some(text.body.clone())));
            Ok(HeadWords::of(head, &bodies.collect()))
        }
        (_, Some(head)) => {
            writes.send(tx).await?;
            let ids = [Some(head.name), head.tax_id].into_iter().flatten();
            let ids = ids.map(|text| text.id);
            let bodies = facts::bodies(tx, StreamId::from(account.id), ids).await?;
            Ok(HeadWords::of(head, &bodies))
        }
    }
}

/// Writes the state of a whole account anew; what it is found by and what it added to records stays.
pub(crate) async fn state(
    tx: &mut Tx,
    writes: &mut Writes,
    account: &Account,
    now: Timestamp,
) -> Written {
    writes.send(tx).await?;
    let ids = account.head.as_ref().map(super::of_head);
    let bodies = facts::bodies(tx, account.id.into(), ids.unwrap_or_default()).await?;
    let rows = super::rows(account, &bodies, Found::default(), now)?;
    let stream = StreamId::from(account.id);
    for table in [
        sql::ACCOUNT_DROP,
        sql::MATTERS_DROP,
        sql::DUES_DROP,
        across::INVESTIGATIONS_DROP,
    ] {
        execute!(tx, table, stream.uuid())?;
    }
    put_rows(writes, stream, &rows);
    Ok(())
}

/// Writes every row of a stream anew.
pub(crate) async fn all(tx: &mut Tx, stream: StreamId, rows: &Rows) -> Written {
    forget(tx, stream).await?;
    let mut writes = Writes::default();
    put_rows(&mut writes, stream, rows);
    let terms: Vec<_> = rows
        .terms
        .iter()
        .map(|(scope, term)| (scope.as_str(), term.as_str()))
        .collect();
    add_terms(&mut writes, stream, &terms);
    put_keys(&mut writes, stream, &rows.keys);
    put_records(&mut writes, stream, &rows.records);
    writes.send(tx).await
}

/// Writes what the last step of the schema added, of a stream that was there before it.
pub(crate) async fn added(tx: &mut Tx, stream: StreamId, rows: &Rows) -> Written {
    let mut writes = Writes::default();
    put_records(&mut writes, stream, &rows.records);
    put_investigations(&mut writes, stream, &rows.investigations);
    writes.send(tx).await
}

/// Adds what the account and its claims are found by from now on.
pub(crate) fn found(writes: &mut Writes, stream: StreamId, found: &Found) {
    let terms: Vec<_> = found
        .terms
        .iter()
        .map(|term| (ACCOUNTS, term.as_str()))
        .collect();
    add_terms(writes, stream, &terms);
    put_keys(writes, stream, &found.keys);
    put_records(writes, stream, &found.records);
}

fn put_rows(writes: &mut Writes, stream: StreamId, rows: &Rows) {
    put_matters(writes, stream, &rows.matters);
    put_dues(writes, stream, &rows.dues);
    put_investigations(writes, stream, &rows.investigations);
    if let Some(head) = &rows.head {
        put_head(writes, stream, head, &rows.pressing);
    }
}

/// Removes every row of a stream; its facts stay.
async fn forget(tx: &mut Tx, stream: StreamId) -> Written {
    let stream = stream.uuid();
    for table in [
        sql::ACCOUNT_DROP,
        sql::MATTERS_DROP,
        sql::DUES_DROP,
        sql::TERMS_DROP,
        claims::TAKEAWAYS_DROP,
        across::RECORDS_DROP,
        across::INVESTIGATIONS_DROP,
    ] {
        execute!(tx, table, stream)?;
    }
    Ok(())
}

/// Keeps a version of the house.
pub(crate) fn house(writes: &mut Writes, house: &House) -> Written {
    let state = to_json("house", house)?;
    let row = vec![
        StreamId::HOUSE.uuid().into(),
        house.version.cast_signed().into(),
        HOUSE_FORMAT.into(),
        state.as_str().into(),
    ];
    writes.add(sql::HOUSE_PUT, row);
    Ok(())
}

fn put_head(writes: &mut Writes, stream: StreamId, row: &HeadRow, pressing: &Pressing) {
    let cells = vec![
        stream.uuid().into(),
        row.version.into(),
        row.state_format.into(),
        row.state.as_str().into(),
        row.kind.as_str().into(),
        row.words.name.as_str().into(),
        row.words.tax_id.as_deref().into(),
        row.owner.into(),
        row.store.into(),
        pressing.next_news.into(),
        pressing.silent_since.into(),
        pressing.place().into(),
        pressing.open_matters.into(),
        pressing.open_claims.into(),
        row.updated_at.into(),
    ];
    writes.add(sql::ACCOUNT_PUT, cells);
}

fn put_matters(writes: &mut Writes, stream: StreamId, rows: &[MatterRow]) {
    for some in rows.chunks(ROWS_MAX) {
        let cells = |row: &MatterRow| -> [Cell; 12] {
            [
                stream.uuid().into(),
                row.id.into(),
                row.version.into(),
                row.state_format.into(),
                row.state.as_str().into(),
                row.kind.as_str().into(),
                row.is_open.into(),
                row.owner.into(),
                row.thread.into(),
                row.next_due.into(),
                row.next_news.into(),
                row.silent_since.into(),
            ]
        };
        let cells = some.iter().flat_map(cells).collect();
        writes.add(sql::matters_put(some.len()), cells);
    }
}

fn put_dues(writes: &mut Writes, stream: StreamId, rows: &[DueRow]) {
    for some in rows.chunks(ROWS_MAX) {
        let cells = |row: &DueRow| -> [Cell; 9] {
            [
                stream.uuid().into(),
                row.matter.into(),
                row.n.into(),
                row.kind.as_str().into(),
                row.person.into(),
                row.role.as_deref().into(),
                row.on_day.into(),
                row.at.into(),
                row.rule.as_str().into(),
            ]
        };
        let cells = some.iter().flat_map(cells).collect();
        writes.add(sql::dues_put(some.len()), cells);
    }
}

fn add_terms(writes: &mut Writes, stream: StreamId, terms: &[(&str, &str)]) {
    for some in terms.chunks(ROWS_MAX) {
        let cells = |(scope, term): &(&str, &str)| -> [Cell; 3] {
            [stream.uuid().into(), (*scope).into(), (*term).into()]
        };
        let cells = some.iter().flat_map(cells).collect();
        writes.add(sql::terms_add(some.len()), cells);
    }
}

fn put_keys(writes: &mut Writes, stream: StreamId, keys: &[KeyRow]) {
    for some in keys.chunks(ROWS_MAX) {
        let cells = |row: &KeyRow| -> [Cell; 5] {
            [
                stream.uuid().into(),
                row.matter.into(),
                row.command.into(),
                row.key.map(|key| key.0).into(),
                row.link.0.into(),
            ]
        };
        let cells = some.iter().flat_map(cells).collect();
        writes.add(claims::takeaways_put(some.len()), cells);
    }
}
