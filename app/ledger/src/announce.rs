//! Telling the other servers of the house, on PostgreSQL: what was committed within a moment goes out in one statement
//! of its own. Never in the writers' transactions: a NOTIFY there makes every commit of the server wait for the one before.
//! It refuses to tell this server: that is done at once, without the way round.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use domain::ids::StreamId;
use sqlx::PgPool;
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::task::AbortHandle;
use tokio::time::{Instant, timeout, timeout_at};

use crate::live::Live;
use crate::sql::writer as sql;
use crate::writer::tell;

/// Long enough to gather what many wrote at once, too short to be noticed.
const GATHERED_FOR: Duration = Duration::from_millis(10);
const AGAIN_AFTER: Duration = Duration::from_secs(1);
/// A notice holds 8000 bytes, a line of it fewer than 60.
const LINES_MAX: usize = 100;

/// The process of the server that speaks for this program: its notices were told here already.
pub(crate) type Voice = Arc<AtomicU32>;

enum Said {
    Hint(Live),
    Close(oneshot::Sender<()>),
}

/// Takes hints of what was committed; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Announcer {
    said: mpsc::UnboundedSender<Said>,
    live: broadcast::Sender<Live>,
}

impl Announcer {
    /// `listening` hears the other servers on the same connections, and is ended with it.
    pub(crate) fn start(
        pool: PgPool,
        voice: Voice,
        live: broadcast::Sender<Live>,
        listening: AbortHandle,
    ) -> Self {
        let (said, hearing) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let closing = announce(&pool, &voice, hearing).await;
            listening.abort();
            pool.close().await;
            if let Some(done) = closing {
                let _ = done.send(());
            }
        });
        Self { said, live }
    }

    /// Tells whoever listens here, and soon everybody else.
    pub(crate) fn tell(&self, hints: Vec<Live>) {
        for hint in &hints {
            let _ = self.said.send(Said::Hint(*hint));
        }
        tell(&self.live, hints);
    }

    /// Waits until what was told here is told everywhere.
    pub(crate) async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.said.send(Said::Close(done)).is_ok() {
            let _ = closed.await;
        }
    }
}

/// What is to be told: where each stream stands by now, and whether something may have been lost on the way.
#[derive(Debug, Default)]
struct Gathered {
    streams: BTreeMap<StreamId, u64>,
    is_missing: bool,
}

impl Gathered {
    fn add(&mut self, hint: Live) {
        match hint {
            Live::Moved { stream, version } => {
                let at = self.streams.entry(stream).or_default();
                *at = version.max(*at);
            }
            Live::Missed => self.is_missing = true,
        }
    }

    fn is_empty(&self) -> bool {
        self.streams.is_empty() && !self.is_missing
    }

    /// One notice each. Where something was lost, that alone is said: it makes everybody ask.
    fn payloads(&self) -> Vec<String> {
        if self.is_missing {
            return vec![Live::to_payload(&[])];
        }
        let moved = |(stream, version): (&StreamId, &u64)| Live::Moved {
            stream: *stream,
            version: *version,
        };
        let hints: Vec<_> = self.streams.iter().map(moved).collect();
        hints.chunks(LINES_MAX).map(Live::to_payload).collect()
    }
}

/// Until nobody can say anything more, or asks it to close.
async fn announce(
    pool: &PgPool,
    voice: &Voice,
    mut hearing: mpsc::UnboundedReceiver<Said>,
) -> Option<oneshot::Sender<()>> {
    let mut gathered = Gathered::default();
    loop {
        let first = match gathered.is_empty() {
            true => hearing.recv().await,
            // Not told the last time: again, whether or not more is said meanwhile.
            false => match timeout(AGAIN_AFTER, hearing.recv()).await {
                Ok(said) => said,
                Err(_) => Some(Said::Hint(Live::Missed)),
            },
        };
        let first = first?;
        let mut closing = None;
        let mut said = Some(first);
        let until = Instant::now() + GATHERED_FOR;
        while let Some(one) = said {
            match one {
                Said::Hint(hint) => gathered.add(hint),
                Said::Close(done) => closing = Some(done),
            }
            said = match closing {
                Some(_) => None,
                None => timeout_at(until, hearing.recv()).await.unwrap_or(None),
            };
        }
        gathered = send(pool, voice, gathered).await;
        if closing.is_some() {
            return closing;
        }
    }
}

/// What is still to be told after it.
async fn send(pool: &PgPool, voice: &Voice, gathered: Gathered) -> Gathered {
    match speak(pool, voice, gathered.payloads()).await {
        Ok(()) => Gathered::default(),
        Err(error) => {
            tracing::warn!(%error, "the other servers were not told of what was written");
            Gathered {
                is_missing: true,
                ..Gathered::default()
            }
        }
    }
}

async fn speak(pool: &PgPool, voice: &Voice, payloads: Vec<String>) -> Result<(), sqlx::Error> {
    if payloads.is_empty() {
        return Ok(());
    }
    let mut connection = pool.acquire().await?;
    // Known before it speaks, so that what it says is not taken for another's.
    let process: Vec<(i32,)> = sqlx::query_as(sql::PROCESS)
        .fetch_all(&mut *connection)
        .await?;
    let process = process
        .first()
        .map_or(0, |(process,)| process.cast_unsigned());
    voice.store(process, Ordering::Relaxed);
    for payload in payloads {
        sqlx::query(sql::NOTIFY)
            .bind(payload)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn moved(stream: u128, version: u64) -> Live {
        let stream = StreamId::from_uuid(Uuid::from_u128(stream));
        Live::Moved { stream, version }
    }

    #[test]
    fn a_stream_is_told_once_where_it_stands_by_now() {
        let mut gathered = Gathered::default();
        for hint in [moved(7, 1), moved(7, 3), moved(8, 1), moved(7, 2)] {
            gathered.add(hint);
        }
        let payloads = gathered.payloads();
        assert_eq!(payloads.len(), 1);
        assert_eq!(Live::from_payload(&payloads[0]), [moved(7, 3), moved(8, 1)]);
    }

    #[test]
    fn no_notice_is_longer_than_a_server_takes() {
        let mut gathered = Gathered::default();
        for stream in 0..250 {
            gathered.add(moved(stream, u64::MAX));
        }
        let payloads = gathered.payloads();
        assert_eq!(payloads.len(), 3);
        assert!(payloads.iter().all(|payload| payload.len() < 8000));
        let told: Vec<_> = payloads
            .iter()
            .flat_map(|one| Live::from_payload(one))
            .collect();
        assert_eq!(told.len(), 250);
    }

    #[test]
    fn what_was_lost_makes_everybody_ask() {
        let mut gathered = Gathered::default();
        gathered.add(moved(7, 1));
        gathered.add(Live::Missed);
        let payloads = gathered.payloads();
        assert_eq!(payloads.len(), 1);
        assert_eq!(Live::from_payload(&payloads[0]), [Live::Missed]);
    }
}
