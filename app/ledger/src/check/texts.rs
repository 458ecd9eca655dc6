//! The texts that some lines point to: of streams whose lines are all here, read from end to end; of the others, by id.
//! It refuses to give up on all where one cannot be read.

use std::collections::{HashMap, HashSet};

use domain::ids::{StreamId, TextId};
use domain::text::{Text, TextRef};
use uuid::Uuid;

use super::chain::Told;
use super::verify::unreadable;
use crate::column::salt;
use crate::facts::{self, IDS_AT_ONCE};
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on};
use crate::{Ledger, LedgerError};

type Words = (Option<Vec<u8>>, Option<String>);

/// By stream and id.
#[derive(Debug, Default)]
pub(super) struct Texts {
    rows: HashMap<(Uuid, Uuid), Words>,
    unreadable: HashSet<(Uuid, Uuid)>,
}

/// What a text is to the one that points to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    Same,
    Erased,
    Missing,
    Other,
    Unreadable,
}

impl Texts {
    pub(super) fn held(&self, stream: Uuid, reference: TextRef) -> Held {
        let key = (stream, reference.id.uuid());
        let Some(row) = self.rows.get(&key) else {
            return match self.unreadable.contains(&key) {
                true => Held::Unreadable,
                false => Held::Missing,
            };
        };
        match row {
            (None, None) => Held::Erased,
            (Some(kept), Some(body)) => {
                let text = salt(kept.clone()).map(|salt| Text {
                    id: reference.id,
                    salt,
                    body: body.clone(),
                });
                match text {
                    Ok(text) if text.reference() == reference => Held::Same,
                    _ => Held::Other,
                }
            }
            _ => Held::Other,
        }
    }
}

/// Of those lines; the streams in `broken` may have lines that are not here.
pub(super) async fn of(
    ledger: &Ledger,
    tx: &mut Tx,
    lines: &[(Uuid, i64, Told)],
    broken: [Option<Uuid>; 2],
) -> Result<Texts, LedgerError> {
    let mut texts = Texts::default();
    let is_whole = |stream: &Uuid| !broken.contains(&Some(*stream));
    let mut whole = lines
        .iter()
        .map(|(stream, ..)| stream)
        .filter(|stream| is_whole(stream));
    if let Some(first) = whole.next() {
        let last = whole.next_back().unwrap_or(first);
        match between(tx, *first, *last).await {
            Ok(rows) => texts.rows = rows,
            Err(error) => {
                unreadable(error)?;
                *tx = ledger.snapshot().await?;
                let all = pointed(lines, |_| true);
                return by_ids(ledger, tx, all, Texts::default()).await;
            }
        }
    }
    let rest = pointed(lines, |stream| !is_whole(stream));
    by_ids(ledger, tx, rest, texts).await
}

type Pointed = Vec<(Uuid, Vec<TextId>)>;

/// Which texts are pointed to, by stream.
fn pointed(lines: &[(Uuid, i64, Told)], of: impl Fn(&Uuid) -> bool) -> Pointed {
    let mut pointed: Pointed = Vec::new();
    for (stream, _, told) in lines.iter().filter(|(stream, ..)| of(stream)) {
        let ids = told.texts.iter().map(|text| text.id);
        match pointed.last_mut().filter(|(last, _)| last == stream) {
            Some((_, known)) => known.extend(ids),
            None => pointed.push((*stream, ids.collect())),
        }
    }
    pointed
}

async fn between(
    tx: &mut Tx,
    first: Uuid,
    last: Uuid,
) -> Result<HashMap<(Uuid, Uuid), Words>, LedgerError> {
    type Row = (Uuid, Uuid, Option<Vec<u8>>, Option<String>);
    let rows = all!(tx, Row, sql::TEXTS_BETWEEN, first, last)?;
    Ok(rows
        .into_iter()
        .map(|(stream, id, salt, body)| ((stream, id), (salt, body)))
        .collect())
}

async fn by_ids(
    ledger: &Ledger,
    tx: &mut Tx,
    pointed: Pointed,
    mut texts: Texts,
) -> Result<Texts, LedgerError> {
    for (stream, ids) in pointed {
        for some in ids.chunks(IDS_AT_ONCE) {
            if some_of(ledger, tx, stream, some, &mut texts).await? {
                continue;
            }
            for id in some {
                if !some_of(ledger, tx, stream, &[*id], &mut texts).await? {
                    texts.unreadable.insert((stream, id.uuid()));
                }
            }
        }
    }
    Ok(texts)
}

/// Whether they could be read.
async fn some_of(
    ledger: &Ledger,
    tx: &mut Tx,
    stream: Uuid,
    ids: &[TextId],
    texts: &mut Texts,
) -> Result<bool, LedgerError> {
    let ids = ids.iter().copied();
    match facts::text_rows(tx, StreamId::from_uuid(stream), ids).await {
        Ok(rows) => {
            let rows = rows.into_iter();
            texts
                .rows
                .extend(rows.map(|(id, salt, body)| ((stream, id), (salt, body))));
            Ok(true)
        }
        Err(error) => {
            unreadable(error)?;
            *tx = ledger.snapshot().await?;
            Ok(false)
        }
    }
}
