//! The ledger as its callers hold it: opened by address, cheap to clone, closed once.
//! It refuses to make or change a schema when opening: that is asked for apart.

use std::sync::Arc;
use std::time::Instant;

use domain::ids::StreamId;
use tokio::sync::broadcast;

use crate::announce::{Announcer, Voice};
use crate::db::{Address, Db, postgres_hints, postgres_writers};
use crate::live::{self, Live};
use crate::load::Houses;
use crate::metric::{self, Waiting};
use crate::migrate;
use crate::read::Known;
use crate::replica::Replica;
use crate::tx::{Engine, Tx, all, on, optional};
use crate::writer::postgres::Server;
use crate::writer::sqlite::{self, Queue};
use crate::writer::{Done, Job, Turns, Writer, job};
use crate::{LedgerError, sql};

/// An open ledger.
#[derive(Debug, Clone)]
pub struct Ledger {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    address: Address,
    db: Db,
    writer: Writer,
    live: broadcast::Sender<Live>,
    houses: Arc<Houses>,
    known: Arc<Known>,
    replica: Option<Replica>,
}

impl Ledger {
    /// Opens a ledger whose schema is this program's; see [`Ledger::migrate`].
    ///
    /// # Errors
    /// `Address`, `Missing`, `Open`, `ReadOnly`, `Foreign`, `NotMigrated`, `NewerSchema`: each a sentence for a command
    /// line, and the file is as it was.
    pub async fn open(url: &str) -> Result<Self, LedgerError> {
        Self::open_beside(url, None).await
    }

    /// The same, where lists and reports are read from a replica of that PostgreSQL as long as it answers and is at
    /// this program's schema. It need not be there yet.
    ///
    /// # Errors
    /// As [`Ledger::open`], and `ReplicaAddress`.
    pub async fn open_with_replica(url: &str, replica: &str) -> Result<Self, LedgerError> {
        Self::open_beside(url, Some(replica)).await
    }

    async fn open_beside(url: &str, replica: Option<&str>) -> Result<Self, LedgerError> {
        let address = Address::parse(url)?;
        let replica = replica.map(|url| Replica::of(&address, url)).transpose()?;
        address.must_exist()?;
        address.must_be_writable()?;
        let live = live::channel();
        // Looked at for reading only: a file that is not this program's is left as it was.
        let db = migrate::open(&address).await?;
        let writer = match &address {
            Address::Sqlite(path) => {
                let connection = sqlite::open(&address, path).await?;
                let queue = Queue::start(path.clone(), connection, live.clone())
                    .map_err(|error| address.unopened(error.into()))?;
                Writer::Sqlite(queue)
            }
            Address::Postgres(options) => {
                let hints = postgres_hints(options);
                let voice = Voice::default();
                let listening = live::listen(&hints, Arc::clone(&voice), live.clone()).await?;
                let announcer = Announcer::start(hints, voice, live.clone(), listening);
                Writer::Postgres(Server {
                    pool: postgres_writers(options),
                    announcer,
                    turns: Turns::new(),
                })
            }
        };
        Ok(Self {
            shared: Arc::new(Shared {
                address,
                db,
                writer,
                live,
                houses: Arc::default(),
                known: Arc::default(),
                replica,
            }),
        })
    }

    /// Brings the database to this program's schema, making file and folder where there are none;
    /// how many steps were taken.
    ///
    /// # Errors
    /// `Address`, `Folder`, `Open`, `ReadOnly`, `Foreign`, `NewerSchema`, `Migrate`.
    pub async fn migrate(url: &str) -> Result<i64, LedgerError> {
        migrate::migrate(&Address::parse(url)?).await
    }

    /// Which engine it runs on.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.shared.address.engine()
    }

    /// Where it is, for sentences: without any password.
    #[must_use]
    pub fn shown(&self) -> String {
        self.shared.address.shown()
    }

    /// Hints of what is written from now on. A receiver that lags has missed some, as after [`Live::Missed`].
    #[must_use]
    pub fn live(&self) -> broadcast::Receiver<Live> {
        self.shared.live.subscribe()
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// `Statement`, with what the engine said.
    pub async fn ping(&self) -> Result<(), LedgerError> {
        let mut tx = self.reader().await?;
        let asked = sql::durability(tx.engine());
        all!(tx, (String,), asked)?;
        Ok(())
    }

    /// How durable a commit of the writer's is, in the engine's own word: SQLite's `synchronous` (`2` is FULL),
    /// PostgreSQL's `synchronous_commit` (`on`).
    ///
    /// # Errors
    /// `Unavailable`, `Closed`.
    pub async fn durability(&self) -> Result<String, LedgerError> {
        self.write(Durability).await
    }

    /// Waits for the writes that are queued, then closes the database. Later writes are refused as `Closed`.
    pub async fn close(&self) {
        self.shared.writer.close().await;
        if let Some(replica) = &self.shared.replica {
            replica.close().await;
        }
        self.shared.db.close().await;
    }

    pub(crate) fn address(&self) -> &Address {
        &self.shared.address
    }

    pub(crate) async fn snapshot(&self) -> Result<Tx, LedgerError> {
        self.shared.db.snapshot().await
    }

    /// A connection for one statement, which is one moment by itself.
    pub(crate) async fn reader(&self) -> Result<Tx, LedgerError> {
        self.shared.db.reader().await
    }

    /// Where lists and reports are read, where that is not here.
    pub(crate) fn replica(&self) -> Option<&Replica> {
        self.shared.replica.as_ref()
    }

    pub(crate) fn known(&self) -> Arc<Known> {
        Arc::clone(&self.shared.known)
    }

    pub(crate) fn houses(&self) -> Arc<Houses> {
        Arc::clone(&self.shared.houses)
    }

    pub(crate) async fn write<J: Job>(&self, job: J) -> Result<J::Out, LedgerError> {
        self.write_in_turn(None, job).await
    }

    /// After those who write on the same stream and came before.
    pub(crate) async fn write_on<J: Job>(
        &self,
        stream: StreamId,
        job: J,
    ) -> Result<J::Out, LedgerError> {
        self.write_in_turn(Some(stream), job).await
    }

    async fn write_in_turn<J: Job>(
        &self,
        on: Option<StreamId>,
        job: J,
    ) -> Result<J::Out, LedgerError> {
        let (_waiting, asked) = (Waiting::begin(1), Instant::now());
        let answer = self.shared.writer.run(on, job).await;
        metric::answered(asked);
        answer
    }

    pub(crate) async fn write_all<K: Ord, J: Job>(
        &self,
        jobs: Vec<(K, J)>,
    ) -> Vec<Result<J::Out, LedgerError>> {
        let _waiting = Waiting::begin(jobs.len());
        self.shared.writer.run_all(jobs).await
    }
}

struct Durability;

job!(Durability -> String, |_job, tx| {
    let asked = sql::durability(tx.engine());
    let said = optional!(tx, (String,), asked)?;
    Ok(Done::Undone(said.map_or_else(String::new, |(word,)| word)))
});
