//! The schema, step by step: the same file names on both engines, each step whole or not at all.
//! It refuses a database of a later program, and never goes back.

use sqlx::{Connection, SqliteConnection};

use crate::LedgerError;
use crate::check::fill;
use crate::db::{Address, Db, postgres_pool};
use crate::sql::migrate as sql;
use crate::tx::{Engine, Tx, all, execute, on};
use crate::writer::sqlite;

/// One step of the schema on one engine.
struct Step {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! steps {
    ($($name:literal),* $(,)?) => {
        &[$(Step {
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/sqlite/", $name)),
            postgres: include_str!(concat!("../../../migrations/postgres/", $name)),
        }),*]
    };
}

const STEPS: &[Step] = steps![
    "0001_ledger.sql",
    "0002_jobs.sql",
    "0003_outbox.sql",
    "0004_attachments.sql",
    "0005_claim_keys.sql",
    "0006_takeaways.sql",
    "0007_records.sql"
];

/// The step whose projections are filled from the facts that were there before it.
const FILLED: &str = "0007_records.sql";

/// The schema this program works on.
pub(crate) const KNOWN: i64 = STEPS.len() as i64;

impl Step {
    fn text(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }
}

/// Brings a database to the schema of this program, making file and folder where there are none.
/// How many steps were taken.
pub(crate) async fn migrate(address: &Address) -> Result<i64, LedgerError> {
    match address {
        Address::Sqlite(path) => {
            if path.is_file() {
                address.must_be_writable()?;
                if found_in(address).await? == KNOWN {
                    return Ok(0);
                }
            }
            address.make_folder()?;
            let connection = sqlite::connect(path, sqlite::IfMissing::Create)
                .await
                .map_err(|source| address.unwritable(source))?;
            let mut tx = Tx::Writer(connection);
            execute!(tx, "BEGIN IMMEDIATE")?;
            let taken = take_steps(address, &mut tx).await?;
            execute!(tx, "COMMIT")?;
            if let Tx::Writer(connection) = tx {
                SqliteConnection::close(connection).await?;
            }
            Ok(taken)
        }
        Address::Postgres(options) => {
            let pool = postgres_pool(1)
                .connect_with(options.as_ref().clone())
                .await
                .map_err(|source| address.unopened(source))?;
            let mut tx = Tx::Postgres(pool.begin().await?);
            all!(tx, (bool,), sql::ONE_MIGRATION_AT_A_TIME)?;
            let taken = take_steps(address, &mut tx).await?;
            if let Tx::Postgres(transaction) = tx {
                transaction.commit().await?;
            }
            pool.close().await;
            Ok(taken)
        }
    }
}

async fn take_steps(address: &Address, tx: &mut Tx) -> Result<i64, LedgerError> {
    let engine = tx.engine();
    let found = found(address, tx).await?;
    execute!(tx, sql::MAKE_STEPS)?;
    let mut fills = false;
    for (version, step) in (1..).zip(STEPS).filter(|(version, _)| *version > found) {
        on!(tx, conn => sqlx::raw_sql(step.text(engine)).execute(conn).await.map(|_| ())).map_err(
            |source| LedgerError::Migrate {
                name: step.name,
                source,
            },
        )?;
        execute!(tx, sql::ADD_STEP, version, step.name)?;
        fills |= step.name == FILLED;
    }
    // What was there before has its rows as well.
    if fills {
        fill(tx).await?;
    }
    Ok(KNOWN - found)
}

async fn newest(tx: &mut Tx) -> Result<i64, LedgerError> {
    let steps = all!(tx, (i64,), sql::STEPS)?;
    Ok(steps
        .into_iter()
        .map(|(version,)| version)
        .max()
        .unwrap_or(0))
}

/// The readers of a database whose schema is this program's; any other is refused, and is as it was.
pub(crate) async fn open(address: &Address) -> Result<Db, LedgerError> {
    let (db, found) = looked_at(address).await?;
    if found == KNOWN {
        return Ok(db);
    }
    db.close().await;
    Err(not_migrated(address, found))
}

async fn found_in(address: &Address) -> Result<i64, LedgerError> {
    let (db, found) = looked_at(address).await?;
    db.close().await;
    Ok(found)
}

/// A file is opened for reading only.
async fn looked_at(address: &Address) -> Result<(Db, i64), LedgerError> {
    let db = Db::open(address).await?;
    let looked = async { found(address, &mut db.snapshot().await?).await };
    match looked.await {
        Ok(found) => Ok((db, found)),
        Err(error) => {
            db.close().await;
            Err(match error {
                LedgerError::Statement(source) => address.unopened(source),
                error => error,
            })
        }
    }
}

/// Whether a database that follows this ledger's is at this program's schema.
pub(crate) async fn must_be_known(address: &Address, tx: &mut Tx) -> Result<(), LedgerError> {
    let found = found(address, tx).await?;
    match found == KNOWN {
        true => Ok(()),
        false => Err(not_migrated(address, found)),
    }
}

fn not_migrated(address: &Address, found: i64) -> LedgerError {
    LedgerError::NotMigrated {
        database: address.shown(),
        found,
        known: KNOWN,
    }
}

/// The schema's version: 0 in an empty database. Refuses one of a later program, and one that is not Palabra's.
async fn found(address: &Address, tx: &mut Tx) -> Result<i64, LedgerError> {
    let listing = sql::tables(tx.engine());
    let tables = all!(tx, (String,), listing)?;
    if tables.is_empty() {
        return Ok(0);
    }
    let database = address.shown();
    if !tables.iter().any(|(name,)| name == "schema_steps") {
        return Err(LedgerError::Foreign { database });
    }
    let found = newest(tx).await?;
    match found > KNOWN {
        false => Ok(found),
        true => Err(LedgerError::NewerSchema {
            database,
            found,
            known: KNOWN,
        }),
    }
}
