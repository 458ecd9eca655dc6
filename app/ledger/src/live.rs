//! Hints that something was written: which stream stands at which version, told after the commit.
//! Nothing is replayed and nothing is said of what was written: whoever hears it reads what they may.

use std::sync::atomic::Ordering;
use std::time::Duration;

use domain::ids::StreamId;
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::broadcast;
use tokio::task::AbortHandle;

use crate::announce::Voice;
use crate::writer::tell;

const HINTS_HELD: usize = 1024;
const LISTEN_AGAIN_AFTER: Duration = Duration::from_secs(2);
const CHANNEL: &str = "palabra_live";

/// A hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Live {
    /// This stream now stands at this version.
    Moved {
        /// The account, or the House.
        stream: StreamId,
        /// Its newest version.
        version: u64,
    },
    /// Hints may have been missed: say again what you hold.
    Missed,
}

impl Live {
    /// A line for each; none at all says that some were missed.
    pub(crate) fn to_payload(hints: &[Self]) -> String {
        let lines: Vec<_> = hints
            .iter()
            .map(|hint| match hint {
                Self::Moved { stream, version } => format!("{stream} {version}"),
                Self::Missed => String::new(),
            })
            .collect();
        lines.join("\n")
    }

    pub(crate) fn from_payload(payload: &str) -> Vec<Self> {
        let read = |line: &str| {
            let (stream, version) = line.split_once(' ')?;
            Some(Self::Moved {
                stream: stream.parse().ok()?,
                version: version.parse().ok()?,
            })
        };
        payload
            .split('\n')
            .map(|line| read(line).unwrap_or(Self::Missed))
            .collect()
    }
}

pub(crate) fn channel() -> broadcast::Sender<Live> {
    broadcast::Sender::new(HINTS_HELD)
}

/// Passes on what every other server of the house announces, until it is ended. It is ended before the pool closes:
/// sqlx may miss a pool's closing that falls between two of its looks, and the pool would wait for the listener for ever.
pub(crate) async fn listen(
    pool: &PgPool,
    own: Voice,
    live: broadcast::Sender<Live>,
) -> Result<AbortHandle, sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.ignore_pool_close_event(true);
    listener.listen(CHANNEL).await?;
    let listening = tokio::spawn(async move {
        let mut again = tokio::time::interval(LISTEN_AGAIN_AFTER);
        loop {
            match listener.try_recv().await {
                // What this one announces was told here when it was committed.
                Ok(Some(notice)) if notice.process_id() == own.load(Ordering::Relaxed) => {}
                Ok(Some(notice)) => tell(&live, Live::from_payload(notice.payload())),
                // The connection was lost and is made again: what was said meanwhile is not known.
                Ok(None) => tell(&live, [Live::Missed]),
                Err(sqlx::Error::PoolClosed) => return,
                Err(error) => {
                    tracing::warn!(%error, "live hints are interrupted");
                    tell(&live, [Live::Missed]);
                    again.tick().await;
                }
            }
        }
    });
    Ok(listening.abort_handle())
}
