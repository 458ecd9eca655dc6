//! A replica of the ledger's PostgreSQL, for lists and reports alone: what follows a write is read where it was written.
//! While it is away, or not at this program's schema, they are read there too, and that is said once.
//! It refuses to be needed.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::LedgerError;
use crate::db::{Address, Db, postgres_replica};
use crate::migrate;
use crate::tx::Tx;

/// One that was away is asked again after so long.
const ASKED_AGAIN_AFTER: Duration = Duration::from_secs(2);
/// One that answers is asked for its schema every so often: it follows the ledger's, which another program may migrate.
const LOOKED_AT_EVERY: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(crate) struct Replica {
    address: Address,
    db: Db,
    standing: Mutex<Standing>,
}

/// What is known of it, until when.
#[derive(Debug, Clone, Copy)]
enum Standing {
    Unknown,
    Good(Instant),
    Away(Instant),
}

impl Replica {
    pub(crate) fn of(primary: &Address, url: &str) -> Result<Self, LedgerError> {
        let address = Address::parse(url).map_err(|_| LedgerError::ReplicaAddress)?;
        match (primary, &address) {
            (Address::Postgres(_), Address::Postgres(options)) => Ok(Self {
                db: Db::Postgres(postgres_replica(options)),
                address,
                standing: Mutex::new(Standing::Unknown),
            }),
            _ => Err(LedgerError::ReplicaAddress),
        }
    }

    /// A moment of it; none while it is away.
    pub(crate) async fn snapshot(&self) -> Option<Tx> {
        self.begun(self.db.snapshot()).await
    }

    /// A connection for one statement; none while it is away.
    pub(crate) async fn reader(&self) -> Option<Tx> {
        self.begun(self.db.reader()).await
    }

    /// What was begun there failed.
    pub(crate) fn failed(&self, error: &LedgerError) {
        let was = self.now(Standing::Away(Instant::now() + ASKED_AGAIN_AFTER));
        if !matches!(was, Standing::Away(_)) {
            let replica = self.address.shown();
            let error = error.chain();
            tracing::warn!(
                replica,
                error,
                "lists are read from DATABASE_URL until the replica is back"
            );
        }
    }

    pub(crate) async fn close(&self) {
        self.db.close().await;
    }

    async fn begun(&self, begin: impl Future<Output = Result<Tx, LedgerError>>) -> Option<Tx> {
        let standing = self.standing();
        let now = Instant::now();
        if let Standing::Away(until) = standing {
            if now < until {
                return None;
            }
            // One asks it again; the others do not wait for it meanwhile.
            self.now(Standing::Away(now + ASKED_AGAIN_AFTER));
        }
        let looked_at = async {
            if !matches!(standing, Standing::Good(until) if now < until) {
                let mut tx = self.db.reader().await?;
                migrate::must_be_known(&self.address, &mut tx).await?;
            }
            begin.await
        };
        match looked_at.await {
            Ok(tx) => {
                self.is_good(standing, now);
                Some(tx)
            }
            Err(error) => {
                self.failed(&error);
                None
            }
        }
    }

    fn is_good(&self, before: Standing, now: Instant) {
        match before {
            Standing::Good(until) if now < until => return,
            Standing::Away(_) => {
                tracing::info!(
                    replica = self.address.shown(),
                    "lists are read from the replica again"
                );
            }
            Standing::Good(_) | Standing::Unknown => {}
        }
        self.now(Standing::Good(now + LOOKED_AT_EVERY));
    }

    fn standing(&self) -> Standing {
        *self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How it stood before.
    fn now(&self, standing: Standing) -> Standing {
        let mut held = self.standing.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut held, standing)
    }
}

/// Reads a list: `listed!(ledger.reader, tx => read(&mut tx, …))` reads from the replica where there is one, and from the
/// ledger's own database where there is none, or it failed.
macro_rules! listed {
    ($ledger:ident.$open:ident, $tx:ident => $read:expr) => {{
        let mut there = None;
        if let Some(replica) = $ledger.replica()
            && let Some(mut $tx) = replica.$open().await
        {
            match $read.await {
                Ok(found) => there = Some(found),
                Err(error) => replica.failed(&error),
            }
        }
        match there {
            Some(found) => Ok(found),
            None => {
                let mut $tx = $ledger.$open().await?;
                $read.await
            }
        }
    }};
}

pub(crate) use listed;
