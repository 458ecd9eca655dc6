//! The walk of `verify`: all lines in the order of their keys, many at a time, held together with the heads, the applied
//! commands and the texts of the same streams; the next lines are read while those before are hashed.
//! It refuses to stop where something cannot be read: it says where, and goes on behind it.

use std::collections::BTreeMap;
use std::pin::pin;
use std::task::Poll;

use domain::fact::Fact;
use domain::house::HouseFact;
use domain::ids::StreamId;
use sqlx::FromRow;
use uuid::Uuid;

use super::chain::{Line, Told};
use super::verify::{Expected, Reading, Verified, damaged, unreadable};
use super::{attached, texts};
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on, optional};
use crate::{Ledger, LedgerError};

const LINES_AT_ONCE: i64 = 2048;
/// Where some cannot be read, so many times fewer are asked for, until it is known which.
const FEWER: i64 = 8;
/// So many streams left one after the other, and the table itself is gone.
const LEFT_MAX: u32 = 8;

/// A key: the stream, and a version of its.
type Place = (Uuid, i64);

pub(super) async fn all(ledger: &Ledger) -> Result<Verified, LedgerError> {
    let mut walk = Walk {
        ledger,
        tx: ledger.snapshot().await?,
        verified: Verified::default(),
        reading: None,
        expected: BTreeMap::new(),
        expected_to: None,
        is_blind: false,
        left: 0,
    };
    walk.walk().await?;
    walk.end().await?;
    Ok(walk.verified)
}

struct Walk<'l> {
    ledger: &'l Ledger,
    tx: Tx,
    verified: Verified,
    reading: Option<Reading>,
    /// Of the streams up to `expected_to`, those whose lines are not all read.
    expected: BTreeMap<Uuid, Expected>,
    expected_to: Option<Uuid>,
    /// The heads themselves cannot be read.
    is_blind: bool,
    /// How many streams were left without a line read in between.
    left: u32,
}

#[derive(FromRow)]
struct Head {
    stream_id: Uuid,
    version: i64,
    hash: Vec<u8>,
}

async fn lines(
    tx: &mut Tx,
    (stream, version): Place,
    limit: i64,
) -> Result<Vec<Line>, LedgerError> {
    Ok(all!(tx, Line, sql::LINES_AFTER, stream, version, limit)?)
}

/// Begins to read, and looks at it again only when the other is done: whoever waits for rows is woken for each of them,
/// which takes as long as reading it.
async fn left_alone<R, D>(
    reading: impl Future<Output = R>,
    doing: impl Future<Output = D>,
) -> (R, D) {
    let mut reading = pin!(reading);
    let begun = futures::poll!(reading.as_mut());
    let done = doing.await;
    match begun {
        Poll::Ready(read) => (read, done),
        Poll::Pending => (reading.await, done),
    }
}

fn last(lines: &[Line]) -> Option<Place> {
    lines.last().map(|line| (line.stream, line.version))
}

fn tell(lines: Vec<Line>) -> Vec<(Uuid, i64, Told)> {
    let house = StreamId::HOUSE.uuid();
    let tell = |line: Line| {
        let told = match line.stream == house {
            true => line.tell::<HouseFact>(),
            false => line.tell::<Fact>(),
        };
        (line.stream, line.version, told)
    };
    lines.into_iter().map(tell).collect()
}

impl Walk<'_> {
    async fn walk(&mut self) -> Result<(), LedgerError> {
        let mut place = (Uuid::nil(), i64::MIN);
        let mut limit = LINES_AT_ONCE;
        let mut ahead = None;
        loop {
            let found = match ahead.take() {
                Some(found) => found,
                None => lines(&mut self.tx, place, limit).await,
            };
            match found {
                Ok(found) => {
                    let Some(to) = last(&found) else {
                        return Ok(());
                    };
                    let is_end = found.len() < usize::try_from(limit).unwrap_or(usize::MAX);
                    let goes_on = (!is_end).then_some(to);
                    ahead = self.read(found, place.0, goes_on).await?;
                    if is_end {
                        return Ok(());
                    }
                    place = to;
                    limit = LINES_AT_ONCE.min(limit * FEWER);
                }
                Err(error) => {
                    let error = unreadable(error)?;
                    self.tx = self.ledger.snapshot().await?;
                    if limit > 1 {
                        limit = (limit / FEWER).max(1);
                        continue;
                    }
                    let Some(next) = self.leave(place, &error).await? else {
                        return Ok(());
                    };
                    place = next;
                    limit = LINES_AT_ONCE;
                }
            }
        }
    }

    /// Reads these lines, which began in the midst of one stream and may end in the midst of another; and what comes
    /// after them, ahead.
    async fn read(
        &mut self,
        found: Vec<Line>,
        began_in: Uuid,
        goes_on: Option<Place>,
    ) -> Result<Option<Result<Vec<Line>, LedgerError>>, LedgerError> {
        self.left = 0;
        let hashed = tokio::task::spawn_blocking(move || tell(found));
        let ahead = async {
            match goes_on {
                Some(after) => Some(lines(&mut self.tx, after, LINES_AT_ONCE).await),
                None => None,
            }
        };
        let (ahead, told) = left_alone(ahead, hashed).await;
        let told = told.map_err(|error| LedgerError::stored("line", error))?;
        if matches!(ahead, Some(Err(_))) {
            self.tx = self.ledger.snapshot().await?;
        }
        if let Some((to, ..)) = told.last() {
            self.expect(*to).await?;
        }
        let broken = [Some(began_in), goes_on.map(|(stream, _)| stream)];
        let texts = texts::of(self.ledger, &mut self.tx, &told, broken).await?;
        for (stream, version, told) in &told {
            self.turn_to(*stream);
            if let Some(reading) = &mut self.reading {
                reading.line(*version, told, &mut self.verified);
                for text in &told.texts {
                    reading.text(*version, *text, &texts, &mut self.verified);
                }
                if let Some(to) = told.attached {
                    let held = attached::held(self.ledger, &mut self.tx, *stream, to).await?;
                    reading.attachment(*version, held, &mut self.verified);
                }
            }
        }
        Ok(ahead)
    }

    /// Heads and applied commands of all streams up to that one.
    async fn expect(&mut self, to: Uuid) -> Result<(), LedgerError> {
        let from = match self.expected_to {
            Some(before) if before >= to => return Ok(()),
            Some(before) => Uuid::from_u128(before.as_u128() + 1),
            None => Uuid::nil(),
        };
        self.expected_to = Some(to);
        match expected(&mut self.tx, from, to).await {
            Ok(more) => self.expected.extend(more),
            Err(error) => {
                let error = unreadable(error)?;
                self.is_blind = true;
                self.verified.faults.push(damaged(error.chain()));
                self.tx = self.ledger.snapshot().await?;
            }
        }
        Ok(())
    }

    /// Ends the chain that was read so far, and those without a line that come before this one.
    fn turn_to(&mut self, stream: Uuid) {
        if self
            .reading
            .as_ref()
            .is_some_and(|reading| reading.stream == stream)
        {
            return;
        }
        self.close_before(stream);
        self.reading = Some(Reading::new(stream));
    }

    fn close_before(&mut self, stream: Uuid) {
        if let Some(reading) = self.reading.take() {
            let expected = self.expected.remove(&reading.stream).unwrap_or_default();
            match self.is_blind {
                true => self.verified.streams += 1,
                false => reading.close(&expected, &mut self.verified),
            }
        }
        let later = self.expected.split_off(&stream);
        for (stream, expected) in std::mem::replace(&mut self.expected, later) {
            Reading::new(stream).close(&expected, &mut self.verified);
        }
    }

    /// What comes next cannot be read: its stream is left, and the walk goes on behind it.
    async fn leave(
        &mut self,
        (at, _): Place,
        error: &LedgerError,
    ) -> Result<Option<Place>, LedgerError> {
        self.left += 1;
        let Some(broken) = self.broken(at).await? else {
            self.verified.faults.push(damaged(error.chain()));
            return Ok(None);
        };
        self.expect(broken).await?;
        self.turn_to(broken);
        self.expected.remove(&broken);
        if let Some(reading) = self.reading.take() {
            reading.break_off(&mut self.verified);
        }
        Ok(Some((broken, i64::MAX)))
    }

    /// The stream whose next line cannot be read: the one being read where its head is further, or the one after it.
    async fn broken(&mut self, at: Uuid) -> Result<Option<Uuid>, LedgerError> {
        if self.left > LEFT_MAX || self.is_blind {
            return Ok(None);
        }
        self.expect(at).await?;
        let read = match &self.reading {
            Some(reading) => reading.version(),
            None => 0,
        };
        let head = self
            .expected
            .get(&at)
            .and_then(|expected| expected.head.as_ref());
        if head.is_some_and(|(version, _)| version.cast_unsigned() > read) {
            return Ok(Some(at));
        }
        match optional!(self.tx, Head, sql::STREAMS_AFTER, at, 1_i64) {
            Ok(next) => Ok(next.map(|head| head.stream_id)),
            Err(error) => {
                unreadable(error.into())?;
                self.tx = self.ledger.snapshot().await?;
                Ok(None)
            }
        }
    }

    async fn end(&mut self) -> Result<(), LedgerError> {
        self.expect(Uuid::max()).await?;
        self.close_before(Uuid::max());
        Ok(())
    }
}

async fn expected(
    tx: &mut Tx,
    from: Uuid,
    to: Uuid,
) -> Result<BTreeMap<Uuid, Expected>, LedgerError> {
    let mut found: BTreeMap<Uuid, Expected> = BTreeMap::new();
    for head in all!(tx, Head, sql::HEADS_BETWEEN, from, to)? {
        let expected = found.entry(head.stream_id).or_default();
        expected.head = Some((head.version, head.hash));
    }
    for (stream, applied) in all!(tx, (Uuid, i64), sql::APPLIED_BETWEEN, from, to)? {
        found.entry(stream).or_default().applied = applied.cast_unsigned();
    }
    Ok(found)
}
