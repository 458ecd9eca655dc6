//! Rows across accounts: what stands in whose record, and where an investigation stands among all of them.
//! It refuses to know who may look.

use domain::account::{Account, Matter, MatterState};
use domain::entry::Entry;
use domain::fact::Fact;
use domain::ids::StreamId;
use domain::record;
use uuid::Uuid;

use crate::cell::Cell;
use crate::column::day;
use crate::sql::{ROWS_MAX, records as sql};
use crate::writes::Writes;

/// After every open one; the later a closed one was told, the nearer to this.
const CLOSED: i64 = 1 << 40;

/// A line of somebody's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecordRow {
    pub(crate) version: i64,
    pub(crate) kind: String,
    pub(crate) person: Uuid,
    pub(crate) matter: Uuid,
    pub(crate) on_day: i64,
}

/// Where an investigation stands among all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InvestigationRow {
    pub(crate) matter: Uuid,
    pub(crate) place: i64,
    pub(crate) seller: Option<Uuid>,
}

/// What those lines add to records; the account as they leave it.
pub(crate) fn of_lines(entries: &[Entry<Fact>], account: &Account) -> Vec<RecordRow> {
    let rows = entries.iter().flat_map(|entry| {
        let lines = record::lines(entry, account).into_iter();
        lines.map(|line| RecordRow {
            version: entry.version.cast_signed(),
            kind: line.kind.code().to_owned(),
            person: line.person.uuid(),
            matter: line.matter.uuid(),
            on_day: day(entry.on),
        })
    });
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by(|a, b| (a.version, &a.kind).cmp(&(b.version, &b.kind)));
    rows
}

/// An investigation's; other matters have none.
pub(crate) fn of_matter(matter: &Matter) -> Option<InvestigationRow> {
    let MatterState::Investigation(file) = &matter.state else {
        return None;
    };
    let closed_on = file.told.filter(|_| !file.is_open());
    Some(InvestigationRow {
        matter: matter.reference.id.uuid(),
        place: match closed_on {
            Some((_, on)) => CLOSED - day(on),
            None => matter.owes.earliest().map_or(0, day),
        },
        seller: file.seller.map(|seller| seller.uuid()),
    })
}

pub(super) fn put_records(writes: &mut Writes, stream: StreamId, rows: &[RecordRow]) {
    for some in rows.chunks(ROWS_MAX) {
        let cells = |row: &RecordRow| -> [Cell; 6] {
            [
                stream.uuid().into(),
                row.version.into(),
                row.kind.as_str().into(),
                row.person.into(),
                row.matter.into(),
                row.on_day.into(),
            ]
        };
        let cells = some.iter().flat_map(cells).collect();
        writes.add(sql::records_put(some.len()), cells);
    }
}

pub(super) fn put_investigations(writes: &mut Writes, stream: StreamId, rows: &[InvestigationRow]) {
    for some in rows.chunks(ROWS_MAX) {
        let cells = |row: &InvestigationRow| -> [Cell; 4] {
            [
                stream.uuid().into(),
                row.matter.into(),
                row.place.into(),
                row.seller.into(),
            ]
        };
        let cells = some.iter().flat_map(cells).collect();
        writes.add(sql::investigations_put(some.len()), cells);
    }
}
