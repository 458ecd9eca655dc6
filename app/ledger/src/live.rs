//! Hints that something was written: which stream stands at which version, told after the commit.
//! Nothing is replayed and nothing is said of what was written: whoever hears it reads what they may.

use std::time::Duration;

use domain::ids::StreamId;
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::broadcast;

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
    pub(crate) fn to_payload(self) -> String {
        match self {
            Self::Moved { stream, version } => format!("{stream} {version}"),
            Self::Missed => String::new(),
        }
    }

    fn from_payload(payload: &str) -> Self {
        let read = || {
            let (stream, version) = payload.split_once(' ')?;
            Some(Self::Moved {
                stream: stream.parse().ok()?,
                version: version.parse().ok()?,
            })
        };
        read().unwrap_or(Self::Missed)
    }
}

pub(crate) fn channel() -> broadcast::Sender<Live> {
    broadcast::Sender::new(HINTS_HELD)
}

/// Passes on what every server of the house announces, this one's own writes too, until the pool closes.
pub(crate) async fn listen(
    pool: &PgPool,
    live: broadcast::Sender<Live>,
) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    tokio::spawn(async move {
        let mut again = tokio::time::interval(LISTEN_AGAIN_AFTER);
        loop {
            match listener.try_recv().await {
                Ok(Some(notice)) => tell(&live, [Live::from_payload(notice.payload())]),
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
    Ok(())
}
